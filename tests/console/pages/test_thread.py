"""The talk with one learner: what was said, to whom it is shown, what is new, and what can be heard."""

from datetime import timedelta

import pytest

from bot.console import thread as shown
from bot.i18n import Text, to_json
from bot.safeguarding.hours import read_shifts
from bot.store import audit, talk
from bot.store.tables import Learner, Message, SpokenMessage, Staff
from tests.console.desks import Console, add_staff
from tests.console.talks import client, said, wrote
from tests.fakes.house import VOICE
from tests.fakes.stores import BEGINNING, HOME, add
from tests.store.groups import add_client
from tests.store.rows import reply_row

SOUND = VOICE.read_bytes()


@pytest.fixture
def els(console: Console) -> Staff:
    console.now = BEGINNING + timedelta(hours=3)
    return add_staff(console.store, "els")


@pytest.fixture
def amina(console: Console, els: Staff) -> Learner:
    return client(console.store, els)


def staff_said(console: Console, els: Staff, amina: Learner, **changes: object) -> Message:
    values = {"id": "a1", "learner_id": amina.id, "staff_id": els.id, "text": "Dag", "at": console.now, "ref": "r1"}
    message = Message(**{**values, **changes})
    add(console.store, message)
    return message


async def test_what_is_new_says_so_once_and_then_is_read(console: Console, els: Staff, amina: Learner) -> None:
    wrote(console.store, amina, text="<script>alert(1)</script>")
    visitor = console.visitor(els)
    first = await visitor.get(f"/talk/{amina.id}")
    assert "&lt;script&gt;alert(1)" in first.text
    assert " new " in said(first)
    message = talk.message(console.store, "m1")
    assert message is not None
    assert message.read_at == console.now
    assert " new " not in said(await visitor.get(f"/talk/{amina.id}"))
    assert [(one.what, one.about) for one in audit.page(console.store, HOME)] == [("talk.seen", amina.id)] * 2


async def test_a_ready_sentence_stands_there_in_both_languages(console: Console, els: Staff, amina: Learner) -> None:
    sentence = Text("talk.template.rest")
    words = console.desk.catalogues.plain(sentence, "tr")
    staff_said(console, els, amina, text=words, said=to_json(sentence))
    answer = await console.visitor(els).get(f"/talk/{amina.id}")
    assert f'<p class="words" dir="auto">{console.desk.catalogues.plain(sentence, "en")}</p>' in answer.text
    assert f'<p class="words muted" lang="tr" dir="auto">{words}</p>' in answer.text


@pytest.mark.parametrize(
    ("state", "says", "again"),
    [
        ("new", "on its way", False),
        ("sent", "sent", False),
        ("dropped", "not delivered", True),
        ("parked", "did not take", True),
    ],
)
async def test_it_says_what_became_of_what_staff_said(
    console: Console, els: Staff, amina: Learner, state: str, says: str, again: bool
) -> None:
    staff_said(console, els, amina)
    add(console.store, reply_row(amina.id, chat_id=amina.telegram_id, state=state))
    answer = await console.visitor(els).get(f"/talk/{amina.id}")
    assert says in said(answer)
    assert (f"/talk/{amina.id}/again/a1" in answer.text) is again


async def test_it_tells_of_who_blocked_the_bot_and_what_the_learner_is_told(console: Console, els: Staff) -> None:
    gone = add_client(console.store, els, 9, name="Gone", blocked_at=BEGINNING)
    console.shifts = read_shifts("mon-fri 09:00-17:00")
    found = said(await console.visitor(els).get(f"/talk/{gone.id}"))
    assert "Gone blocked the bot" in found
    assert "I have kept your message for Els" in found
    assert "Messages are read again from" in found


async def test_a_lead_sees_that_it_is_for_another_and_may_hear_and_write_nothing(
    console: Console, els: Staff, amina: Learner
) -> None:
    wrote(console.store, amina, voice_file_id="V1")
    lead = console.visitor(add_staff(console.store, "lea", "lead"))
    answer = await lead.get(f"/talk/{amina.id}")
    assert "writes to their own counsellor" in said(answer)
    assert "Yarın" not in answer.text
    for path in ("said", "news", "earlier", "sound/m1"):
        assert (await lead.get(f"/talk/{amina.id}/{path}")).status_code == 404
    assert (await lead.send_form(f"/talk/{amina.id}/write", text="Dag")).status_code == 404
    message = talk.message(console.store, "m1")
    assert message is not None
    assert message.read_at is None


async def test_what_is_new_is_fetched_and_only_then(console: Console, els: Staff, amina: Learner) -> None:
    visitor = console.visitor(els)
    mark = shown.mark([])
    assert (await visitor.get(f"/talk/{amina.id}/news", params={"mark": mark})).status_code == 204
    wrote(console.store, amina)
    news = await visitor.get(f"/talk/{amina.id}/news", params={"mark": mark})
    assert "Yarın" not in news.text
    assert f'hx-get="/talk/{amina.id}/said" hx-trigger="load"' in news.text
    fetched = await visitor.get(f"/talk/{amina.id}/said")
    assert "Yarın gelebilir miyim?" in fetched.text
    assert "<html" not in fetched.text
    assert [one.what for one in audit.page(console.store, HOME)] == ["talk.seen"]
    message = talk.message(console.store, "m1")
    assert message is not None
    assert message.read_at is None


async def test_what_was_said_long_ago_stands_on_a_page_of_its_own(
    console: Console, els: Staff, amina: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "SHOWN", 2)
    for minute in range(1, 5):
        wrote(console.store, amina, id=f"m{minute}", text=f"Bericht {minute}", at=BEGINNING + timedelta(minutes=minute))
    visitor = console.visitor(els)
    first = await visitor.get(f"/talk/{amina.id}")
    assert "Bericht 4" in first.text
    assert "Bericht 2" not in first.text
    before = (BEGINNING + timedelta(minutes=3)).isoformat()
    earlier = await visitor.get(f"/talk/{amina.id}/earlier", params={"before": before})
    assert [f"Bericht {n}" in earlier.text for n in (1, 2, 3)] == [True, True, False]
    for wrong in ("", "yesterday", "2026-11-01"):
        assert (await visitor.get(f"/talk/{amina.id}/earlier", params={"before": wrong})).status_code == 404


async def test_a_learners_voice_is_fetched_from_telegram_and_not_kept(
    console: Console, els: Staff, amina: Learner
) -> None:
    wrote(console.store, amina, text=None, voice_file_id="V1")
    visitor = console.visitor(els)
    assert (await visitor.get(f"/talk/{amina.id}/sound/m1")).status_code == 404
    console.files["V1"] = SOUND
    answer = await visitor.get(f"/talk/{amina.id}/sound/m1")
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/ogg"
    assert answer.headers["cache-control"] == "no-store"
    assert [one.what for one in audit.page(console.store, HOME)] == ["talk.heard"]


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [("bytes=0-", 206, SOUND), ("bytes=2-5", 206, SOUND[2:6]), ("bytes=9999999-", 416, b""), ("lines=1", 200, SOUND)],
)
async def test_a_browser_may_ask_for_a_part(
    console: Console, els: Staff, amina: Learner, asked: str, status: int, part: bytes
) -> None:
    staff_said(console, els, amina, text=None)
    add(console.store, SpokenMessage(message_id="a1", learner_id=amina.id, sound=SOUND))
    answer = await console.visitor(els).get(f"/talk/{amina.id}/sound/a1", headers={"range": asked})
    assert (answer.status_code, answer.content) == (status, part)


async def test_nobody_hears_a_message_through_another_learner_or_of_another_kind(
    console: Console, els: Staff, amina: Learner
) -> None:
    other = add_client(console.store, add_staff(console.store, "kim"), 2)
    console.files["V1"] = SOUND
    wrote(console.store, other, id="theirs", voice_file_id="V1")
    wrote(console.store, amina, id="problem", about="problem", voice_file_id="V1")
    visitor = console.visitor(els)
    for path in (
        f"{amina.id}/sound/theirs",
        f"{other.id}/sound/theirs",
        f"{amina.id}/sound/problem",
        f"{amina.id}/sound/x",
    ):
        assert (await visitor.get(f"/talk/{path}")).status_code == 404
    assert "problem" not in said(await visitor.get(f"/talk/{amina.id}")).casefold()


async def test_what_is_no_sound_is_only_handed_out_as_a_file(console: Console, els: Staff, amina: Learner) -> None:
    wrote(console.store, amina, voice_file_id="V1")
    console.files["V1"] = b"<html><script>alert(1)</script>"
    answer = await console.visitor(els).get(f"/talk/{amina.id}/sound/m1")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
