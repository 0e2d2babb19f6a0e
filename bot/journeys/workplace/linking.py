"""The link by which a mentor writes the words of a workplace: until they are sent, or it is two weeks old."""

from datetime import datetime
from random import Random

from bot.store import Store, workplaces
from bot.store.ids import new_code
from bot.store.secrets import hashed
from bot.store.tables import Staff
from bot.store.workplaces import LINK_LIVES, WRITABLE

LONGEST_NAME = 100
"""Characters."""


def make(store: Store, member: Staff, page_id: str, mentor: str, now: datetime, random: Random) -> str | None:
    """Make a link in place of the one before, of which only the hash is kept.

    Args:
        store: where pages are kept.
        member: who makes it.
        page_id: the page's.
        mentor: who will write.
        now: in UTC.
        random: the operating system's.

    Returns:
        Its code; None when the page is none of the member's, or cannot be written now.
    """
    code = new_code(random)
    with store.writing() as session:
        page = workplaces.held(session, member, page_id)
        if page is None or page.state not in WRITABLE:
            return None
        page.mentor = mentor.strip()[:LONGEST_NAME] or None
        page.link_hash, page.link_expires_at = hashed(code), now + LINK_LIVES
        return code


def end(store: Store, member: Staff, page_id: str, now: datetime) -> bool:
    """Let the link lead nowhere from now on. Returns False when there was none that worked."""
    with store.writing() as session:
        page = workplaces.held(session, member, page_id)
        works = page is not None and page.link_expires_at is not None and page.link_expires_at > now
        if page is not None:
            page.link_expires_at = None
        return works
