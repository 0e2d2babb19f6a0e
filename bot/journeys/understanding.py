"""From an update to an intent: what is understood already, and what our own rules make of Rasa's reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, Protocol

from bot.i18n import Catalogues
from bot.i18n.aloud import picture
from bot.journeys.incoming import Incoming, Kind

COMMANDS: Mapping[str, str] = {
    "start": "start",
    "practise": "start_exercise",
    "tip": "ask_tip",
    "progress": "ask_progress",
    "counsellor": "contact_counsellor",
    "settings": "settings",
    "language": "change_language",
    "pause": "pause",
    "resume": "resume",
    "mydata": "my_data",
    "delete": "delete_data",
    "privacy": "privacy",
    "help": "ask_help",
}
"""Bot commands, without the slash, and the intent of each; the labels ``menu.<command>`` mean the same."""

CONFIDENT = 0.35
"""Below this a reading is ``out_of_scope``."""

LIKELY = 0.2
"""From here on a guess is offered beside an open item: most of what is not clear there was a try at its answer."""

SURE = 0.7
"""From here on a reading wins over taking typed words as an answer to an item that asks for some."""

WAITS_FOR_WORDS = frozenset({"counsellor", "problem", "skills", "work_word"})
"""Questions to which any text or voice note is the answer: a message for a person, or what stays as it was said."""

TAKES_VOICE = WAITS_FOR_WORDS | {"practice"}
"""Questions to which a voice note may be an answer; the journey knows what to do with it."""

TAKES_PHOTOS = frozenset({"work_word"})
"""Questions to which a photo may be the answer."""

OFFERED = frozenset(
    {
        "start_exercise", "ask_tip", "ask_progress", "ask_help", "repeat", "explain", "skip", "too_easy", "too_hard",
        "change_language", "change_sector", "set_reminder", "pause", "resume", "contact_counsellor", "report_problem",
        "my_data", "delete_data", "feeling_bad", "bot_challenge",
    }
)  # fmt: skip
"""What may stand on a button when a reading is not sure: what leads somewhere. A greeting does not."""

SOMETHING_ELSE = "other"
"""The choice of the button for who means none of the guesses."""

MOST_GUESSES = 2

LEAVES_AN_ITEM = frozenset(
    {
        "start_exercise", "ask_help", "repeat", "explain", "dont_know", "skip", "change_language", "change_sector",
        "too_easy", "too_hard", "pause", "contact_counsellor", "report_problem", "delete_data", "my_data",
    }
)  # fmt: skip
"""What a learner may say instead of an answer while an item is open."""

BESIDE_AN_ITEM = frozenset(
    {
        "ask_tip", "ask_progress", "set_reminder", "resume", "goodbye", "thank", "feeling_good", "feeling_bad",
        "bot_challenge",
    }
)  # fmt: skip
"""What a learner may say besides while an item with buttons is open: there it can be no answer. It must be sure."""


@dataclass(frozen=True)
class Guess:
    """Another thing that a text may mean."""

    intent: str
    topic: str | None = None
    confidence: float = 0.0

    @property
    def label(self) -> str:
        """As the examples name it: ``pause``, ``ask_tip/contract``."""
        return f"{self.intent}/{self.topic}" if self.topic else self.intent


@dataclass(frozen=True)
class Understood:
    """What a turn is about: intent, topic (of a tip), entities, and how sure the reading is (0 to 1).

    ``guesses`` are the likeliest other readings, of those that may be offered, the likeliest first. ``flag`` is the
    danger that the text seems to speak of, whatever it asks for.
    """

    intent: str
    topic: str | None = None
    entities: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    guesses: tuple[Guess, ...] = ()
    flag: str | None = None

    def named(self, name: str) -> str | None:
        """The value of an entity, if it was given."""
        return self.entities.get(name)


NOT_READ = Understood("out_of_scope", confidence=0.0)
"""What a text without words means, or one whose reading was given up."""


@dataclass(frozen=True)
class Reading:
    """What the language understanding made of a text, and the milliseconds that it took."""

    understood: Understood
    milliseconds: float


class Brain(Protocol):
    """The dialogue engine, as a turn uses it."""

    async def read(self, text: str) -> Understood:
        """What free text means, whatever the language."""

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        """Let the rules choose the action for what was understood, and run it in the current turn."""


class Labels:
    """The menu's labels in every own language, to recognise them when tapped.

    A label is a picture and words. Its words alone are read like any others: they may be the answer to an item.
    The picture alone is the label for somebody who listens.
    """

    def __init__(self, catalogues: Catalogues) -> None:
        self._catalogues = catalogues
        self._own = catalogues.own
        self._intents = _labelled(catalogues)

    def intent(self, text: str) -> str | None:
        """The intent of a label; None when the text is something else."""
        if (own := self._catalogues.own) is not self._own:
            # What was a label until now still stands below older messages.
            self._intents |= _labelled(self._catalogues)
            self._own = own
        return self._intents.get(text.strip().casefold())


def _labelled(catalogues: Catalogues) -> dict[str, str]:
    """The intents of the labels as they read now."""
    return {
        label: intent
        for command, intent in COMMANDS.items()
        if command != "start"
        for words in catalogues.labels(f"menu.{command}")
        for label in (words, picture(words))
        if label
    }


def beginning(incoming: Incoming) -> Understood:
    """Whoever is not enrolled or has no language yet begins at the beginning, whatever they said."""
    code = incoming.argument if incoming.command == "start" else None
    return Understood("start", entities=_given(argument=code))


def understood_already(incoming: Incoming, expects: str, labels: Labels) -> tuple[Understood, str] | None:
    """What needs no reading: commands, labels, buttons, voice. Returns it with the question that it answers."""
    if incoming.kind is Kind.COMMAND:
        intent = COMMANDS.get(incoming.command, "ask_help")
        return Understood(intent, entities=_given(argument=incoming.argument)), expects
    if incoming.pressed and incoming.pressed.journey == "menu":
        return Understood(COMMANDS.get(incoming.pressed.choice, "ask_help")), expects
    if incoming.pressed and incoming.pressed.journey == "guess":
        return guessed(incoming.pressed.choice.partition(".")[0]), expects
    if incoming.pressed:
        # A button carries its own question: it may belong to an older message than the last one.
        entities = _given(asked=incoming.pressed.asked, choice=incoming.pressed.choice)
        return Understood("answer", entities=entities), incoming.pressed.journey
    sees = incoming.media == "photo" and expects in TAKES_PHOTOS
    if sees or (incoming.kind is Kind.VOICE and expects in TAKES_VOICE):
        return Understood("answer"), expects
    if incoming.kind is not Kind.TEXT:
        return Understood("media", entities=_given(media=incoming.media or incoming.kind.value)), expects
    intent_of_label = labels.intent(incoming.text)
    return (Understood(intent_of_label), expects) if intent_of_label else None


def guessed(name: str) -> Understood:
    """A tapped guess is what it would have been if it had been said: an intent, the topic of a tip, or none of them."""
    if name in OFFERED:
        return Understood(name)
    return Understood("ask_help") if name == SOMETHING_ELSE else Understood("ask_tip", topic=name)


class Fit(Enum):
    """How typed text stands to the open item."""

    ANSWER = auto()  # one of its answers
    PERHAPS = auto()  # the item asks for typed words, and these are other ones
    NONE = auto()  # the item has buttons, and this is none of them; or no item is open


def is_answer(expects: str, fit: Fit) -> bool:
    """Whether a text is the answer to the open question, whatever else it may mean."""
    return fit is Fit.ANSWER or expects in WAITS_FOR_WORDS


def in_danger(flag: str) -> Understood:
    """A text that speaks of danger is about nothing else."""
    return Understood("danger", entities={"flag": flag})


def decide(reading: Understood, expects: str, fit: Fit) -> Understood:
    """What the reading of a text that is no plain answer means here: an answer, something else, or not understood.

    Args:
        reading: what the language understanding made of the text.
        expects: the journey whose question is open.
        fit: how the text stands to the open item.
    """
    if expects == "practice":
        if reading.confidence >= _needed_to_leave(reading.intent, fit):
            return _sure(reading)
        unclear = fit is Fit.NONE and _is_unclear(reading)
        guesses = tuple(one for one in _offered(reading) if unclear and one.confidence >= LIKELY)
        return Understood("answer", confidence=reading.confidence, guesses=guesses)
    if reading.confidence < CONFIDENT:
        return Understood("out_of_scope", confidence=reading.confidence, guesses=_offered(reading))
    return _sure(reading)


def _sure(reading: Understood) -> Understood:
    """A reading that counts: nothing else need be offered."""
    return replace(reading, guesses=())


def _needed_to_leave(intent: str, fit: Fit) -> float:
    """How sure a reading must be to be no answer to the open item; more than anything can be when it always is one."""
    if intent in LEAVES_AN_ITEM:
        return SURE if fit is Fit.PERHAPS else CONFIDENT
    return SURE if intent in BESIDE_AN_ITEM and fit is Fit.NONE else 2.0


def _is_unclear(reading: Understood) -> bool:
    """Whether words that do not leave the open item may have meant to: a sure yes or hello did not."""
    return reading.confidence < CONFIDENT or reading.intent in OFFERED


def _offered(reading: Understood) -> tuple[Guess, ...]:
    """What may have been meant by words that were not clear."""
    first = Guess(reading.intent, reading.topic, reading.confidence)
    return (*((first,) if first.intent in OFFERED else ()), *reading.guesses)[:MOST_GUESSES]


def _given(**values: Any) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
