"""Saying something: in words with a warning where it helps, in a ready sentence, and aloud."""

from datetime import timedelta

import pytest

from bot.journeys.talk import MOST_LETTERS
from bot.speech import recorded
from bot.store import audit, talk
from bot.store.tables import Learner, Message, Staff
from tests.console.desks import Console, add_staff
from tests.console.talks import client, on_their_way, said, wrote
from tests.fakes.recordings import recording
from tests.fakes.stores import BEGINNING, HOME, add
from tests.store.groups import add_client
from tests.store.rows import reply_row

TURKISH = "Yarın saat onda bana gelebilir misiniz?"
DUTCH = "Kan je morgen om tien uur bij mij komen?"


@pytest.fixture
def els(console: Console) -> Staff:
    console.now = BEGINNING + timedelta(hours=3)
    return add_staff(console.store, "els")


@pytest.fixture
def amina(console: Console, els: Staff) -> Learner:
    return client(console.store, els)


def messages(console: Console, learner: Learner) -> list[tuple[str | None, str | None]]:
    return [(one.staff_id, one.text) for one in talk.messages(console.store, learner.id)]


async def test_words_in_the_learners_language_go_out_at_once(console: Console, els: Staff, amina: Learner) -> None:
    wrote(console.store, amina)
    answer = await console.visitor(els).send_form(f"/talk/{amina.id}/write", text=f"{TURKISH}\r\nEls")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/talk/{amina.id}?told=said")
    assert messages(console, amina)[-1] == ("els", f"{TURKISH}\nEls")
    assert talk.unanswered(console.store, amina.id) == []
    [sent] = on_their_way(console.store)
    assert "counsellor:-:answer" in str(sent)
    assert [(one.what, one.about) for one in audit.page(console.store, HOME)] == [("talk.written", amina.id)]


@pytest.mark.parametrize(
    ("language", "text", "warns"),
    [
        ("tr", DUTCH, "This looks like Dutch. The learner reads: Turkish"),
        ("ar", DUTCH, "This looks like Dutch. The learner reads: Arabic"),
        ("nl", TURKISH, "This looks like Turkish. The learner reads: Dutch"),
        ("tr", "Καλημέρα σας", "not in the script of the learner, who reads: Turkish"),
    ],
)
async def test_other_words_are_shown_with_a_warning_first(
    console: Console, els: Staff, language: str, text: str, warns: str
) -> None:
    learner = add_client(console.store, els, 5, language=language)
    visitor = console.visitor(els)
    assert warns in said(await visitor.send_form(f"/talk/{learner.id}/write", text=text))
    assert messages(console, learner) == []
    sure = await visitor.send_form(f"/talk/{learner.id}/write", text=text, sure="yes")
    assert sure.status_code == 303
    assert messages(console, learner) == [("els", text)]


@pytest.mark.parametrize("text", ["10:15", "+32 470 12 34 56", "👍"])
async def test_what_needs_no_language_is_not_warned_of(console: Console, els: Staff, amina: Learner, text: str) -> None:
    assert (await console.visitor(els).send_form(f"/talk/{amina.id}/write", text=text)).status_code == 303


@pytest.mark.parametrize(("text", "fault"), [("  \r\n ", "There is nothing yet"), ("x" * 2001, "more than 2,000")])
async def test_nothing_and_too_much_are_refused(
    console: Console, els: Staff, amina: Learner, text: str, fault: str
) -> None:
    assert MOST_LETTERS == 2000
    assert fault in said(await console.visitor(els).send_form(f"/talk/{amina.id}/write", text=text), 422)
    assert messages(console, amina) == []


async def test_a_kind_sentence_is_one_click_and_read_in_the_own_language(
    console: Console, els: Staff, amina: Learner
) -> None:
    page = said(await console.visitor(els).get(f"/talk/{amina.id}"))
    assert "You do not have to practise every day." in page
    assert "Her gün çalışmak zorunda değilsiniz." in page
    answer = await console.visitor(els).send_form(f"/talk/{amina.id}/ready", sentence="rest")
    assert answer.status_code == 303
    [(_, text)] = messages(console, amina)
    assert text == "Her gün çalışmak zorunda değilsiniz. Dinlenmek de iyidir."


async def test_a_sentence_with_blanks_is_looked_at_first(console: Console, els: Staff, amina: Learner) -> None:
    visitor, form = console.visitor(els), {"sentence": "appointment", "day": "2026-11-30", "time": "10:15"}
    page = said(await visitor.send_form(f"/talk/{amina.id}/ready", **form))
    assert "Our appointment is on November 30, 2026 at 10:15" in page
    assert "Görüşmemiz: 30 Kasım 2026, saat 10:15." in page
    assert messages(console, amina) == []
    assert (await visitor.send_form(f"/talk/{amina.id}/ready", sure="yes", **form)).status_code == 303
    assert messages(console, amina) == [("els", "Görüşmemiz: 30 Kasım 2026, saat 10:15.")]


async def test_what_is_missing_is_asked_for_and_what_was_given_stays(
    console: Console, els: Staff, amina: Learner
) -> None:
    answer = await console.visitor(els).send_form(f"/talk/{amina.id}/ready", sentence="call_at", day="2026-11-30")
    assert "Fill in a time" in said(answer, 422)
    assert 'value="2026-11-30"' in answer.text
    assert (await console.visitor(els).send_form(f"/talk/{amina.id}/ready", sentence="nothing")).status_code == 400


async def test_today_leads_to_a_sentence_that_stands_open(console: Console, els: Staff, amina: Learner) -> None:
    visitor = console.visitor(els)
    assert '<details class="card" id="ready" open>' in (await visitor.get(f"/talk/{amina.id}?template=well_done")).text
    assert '<details class="card" id="ready">' in (await visitor.get(f"/talk/{amina.id}?template=xyz")).text


async def test_a_recording_goes_out_as_a_voice_message(console: Console, els: Staff, amina: Learner) -> None:
    file = {"sound": ("sound", recording(), "audio/webm")}
    answer = await console.visitor(els).send_form(f"/talk/{amina.id}/speak", file)
    assert answer.status_code == 303
    [message] = talk.messages(console.store, amina.id)
    kept = talk.sound(console.store, message.id)
    assert kept is not None
    assert kept.startswith(b"OggS")
    [sent] = on_their_way(console.store)
    assert sent["recorded"] == message.id
    assert "audio" in (await console.visitor(els).get(f"/talk/{amina.id}")).text


@pytest.mark.parametrize(
    ("sound", "fault"),
    [
        (b"", "No sound was chosen"),
        (b"Dag Amina" * 200, "no sound that Werkmaat can read"),
        (recording(0.2), "too short"),
        (recording(1, "flac", loud=0), "Is the microphone on?"),
        (recording(recorded.LONGEST + 5, "flac", 8000), "longer than 120 seconds"),
    ],
    ids=["nothing", "words", "short", "silent", "long"],
)
async def test_it_is_said_what_is_wrong_with_a_recording(
    console: Console, els: Staff, amina: Learner, sound: bytes, fault: str
) -> None:
    answer = await console.visitor(els).send_form(f"/talk/{amina.id}/speak", {"sound": ("a", sound, "audio/webm")})
    assert fault in said(answer, 422)
    assert messages(console, amina) == []


async def test_what_did_not_arrive_is_said_again_once(console: Console, els: Staff, amina: Learner) -> None:
    lost = Message(id="a1", learner_id=amina.id, staff_id="els", text="Dag", at=BEGINNING, ref="r1")
    add(console.store, lost, reply_row(amina.id, chat_id=amina.telegram_id, state="dropped"))
    visitor = console.visitor(els)
    told = [(await visitor.send_form(f"/talk/{amina.id}/again/a1")).headers["location"] for _ in range(2)]
    assert [one.partition("told=")[2] for one in told] == ["said_again", "arrived_meanwhile"]
    assert len(on_their_way(console.store)) == 2
    wrote(console.store, amina)
    for wrong in ("m1", "nothing"):
        assert (await visitor.send_form(f"/talk/{amina.id}/again/{wrong}")).status_code == 404


async def test_thanks_need_no_answer(console: Console, els: Staff, amina: Learner) -> None:
    wrote(console.store, amina)
    visitor = console.visitor(els)
    assert f"/talk/{amina.id}/settled" in (await visitor.get(f"/talk/{amina.id}")).text
    await visitor.send_form(f"/talk/{amina.id}/settled")
    assert talk.unanswered(console.store, amina.id) == []
    assert on_their_way(console.store) == []
    assert f"/talk/{amina.id}/settled" not in (await visitor.get(f"/talk/{amina.id}")).text
