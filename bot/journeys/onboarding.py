"""Onboarding: language, one exercise at once, what is stored, consent, job. Every step follows from the record."""

from dataclasses import replace

from bot.i18n import Text, Verbatim
from bot.journeys import asked, consent, language, lesson, listening, sector, showings
from bot.journeys.reply import Button, Line, Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import practice as practised

NOTICES = 4
"""How many screens say what is stored: ``onboarding.notice.1`` and on."""

WELCOME = (Text("onboarding.welcome"), Text("onboarding.ask_language"))

ALWAYS = ("onboarding", "consent", "guard")
"""Journeys whose buttons work before the language is chosen."""


def comes_first(turn: Turn) -> bool:
    """Whether the learner has to begin at the beginning, whatever they said."""
    pressed = turn.incoming.pressed
    if pressed and pressed.journey in ALWAYS:
        return False
    return not (turn.learner.enrolled_at and turn.learner.language_chosen)


def next_step(turn: Turn) -> None:
    """Go on where the learner is: the first question that is still open, or home."""
    if not turn.learner.language_chosen:
        ask_language(turn)
    elif consent.given(turn, consent.RECORD) is None:
        _before_consent(turn)
    elif consent.given(turn, consent.RECORD) and not turn.learner.sector:
        ask_job(turn)
    else:
        home(turn)


def ask_language(turn: Turn) -> None:
    """The first question, on buttons with native names; the ear is for who does not read them."""
    ref = asked.ask(turn, "onboarding")
    ear = () if turn.learner.listens else (Button(Verbatim(listening.EAR), f"onboarding:{ref}:{listening.ON}"),)
    asked.put(turn, ref, *paragraphs(*WELCOME), buttons=(*language.buttons(turn, "onboarding", ref), ear))


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """A button of the onboarding; a typed yes or no says nothing here, so the open question comes again."""
    step, _, value = choice.partition("-")
    current = ref is not None and ref == turn.learner.asked
    if current and step == "notice" and value.isdecimal():
        _show_notice(turn, int(value))
    elif current and step == "job":
        _take_job(turn, value)
    else:
        if current and step == "lang":
            _take_language(turn, value)
        elif current and step == listening.ON:
            _listen(turn)
        next_step(turn)


def answer_consent(turn: Turn, ref: str | None, choice: str) -> None:
    """Start, or only tips: tapped, or said in words. An old button counts for nothing."""
    if choice not in ("yes", "no") or turn.learner.expects != "consent" or ref not in (None, turn.learner.asked):
        next_step(turn)
        return
    consent.note(turn, consent.RECORD, choice == "yes")
    label = "onboarding.button.start" if choice == "yes" else "onboarding.button.only_tips"
    asked.settle(turn, *_notice_lines(NOTICES), chosen=Text(label))
    if choice == "no":
        turn.say(Text("onboarding.only_tips"), menu=True)
        return
    turn.say(Text("onboarding.thanks"), menu=True)
    next_step(turn)


def after_trial(turn: Turn) -> None:
    """The first exercise is done: say what Werkmaat is and what it keeps."""
    turn.say(Text("onboarding.that_was_one"))
    _first_notice(turn)


def ask_job(turn: Turn) -> None:
    """Which work, as pictures."""
    ref = asked.ask(turn, "onboarding")
    asked.put(turn, ref, Text("onboarding.ask_job"), buttons=sector.buttons(turn, "onboarding", ref))


def home(turn: Turn) -> None:
    """The place that everything comes back to: the menu, and a lesson on offer."""
    turn.expect_nothing()
    turn.say(Text("onboarding.home"), menu=True)
    turn.say(Text("practice.offer"), buttons=((command_button("practise"),),))


def ask_record(turn: Turn) -> None:
    """Somebody wants what needs a record: who refused it is asked again, in one screen; others go on where they are."""
    if consent.given(turn, consent.RECORD) is None:
        return next_step(turn)
    turn.say(Text("onboarding.needs_record"))
    ref = turn.new_id()
    turn.send(_notice(turn, ref, NOTICES), ref=ref)
    return None


def _try_one(turn: Turn) -> None:
    """One exercise before any question; the record of it is not kept."""
    begun = practised.open_lesson(turn.store, turn.learner.id)
    shown = practised.showings(turn.store, begun.id) if begun else []
    if begun and shown:
        showings.show_again(turn, shown[-1])
    elif not lesson.begin_trial(turn):
        _first_notice(turn)


def _before_consent(turn: Turn) -> None:
    if practised.trial_ended(turn.store, turn.learner.id):
        _first_notice(turn)
    else:
        _try_one(turn)


def _first_notice(turn: Turn) -> None:
    ref = turn.new_id()
    turn.send(_notice(turn, ref, 1), ref=ref)


def _show_notice(turn: Turn, number: int) -> None:
    ref = turn.learner.asked or ""
    turn.send(replace(_notice(turn, ref, max(1, min(number, NOTICES))), edits=ref))


def _notice(turn: Turn, ref: str, number: int) -> Reply:
    """One screen of the notice; the last one asks for consent."""
    buttons: tuple[tuple[Button, ...], ...]
    if number < NOTICES:
        turn.ask("onboarding", ref)
        buttons = ((button("onboarding.button.next", "onboarding", ref, f"notice-{number + 1}"),),)
    else:
        turn.ask("consent", ref)
        start = button("onboarding.button.start", "consent", ref, "yes")
        buttons = ((start,), (button("onboarding.button.only_tips", "consent", ref, "no"),))
    return Reply(lines=_notice_lines(number), buttons=buttons)


def _notice_lines(number: int) -> tuple[Line, ...]:
    notice = Text(f"onboarding.notice.{number}")
    return paragraphs(notice, Text("onboarding.if_you_start")) if number == NOTICES else ((notice,),)


def _take_language(turn: Turn, code: str) -> None:
    if language.choose(turn, code):
        asked.settle(turn, *paragraphs(*WELCOME), chosen=Verbatim(turn.catalogues.native_name(code)))
        listening.tell_of_silence(turn)


def _listen(turn: Turn) -> None:
    """The question comes again, to be heard in the language of the phone."""
    turn.learner.listens = True
    listening.tell_of_silence(turn)


def _take_job(turn: Turn, choice: str) -> None:
    if not sector.choose(turn, choice):
        ask_job(turn)
        return
    if not turn.course.has_items(choice):
        turn.say(Text("sector.without_items"))
    home(turn)
