"""The benchmark of recall: what it measures, as a table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise
from statistics import median

from bench.numbers import percentile
from bench.progress import bar
from bench.recall.answers import read_log
from bench.recall.contest import KINDS, OURS, PY_FSRS, Results, compete, predict
from bench.recall.practice import Outcome
from bench.report import Finding, Options

LEARNERS, QUICK = 40, 3

NONE = "–"

COLUMNS = ("Learners, scheduler", "Reviews for one retained item", "Retained", "Werkmaat for as much", "Log-loss")

NOTES = (
    "Reviews for one retained item: all answers of 180 days, divided by the items that the learner would recall, by"
    " the simulation's truth, on an evening of the last 28 days. Medians, with quartiles. A scheduler can save"
    " reviews by forgetting: so beside it stand the share of the items met that is retained, and what Werkmaat's"
    " FSRS would need if it aimed at just that share (–: no aim from 0.75 to 0.98 gets there; the bot aims at 0.9).",
    "Learners practise on 3 to 7 days a week, at about the same hour, with two new items each time. What is due"
    " that day is asked; what was missed, or is due again the same day, comes back once at the end. Half-life:"
    " forgets exponentially. Power law: forgets fast and then slower, slips (5 %), guesses (25 %), learns unevenly."
    " The numbers of both were fitted to one person's public py-fsrs review log; how much learners differ is"
    " assumed. Simulations are not people.",
    "Log-loss: mean surprise at answers that came 12 hours or more after the last (natural logarithm, smaller is"
    " better, predictions kept within 0.001 and 0.999). Simulated learners are asked after gaps of chance, the same"
    " for all. What only sets a waiting time is taken to forget exponentially, with 90 % left when it asks again."
    " py-fsrs counts whole days and so is sure of what comes after less than one; Werkmaat counts nights.",
    "All grade in two: right is Good to FSRS and 4 to SM-2, wrong is Again and 2. To FSRS no right answer makes an"
    " item easier: what was missed at first is asked rather often later, what was known at first rather seldom.",
)


def measure(options: Options) -> Finding:
    """Compare our recall with other schedulers.

    Raises:
        BadLog: the review log cannot be read; the message says where.
    """
    histories = read_log(options.reviews) if options.reviews else None
    learners = QUICK if options.quick else LEARNERS
    with bar("Simulated learners", learners * len(KINDS)) as done:
        steps = count(1)
        results = {
            kind: compete(mind, learners, options.seed, lambda: done(next(steps))) for kind, mind in KINDS.items()
        }
    log = predict(histories) if histories else {}
    rows = [row for kind, found in results.items() for row in _rows(kind, found)]
    rows += [(f"review log: {name}", NONE, NONE, NONE, f"{loss:.3f}") for name, loss in log.items()]
    return Finding("What recall costs and how well it is predicted", COLUMNS, tuple(rows), tuple(_notes(results, log)))


def at(retention: float, frontier: Sequence[tuple[float, float]]) -> float | None:
    """The cost at a retention, between points of (retention, cost); None outside them."""
    for (low, cheap), (high, dear) in pairwise(sorted(frontier)):
        if low <= retention <= high:
            return cheap + (dear - cheap) * (retention - low) / (high - low)
    return None


def _rows(kind: str, found: Results) -> Iterator[tuple[str, ...]]:
    for name, losses in found.losses.items():
        costs = _costs(found.outcomes[name], found) if name in found.outcomes else (NONE, NONE, NONE)
        yield f"{kind}: {name}", *costs, f"{median(losses):.3f}"


def _costs(outcomes: Sequence[Outcome], found: Results) -> tuple[str, str, str]:
    ours = at(_retention(outcomes), [(_retention(aimed), _cost(aimed)) for aimed in found.aims.values()])
    return (
        _spread([outcome.cost for outcome in outcomes], 1),
        f"{_retention(outcomes):.1%}",
        NONE if ours is None else f"{ours:.1f}",
    )


def _notes(results: Mapping[str, Results], log: Mapping[str, float]) -> Iterator[str]:
    ratios = (f"{_spread(_ratios(found), 2)} ({kind})" for kind, found in results.items())
    learners = len(next(iter(results.values())).outcomes[OURS])
    yield (
        f"{OURS} needs {' and '.join(ratios)} times the reviews of {PY_FSRS} for one retained item, learner by learner;"
        f" {learners} learners of each kind."
    )
    yield from NOTES
    if not log:
        yield "No review log was given (`--reviews`)."


def _ratios(found: Results) -> list[float]:
    pairs = zip(found.outcomes[OURS], found.outcomes[PY_FSRS], strict=True)
    return [ours.cost / theirs.cost for ours, theirs in pairs]


def _spread(values: Sequence[float], digits: int) -> str:
    middle, low, high = (f"{percentile(values, share):.{digits}f}" for share in (0.5, 0.25, 0.75))
    return f"{middle} ({low} to {high})"


def _cost(outcomes: Sequence[Outcome]) -> float:
    return percentile([outcome.cost for outcome in outcomes], 0.5)


def _retention(outcomes: Sequence[Outcome]) -> float:
    return percentile([outcome.retention for outcome in outcomes], 0.5)
