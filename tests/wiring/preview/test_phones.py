"""Phones of previews: one for each who looks, few, and each for a while."""

from datetime import timedelta

import pytest

from bot.console.preview import NotShown, Session
from bot.journeys.preview import opening
from bot.journeys.preview.subject import Choices, Subject
from bot.store import Store
from bot.wiring.preview import Phones
from bot.wiring.preview.phones import KEPT, MOST
from bot.wiring.preview.stage import Props
from tests.fakes.course import REGION, CoursesReadOnce
from tests.fakes.forms import first_form
from tests.fakes.house import MONDAY_NOON, StillClock

ITEM = first_form("item", "choose_word")
SUBJECT = Subject("item", ITEM.id, ITEM.body)
MINE, YOURS = Session("me", ITEM.id), Session("you", ITEM.id)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY_NOON)


@pytest.fixture
def phones(published: Store, clock: StillClock, props: Props) -> Phones:
    return Phones(CoursesReadOnce(published, REGION, clock), clock, lambda: props)


def test_everybody_has_a_phone_of_their_own(phones: Phones) -> None:
    mine = phones.show(MINE, SUBJECT)
    assert phones.screen(YOURS) is None
    yours = phones.show(YOURS, SUBJECT)
    tap = yours.bubbles[-1].rows[0][0].data
    assert phones.do(YOURS, "tap", {"data": tap}) != yours
    assert phones.screen(MINE) == mine


def test_whose_phone_it_is_stays_chosen_for_what_is_looked_at_next(phones: Phones) -> None:
    assert phones.show(MINE, SUBJECT).choices == Choices("nl")
    phones.choose("me", Choices("ar", listens=True))
    assert phones.show(MINE, SUBJECT).choices == Choices("ar", listens=True)
    assert phones.show(YOURS, SUBJECT).choices == Choices("nl")


def test_a_phone_goes_when_there_are_too_many(phones: Phones) -> None:
    for number in range(MOST + 1):
        phones.show(Session(f"browser {number}", ITEM.id), SUBJECT)
    kept = [phones.screen(Session(f"browser {number}", ITEM.id)) is not None for number in range(MOST + 1)]
    assert kept == [False] + [True] * MOST


def test_a_phone_goes_that_nobody_touched_for_long(phones: Phones, clock: StillClock) -> None:
    phones.show(MINE, SUBJECT)
    clock.now += KEPT + timedelta(minutes=1)
    phones.show(YOURS, SUBJECT)
    assert phones.screen(MINE) is None
    assert phones.do(MINE, "text", {"text": "a"}) is None
    assert phones.file(MINE, "a") is None


def test_a_form_at_which_a_journey_fails_is_not_shown(phones: Phones, monkeypatch: pytest.MonkeyPatch) -> None:
    before = phones.show(MINE, SUBJECT)

    def fails(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(opening, "show", fails)
    with pytest.raises(NotShown, match=ITEM.id):
        phones.show(MINE, SUBJECT)
    assert phones.screen(MINE) == before


def test_kinds_that_no_learner_sees_are_not_shown(phones: Phones) -> None:
    assert [phones.shows(kind) for kind in ("item", "region", "safeguarding", "image")] == [True, True, False, False]
