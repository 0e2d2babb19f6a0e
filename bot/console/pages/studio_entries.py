"""/studio/entries: entries by kind, pack, unit, state and words, page by page."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.responses import Response

from bot.catalogue.kinds import KINDS
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import pack_name, unit_name
from bot.console.visit import Visit
from bot.store import shelves
from bot.store.labels import State
from bot.store.shelves import Wish

LONGEST_SEARCH = 100


def show(visit: Visit) -> Response:
    """One page of the list."""
    wish = _wish(visit)
    found, more = shelves.page(visit.desk.store, wish)
    return visit.page(
        "studio_entries.html",
        wish=wish,
        found=found,
        after=found[-1].entry_id if more else None,
        units=shelves.units(visit.desk.store, wish.pack) if wish.pack else [],
        pack=pack_name(visit, wish.pack),
        unit=unit_name(visit, wish.unit) if wish.unit else "",
        sector=_own_sector(visit, wish.pack),
        kinds=KINDS,
        states=list(State),
        address=lambda **changes: _address(wish, changes),
    )


def _wish(visit: Visit) -> Wish:
    """What the address asks for."""
    names = ("kind", "pack", "unit", "state", "after")
    asked = {name: visit.query(name)[:LONGEST_SEARCH] for name in names}
    return Wish(**asked, words=visit.query("q")[:LONGEST_SEARCH])


def _own_sector(visit: Visit, pack: str) -> str:
    """The sector of a pack to which units can be added; empty where another language is learned."""
    target, _, rest = pack.partition("/")
    return rest.partition("/")[0] if target == visit.desk.courses.current().region.target else ""


def _address(wish: Wish, changes: Mapping[str, str]) -> str:
    """The address of the list with something else asked for; other than for a page, it begins at the first one."""
    asked = {**vars(wish), "after": "", **changes}
    asked["q"] = asked.pop("words")
    return "/studio/entries?" + urlencode({name: value for name, value in asked.items() if value})


PAGES = (Page("/studio/entries", show, may=COORDINATING),)
