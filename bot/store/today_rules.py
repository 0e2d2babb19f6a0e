"""How organisations set the rules of the page of today. A rule that nobody set is as usual."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import Staff, TodayRule


def of(session: Session, organisation_id: str) -> Mapping[str, Mapping[str, Any]]:
    """What an organisation set, by rule."""
    theirs = select(TodayRule.rule, TodayRule.values).where(TodayRule.organisation_id == organisation_id)
    return dict(session.execute(theirs).tuples().all())


def put(store: Store, member: Staff, rule: str, values: Mapping[str, Any], now: datetime) -> None:
    """Set a rule for a member's organisation."""
    with store.writing() as session:
        kept = session.get(TodayRule, (member.organisation_id, rule), with_for_update=True)
        if kept is None:
            kept = TodayRule(organisation_id=member.organisation_id, rule=rule)
            session.add(kept)
        kept.values, kept.set_by, kept.set_at = dict(values), member.id, now


def take_back(store: Store, member: Staff, rule: str) -> None:
    """Let a rule be as usual again."""
    with store.writing() as session:
        kept = session.get(TodayRule, (member.organisation_id, rule), with_for_update=True)
        if kept is not None:
            session.delete(kept)
