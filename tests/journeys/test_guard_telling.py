"""Telling the counsellor of danger: only when the learner wants it, once, and no more than they choose."""

from datetime import UTC, datetime, time

import pytest

from bot.i18n import Text
from bot.journeys import consent
from bot.safeguarding.hours import read_shifts
from bot.safeguarding.sharing import shown_to
from bot.store import alerts, learners, talk
from bot.store.tables import Caseload
from tests.fakes import stores
from tests.fakes.course import ZONE
from tests.fakes.desk import Desk
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.stores import staff_row
from tests.journeys.conftest import onboard
from tests.journeys.danger import DANGER

PAPERS = "mijn baas heeft mijn paspoort afgepakt"


async def test_without_sharing_no_alert_leaves_the_chat_unless_asked_for(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    assert talk.open_alerts(learner.house.store, learner.record.id) == []
    await learner.taps("guard.button.tell")
    learner.shows("guard.told_unlinked")
    [alert] = talk.open_alerts(learner.house.store, learner.record.id)
    assert alert.flag == "self_harm"
    assert learners.consent(learner.house.store, learner.record.id, consent.SHARING) is None


async def test_with_sharing_staff_read_only_that_a_call_is_asked_for(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.consents(consent.SHARING)
    await walker.says(PAPERS)
    [alert] = talk.open_alerts(home.store, walker.record.id)
    assert (alert.flag, alert.shows) == ("exploitation", "call")


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ((23, 10, 0), Text("guard.read_until", {"time": time(17)})),
        ((23, 16, 40), Text("guard.read_from", {"moment": datetime(2026, 11, 24, 9, tzinfo=ZONE)})),
        ((27, 20, 0), Text("guard.read_from", {"moment": datetime(2026, 11, 30, 9, tzinfo=ZONE)})),
        ((24, 3, 0), Text("guard.read_from", {"moment": datetime(2026, 11, 24, 9, tzinfo=ZONE)})),
        (None, Text("guard.read_unknown")),
    ],
)
async def test_it_is_honest_about_when_a_person_reads(
    learner: Walker, local: tuple[int, int, int] | None, said: Text
) -> None:
    stores.add(learner.house.store, staff_row("els"), caseload(learner, "els"))
    if local:
        learner.house.turns.shifts = read_shifts("mon-fri 09:00-17:00")
        day, hour, minute = local
        learner.house.clock.now = datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    learner.shows("guard.told")
    assert plain(learner.house.catalogues.plain(said, learner.language)) in plain(learner.last["text"])


async def test_a_team_without_a_counsellor_is_told_too(learner: Walker) -> None:
    stores.add(learner.house.store, staff_row("ines", role="lead"))
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    learner.shows("guard.told_team")


async def test_a_double_tap_and_the_same_words_again_keep_one_alert(desk: Desk) -> None:
    learner = desk.enrol()
    for hours, kept in ((0, 1), (2, 2)):
        desk.clock.forward(hours=hours)
        for _ in range(2):
            desk.says(DANGER["nl"])
            await desk.works()
            for _ in range(2):
                desk.taps(f"guard:{desk.learner().asked}:tell-self_harm")
        await desk.works()
        assert len(talk.open_alerts(desk.store, learner.id)) == kept


@pytest.mark.parametrize(
    ("who", "team_reads", "counsellor_reads"),
    [("counsellor", "call", "exploitation"), ("team", "exploitation", "exploitation"), ("nobody", "call", "call")],
)
async def test_the_learner_chooses_who_reads_why(home: House, who: str, team_reads: str, counsellor_reads: str) -> None:
    walker = await sharing(home)
    await walker.says(PAPERS)
    await walker.taps("guard.button.why")
    walker.shows("guard.ask_who")
    await walker.taps(f"guard.button.{who}")
    walker.shows(f"guard.shared.{who}")
    assert plain(walker.words("guard.button.why")) not in walker.labels()
    [alert] = talk.open_alerts(home.store, walker.record.id)
    assert alert.shows == team_reads
    assert shown_to(alert.shows, alert.flag, alert.shared_with, own_counsellor=True) == counsellor_reads
    assert shown_to(alert.shows, alert.flag, alert.shared_with, own_counsellor=False) == team_reads
    assert [event.what for event in alerts.events(home.store, alert.id)] == ["raised", "shared"]


@pytest.mark.parametrize("data", ["team-self_harm", "team", "why-violence", "nobody-", "hear-nothing", "told-violence"])
async def test_a_forged_button_passes_nothing_on(desk: Desk, data: str) -> None:
    learner = desk.enrol()
    desk.says(DANGER["nl"])
    await desk.works()
    before = len(desk.replies())
    number = desk.taps(f"guard:{desk.learner().asked}:{data}")
    await desk.works()
    assert (desk.row(number).state, len(desk.replies())) == ("done", before + 1)
    assert talk.open_alerts(desk.store, learner.id) == []
    assert not {"guard.told", "guard.told_team", "guard.told_unlinked"} & {*desk.message_keys()}


async def sharing(home: House) -> Walker:
    """A learner whose counsellor is Els, and who shares."""
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.consents(consent.SHARING)
    stores.add(home.store, staff_row("els"), caseload(walker, "els"))
    return walker


def caseload(walker: Walker, staff_id: str) -> Caseload:
    return Caseload(staff_id=staff_id, learner_id=walker.record.id, since=stores.BEGINNING)
