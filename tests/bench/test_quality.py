"""The benchmark of the quality numbers: on a small world it counts everything once, and then what a day adds."""

from pathlib import Path

from bench.console.worlds import recipe, world
from bench.quality.counting import COLUMNS, row
from bot.store import Store
from tests.fakes.house import MONDAY_NOON


def test_everything_is_counted_once(tmp_path: Path) -> None:
    what = recipe(tmp_path, 1, lives=2, attempts=12)
    with world(tmp_path, "sqlite", 30, what) as url:
        store = Store(url)
        name, lessons, *numbers = row("first", store, MONDAY_NOON)
        assert name == "first"
        assert int(lessons) > 30
        assert len(numbers) == len(COLUMNS) - 2
        assert all(float(one) >= 0 for one in numbers)
        assert row("again", store, MONDAY_NOON)[1] == "0"
        store.close()
