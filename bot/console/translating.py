"""What the pages about translations share: the language of the address, its lines, and a leaf of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from bot.catalogue.phrasing import Finding
from bot.catalogue.translating.lines import Line
from bot.console.visit import Visit

A_LEAF = 20

STATES: Mapping[str, Callable[[Line], bool]] = {
    "missing": lambda line: line.missing,
    "stale": lambda line: line.stale,
    "unreviewed": lambda line: line.translated and not line.reviewed,
    "doubted": lambda line: line.doubts > 0,
}
"""What can be asked for; ``console.translation.state.<name>`` says it."""


@dataclass(frozen=True)
class Wish:
    """Which lines are asked for: of a part, in a state, with words; those behind or before the one of a key."""

    part: str = ""
    state: str = ""
    words: str = ""
    after: str = ""
    before: str = ""

    @property
    def query(self) -> str:
        """Behind the question mark, but for the place."""
        asked = {"part": self.part, "state": self.state, "words": self.words}
        return urlencode({name: value for name, value in asked.items() if value})


@dataclass(frozen=True)
class Leaf:
    """Lines on one page, how many fit the wish in all, and whether any stand before and behind."""

    lines: Sequence[Line]
    count: int
    is_first: bool
    is_last: bool


def language_of(visit: Visit) -> str:
    """The language of the address. Raises HTTPException (404) when nobody speaks it here."""
    language = visit.path("language")
    if language not in visit.desk.translating.languages:
        raise HTTPException(404)
    return language


def wish_of(source: Callable[[str], str]) -> Wish:
    """What is asked for; ``source`` gives a value by its name."""
    state = source("state")
    return Wish(
        part=source("part"),
        state=state if state in STATES else "",
        words=source("words")[:100],
        after=source("after"),
        before=source("before"),
    )


def leaf(lines: Sequence[Line], wish: Wish) -> Leaf:
    """One page of what is asked for. A line that no longer fits still says where to go on."""
    places = {line.key: place for place, line in enumerate(lines)}
    fits = [line for line in lines if _fits(line, wish)]
    if wish.before in places:
        earlier = [line for line in fits if places[line.key] < places[wish.before]]
        shown = earlier[-A_LEAF:]
    else:
        begin = places.get(wish.after, -1)
        shown = [line for line in fits if places[line.key] > begin][:A_LEAF]
    if not shown:
        shown = fits[:A_LEAF]
    return Leaf(shown, len(fits), fits[:1] == shown[:1], fits[-1:] == shown[-1:])


def line_of(lines: Sequence[Line], key: str) -> Line:
    """The line of a key. Raises HTTPException (404) when there is none."""
    found = next((line for line in lines if line.key == key), None)
    if found is None:
        raise HTTPException(404)
    return found


def said(visit: Visit, finding: Finding) -> str:
    """A finding, in the language of the page."""
    name = finding.values.get("name")
    values = {**finding.values, "placeholder": f"{{{name}}}"} if name else finding.values
    return visit.words(f"console.translation.problem.{finding.kind}", **values)


def part_name(visit: Visit, part: str) -> str:
    """How a part is called: a sector and its level, or a kind."""
    if "/" not in part:
        return visit.words(f"console.translation.part.{part}")
    _, sector, level = part.split("/")
    names = {one.id: one.name for one in visit.desk.courses.current().region.sectors}
    return f"{visit.say(names[sector]) if sector in names else visit.words('console.translation.shared')} {level}"


def _fits(line: Line, wish: Wish) -> bool:
    if wish.part and line.phrase.part != wish.part:
        return False
    if wish.state and not STATES[wish.state](line):
        return False
    return not wish.words or wish.words.casefold() in _read(line)


def _read(line: Line) -> str:
    """All that can be searched for."""
    return "\n".join((line.phrase.context, *line.source, line.english, *line.forms)).casefold()
