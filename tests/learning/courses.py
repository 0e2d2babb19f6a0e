"""Small courses and memories for tests."""

from datetime import UTC, datetime, timedelta

from bot.learning.attempts import Attempt
from bot.learning.items import Grade, Item
from bot.learning.recall import Memory, review

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def item(
    key: str, *, unit: str = "", level: str = "pre-A1", safety: bool = False, kind: str = "choose_word", word: str = ""
) -> Item:
    """Make an item; its unit, if none is given, and its sector are the beginning of its id."""
    unit = unit or key.rpartition(".")[0]
    body = {"safety": "yes"} if safety else {}
    return Item(key, kind, unit, key.split(".")[0], level, 1, 1, {**body, **({"about": word} if word else {})})


def remembered(key: str, *answers: bool, ago: timedelta = DAY, gap: timedelta = 3 * DAY) -> Memory:
    """Make the memory of answers (right or not), the last one `ago` before NOW, a `gap` apart."""
    memory = None
    for place, right in enumerate(answers):
        memory = review(memory, key, right, NOW - ago - gap * (len(answers) - 1 - place))
    assert memory
    return memory


def attempt(key: str, right: bool, ago: timedelta = timedelta(0)) -> Attempt:
    """Make an attempt that was right or wrong, `ago` before NOW."""
    return Attempt(key, Grade.RIGHT if right else Grade.WRONG, NOW - ago)
