"""The tables, by what they are about. Importing this package registers all of them."""

from bot.store.tables.alerts import Alert, AlertEvent, AlertNotice
from bot.store.tables.assigned import AssignedUnit
from bot.store.tables.base import Base
from bot.store.tables.check_ins import CheckIn
from bot.store.tables.content import Entry, Revision
from bot.store.tables.media import SentFile
from bot.store.tables.missions import Mission
from bot.store.tables.not_understood import NotUnderstood
from bot.store.tables.people import Caseload, Consent, Invitation, Learner, Organisation, Staff, Team
from bot.store.tables.placement import ItemDifficulty, Placement
from bot.store.tables.practice import Attempt, Card, Lesson, Showing, TipShown
from bot.store.tables.queues import InboxRow, OutboxRow
from bot.store.tables.recordings import Recording
from bot.store.tables.skills import SkillHeld
from bot.store.tables.talk import Message
from bot.store.tables.voices import Voice
from bot.store.tables.work_words import WorkWord

__all__ = [
    "Alert",
    "AlertEvent",
    "AlertNotice",
    "AssignedUnit",
    "Attempt",
    "Base",
    "Card",
    "Caseload",
    "CheckIn",
    "Consent",
    "Entry",
    "InboxRow",
    "Invitation",
    "ItemDifficulty",
    "Learner",
    "Lesson",
    "Message",
    "Mission",
    "NotUnderstood",
    "Organisation",
    "OutboxRow",
    "Placement",
    "Recording",
    "Revision",
    "SentFile",
    "Showing",
    "SkillHeld",
    "Staff",
    "Team",
    "TipShown",
    "Voice",
    "WorkWord",
]
