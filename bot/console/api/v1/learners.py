"""/v1/learners: who agreed that their progress leaves Werkmaat with their name."""

from bot.console.api import bodies, paging
from bot.console.api.calls import Answer, Call, Operation
from bot.store import outside
from bot.store.api_tokens import Scope
from bot.store.tables import Learner


def listed(call: Call) -> Answer:
    """A page of learners."""
    most, after = paging.limit(call), paging.after(call)
    found = outside.learners(call.desk.store, call.leave, after, most + 1)
    page, further = paging.cut(found, most, lambda learner: learner.id)
    ids = [learner.id for learner in page]
    counsellors = outside.counsellors(call.desk.store, ids)
    data = [body(learner, list(counsellors.get(learner.id, ()))) for learner in page]
    return Answer(bodies.Learners(data=data, next=further), learners=ids)


def body(learner: Learner, counsellors: list[str]) -> bodies.Learner:
    """A learner as the API tells of them."""
    return bodies.Learner(
        id=learner.id,
        name=learner.name,
        language=learner.language,
        sector=learner.sector,
        level=learner.level,
        enrolled_on=(learner.enrolled_at or learner.created_at).date(),
        counsellors=counsellors,
    )


OPERATION = Operation(
    path="/v1/learners",
    name="listLearners",
    summary="The learners who agreed that their progress leaves Werkmaat with their name.",
    scope=Scope.LEARNERS,
    answer=listed,
    gives=bodies.Learners,
    noted="api.learners",
    parameters=paging.PARAMETERS,
)
