"""The table of the console."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from bench.console.contest import Measured, Sizes
from bench.console.export import Exported
from bench.console.pages import Found
from bench.footprint.memory import MIB
from bench.report import Finding
from bench.turn.sample import middle, ratio

NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
PAGES, FLAT = "at most 1.5", "flat"


def finding(sizes: Sizes, found: Mapping[str, Measured]) -> Finding:
    """What was found on each kind of database, by its name."""
    few, some, many = (f"{number:,}" for number in (sizes.few, sizes.some, sizes.many))
    sides = list(found.values())
    first = sides[0]
    pages = (_page(name, [side.pages[name] for side in sides]) for name in first.pages)
    exports = (
        (
            f"{name}: MiB more, for {some} and for {many}",
            *chain(*(_more(side.exports[name]) for side in sides)),
            "",
            FLAT,
        )
        for name in first.exports
    )
    columns = ("", *chain(*((f"{NAMES[name]}, {few}", many, "ratio") for name in found)), "queries", "target")
    return Finding(f"The console with {many} learners", columns, (*pages, *exports), (*_notes(sizes, found),))


def _page(name: str, sides: Sequence[tuple[Found, Found]]) -> tuple[str, ...]:
    times = ((middle(few.seconds), middle(many.seconds), ratio(many.seconds, few.seconds)) for few, many in sides)
    return (name, *chain(*times), _queries([found.queries for side in sides for found in side]), PAGES)


def _queries(each: Sequence[Sequence[int]]) -> str:
    """How many queries a page takes; several numbers when they are not the same everywhere."""
    alike = all(one == each[0] for one in each)
    ranges = dict.fromkeys(_range(one) for one in each)
    return next(iter(ranges)) if alike else f"not alike: {'; '.join(ranges)}"


def _range(numbers: Sequence[int]) -> str:
    return f"{min(numbers)}" if min(numbers) == max(numbers) else f"{min(numbers)} to {max(numbers)}"


def _more(both: tuple[Exported, Exported]) -> tuple[str, str, str]:
    some, many = both
    return (f"{some.memory / MIB:.1f}", f"{many.memory / MIB:.1f}", "")


def _notes(sizes: Sizes, found: Mapping[str, Measured]) -> Iterator[str]:
    yield (
        f"Milliseconds, medians of {sizes.rounds}: the same counsellor with the same 50 learners, of whom each made"
        f" {sizes.attempts} attempts or a few more, asks for the same pages by turns in a database with {sizes.few:,}"
        f" learners and in one with {sizes.many:,}, and as many attempts each. Behind the last two numbers stand the"
        " queries that a page takes: the same ones in both, on both kinds of database, for whatever learner."
    )
    yield from (_export_note(NAMES[name], side.exports) for name, side in found.items())


def _export_note(database: str, exports: Mapping[str, tuple[Exported, Exported]]) -> str:
    taken = (
        f"{name} {many.size / MIB:.1f} MiB in {many.seconds:.0f} s ({some.seconds:.1f} s for the smaller one)"
        for name, (some, many) in exports.items()
    )
    return f"{database}: {', '.join(taken)}."
