"""What is asked of the store for a report: of whom, when, and by what things are counted."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.anonymous.period import Period
from bot.learning.items import item_types
from bot.learning.syllabus import SHARED
from bot.store.tallies.counted import Keys
from bot.store.tallies.scope import Scope


def scope(organisation_id: str, period: Period, zone: ZoneInfo) -> Scope:
    """Return whose learners are counted, from the first midnight of the period to the one after its last day."""
    begin, end = _midnight(period.first, zone), _midnight(period.last + timedelta(days=1), zone)
    return Scope(organisation_id, consent.RECORD, begin, end, period.first, period.last)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def keys(course: Course) -> Keys:
    """Return what the published course says of items, tips, skills and jobs.

    A field of skills lies unused where the target job is in a sector that does not use it. Of who has no target job, or
    one that is of every sector, nothing is known.
    """
    types, fields = item_types(), course.skill_fields.items()
    jobs = [job for job in course.jobs.values() if job.sector != SHARED]
    return Keys(
        unit_of={item.id: item.unit for item in course.items.values() if types[item.type].asks},
        topic_of={tip.id: tip.topic for tip in course.all_tips.values()},
        field_of={card.id: card.field for card in course.skills.values()},
        unneeded=[(job.id, key) for job in jobs for key, field in fields if not field.fits(job.sector)],
    )
