"""Words of danger are seen wherever a learner stands and however they come, and go nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.journeys import consent
from bot.schedule.alerts import tell_staff
from bot.store import alerts, talk
from bot.store.tables import Caseload, Consent
from tests.fakes import stores
from tests.fakes.learner import Walker
from tests.fakes.mail import LetterBox
from tests.fakes.stores import staff_row
from tests.store.test_erasing import everything
from tests.wild.checks import all_is_well, listening
from tests.wild.sending import message
from tests.wild.states import EVERYWHERE, States
from tests.wild.words import MARK

WORDS = f"ik wil niet meer leven {MARK}"

PHOTO = [{"file_id": "p1", "file_unique_id": "u1", "width": 9, "height": 9}]
FILE = {"file_id": "d1", "file_unique_id": "u2"}
VOICE = {**FILE, "duration": 3}

KINDS: dict[str, Callable[[Walker], dict[str, Any]]] = {
    "a text": lambda walker: {"message": message(walker, text=WORDS)},
    "a caption of a photo": lambda walker: {"message": message(walker, photo=PHOTO, caption=WORDS)},
    "a caption of a file": lambda walker: {"message": message(walker, document=FILE, caption=WORDS)},
    "a caption of a voice message": lambda walker: {"message": message(walker, voice=VOICE, caption=WORDS)},
    "an edited text": lambda walker: {"edited_message": message(walker, text=WORDS, edit_date=1793600000)},
    "an edited caption": lambda walker: {
        "edited_message": message(walker, photo=PHOTO, caption=WORDS, edit_date=1793600000)
    },
    "what stands after a command": lambda walker: {"message": message(walker, text=f"/start {WORDS}")},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", EVERYWHERE)
async def test_danger_is_seen_in_every_state_in_every_kind_of_message(states: States, state: str, kind: str) -> None:
    async with states.at(state, "ar") as walker:
        lessons = walker.house.store
        await walker.updates(**KINDS[kind](walker))
        walker.shows("guard.heard")
        assert walker.record.expects == "guard"
        assert len([one for one in walker.new if not one["deleted"]]) == 1
        assert walker.last["silent"]
        assert [where for where, value in everything(lessons) if MARK in value] == []


@pytest.mark.parametrize("state", ["home", "words for the counsellor", "open choose_word", "open type_word"])
async def test_the_words_reach_no_mail_no_log_and_no_row(states: States, state: str) -> None:
    with listening() as logs:
        async with states.at(state, "nl") as walker:
            home, box = walker.house, LetterBox()
            learner_id = walker.record.id
            agreed = Consent(learner_id=learner_id, kind=consent.SHARING, given=True, notice="test", at=home.clock())
            theirs = Caseload(staff_id="els", learner_id=learner_id, since=home.clock())
            stores.add(home.store, agreed, staff_row("els"), theirs)
            await walker.updates(message=message(walker, text=WORDS))
            home.clock.forward(minutes=5)
            await tell_staff(home.store, home.courses, home.catalogues, (), box.post, home.clock)
            [alert] = talk.open_alerts(home.store, learner_id)
            assert [notice.sent_at for notice in alerts.notices(home.store, alert.id)] == [home.clock()]
            assert box.to() == ["els"]
            assert not any(word in part for mail in box.mails for part in mail for word in (MARK, "leven", "Amina"))
            assert [where for where, value in everything(home.store) if MARK in value] == []
            await all_is_well(walker, logs)
