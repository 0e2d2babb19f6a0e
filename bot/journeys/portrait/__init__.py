"""One learner as their counsellor may see them: strengths first, and nothing that the learner keeps to themselves."""

from bot.journeys.portrait.aloud import Aloud, SaidAloud, said_aloud
from bot.journeys.portrait.practised import AtWork, Practised, Saying
from bot.journeys.portrait.reached import Goal, HardWord, InDetail, TopicRead, UnitStanding, WayStep
from bot.journeys.portrait.shares import Agreed, Shares
from bot.journeys.portrait.whole import Call, Chosen, Portrait, Skill, portrait

__all__ = [
    "Agreed",
    "Aloud",
    "AtWork",
    "Call",
    "Chosen",
    "Goal",
    "HardWord",
    "InDetail",
    "Portrait",
    "Practised",
    "SaidAloud",
    "Saying",
    "Shares",
    "Skill",
    "TopicRead",
    "UnitStanding",
    "WayStep",
    "portrait",
    "said_aloud",
]
