"""Every kind of entry as a learner of a preview meets it, and every type of item played through."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select

from bot.catalogue.course import Course
from bot.i18n import Text
from bot.journeys.preview.opening import OPENINGS
from bot.journeys.preview.subject import Choices, Subject
from bot.journeys.question import MARKS, PICTURED
from bot.learning.items import Grade, Item, item_types
from bot.speech.sound import Sound
from bot.store import Store, learners, practice
from bot.store.tables import Base, Showing
from bot.wiring.preview.screen import screen
from bot.wiring.preview.stage import Props, Stage
from tests.console.desks import catalogues
from tests.fakes.forms import first_form
from tests.fakes.house import MONDAY_NOON
from tests.fakes.learner import answers_to, plain
from tests.wiring.preview.conftest import Opens

TYPES = item_types()
LANGUAGES = ("nl", "ar")


def read(stage: Stage) -> str:
    """All that stands on the phone."""
    return plain("\n".join(bubble.html for bubble in screen(stage).bubbles))


def open_item(stage: Stage, course: Course) -> tuple[Item, Showing] | None:
    """The item that waits for an answer."""
    me = learners.by_telegram_id(stage.store, stage.hand.chat_id)
    assert me is not None
    showing = practice.showing(stage.store, me.asked or "") if me.expects == "practice" else None
    return (course.items[showing.item_id], showing) if showing and not showing.closed_at else None


def plays(stage: Stage, course: Course, right: bool) -> None:
    """Answer what is open, step by step."""
    asked = open_item(stage, course)
    assert asked is not None, "nothing is open"
    item, showing = asked
    for answer in answers_to(item, showing, right):
        if showing.order:
            stage.do("tap", {"data": f"practice:{showing.id}:{answer}"})
        else:
            stage.do("text", {"text": answer})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OPENINGS)
def test_every_kind_is_shown(kind: str, language: str, opens: Opens) -> None:
    type_name = "choose_word" if kind == "item" else ""
    shown = screen(opens(kind, first_form(kind, type_name).id, language))
    assert any(bubble.rows for bubble in shown.bubbles), "there is nothing to tap"
    assert not any(bubble.own for bubble in shown.bubbles)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("name", TYPES)
def test_every_type_is_played_to_its_end(
    name: str, right: bool, language: str, opens: Opens, course: Course, published: Store
) -> None:
    before = counted(published)
    stage = opens("item", first_form("item", name).id, language)
    assert plain(catalogues().plain(Text(f"item.how.{name}"), language)) in read(stage).replace("&#x27;", "'")
    asks = TYPES[name].asks
    plays(stage, course, right)
    if asks:
        assert MARKS[Grade.RIGHT if right else Grade.WRONG] in read(stage)
        assert (open_item(stage, course) is None) == right
    if asks and not right:
        # What was missed comes back once.
        plays(stage, course, right=True)
    assert open_item(stage, course) is None
    assert plain(catalogues().plain(Text("practice.more"), language)) in read(stage)
    assert counted(published) == before


def test_whatever_else_is_said_begins_anew(opens: Opens, course: Course) -> None:
    stage = opens("item", first_form("item", "choose_word").id)
    asked = open_item(stage, course)
    stage.do("text", {"text": "/help"})
    again = open_item(stage, course)
    assert asked
    assert again
    assert (again[0].id, again[1].id != asked[1].id) == (asked[0].id, True)


def test_a_button_that_no_message_shows_does_nothing(opens: Opens) -> None:
    stage = opens("item", first_form("item", "choose_word").id)
    before = screen(stage)
    stage.do("tap", {"data": "practice:x:a"})
    assert screen(stage) == before


def test_a_tap_that_comes_too_late_does_nothing(opens: Opens) -> None:
    stage = opens("item", first_form("item", "choose_word").id)
    before = screen(stage)
    stage.close()
    stage.do("tap", {"data": before.bubbles[-1].rows[0][0].data})
    assert screen(stage) == before


def test_who_listens_hears_it_and_taps_pictures(opens: Opens, heard: list[Sound]) -> None:
    stage = opens("item", first_form("item", "choose_word").id, "ar", listens=True)
    shown = screen(stage)
    assert any(bubble.kind == "voice" and bubble.file for bubble in shown.bubbles)
    assert {sound.language for sound in heard} >= {"ar", "nl"}
    labels = {key.label for bubble in shown.bubbles for row in bubble.rows for key in row}
    assert PICTURED["?"] in labels
    file_id = next(bubble.file for bubble in shown.bubbles if bubble.file)
    assert stage.hand.file(file_id) is not None
    assert stage.hand.file("another") is None


def test_a_form_that_was_never_published_is_shown_as_it_is_written(props: Props, course: Course) -> None:
    published = first_form("item", "meet").body
    body = {**published, "body": {**published["body"], "word": "de kruiwagen"}}
    stage = Stage(props, course, Subject("item", "shared.greeting.new", body), Choices("nl"), MONDAY_NOON)
    assert stage.begin()
    assert "de kruiwagen" in read(stage)
    assert "shared.greeting.new" not in course.items
    stage.close()


def test_the_console_process_loads_neither_rasa_nor_tensorflow() -> None:
    code = "import sys, bot.wiring.console_process; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"rasa", "rasa_sdk", "tensorflow"} & {*done.stdout.split()}


def counted(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with store.reading() as session:
        counts = {
            table.name: session.scalar(select(func.count()).select_from(table)) for table in Base.metadata.sorted_tables
        }
    return {name: count or 0 for name, count in counts.items()}
