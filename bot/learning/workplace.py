"""The exercises that words of a workplace become: each is met, chosen among others, and matched with what it means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.learning.items import Body
from bot.learning.items._options import LONGEST_LABEL
from bot.learning.items.match_pairs import FEWEST, MOST

SECTOR = "workplace"
"""Is no learner's: own words are learned in whatever sector somebody is."""

OPTIONS = 3
"""Also who begins can tell so many apart."""

KEYS = "abcd"


@dataclass(frozen=True)
class Said:
    """A word or an instruction of a workplace; ``image`` is the name of its picture, if there is one."""

    id: str
    text: str
    meaning: str
    sentence: str = ""
    image: str | None = None


@dataclass(frozen=True)
class Exercise:
    """What an item is made of; ``name`` tells it from the others of its page, and stays while its word does."""

    name: str
    type: str
    body: Body


def exercises(unit: str, title: str, words: Sequence[Said]) -> Iterator[Exercise]:
    """Yield the exercises of a page, in the order in which they are learned.

    Words that fit no button are met only, and so are those of which there are too few to choose among.

    Args:
        unit: the id of their unit, with which the ids of its items begin.
        title: the name of the workplace.
        words: in the order of the page; no word and no meaning twice.
    """
    short = [word for word in words if len(word.text) <= LONGEST_LABEL]
    for word in words:
        yield Exercise(_met(word), "meet", _meet(title, word))
        if word in short and len(short) >= OPTIONS:
            yield Exercise(f"{word.id}_choose", "choose_word", _choose(unit, word, short))
    for number, some in enumerate(_rounds([word for word in words if len(word.meaning) <= LONGEST_LABEL]), start=1):
        yield Exercise(f"pairs_{number}", "match_pairs", _match(title, some))


def _met(word: Said) -> str:
    return f"{word.id}_meet"


def _meet(title: str, word: Said) -> Body:
    return {"situation": title, "word": word.text, **_about(word)}


def _choose(unit: str, word: Said, words: Sequence[Said]) -> Body:
    """The word itself and the next ones of the page; the author's order says nothing, as options are shuffled."""
    at = words.index(word)
    others = [words[(at + step) % len(words)] for step in range(1, OPTIONS)]
    options = {key: {"word": other.text, "reason": _says(other)} for key, other in zip(KEYS[1:], others, strict=False)}
    return {
        "situation": word.meaning,
        "options": {KEYS[0]: {"word": word.text}, **options},
        "right": KEYS[0],
        "reason": _says(word),
        **_about(word),
        "about": f"{unit}.{_met(word)}",
    }


def _match(title: str, words: Sequence[Said]) -> Body:
    pairs = {
        key: {"word": word.text, "text": word.meaning, "reason": _says(word)}
        for key, word in zip(KEYS, words, strict=False)
    }
    every = " ".join(f"{_says(word)}." for word in words)
    example = words[0].sentence or words[0].text
    return {"situation": title, "pairs": pairs, "reason": every, "meaning": every, "example": example}


def _about(word: Said) -> dict[str, str]:
    image = {"image": word.image} if word.image else {}
    return {"meaning": _says(word), "example": word.sentence or word.text, **image}


def _says(word: Said) -> str:
    return f"{word.text}: {word.meaning}"


def _rounds(words: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """Yield the words four by four; what is left over at the end is enough for pairs, or is met and chosen only."""
    if len(words) >= MOST:
        parts = (words[begin : begin + MOST] for begin in range(0, len(words), MOST))
        yield from (part for part in parts if len(part) >= FEWEST)
