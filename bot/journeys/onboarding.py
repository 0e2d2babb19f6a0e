"""Onboarding: language, one exercise at once, what is stored, consent, job. Every step follows from the record."""

from dataclasses import replace

from bot.i18n import Text
from bot.journeys import consent, language, lesson, sector
from bot.journeys.reply import Button, Reply, button, command_button
from bot.journeys.turn import Turn
from bot.store import practice as practised

NOTICES = 4
"""How many screens say what is stored: ``onboarding.notice.1`` and on."""


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
    """The first question, on buttons with native names."""
    asked = turn.ask("onboarding")
    buttons = language.buttons(turn, "onboarding", asked)
    turn.say(Text("onboarding.welcome"), Text("onboarding.ask_language"), buttons=buttons)


def answer(turn: Turn, asked: str | None, choice: str) -> None:
    """A button of the onboarding; a typed yes or no says nothing here, so the open question comes again."""
    step, _, value = choice.partition("-")
    current = asked is not None and asked == turn.learner.asked
    if current and step == "notice" and value.isdecimal():
        _show_notice(turn, int(value))
    elif current and step == "job":
        _take_job(turn, value)
    else:
        if current and step == "lang":
            language.choose(turn, value)
        next_step(turn)


def answer_consent(turn: Turn, asked: str | None, choice: str) -> None:
    """Start, or only tips: tapped, or said in words. An old button counts for nothing."""
    if choice not in ("yes", "no") or turn.learner.expects != "consent" or asked not in (None, turn.learner.asked):
        next_step(turn)
        return
    consent.note(turn, consent.RECORD, choice == "yes")
    turn.expect_nothing()
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
    asked = turn.ask("onboarding")
    turn.say(Text("onboarding.ask_job"), buttons=sector.buttons(turn, "onboarding", asked))


def home(turn: Turn) -> None:
    """The place that everything comes back to: the menu, and a lesson on offer."""
    turn.expect_nothing()
    turn.say(Text("onboarding.home"), menu=True)
    turn.say(Text("practice.offer"), buttons=((command_button("practise"),),))


def ask_record(turn: Turn) -> None:
    """Whoever refused the record and now wants to practise is asked again, in one screen."""
    turn.say(Text("onboarding.practice_needs_record"))
    ref = turn.new_id()
    turn.send(_notice(turn, ref, NOTICES), ref=ref)


def _try_one(turn: Turn) -> None:
    """One exercise before any question; the record of it is not kept."""
    begun = practised.open_lesson(turn.store, turn.learner.id)
    shown = practised.showings(turn.store, begun.id) if begun else []
    if begun and shown:
        lesson.show_again(turn, shown[-1])
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
    return Reply(lines=((Text(f"onboarding.notice.{number}"),),), buttons=buttons)


def _take_job(turn: Turn, choice: str) -> None:
    if sector.choose(turn, choice):
        home(turn)
    else:
        ask_job(turn)
