from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Item
from bot.learning.starting import start


def meeting(word: str) -> Item:
    return Item(word, "meet", "u", "shared", "pre-A1", 1, 1, {})


def asking(key: str, word: str = "", kind: str = "choose_word") -> Item:
    return Item(key, kind, "u", "shared", "pre-A1", 1, 1, {"about": word})


HELMET = [meeting("helmet"), asking("helmet1", "helmet"), asking("helmet2", "helmet", "choose_picture")]
GLOVES = [meeting("gloves"), asking("gloves1", "gloves"), asking("gloves2", "gloves", "fill_gap")]
SHOES = [meeting("shoes"), asking("shoes1", "shoes"), asking("shoes2", "shoes", "choose_picture")]
GLASSES = [meeting("glasses"), asking("glasses1", "glasses"), asking("glasses2", "glasses")]
UNIT = [*HELMET, *GLOVES, *SHOES, *GLASSES]


def test_who_begins_meets_three_words_and_is_asked_each_of_them_twice() -> None:
    assert start([*HELMET, *SHOES, *GLASSES], "pre-A1", 5) == [
        *("helmet", "helmet1", "shoes", "shoes1", "glasses", "glasses1"),
        *("helmet2", "shoes2", "glasses2"),
    ]


def test_there_are_two_kinds_of_question_at_most_and_a_word_that_needs_a_third_waits() -> None:
    lesson = start(UNIT, "pre-A1", 5)
    assert {item.type for item in UNIT if item.id in lesson} == {"meet", "choose_word", "choose_picture"}
    assert [item.id for item in UNIT if item.type == "meet" and item.id in lesson] == ["helmet", "shoes", "glasses"]


def test_a_word_that_is_asked_once_in_the_course_is_met_all_the_same() -> None:
    assert start([*HELMET, *GLOVES[:2]], "pre-A1", 5) == ["helmet", "helmet1", "gloves", "gloves1", "helmet2"]


def test_what_was_met_already_is_asked_before_a_new_word_is_met() -> None:
    assert start([*HELMET[1:], *GLOVES], "pre-A1", 3) == ["helmet1", "helmet2", "gloves", "gloves1"]


def test_a_mission_teaches_no_word_and_is_given_in_the_authors_order() -> None:
    mission = Item("mission", "mission", "u", "shared", "A1", 1, 1, {})
    assert start([*HELMET, mission], "pre-A1", 5) == ["helmet", "helmet1", "helmet2"]
    assert start([mission, *HELMET], "pre-A1", 5) == ["mission", "helmet", "helmet1", "helmet2"]


def test_due_items_leave_room_for_fewer_words() -> None:
    assert start(UNIT, "pre-A1", 1) == ["helmet", "helmet1", "helmet2"]
    assert start(UNIT, "pre-A1", 0) == []


def test_from_a1_on_new_items_come_in_the_authors_order_and_no_word_is_met_at_the_end() -> None:
    assert start(UNIT, "A1", 2) == ["helmet", "helmet1", "helmet2"]
    assert start(UNIT, "A1", 3) == ["helmet", "helmet1", "helmet2", "gloves", "gloves1"]


@given(st.permutations(UNIT), st.sampled_from(["pre-A1", "A1"]), st.integers(0, 9))
def test_nothing_comes_twice_and_no_more_is_asked_than_fits(unit: list[Item], level: str, room: int) -> None:
    lesson = start(unit, level, room)
    assert len(lesson) == len({*lesson})
    asked = [key for key in lesson if key[-1].isdigit()]
    assert len(asked) <= max(room, 2 * min(room, 3))
