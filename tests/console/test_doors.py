"""Every page times every role: who gets in, and who is turned away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.console.app import all_pages
from bot.console.page import A_STRANGERS, Page
from bot.store import Store
from bot.store.people import Role
from bot.store.staff_sessions import IDLE
from bot.store.tables import Organisation, Staff, Team, WorkplacePage
from tests.console.desks import Console, add_staff, catalogues, logged_in
from tests.console.doors import DOORS
from tests.fakes import stores
from tests.fakes.stores import BEGINNING, add, add_learner

PAGES = {f"{page.method} {page.path}": page for page in all_pages()}

LETTERS = {"a": Role.ADMINISTRATOR, "c": Role.COORDINATOR, "l": Role.LEAD, "n": Role.COUNSELLOR}

THEIRS = "theirs"
"""The id of a learner, a member of staff, a group and all else of another organisation."""


@pytest.fixture(scope="module")
def console(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """One member of staff of each role, and another organisation beside theirs."""
    store = stores.copied(sqlite_template, tmp_path_factory.mktemp("doors") / "werkmaat.db")
    for role in Role:
        add_staff(store, role.value, role.value)
    add(store, Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING))
    add_staff(store, THEIRS, "counsellor", organisation_id="elsewhere")
    add_learner(store, id=THEIRS, organisation_id="elsewhere")
    add(store, Team(id=THEIRS, organisation_id="elsewhere", name="Theirs"))
    page = WorkplacePage(id=THEIRS, team_id=THEIRS, title="Theirs", state="waiting", version=1, begun_by=THEIRS)
    page.changed_at = BEGINNING
    add(store, page)
    yield Console(store)
    store.close()


def test_every_page_is_in_the_table_and_no_other() -> None:
    assert sorted(DOORS) == sorted(PAGES)


def member(store: Store, role: Role) -> Staff:
    with store.reading() as session:
        return session.get_one(Staff, role.value)


def address(page: Page) -> str:
    """The page's address, about what belongs to another organisation."""
    path = page.path
    for name in path.split("{")[1:]:
        path = path.replace(f"{{{name.partition('}')[0]}}}", THEIRS)
    return path


async def status(console: Console, page: Page, role: Role | None) -> int:
    """What somebody of this role is answered; 303 is the way to the login of who has none."""
    visitor = console.visitor(member(console.store, role) if role else None)
    if page.method == "GET":
        return (await visitor.get(address(page))).status_code
    return (await visitor.send_form(address(page))).status_code


@pytest.mark.parametrize("name", sorted(DOORS))
async def test_only_these_roles_get_in(name: str, console: Console) -> None:
    page = PAGES[name]
    found = {letter: await status(console, page, role) for letter, role in LETTERS.items()}
    turned_away = {letter for letter, answer in found.items() if answer == 403}
    wanted = set() if DOORS[name] == "*" else set(LETTERS) - set(DOORS[name])
    assert turned_away == wanted, found
    assert max(found.values()) < 500, found


@pytest.mark.parametrize("name", sorted(name for name in DOORS if DOORS[name] != "*"))
async def test_who_is_not_logged_in_goes_to_the_login(name: str, console: Console) -> None:
    assert await status(console, PAGES[name], None) == 303


async def test_what_was_typed_when_the_session_ended_is_given_back(console: Console) -> None:
    visitor = console.visitor()
    visitor.hold(logged_in(console.store, member(console.store, Role.COUNSELLOR), console.now - IDLE))
    visitor.headers["referer"] = f"{console.url}/groups?told=made"
    answer = await visitor.send_form("/groups", name="Ploeg van <b>de nacht", csrf="0" * 64)
    assert answer.status_code == 401
    assert ">Ploeg van &lt;b&gt;de nacht</textarea>" in answer.text
    assert answer.text.count("<textarea") == 1
    assert 'href="/login?next=/groups%3Ftold%3Dmade"' in answer.text


async def test_a_password_is_given_back_to_nobody(console: Console) -> None:
    typed = {"old": "it was mine", "password": "and is", "again": "and is"}
    answer = await console.visitor().send_form("/account/password", **typed)
    assert answer.headers["location"] == "/login"


async def test_who_is_not_let_in_sends_no_large_form(console: Console) -> None:
    words = {"text": "so long " * (A_STRANGERS // 8)}
    for role, status in ((None, 413), (Role.COUNSELLOR, 413), (Role.COORDINATOR, 200)):
        visitor = console.visitor(member(console.store, role) if role else None)
        assert (await visitor.send_form("/studio/new", **words)).status_code == status, role


@pytest.mark.parametrize("name", sorted(name for name in DOORS if "{" in name and DOORS[name] != "*"))
async def test_what_belongs_to_another_organisation_is_not_there(name: str, console: Console) -> None:
    page = PAGES[name]
    for letter in DOORS[name]:
        answer = await status(console, page, LETTERS[letter])
        # A form that lacks everything may be refused before anybody is looked up.
        assert answer in ((404,) if page.method == "GET" else (404, 422)), letter


@pytest.mark.parametrize("name", sorted(name for name in DOORS if name.startswith("POST") and DOORS[name] != "*"))
async def test_a_form_without_its_hidden_field_changes_nothing(name: str, console: Console) -> None:
    page = PAGES[name]
    visitor = console.visitor(member(console.store, LETTERS[DOORS[name][0]]))
    answer = await visitor.post(address(page), data={"csrf": "0" * 64}, headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 403


@pytest.mark.parametrize("name", sorted(name for name in PAGES if PAGES[name].noted))
def test_what_the_audit_keeps_has_words(name: str) -> None:
    assert catalogues().has(f"console.audit.what.{PAGES[name].noted}")


TELLS_NOTHING = {"GET /talk/{learner}/news"}
"""It is asked twice a minute, and says that there is something new, not what."""


def test_whatever_shows_or_changes_somebody_is_noted() -> None:
    about = ("{learner}", "{group}", "{member}", "{alert}", "{broadcast}", "{token}")
    unnoted = {name for name, page in PAGES.items() if any(one in name for one in about) and not page.noted}
    assert unnoted == TELLS_NOTHING
