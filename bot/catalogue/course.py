"""The course: what is published, in memory, for one region."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from bot.catalogue import guides, targets
from bot.catalogue.guides import FIELD_PREFIX, Region, Skill, SkillField, Tip, Unit
from bot.catalogue.images import name_of
from bot.catalogue.regions import PREFIX, shows
from bot.catalogue.targets import InterviewQuestion, Job, Training
from bot.i18n import Content
from bot.learning.items import Explained, Item, Line
from bot.learning.lookup import Lookup
from bot.safeguarding.phrasebook import Phrasebook
from bot.speech.sound import Sound
from bot.store import Store, entries, workplace_entries
from bot.store.entries import Row

LOOK_AGAIN = timedelta(seconds=1)
"""How often at most the store is asked whether something newer was published."""


class NotPublished(LookupError):
    """Something is asked of the course that was never published."""


def explained(item: Item, line: Line) -> Content | str:
    """A line of an item: words to be translated where they are explained, target words as they are."""
    return Content(f"{item.id}.{line.field}", line.text) if isinstance(line, Explained) else line.text


@dataclass(frozen=True)
class Course:
    """What is published for a region, as it may be shown on ``day``; items and tips in the authors' order.

    ``images`` says of each picture what is to be seen in it. ``workplaces`` are the words of workplaces, by the team
    that gets them: the course itself has none of these, that of a ``team`` (see ``of_team``) its own, ``own_words``.
    """

    store: Store
    day: date
    region: Region
    items: Mapping[str, Item]
    units: Mapping[str, Unit]
    all_tips: Mapping[str, Tip]
    skill_fields: Mapping[str, SkillField]
    skills: Mapping[str, Skill]
    interview: Mapping[str, InterviewQuestion]
    jobs: Mapping[str, Job]
    all_training: tuple[Training, ...]
    images: Mapping[str, Content]
    phrases: Phrasebook
    state: tuple[tuple[str, int, int], ...]
    workplaces: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    team: str = ""
    own_words: frozenset[str] = frozenset()
    _old: dict[tuple[str, int], Item] = field(default_factory=dict)
    _of_teams: dict[str, "Course"] = field(default_factory=dict, init=False)

    @classmethod
    def read(cls, store: Store, region: str, day: date) -> "Course":
        """Read what is published now. Raises NotPublished when the region is not."""
        state, published = entries.state(store), entries.current(store)
        about_region = _region_body(published, region)
        here = guides.region(region, about_region, day)
        rows = [row for row in published if shows(region, here.target, row.id, row.body)]
        return cls(
            store=store,
            day=day,
            region=here,
            items={row.id: _item(row) for row in _of(rows, "item")},
            units={row.id: guides.unit(row.id, row.body) for row in _of(rows, "unit")},
            all_tips={row.id: guides.tip(row.id, row.body, here.facts, day) for row in _of(rows, "tip")},
            skill_fields=_skill_fields(rows),
            skills={row.id: guides.skill(row.id, row.body) for row in _of(rows, "skill")},
            interview={row.id: targets.interview_question(row.id, row.body) for row in _of(rows, "interview")},
            jobs={row.id: targets.job(row.id, row.body) for row in _of(rows, "job")},
            all_training=targets.trainings(about_region, here.facts, day),
            images=_images(rows),
            phrases=Phrasebook.from_raw(row.body for row in _of(rows, "safeguarding")),
            state=state,
            workplaces=_workplaces(store, region, here.target),
        )

    def of_team(self, team: str | None) -> "Course":
        """The course with the words of a team's workplaces; this one when the team has none."""
        rows = list(self.workplaces.get(team or "", ()))
        if not team or not rows:
            return self
        if team not in self._of_teams:
            own = {row.id: _item(row) for row in _of(rows, "item")}
            units = {row.id: guides.unit(row.id, row.body) for row in _of(rows, "unit")}
            self._of_teams[team] = replace(
                self,
                items={**self.items, **own},
                units={**self.units, **units},
                images={**self.images, **_images(rows)},
                team=team,
                own_words=frozenset(own),
            )
        return self._of_teams[team]

    @cached_property
    def words(self) -> Lookup:
        """The words that the course teaches, to look one up."""
        return Lookup(self.items.values())

    def sound(self, words: str, slow: bool = False) -> Sound:
        """Words of the target language, to be heard; as they were recorded for the team, if they were."""
        return Sound(words, self.region.target, slow, team=self.team)

    def tips(self, topic: str) -> tuple[Tip, ...]:
        """The tips about a topic; none when nobody wrote one."""
        return tuple(tip for tip in self.all_tips.values() if tip.topic == topic)

    def track(self, topic: str) -> tuple[Tip, ...]:
        """The tips of a topic that are steps of one way, in their order; none when it has no such way."""
        return tuple(tip for tip in self.tips(topic) if tip.step)

    def tip(self, tip_id: str) -> Tip | None:
        """A tip by its id; None when it is not, or no longer, published."""
        return self.all_tips.get(tip_id)

    def skills_in(self, field: str) -> tuple[Skill, ...]:
        """The cards of a group of skills; none when there is no such group."""
        return tuple(skill for skill in self.skills.values() if skill.field == field)

    def skill(self, skill_id: str) -> Skill | None:
        """A skill, also one whose card is no longer published: who has it keeps it. None when it never was."""
        if skill_id in self.skills:
            return self.skills[skill_id]
        row = entries.newest(self.store, skill_id)
        return guides.skill(row.id, row.body) if row and row.kind == "skill" else None

    def training_for(self, job_id: str) -> tuple[Training, ...]:
        """The training that leads to a job; none when nobody wrote of any."""
        return tuple(one for one in self.all_training if job_id in one.jobs)

    def has_items(self, sector: str) -> bool:
        """Whether there is anything to practise for this sector beyond what all share."""
        return any(item.sector == sector for item in self.items.values())

    def type_of(self, item_id: str) -> str | None:
        """The type of a published item; None when it is not, or no longer, published."""
        return self.items[item_id].type if item_id in self.items else None

    def item_at(self, item_id: str, revision: int) -> Item:
        """An item in the revision that was shown, old or retired too. Raises NotPublished if it never was."""
        item = self.items.get(item_id)
        if item and item.revision == revision:
            return item
        if (item_id, revision) not in self._old:
            row = entries.at(self.store, item_id, revision)
            if row is None:
                raise NotPublished(f"{item_id} has no revision {revision}")
            self._old[item_id, revision] = _item(row)
        return self._old[item_id, revision]

    def items_at(self, revisions: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Item]:
        """Items in the revisions that were shown, asked for at once; one that never was published is left out."""
        found = {(item.id, item.revision): item for item in (self.items.get(key) for key, _ in revisions) if item}
        missing = {*revisions} - found.keys() - self._old.keys()
        if missing:
            self._old.update({(row.id, row.revision): _item(row) for row in entries.several(self.store, missing)})
        found.update(self._old)
        return {one: found[one] for one in revisions if one in found}

    def body(self, item_id: str, revision: int) -> Mapping[str, Any]:
        """What ``item_at`` holds for its item type."""
        return self.item_at(item_id, revision).body

    def stale(self, store: Store) -> bool:
        """Whether something else is published by now."""
        return entries.state(store) != self.state


class Courses:
    """The course of today: read again when something was published, and when a new day begins in the region.

    Args:
        store: where the content is published.
        region: the region's id, such as ``be-vlg``.
        clock: tells the time, in UTC.
    """

    def __init__(self, store: Store, region: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._region = region
        self._clock = clock
        self._course: Course | None = None
        self._looked_at: datetime | None = None

    def current(self) -> Course:
        """The course as it is now. Raises NotPublished when the region is not published."""
        now = self._clock()
        if self._course is None or self._is_over(self._course, now):
            self._course = self._read(now)
        return self._course

    def _is_over(self, course: Course, now: datetime) -> bool:
        if self._looked_at is not None and now - self._looked_at < LOOK_AGAIN:
            return False
        self._looked_at = now
        return course.day != now.astimezone(course.region.zone).date() or course.stale(self._store)

    def _read(self, now: datetime) -> Course:
        course = Course.read(self._store, self._region, now.date())
        day = now.astimezone(course.region.zone).date()
        return course if course.day == day else Course.read(self._store, self._region, day)


def _region_body(rows: list[Row], region: str) -> Mapping[str, Any]:
    for row in rows:
        if row.id == f"{PREFIX}{region}":
            return row.body
    raise NotPublished(f"The region {region} is not published: run `werkmaat content import`")


def _of(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.kind == kind]


def _images(rows: list[Row]) -> dict[str, Content]:
    return {name_of(row.id): Content(f"{row.id}.alt", row.body["alt"]) for row in _of(rows, "image")}


def _workplaces(store: Store, region: str, target: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for team, row in workplace_entries.current(store):
        if shows(region, target, row.id, row.body):
            found.setdefault(team, []).append(row)
    return found


def _skill_fields(rows: list[Row]) -> dict[str, SkillField]:
    names = {row.id.removeprefix(FIELD_PREFIX): row.body for row in _of(rows, "skill_field")}
    return {name: guides.skill_field(name, body) for name, body in names.items()}


def _item(row: Row) -> Item:
    fields = {name: row.body[name] for name in ("type", "unit", "sector", "level", "body", "target")}
    return Item(id=row.id, position=row.position, revision=row.revision, **fields)
