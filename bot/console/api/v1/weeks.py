"""/v1/learners/{learner}/weeks: on how many days of each week somebody practised."""

from bot.console.api import bodies
from bot.console.api.calls import Answer, Call, Operation
from bot.console.api.v1.learner import LEARNER, found
from bot.journeys import outside
from bot.store.api_tokens import Scope


def listed(call: Call) -> Answer:
    """The weeks since the first practice."""
    learner = found(call)
    weeks = outside.weeks(call.desk.store, call.course, learner, call.now)
    data = [bodies.Week(monday=week.monday, days=week.days) for week in weeks]
    return Answer(bodies.Weeks(data=data), about=learner.id)


OPERATION = Operation(
    path="/v1/learners/{learner}/weeks",
    name="listWeeksOfLearner",
    summary="On how many days of each week a learner practised.",
    scope=Scope.LEARNERS,
    answer=listed,
    gives=bodies.Weeks,
    noted="api.weeks",
    parameters=(LEARNER,),
)
