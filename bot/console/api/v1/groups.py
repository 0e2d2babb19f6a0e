"""/v1/groups: classes and courses, with those of their learners who agreed."""

from bot.console.api import bodies, paging
from bot.console.api.calls import Answer, Call, Operation
from bot.store import outside
from bot.store.api_tokens import Scope


def listed(call: Call) -> Answer:
    """A page of groups."""
    most, after = paging.limit(call), paging.after(call)
    found = outside.groups(call.desk.store, call.token.organisation_id, after, most + 1)
    page, further = paging.cut(found, most, lambda pair: pair[0].id)
    members = outside.in_groups(call.desk.store, call.leave, [group.id for group, _ in page])
    data = [
        bodies.Group(id=group.id, name=group.name, leader=leader, learners=list(members.get(group.id, ())))
        for group, leader in page
    ]
    told = {learner for group in data for learner in group.learners}
    return Answer(bodies.Groups(data=data, next=further), learners=sorted(told))


OPERATION = Operation(
    path="/v1/groups",
    name="listGroups",
    summary="Groups, with those of their learners who agreed that their progress leaves Werkmaat.",
    scope=Scope.GROUPS,
    answer=listed,
    gives=bodies.Groups,
    noted="api.groups",
    parameters=paging.PARAMETERS,
)
