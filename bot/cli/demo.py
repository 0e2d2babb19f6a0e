"""The demo of ``werkmaat run``: its people, and what to try."""

from collections.abc import Iterator
from random import Random

from bot.catalogue.course import Course
from bot.catalogue.problems import BrokenContent
from bot.catalogue.publish import publish
from bot.cli.common import fail, progress_bar
from bot.console.access import passwords
from bot.journeys import demo
from bot.journeys.demo.people import LIEN, PASSWORD, STAFF
from bot.settings import CONTENT, Settings
from bot.store import Store, credentials, people
from bot.wiring.parts import clock, open_store

WERKMAAT = ".venv/bin/werkmaat"

SEED = 8
"""Any number: the demo's people are the same on every machine."""


def make_people(found: Settings) -> None:
    """Make the demo's people, once. With a token, or in a database that somebody chose, there is none of them."""
    if not found.demo or found.database_url:
        return
    store = open_store(found)
    try:
        if not demo.is_there(store):
            _make(found, store)
    except BrokenContent as error:
        fail(f"The demo needs the content in order: {error}")
    finally:
        store.close()


def what_to_try(found: Settings) -> Iterator[str]:
    """Yield the lines that lead through the demo."""
    yield "This is a demo on this machine, with people who do not exist. Try:"
    yield f"  {found.console_address}/phone: add a phone, press Start, choose a language, practise"
    yield f"  {found.console_address}: the pages for staff. The password of all of them is {PASSWORD}:"
    yield from (f"    {one.email} ({one.role.value})" for one in STAFF)
    yield f"  {WERKMAAT} learner invite --counsellor {STAFF[LIEN].email} --language ar: a link for a new learner"
    yield f"  {WERKMAAT} doctor: whether all is well"
    yield "For the real thing, set WERKMAAT_TELEGRAM_TOKEN (see README.md)."


def _make(found: Settings, store: Store) -> None:
    now = clock()
    with progress_bar() as bar:
        task = bar.add_task("Making the demo's people", total=None)
        publish(CONTENT, store, now)
        course = Course.read(store, found.region, now.date())
        demo.create(store, course, now, Random(SEED), lambda done, total: bar.update(task, completed=done, total=total))
    _let_in(store)


def _let_in(store: Store) -> None:
    """Give all of the demo's staff the password that the demo tells."""
    kept = passwords.hashed(PASSWORD)
    everybody = people.staff(store)
    with store.writing() as session:
        for member in everybody:
            credentials.set_password(session, member.id, kept)
