"""Own language: choosing it and changing it, without losing one's place."""

from bot.i18n import Text, Verbatim
from bot.journeys import asked, listening, named, showings
from bot.journeys.reply import Button
from bot.journeys.turn import Turn

IN_A_ROW = 2


def buttons(turn: Turn, journey: str, ref: str) -> tuple[tuple[Button, ...], ...]:
    """One button a language with its native name, the learner's own first."""
    languages = sorted(turn.catalogues.languages, key=lambda code: code != turn.learner.language)
    each = [_button(turn.catalogues.native_name(code), code, journey, ref) for code in languages]
    return tuple(tuple(each[start : start + IN_A_ROW]) for start in range(0, len(each), IN_A_ROW))


def choose(turn: Turn, code: str) -> bool:
    """Take a language. Returns False when there is no such own language."""
    if code not in turn.catalogues.languages:
        return False
    turn.learner.language, turn.learner.language_chosen = code, True
    return True


def ask(turn: Turn) -> None:
    """Which language? The open exercise stays open."""
    ref = turn.new_id()
    asked.put(turn, ref, Text("language.ask"), buttons=buttons(turn, "language", ref))


def take(turn: Turn, languages: str | None) -> None:
    """The one other language that was named, if it is spoken, is taken at once; else the choice is shown."""
    before = turn.learner.language
    others = [code for code in named.options(languages) if code != before]
    if len(others) != 1 or not choose(turn, others[0]):
        ask(turn)
        return
    ref = turn.new_id()
    name = Verbatim(turn.catalogues.native_name(turn.learner.language))
    asked.put(
        turn,
        ref,
        Text("language.changed", {"language": name}),
        buttons=named.ways_back("language", ref, f"lang-{before}"),
    )
    _go_on(turn)


def answer(turn: Turn, choice: str) -> None:
    """A language was tapped; go on in it. Or whether to hear it, rather than to read it."""
    if choice in (listening.ON, listening.OFF):
        listening.switch(turn, choice)
        return
    if not choose(turn, choice.removeprefix("lang-")):
        ask(turn)
        return
    name = Verbatim(turn.catalogues.native_name(turn.learner.language))
    asked.settle(turn, Text("language.ask"), chosen=name)
    turn.say(Text("language.changed", {"language": name}), menu=True)
    _go_on(turn)


def _go_on(turn: Turn) -> None:
    """In the new language, from the open exercise."""
    listening.tell_of_silence(turn)
    showing = showings.open_showing(turn)
    if showing:
        showings.bring_down(turn, showing)


def _button(name: str, code: str, journey: str, ref: str) -> Button:
    return Button(Verbatim(name, language=code), f"{journey}:{ref}:lang-{code}")
