"""Exchange, joined: what learners see and hear, beside the packs that go out and come in."""

from collections.abc import Callable
from functools import partial

from bot.catalogue.course import Courses
from bot.catalogue.exchange.media import Media, recorded
from bot.catalogue.exchange.parcels import PackUp, written
from bot.catalogue.translating.studio import Translating
from bot.settings import CONTENT, LOCALES
from bot.store import Store


def media(store: Store, courses: Courses, picture: Callable[[str], bytes | None]) -> Media:
    """What learners see and hear; ``picture`` finds a picture that is published."""
    return Media(
        picture=lambda name: picture(name) if name in courses.current().images else None,
        recordings=partial(recorded, store, CONTENT, LOCALES),
    )


def packer(found: Media, translating: Translating) -> PackUp:
    """What makes a zip of a pack."""
    return partial(written, media=found, translating=translating, content=CONTENT)
