"""/talk/{learner}/...: saying something to a learner, in words of one's own, in a ready sentence, or aloud."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console import thread
from bot.console.page import A_FORM, COUNSELLING, Page
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys import ready
from bot.journeys import talk as saying
from bot.journeys.ready import NotFilled
from bot.journeys.talk import MOST_LETTERS, Words
from bot.speech.recorded import LARGEST, LONGEST, NotHeard, voice_message
from bot.store import talk
from bot.store.tables import Learner


def write(visit: Visit) -> Response:
    """Words as they stand; first it is said when they seem to be in a language that the learner does not read."""
    learner, text = thread.addressed(visit), visit.field("text").replace("\r\n", "\n")
    if not text or len(text) > MOST_LETTERS:
        fault = (
            visit.words("console.thread.too_long", most=MOST_LETTERS) if text else visit.words("console.thread.empty")
        )
        return thread.page(visit, learner, 422, fault=fault, text=text)
    catalogues = visit.desk.catalogues
    found = catalogues.written_in(text, learner.language, *catalogues.languages)
    if found != learner.language and visit.field("sure") != "yes" and any(map(str.isalpha, text)):
        return thread.page(visit, learner, text=text, warning=_warning(visit, learner, found))
    return _send(visit, learner, saying.written(text, found))


def say_ready(visit: Visit) -> Response:
    """A ready sentence; one with blanks is looked at before it goes out."""
    learner, name = thread.addressed(visit), visit.field("sentence")
    if name not in ready.SENTENCES:
        raise HTTPException(400)
    given = {blank.value: visit.field(blank) for blank in ready.SENTENCES[name]}
    try:
        sentence = ready.sentence(name, given, visit.now.astimezone(visit.zone).date())
    except NotFilled as error:
        fault = visit.say(Text(f"console.thread.not_filled.{error.blank}"))
        return thread.page(visit, learner, 422, fault=fault, chosen=name, given=given)
    if given and visit.field("sure") != "yes":
        return thread.page(visit, learner, chosen=name, given=given, filled=sentence)
    return _send(visit, learner, saying.ready(sentence, visit.desk.catalogues, learner.language))


def speak(visit: Visit) -> Response:
    """Something said aloud."""
    learner = thread.addressed(visit)
    try:
        sound = voice_message(visit.file("sound") or b"")
    except NotHeard as error:
        fault = visit.say(Text(f"console.thread.sound.{error.fault}", {"seconds": LONGEST}))
        return thread.page(visit, learner, 422, fault=fault)
    return _send(visit, learner, saying.spoken(sound))


def say_again(visit: Visit) -> Response:
    """What did not arrive is said again."""
    learner, message = thread.addressed(visit), talk.message(visit.desk.store, visit.path("message"))
    if message is None or message.learner_id != learner.id or message.staff_id is None:
        raise HTTPException(404)
    done = saying.send_again(visit.desk.store, message.id, visit.zone, visit.now, visit.desk.random)
    return visit.go(f"/talk/{learner.id}", told="said_again" if done else "arrived_meanwhile")


def settle(visit: Visit) -> Response:
    """What the learner wrote needs no answer."""
    learner = thread.addressed(visit)
    saying.settle(visit.desk.store, learner.id, visit.now)
    return visit.go(f"/talk/{learner.id}", told="needs_no_answer")


def _send(visit: Visit, learner: Learner, words: Words) -> Response:
    if saying.send(visit.desk.store, learner.id, visit.member, words, visit.now, visit.desk.random) is None:
        raise HTTPException(404)
    return visit.go(f"/talk/{learner.id}", told="said")


def _warning(visit: Visit, learner: Learner, found: str | None) -> str:
    reads = thread.language_name(visit, learner.language)
    if found is None:
        return visit.words("console.thread.other_script", language=reads)
    return visit.words("console.thread.other_language", language=reads, found=thread.language_name(visit, found))


PAGES = (
    Page("/talk/{learner}/write", write, may=COUNSELLING, noted="talk.written", method="POST"),
    Page("/talk/{learner}/ready", say_ready, may=COUNSELLING, noted="talk.ready", method="POST"),
    Page("/talk/{learner}/speak", speak, may=COUNSELLING, noted="talk.spoken", method="POST", most=LARGEST + A_FORM),
    Page("/talk/{learner}/again/{message}", say_again, may=COUNSELLING, noted="talk.said_again", method="POST"),
    Page("/talk/{learner}/settled", settle, may=COUNSELLING, noted="talk.settled", method="POST"),
)
