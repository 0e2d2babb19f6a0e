"""/v1/learners/{learner}: one learner, and what goes well."""

from bot.console.api import bodies, problems
from bot.console.api.calls import Answer, Call, Operation, Parameter
from bot.console.api.v1 import learners
from bot.journeys import outside as journey
from bot.store import outside
from bot.store.api_tokens import Scope
from bot.store.tables import Learner

LEARNER = Parameter("learner", "path", "The id of a learner.", {"type": "string"})


def found(call: Call) -> Learner:
    """The learner of the address. Raises Problem (404) when this token may not tell of them."""
    learner = outside.learner(call.desk.store, call.leave, call.path("learner"))
    if learner is None:
        raise problems.not_found()
    return learner


def shown(call: Call) -> Answer:
    """The learner."""
    learner = found(call)
    names = outside.counsellors(call.desk.store, [learner.id]).get(learner.id, ())
    told = journey.told(call.desk.store, call.course, learner, call.now)
    body = bodies.LearnerInDetail(
        **learners.body(learner, list(names)).model_dump(),
        days_in_28=told.days_in_28,
        lessons=told.lessons,
        at_work=told.at_work,
        confirmed_at_work=told.confirmed,
        strengths=list(told.strengths),
    )
    return Answer(body, about=learner.id)


OPERATION = Operation(
    path="/v1/learners/{learner}",
    name="getLearner",
    summary="One learner, and what goes well.",
    scope=Scope.LEARNERS,
    answer=shown,
    gives=bodies.LearnerInDetail,
    noted="api.learner",
    parameters=(LEARNER,),
)
