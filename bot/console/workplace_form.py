"""The form of a workplace page, as staff and mentors fill it in: up to ten words, each with a photo and a recording."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys.workplace import writing
from bot.journeys.workplace.writing import Outcome, Saved, Written
from bot.pictures import NotDrawable
from bot.pictures.sheet import photograph
from bot.speech.recorded import NotHeard, voice_message
from bot.store import workplaces
from bot.store.tables import Staff, WorkplacePage
from bot.store.workplaces import MOST_WORDS, Word

MOST = 48 * 1024 * 1024
"""Bytes of the form: ten photos and recordings. The page makes photos small before it sends them."""

LONGEST_SOUND = 20
"""Seconds of a word or an instruction."""

LONGEST = {
    "title": writing.LONGEST_TITLE,
    "text": writing.LONGEST_TEXT,
    "meaning": writing.LONGEST_MEANING,
    "sentence": writing.LONGEST_SENTENCE,
    "sound": LONGEST_SOUND,
}

AT_FIRST = 3
"""Rows that are in sight; the others unfold."""

Faults = Mapping[int, Sequence[str]]
"""Sentences about what is wrong, by the number of the row."""


@dataclass(frozen=True)
class Sent:
    """What was sent: all that was typed, with the files that could be read.

    Attributes:
        title: of the page; empty when it was not asked for.
        rows: of the form.
        refused: says of files that could not be read why.
        version: that the form was filled in from; -1 when it is none.
        send: whether it goes to a coordinator.
    """

    title: str
    rows: Sequence[Written]
    refused: Faults
    version: int
    send: bool


@dataclass(frozen=True)
class Row:
    """A row as the form shows it.

    Attributes:
        word: what stands in the fields.
        pictured: whether a photo is kept.
        spoken: whether a recording is kept.
        faults: what is wrong with it.
        theirs: what somebody else saved meanwhile, where it differs.
    """

    word: Written | Word
    pictured: bool
    spoken: bool
    faults: Sequence[str]
    theirs: Word | None = None


@dataclass(frozen=True)
class Form:
    """The form as it is shown.

    Attributes:
        rows: all of them.
        at_first: how many are in sight: all to the last one that says something.
        target: the language of the words.
        target_name: what that is called.
        written_name: what the language of the meanings is called.
        longest: how many letters each field takes, and how many seconds a recording.
    """

    rows: Sequence[Row]
    at_first: int
    target: str
    target_name: str
    written_name: str
    longest: Mapping[str, int] = field(default_factory=lambda: LONGEST)


def read(visit: Visit) -> Sent:
    """What was sent."""
    refused: dict[int, list[str]] = defaultdict(list)
    rows = [_written(visit, number, refused) for number in range(1, MOST_WORDS + 1)]
    return Sent(visit.field("title"), rows, refused, version(visit), visit.field("send") == "yes")


def version(visit: Visit) -> int:
    """The version that a form was filled in from; -1 when it is none."""
    sent = visit.field("version")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else -1


def keep(visit: Visit, writer: Staff | str, page: WorkplacePage, sent: Sent) -> Saved:
    """Save what was sent; with a file that could not be read it does not go to a coordinator yet."""
    desk, send = visit.desk, sent.send and not sent.refused
    return writing.save(
        desk.store, writer, page.id, sent.title, sent.rows, sent.version, visit.now, desk.random, send=send
    )


def fault(visit: Visit, sent: Sent, saved: Saved) -> str | None:
    """The sentence above the form after it was saved; None when all is well."""
    if saved.outcome in (Outcome.OVERTAKEN, Outcome.CLOSED):
        return visit.say(Text(f"console.workplace.{saved.outcome}"))
    if sent.send and any(one.number == 0 for one in saved.faults):
        return visit.words("console.workplace.nothing_to_send")
    if saved.outcome is Outcome.FAULTY or (sent.refused and sent.send):
        return visit.words("console.workplace.not_sent")
    return visit.words("console.workplace.kept_but") if sent.refused else None


def status(fault: str | None, outcome: Outcome | None) -> int:
    """The status of the page that shows the form again."""
    if outcome in (Outcome.OVERTAKEN, Outcome.CLOSED):
        return 409
    return 422 if fault else 200


def form(visit: Visit, page: WorkplacePage, sent: Sent | None = None, outcome: Outcome | None = None) -> Form:
    """The form as words are kept; when somebody else saved first, as they were typed."""
    kept = {word.number: word for word in workplaces.words(visit.desk.store, page.id)}
    if sent and outcome is Outcome.OVERTAKEN:
        rows = [_typed(visit, row, kept.get(row.number)) for row in sent.rows]
    else:
        rows = _kept(visit, kept, sent.refused if sent else {})
    region, name = visit.desk.courses.current().region, visit.desk.catalogues.language_name
    return Form(
        rows=rows,
        at_first=max([AT_FIRST, *(row.word.number for row in rows if row.word.text or row.faults or row.theirs)]),
        target=region.target,
        target_name=name(region.target, visit.language),
        written_name=name(region.written_in, visit.language),
    )


def _kept(visit: Visit, kept: Mapping[int, Word], refused: Faults) -> list[Row]:
    faults, found = _faults(visit, list(kept.values())), []
    for number in range(1, MOST_WORDS + 1):
        word = kept.get(number)
        wrong = [*faults.get(number, ()), *refused.get(number, ())]
        found.append(
            Row(word or Written(number), word is not None and word.pictured, word is not None and word.spoken, wrong)
        )
    return found


def _typed(visit: Visit, typed: Written, kept: Word | None) -> Row:
    """A row of a form that somebody else overtook; files have to be chosen again."""
    again = [visit.words("console.workplace.files_again")] if typed.picture or typed.sound else []
    same = kept is not None and (kept.text, kept.meaning, kept.sentence) == (typed.text, typed.meaning, typed.sentence)
    pictured, spoken = (kept.pictured, kept.spoken) if kept else (False, False)
    return Row(typed, pictured, spoken, again, None if same else kept)


def _faults(visit: Visit, words: Sequence[Word]) -> Faults:
    found: dict[int, list[str]] = defaultdict(list)
    for one in writing.faults(words):
        found[one.number].append(visit.say(Text(f"console.workplace.fault.{one.code}")))
    return found


def _written(visit: Visit, number: int, refused: dict[int, list[str]]) -> Written:
    picture = sound = None
    try:
        if sent := visit.file(f"picture.{number}"):
            picture = photograph(sent)
    except NotDrawable:
        refused[number].append(visit.words("console.learner.no_picture"))
    try:
        if sent := visit.file(f"sound.{number}"):
            sound = voice_message(sent, LONGEST_SOUND)
    except NotHeard as error:
        refused[number].append(visit.say(Text(f"console.thread.sound.{error.fault}", {"seconds": LONGEST_SOUND})))
    return Written(
        number,
        visit.field(f"text.{number}"),
        visit.field(f"meaning.{number}"),
        visit.field(f"sentence.{number}"),
        picture,
        sound,
        drop_picture=visit.field(f"drop_picture.{number}") == "yes",
        drop_sound=visit.field(f"drop_sound.{number}") == "yes",
    )
