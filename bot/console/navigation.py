"""What stands around a page: the ways to the others that somebody may open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.console.page import Page
from bot.store.people import Role
from bot.store.staff_sessions import Opened

WAYS = {
    "/today": "today",
    "/learners": "learners",
    "/talk": "talk",
    "/groups": "groups",
    "/workplaces": "workplaces",
    "/studio": "studio",
    "/reports": "reports",
    "/staff": "staff",
    "/audit": "audit",
    "/tokens": "tokens",
    "/status": "status",
    "/account": "account",
}
"""The main pages in their order; ``console.nav.<name>`` is what leads to each, and its icon has that name."""


@dataclass(frozen=True)
class Way:
    """One way: its address, its name, and whether the page at hand is there."""

    path: str
    name: str
    here: bool


class Frame:
    """Knows who may go where."""

    def __init__(self, pages: Iterable[Page], demo: bool) -> None:
        self._may = {page.path: page.may for page in pages if page.method == "GET" and page.path in WAYS}
        self._demo = demo

    def around(self, opened: Opened | None, path: str) -> Mapping[str, Any]:
        """What the frame of a page shows."""
        member = opened.member if opened and opened.session.proven else None
        ways = self._ways(Role(member.role), path) if member else []
        return {"ways": ways, "member": member, "phone": self._demo}

    def _ways(self, role: Role, path: str) -> list[Way]:
        open_ones = [(way, name) for way, name in WAYS.items() if role in (self._may.get(way) or ())]
        return [Way(way, name, path == way or path.startswith(f"{way}/")) for way, name in open_ones]
