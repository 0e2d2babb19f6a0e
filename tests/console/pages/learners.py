"""Amina's page as Els sees it, for tests of it and of what can be done there."""

import re
from html import unescape

import httpx

from bot.journeys import consent
from bot.store import Store, audit
from bot.store.tables import Learner, Staff
from tests.console.desks import Console
from tests.fakes.portraits import NOW, add_amina, add_els, agrees
from tests.fakes.stores import HOME

ALL = (consent.SHARING, consent.SKILLS, consent.MOODS)


def open_console(console: Console, *kinds: str, notice: str = consent.NOTICE) -> tuple[Staff, Learner]:
    """Els, whose pages are in English, and Amina, who agreed to these."""
    console.now = NOW
    els = add_els(console.store, language="en")
    amina = add_amina(console.store)
    agrees(console.store, amina, *kinds, notice=notice)
    return els, amina


def read(answer: httpx.Response) -> str:
    """The page as one line, with every sign as it is read."""
    return unescape(re.sub(r"\s+", " ", answer.text))


def noted(store: Store) -> list[tuple[str, str | None]]:
    """What the audit keeps, the first thing first: what was done, and to whom."""
    return [(one.what, one.about) for one in reversed(audit.page(store, HOME))]
