"""A broadcast: seen before it goes, taken back in time, once to each, and nobody in a pause."""

from datetime import UTC, datetime, time, timedelta
from random import Random

import pytest

from bot.i18n import Catalogues, Part, Text, Verbatim
from bot.journeys import broadcasting
from bot.journeys.broadcasting import Stage
from bot.journeys.reply import Reply
from bot.settings import LOCALES
from bot.store import Store, broadcasts, campaigns, groups, outbox
from bot.store.broadcasts import LASTS
from bot.store.tables import Broadcast, Consent, Group, Learner, Message, Staff
from bot.telegram import render
from tests.fakes.stores import add, outbox_rows
from tests.store.groups import add_client, add_group, add_members, add_staff
from tests.store.rows import attempt_row, lesson_row, showing_row

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=5)
DUTCH = Verbatim("Morgen is er geen les.", language="nl", personal=True)
CATALOGUES = Catalogues.load(LOCALES)


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def group(store: Store, els: Staff) -> Group:
    return add_group(store, els)


def join(store: Store, els: Staff, group: Group, number: int, **changes: object) -> Learner:
    learner = add_client(store, els, number, **{"language": "nl", **changes})
    add_members(store, group, learner)
    return learner


def plan(store: Store, els: Staff, group: Group, part: Part = DUTCH) -> Broadcast:
    planned = broadcasting.plan(store, els, group.id, part, NOW, 5, Random(1))
    assert planned
    return planned


def kept(store: Store, planned: Broadcast) -> Broadcast:
    found = broadcasts.find(store, planned.group_id, planned.id)
    assert found
    return found.broadcast


def send(store: Store, now: datetime = SOON) -> list[int]:
    """How many learners get each broadcast that is due."""
    return [*broadcasting.send_due(store, now)]


def texts(store: Store) -> dict[int, str]:
    """What stands in each chat."""
    read = {}
    for row in outbox_rows(store):
        reply = Reply.from_json(row.payload or {})
        (call,) = render.new_messages(reply, row.chat_id, row.language, CATALOGUES)
        read[row.chat_id] = call.parameters["text"]
    return read


def test_it_goes_out_when_its_time_has_come_and_once(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    planned = plan(store, els, group)
    assert send(store, SOON - timedelta(seconds=1)) == []
    assert broadcasting.stage(kept(store, planned), NOW) is Stage.WAITS
    assert send(store) == [1]
    assert send(store) == []
    assert broadcasting.stage(kept(store, planned), SOON) is Stage.SENT
    (row,) = outbox_rows(store)
    assert row.payload
    assert row.payload["buttons"][0][0]["data"] == "counsellor:-:answer"
    assert (row.kind, row.expires_at, row.campaign) == ("broadcast", SOON + LASTS, f"broadcast-{planned.id}")


def test_learners_read_who_writes_and_the_words_as_they_are(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    join(store, els, group, 2, language="ar")
    plan(store, els, group, Verbatim("1 < 2\nTot morgen!", language="nl", personal=True))
    send(store)
    read = texts(store)
    assert read[1] == "💬 Els schrijft:\n1 &lt; 2\nTot morgen!"
    assert "Els" in read[2]
    assert "Tot morgen!" in read[2]


def test_nobody_gets_it_in_a_pause_or_without_being_in_the_group(store: Store, els: Staff, group: Group) -> None:
    there = join(store, els, group, 1)
    join(store, els, group, 2, paused_until=SOON + timedelta(days=1))
    join(store, els, group, 3, blocked_at=NOW)
    add_client(store, els, 4)
    plan(store, els, group)
    assert send(store) == [1]
    assert [row.learner_id for row in outbox_rows(store)] == [there.id]


def test_who_leaves_or_joins_before_it_goes_is_left_out_or_reached(store: Store, els: Staff, group: Group) -> None:
    gone = join(store, els, group, 1)
    plan(store, els, group)
    groups.remove(store, els, group.id, gone.id, NOW)
    new = join(store, els, group, 2)
    send(store)
    assert [row.learner_id for row in outbox_rows(store)] == [new.id]


def test_it_can_be_taken_back_until_it_goes(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    taken_back = plan(store, els, group)
    assert not broadcasts.cancel(store, "another", taken_back.id, NOW)
    assert broadcasts.cancel(store, group.id, taken_back.id, NOW)
    assert not broadcasts.cancel(store, group.id, taken_back.id, NOW)
    assert send(store) == []
    assert broadcasting.stage(kept(store, taken_back), SOON) is Stage.CANCELLED


def test_what_was_sent_cannot_be_taken_back(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    planned = plan(store, els, group)
    send(store)
    assert not broadcasts.cancel(store, group.id, planned.id, SOON)
    assert kept(store, planned).cancelled_at is None


def test_taken_back_at_the_last_moment_nobody_gets_it(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    planned = plan(store, els, group)
    steps = broadcasting.send_due(store, SOON)
    broadcasts.cancel(store, group.id, planned.id, SOON)
    assert [*steps] in ([], [0])
    assert outbox_rows(store) == []


def test_a_crash_leaves_all_of_it_or_nothing(
    store: Store, els: Staff, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 4):
        join(store, els, group, number)
    planned = plan(store, els, group)
    with monkeypatch.context() as broken:
        broken.setattr(campaigns, "put", _dies)
        with pytest.raises(RuntimeError):
            send(store)
    assert broadcasting.stage(kept(store, planned), SOON) is Stage.WAITS
    assert send(store, SOON + timedelta(minutes=1)) == [3]


def _dies(*_: object) -> int:
    raise RuntimeError


def test_what_is_too_late_is_not_sent(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    planned = plan(store, els, group)
    assert send(store, SOON + LASTS) == []
    assert broadcasting.stage(kept(store, planned), SOON + LASTS) is Stage.MISSED


def test_with_its_group_a_broadcast_ends(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    planned = plan(store, els, group)
    groups.end(store, els, group.id, NOW)
    assert send(store) == []
    assert kept(store, planned).cancelled_at == NOW


def test_only_who_sees_a_group_says_something_to_it(store: Store, group: Group) -> None:
    omar = add_staff(store, "omar")
    assert broadcasting.plan(store, omar, group.id, DUTCH, NOW, 5, Random(1)) is None


def preview(store: Store, els: Staff, group: Group, part: Part = DUTCH) -> broadcasting.Preview:
    learners = [one.learner for one in groups.members(store, els, group.id, NOW)]
    return broadcasting.preview(store, CATALOGUES, part, learners, NOW)


def test_the_preview_says_whom_it_reaches_and_who_does_not_read_it(store: Store, els: Staff, group: Group) -> None:
    for number, language in enumerate(("nl", "ar", "ar", "fr"), start=1):
        join(store, els, group, number, language=language)
    join(store, els, group, 5, language="so", paused_until=SOON)
    join(store, els, group, 6, language="so", blocked_at=NOW)
    found = preview(store, els, group)
    assert (len(found.audience.learners), found.audience.paused, found.audience.blocked) == (4, 1, 1)
    assert found.foreign == {"ar": 2, "fr": 1}
    assert [(one.language, one.learners) for one in found.readings] == [("ar", 2), ("nl", 1), ("fr", 1)]
    assert found.readings[1].words == DUTCH.text


def test_what_is_known_in_every_language_is_read_in_each(store: Store, els: Staff, group: Group) -> None:
    for number, language in enumerate(("nl", "fr"), start=1):
        join(store, els, group, number, language=language)
    on = Text("talk.template.appointment", {"day": NOW.date(), "time": time(14, 30)})
    found = preview(store, els, group, on)
    assert found.foreign == {}
    words = {one.language: one.words for one in found.readings}
    assert words["nl"] != words["fr"]
    plan(store, els, group, on)
    send(store)
    read = texts(store)
    assert read[1].endswith(words["nl"])
    assert read[2].endswith(words["fr"])


def test_nothing_is_kept_of_a_preview(store: Store, els: Staff, group: Group) -> None:
    join(store, els, group, 1)
    preview(store, els, group)
    assert broadcasts.of_group(store, group.id) == []
    assert outbox_rows(store) == []


def test_the_newest_broadcast_stands_first_with_its_sender(store: Store, els: Staff, group: Group) -> None:
    for minutes in (0, 10):
        broadcasting.plan(store, els, group.id, DUTCH, NOW + timedelta(minutes=minutes), 5, Random(minutes))
    found = broadcasts.of_group(store, group.id)
    assert [(one.sender, one.broadcast.made_at.minute) for one in found] == [("Els", 10), ("Els", 0)]


def results(store: Store, planned: Broadcast, now: datetime) -> broadcasts.Results:
    found = broadcasting.results(store, kept(store, planned), now)
    assert found
    return found


def test_results_count_messages_by_what_became_of_them(store: Store, els: Staff, group: Group) -> None:
    for number in range(1, 5):
        join(store, els, group, number)
    planned = plan(store, els, group)
    send(store)
    first, second, third, _fourth = outbox_rows(store)
    outbox.sent(store, first, 501, SOON)
    outbox.leave_alone(store, second.chat_id, SOON)
    outbox.expire(store, third, SOON)
    assert results(store, planned, SOON).states == {"sent": 1, "dropped": 1, "expired": 1, "new": 1}


@pytest.mark.parametrize(
    ("did", "counts"),
    [
        ("nothing", False),
        ("wrote", True),
        ("wrote too late", False),
        ("wrote of a problem", False),
        ("was written to", False),
        ("practised", True),
        ("practised and keeps it to oneself", False),
    ],
)
def test_results_count_who_wrote_or_practised_and_shares_it(
    store: Store, els: Staff, group: Group, did: str, counts: bool
) -> None:
    learner = join(store, els, group, 1)
    planned = plan(store, els, group)
    send(store)
    outbox.sent(store, outbox_rows(store)[0], 501, SOON)
    later = SOON + timedelta(hours=49 if "late" in did else 1)
    shares = "oneself" not in did
    add(store, Consent(learner_id=learner.id, kind="sharing", given=shares, notice="test", at=NOW))
    if "wr" in did:
        about, by = "problem" if "problem" in did else "counsellor", els.id if "was" in did else None
        add(store, Message(id="m", learner_id=learner.id, staff_id=by, about=about, text="Ja", at=later))
    if "practised" in did:
        add_attempt(store, learner, later)
    assert results(store, planned, later).active == counts


def add_attempt(store: Store, learner: Learner, at: datetime) -> None:
    lesson = lesson_row(learner.id)
    showing = showing_row(lesson)
    add(store, lesson, showing, attempt_row(showing, at=at))


def test_after_a_month_nobody_knows_the_results_any_more(store: Store, els: Staff, group: Group) -> None:
    planned = plan(store, els, group)
    assert broadcasting.results(store, planned, NOW) is None
    send(store)
    sent = kept(store, planned)
    assert broadcasting.results(store, sent, SOON + outbox.KEPT - timedelta(seconds=1))
    assert broadcasting.results(store, sent, SOON + outbox.KEPT) is None
