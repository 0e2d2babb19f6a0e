"""The tables, by what they are about. Importing this package registers all of them."""

from bot.store.tables.access import ApiToken, Credential, FailedTry, RecoveryCode, StaffCode, StaffSession
from bot.store.tables.alerts import Alert, AlertEvent, AlertNotice
from bot.store.tables.assigned import AssignedUnit
from bot.store.tables.audit import AuditEvent
from bot.store.tables.base import Base
from bot.store.tables.check_ins import CheckIn
from bot.store.tables.content import Draft, Entry, Planned, Remark, Revision
from bot.store.tables.doubts import Doubt
from bot.store.tables.groups import Broadcast, Group, GroupMember
from bot.store.tables.hand_overs import HandOver
from bot.store.tables.labels import Label, Searched
from bot.store.tables.media import SentFile
from bot.store.tables.missions import Mission
from bot.store.tables.not_understood import NotUnderstood
from bot.store.tables.people import Caseload, Consent, Invitation, Learner, Organisation, Staff, Team
from bot.store.tables.placement import ItemDifficulty, Placement
from bot.store.tables.practice import Attempt, Card, Lesson, Showing, TipShown
from bot.store.tables.quality import CountedUntil, ItemSum
from bot.store.tables.queues import InboxRow, OutboxRow
from bot.store.tables.recordings import Recording
from bot.store.tables.skills import SkillHeld
from bot.store.tables.steps import StepTaken
from bot.store.tables.studio_media import StudioFile, StudioRecording
from bot.store.tables.talk import Message, SpokenMessage
from bot.store.tables.today import DigestMail, DigestWish, TodayRule
from bot.store.tables.translation import Translation
from bot.store.tables.voices import Voice
from bot.store.tables.work_words import WorkWord
from bot.store.tables.workplaces import WorkplacePage, WorkplaceWord

__all__ = [
    "Alert",
    "AlertEvent",
    "AlertNotice",
    "ApiToken",
    "AssignedUnit",
    "Attempt",
    "AuditEvent",
    "Base",
    "Broadcast",
    "Card",
    "Caseload",
    "CheckIn",
    "Consent",
    "CountedUntil",
    "Credential",
    "DigestMail",
    "DigestWish",
    "Doubt",
    "Draft",
    "Entry",
    "FailedTry",
    "Group",
    "GroupMember",
    "HandOver",
    "InboxRow",
    "Invitation",
    "ItemDifficulty",
    "ItemSum",
    "Label",
    "Learner",
    "Lesson",
    "Message",
    "Mission",
    "NotUnderstood",
    "Organisation",
    "OutboxRow",
    "Placement",
    "Planned",
    "Recording",
    "RecoveryCode",
    "Remark",
    "Revision",
    "Searched",
    "SentFile",
    "Showing",
    "SkillHeld",
    "SpokenMessage",
    "Staff",
    "StaffCode",
    "StaffSession",
    "StepTaken",
    "StudioFile",
    "StudioRecording",
    "Team",
    "TipShown",
    "TodayRule",
    "Translation",
    "Voice",
    "WorkWord",
    "WorkplacePage",
    "WorkplaceWord",
]
