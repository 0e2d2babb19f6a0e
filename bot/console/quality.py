"""Quality numbers as pages show them: written out, and drawn with a table behind each figure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.console.figures import About, Drawn, Mark, bars, columns
from bot.console.visit import Visit
from bot.i18n import Part
from bot.journeys import quality
from bot.journeys.quality import SHARES, Formed
from bot.learning.quality import Asked, Numbers, Reason, Share
from bot.learning.quality.sums import FINENESS, begin_of


@dataclass(frozen=True)
class Told:
    """A number by its name (``console.quality.number.<name>``): as it is read, and what it may be by chance."""

    name: str
    said: str
    between: str = ""


def why(visit: Visit, one: quality.Looked, reason: Reason) -> str:
    """A reason to look at an item, as a sentence."""
    return visit.say(quality.why(one.item, reason, lambda code: language(visit, code), visit.formats.percent))


def language(visit: Visit, code: str) -> str:
    """What a language is called on the page."""
    return visit.desk.catalogues.language_name(code, visit.language)


def told(visit: Visit, known: Numbers) -> list[Told]:
    """All numbers of an item."""
    shares = [_share(visit, name, getattr(known, name)) for name in SHARES]
    few = visit.words("console.quality.too_few")
    seconds = few if known.seconds is None else visit.words("console.quality.seconds", number=round(known.seconds))
    found = known.discrimination
    discrimination = visit.formats.number(round(found.value, 2)) if found else few
    return [*shares, Told("seconds", seconds), Told("discrimination", discrimination)]


def of_units(visit: Visit, shares: Mapping[str, Share], titles: Mapping[str, Part]) -> Drawn:
    """How often answers were right at the first try, by unit."""
    return _bars(visit, "units", ((visit.say(titles[unit]), share) for unit, share in shares.items() if unit in titles))


def of_options(visit: Visit, form: Formed, one: Asked, number: int) -> Drawn:
    """How many tapped each option of a question, which is the so manieth of its item."""
    tapped = {key: form.numbers.chosen.get(key, 0) for key in one.labels}
    whole = sum(tapped.values()) or 1
    labels = {key: visit.say(quality.label(form.item, key)) for key in one.labels}
    marks = [
        _mark(visit, labels[key], Share(count, whole), _right(visit, key in one.right)) for key, count in tapped.items()
    ]
    about = _about(visit, "options", f"{form.item.revision}-{number}")
    heads = [*_heads(visit, "options"), visit.words("console.quality.head.right_option")]
    return Drawn(about, heads, marks, bars(about, marks, 100))


def of_languages(visit: Visit, form: Formed) -> Drawn:
    """How often speakers of each language were right at the first try."""
    known = {code: numbers.right for code, numbers in form.by_language.items()}
    pairs = [(language(visit, code), share) for code, share in known.items() if share]
    return _bars(visit, "languages", pairs, str(form.item.revision))


def of_places(visit: Visit, shares: Mapping[int, Share], name: str = "") -> Drawn:
    """How often a lesson was left at each of its places."""
    about = _about(visit, "places", name)
    marks = [_mark(visit, str(place), share) for place, share in shares.items()]
    return Drawn(
        about, [*_heads(visit, "places"), visit.words("console.quality.head.of")], marks, columns(about, marks)
    )


def of_times(visit: Visit, form: Formed) -> Drawn:
    """How long answers took: each column is twice as long as the one before."""
    doublings = Counter[int]()
    for step, count in form.numbers.times.items():
        doublings[step // FINENESS] += count
    about = _about(visit, "times", str(form.item.revision))
    steps = range(min(doublings), max(doublings) + 1) if doublings else ()
    marks = [Mark(_seconds(visit, step), doublings[step], visit.formats.number(doublings[step])) for step in steps]
    return Drawn(about, _heads(visit, "times"), marks, columns(about, marks))


def _bars(visit: Visit, kind: str, shares: Iterable[tuple[str, Share]], name: str = "") -> Drawn:
    about = _about(visit, kind, name)
    marks = [_mark(visit, label, share) for label, share in shares]
    return Drawn(about, [*_heads(visit, kind), visit.words("console.quality.head.of")], marks, bars(about, marks, 100))


def _share(visit: Visit, name: str, share: Share | None) -> Told:
    if share is None:
        return Told(name, visit.words("console.quality.too_few"))
    low, high = visit.formats.percent(share.low), visit.formats.percent(share.high)
    between = visit.words("console.quality.between", low=low, high=high)
    return Told(name, visit.formats.percent(share.value), between)


def _mark(visit: Visit, label: str, share: Share, word: str = "") -> Mark:
    number = visit.formats.number
    of = visit.words("console.quality.of", count=number(share.count), whole=number(share.whole))
    return Mark(label, 100 * share.value, visit.formats.percent(share.value), word or of)


def _right(visit: Visit, right: bool) -> str:
    return visit.words(f"console.quality.option.{'right' if right else 'wrong'}")


def _seconds(visit: Visit, step: int) -> str:
    first, last = (round(begin_of(FINENESS * one)) for one in (step, step + 1))
    return visit.words("console.quality.seconds_between", first=first, last=last)


def _about(visit: Visit, kind: str, name: str = "") -> About:
    title, description = (visit.words(f"console.quality.{part}.{kind}") for part in ("figure", "about"))
    return About(f"{kind}-{name}" if name else kind, title, description)


def _heads(visit: Visit, kind: str) -> list[str]:
    """What stands above the rows of a figure's table, and above its numbers."""
    return [visit.words(f"console.quality.head.{kind}"), visit.words(f"console.quality.head.number.{kind}")]
