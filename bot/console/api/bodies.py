"""What the answers of the API look like; their JSON schemas are taken from here."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class Body(BaseModel):
    """An answer, or a part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Learner(Body):
    """A learner who agreed that their progress leaves Werkmaat with their name."""

    id: str
    name: str | None = Field(description="As they are called on Telegram, unless they chose another name.")
    language: str = Field(description="Their own language, as a code of ISO 639-1.")
    sector: str | None = Field(description="The work that they practise for.")
    level: str = Field(description="Of the exercises that they get: pre-A1, A1, A2 or B1.")
    enrolled_on: date
    counsellors: list[str] = Field(description="The names of who works with them.")


class LearnerInDetail(Learner):
    """A learner with what goes well. It is no mark and no attendance: nobody is obliged to practise."""

    days_in_28: int = Field(description="Days with practice among the last 28.")
    lessons: int = Field(description="Lessons that they finished.")
    at_work: int = Field(description="Missions that they did at work.")
    confirmed_at_work: int = Field(description="How many of these somebody at work confirmed.")
    strengths: list[str] = Field(description="The units that hold best, by their ids.")


class Week(Body):
    """A week from its Monday on."""

    monday: date
    days: int = Field(ge=0, le=7, description="Days with practice.")


class Unit(Body):
    """A part of the course."""

    id: str
    title: str
    can_do: str = Field(description="What a learner can do after it.")


class Group(Body):
    """A class or a course."""

    id: str
    name: str
    leader: str = Field(description="The name of who leads it.")
    learners: list[str] = Field(description="Ids of those who agreed that their progress leaves Werkmaat.")


class Page(Body):
    """A page of a longer list."""

    next: str | None = Field(description="The `cursor` of the next page; null on the last one.")


class Learners(Page):
    """A page of learners."""

    data: list[Learner]


class Weeks(Body):
    """The weeks since the first practice, at most 52; the present one is the last."""

    data: list[Week]


class Units(Page):
    """A page of units, in the order of the course."""

    data: list[Unit]


class Groups(Page):
    """A page of groups."""

    data: list[Group]


class ProblemDetails(Body):
    """Why something was not answered (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
