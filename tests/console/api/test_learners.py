"""Of whom the API tells: of who agreed to both questions, in one's own organisation, and nothing else of them."""

import pytest

from bot.journeys import consent
from bot.store import Store, practice
from bot.store.tables import Alert, Caseload, CheckIn, Message, Mission, Staff
from tests.console.api.programs import BOTH, Program, a_token, add_agreed, agree
from tests.console.desks import Console, add_staff
from tests.fakes.stores import BEGINNING, add, add_learner
from tests.store.groups import add_elsewhere, add_group, add_members
from tests.store.rows import attempt_row, lesson_row, showing_row


@pytest.fixture
def ada(store: Store) -> Staff:
    return add_staff(store, "ada", role="administrator")


@pytest.fixture
def program(console: Console, ada: Staff) -> Program:
    return Program(console, a_token(console.store, ada))


async def ids(program: Program) -> list[str]:
    """Everybody whom the program is told of."""
    return [one["id"] for one in (await program.reads("/v1/learners"))["data"]]


@pytest.mark.parametrize(
    ("kinds", "told"),
    [(BOTH, True), ((consent.SHARING,), False), ((consent.EXPORT,), False), ((), False), ((*BOTH, "moods"), True)],
)
async def test_only_who_agreed_to_both_is_in_it(
    program: Program, store: Store, kinds: tuple[str, ...], told: bool
) -> None:
    learner = add_agreed(store, 1, kinds)
    group = add_group(store, add_staff(store, "els"))
    add_members(store, group, learner)
    assert await ids(program) == ([learner.id] if told else [])
    for path in (f"/v1/learners/{learner.id}", f"/v1/learners/{learner.id}/weeks"):
        assert (await program.asks(path)).status_code == (200 if told else 404)
    (listed,) = (await program.reads("/v1/groups"))["data"]
    assert listed["learners"] == ([learner.id] if told else [])


@pytest.mark.parametrize("kind", BOTH)
async def test_who_takes_a_consent_back_is_gone_at_once(program: Program, store: Store, kind: str) -> None:
    learner = add_agreed(store, 1)
    assert await ids(program) == [learner.id]
    agree(store, learner, kind, given=False)
    assert await ids(program) == []
    assert (await program.asks(f"/v1/learners/{learner.id}")).status_code == 404


async def test_nobody_of_another_organisation_is_in_it(program: Program, store: Store) -> None:
    add_elsewhere(store)
    other = add_agreed(store, 1, organisation_id="elsewhere")
    add_group(store, add_staff(store, "lena", organisation_id="elsewhere"))
    assert await ids(program) == []
    assert (await program.asks(f"/v1/learners/{other.id}")).status_code == 404
    assert (await program.reads("/v1/groups"))["data"] == []


async def test_who_never_began_is_not_in_it(program: Program, store: Store) -> None:
    add_agreed(store, 1, enrolled_at=None)
    assert await ids(program) == []


async def test_a_learner_is_told_with_who_works_with_them(program: Program, store: Store) -> None:
    learner = add_agreed(store, 1, name="Amina", language="ar", sector="care", level="A1")
    for name in ("els", "gone"):
        member = add_staff(store, name, disabled_at=BEGINNING if name == "gone" else None)
        add(store, Caseload(staff_id=member.id, learner_id=learner.id, since=BEGINNING))
    (told,) = (await program.reads("/v1/learners"))["data"]
    assert told == {
        "id": learner.id,
        "name": "Amina",
        "language": "ar",
        "sector": "care",
        "level": "A1",
        "enrolled_on": "2026-11-01",
        "counsellors": ["Els"],
    }
    detailed = await program.reads(f"/v1/learners/{learner.id}")
    assert told.items() <= detailed.items()


async def test_what_goes_well_is_told_and_on_which_days(program: Program, store: Store) -> None:
    learner = add_agreed(store, 1)
    lesson = lesson_row(learner.id, ended_at=BEGINNING)
    showing = showing_row(lesson)
    mission = Mission(
        id="m", learner_id=learner.id, item_id="a", revision=1, state="done", taken_on_at=BEGINNING, done_at=BEGINNING
    )
    add(store, lesson, showing, attempt_row(showing), mission)
    assert practice.lessons_ended(store, learner.id) == 1
    detailed = await program.reads(f"/v1/learners/{learner.id}")
    told = {name: detailed[name] for name in ("days_in_28", "lessons", "at_work", "confirmed_at_work", "strengths")}
    assert told == {"days_in_28": 1, "lessons": 1, "at_work": 1, "confirmed_at_work": 0, "strengths": []}
    weeks = await program.reads(f"/v1/learners/{learner.id}/weeks")
    assert weeks == {"data": [{"monday": "2026-10-26", "days": 1}]}


async def test_nothing_else_of_a_learner_is_in_any_answer(program: Program, store: Store) -> None:
    secret = "stays-here"
    learner = add_agreed(store, 1, (*BOTH, consent.MOODS, consent.SKILLS), paused_until=BEGINNING.replace(year=2099))
    lesson = lesson_row(learner.id)
    showing = showing_row(lesson)
    add(
        store,
        lesson,
        showing,
        attempt_row(showing, answer=secret, grade="wrong", correct=False),
        Message(id="m", learner_id=learner.id, text=secret, at=BEGINNING),
        CheckIn(id="c", learner_id=learner.id, asked_at=BEGINNING, mood=1, shared=True),
        Alert(id="a", learner_id=learner.id, flag="violence", shows="violence", at=BEGINNING),
    )
    said = ""
    for path in ("/v1/learners", f"/v1/learners/{learner.id}", f"/v1/learners/{learner.id}/weeks", "/v1/groups"):
        said += (await program.asks(path)).text
    assert not any(word in said for word in (secret, "violence", "mood", "2099", "wrong", "1001", "telegram"))


async def test_lists_are_read_page_by_page(program: Program, store: Store) -> None:
    everybody = sorted(add_agreed(store, number).id for number in range(1, 8))
    add_learner(store, 8)
    found: list[str] = []
    cursor: dict[str, str] = {}
    pages = 0
    while True:
        page = await program.reads("/v1/learners", limit=3, **cursor)
        found += [one["id"] for one in page["data"]]
        pages += 1
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert (sorted(found), len(set(found)), pages) == (everybody, 7, 3)


async def test_groups_and_units_are_read_page_by_page_too(program: Program, console: Console) -> None:
    els = add_staff(console.store, "els")
    for name in ("one", "three", "two"):
        add_group(console.store, els, name)
    add_group(console.store, els, "over", ended_at=BEGINNING)
    for path, whole in (("/v1/groups", 3), ("/v1/units", len(console.desk.courses.current().units))):
        first = await program.reads(path, limit=2)
        rest = await program.reads(path, limit=200, cursor=first["next"])
        assert rest["next"] is None
        assert len({one["id"] for one in first["data"] + rest["data"]}) == whole


async def test_units_are_told_in_a_language(program: Program, console: Console) -> None:
    titles = {
        language: (await program.reads("/v1/units", language=language, limit=1))["data"][0]["title"]
        for language in ("nl", "fr", "xx", "en")
    }
    assert titles["nl"] != titles["fr"]
    assert titles["xx"] == titles["en"]
    assert (await program.reads("/v1/units", limit=1))["data"][0]["title"] == titles["nl"]


WRONG = {
    "limit": ["0", "201", "-1", "x", "", "1.5", "99999999999", "١", "1\x00"],
    "cursor": ["", "!", "====", "\x00", "AA", "bGVhcm5lcg=", "é", "A" * 500, "__--"],
    "language": ["", "NL", "nld", "\x00\x00", "n1"],
}


@pytest.mark.parametrize("path", ["/v1/learners", "/v1/groups", "/v1/units"])
async def test_a_wrong_value_is_named_and_breaks_nothing(program: Program, path: str) -> None:
    for name, values in WRONG.items():
        for value in values if path == "/v1/units" or name != "language" else ():
            answer = await program.asks(path, **{name: value})
            assert (answer.status_code, name in answer.json()["detail"]) == (400, True), (name, value)


NOBODY = ("nobody", "%00", "%2e%2e", "a%20b", "%F0%9F%98%80", "x" * 3000, "'--", "%ff")


async def test_a_learner_who_cannot_be_is_not_found(program: Program) -> None:
    for learner in NOBODY:
        for path in (f"/v1/learners/{learner}", f"/v1/learners/{learner}/weeks"):
            assert (await program.get(path)).status_code == 404, path
