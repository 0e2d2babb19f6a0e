"""The course, and an exercise of each type that it has none of: a new type is met here before anybody wrote with it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.learning.items import item_types
from bot.learning.levels import LEVELS
from bot.store import Store, from_files
from bot.store.entries import Form
from tests.fakes.course import course_forms
from tests.learning.specimens import specimens


def publish_every_type(store: Store, now: datetime) -> None:
    """Publish the project's course with the specimens that it lacks."""
    forms = course_forms()
    from_files.publish(store, [*forms, *_missing(forms)], now)


def _missing(forms: Sequence[Form]) -> Iterator[Form]:
    items = [form for form in forms if form.kind == "item"]
    for name in sorted(item_types().keys() - {form.body["type"] for form in items}):
        # Of a level that no lesson here comes to: they are shown where a test asks for them.
        body = {**items[0].body, "type": name, "level": LEVELS[-1], "body": specimens(name)[0]["body"]}
        yield Form(f"{items[0].id}.{name}", "item", body, digest=name)
