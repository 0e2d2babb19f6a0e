"""What staff say to a learner: under their name, answered by one tap, and said again when it was lost."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest

from bot.i18n import Text
from bot.journeys import talk as saying
from bot.journeys.talk import Words
from bot.safeguarding.hours import read_shifts
from bot.store import learners, outbox, people, talk, threads
from bot.store.tables import Message, Staff
from bot.store.voices import PROBLEM, wanting_an_answer
from tests.fakes.house import VOICE, House
from tests.fakes.learner import Walker, plain
from tests.fakes.stores import add, staff_row
from tests.journeys.by_ear import listens, needs_no_script
from tests.journeys.test_counsellor import link

SOUND = VOICE.read_bytes()
WEEK = timedelta(days=7)


async def hears_from(learner: Walker, staff: Staff, words: Words) -> Message:
    """A member of staff says something unasked, and the learner's phone rings."""
    message = say(learner, staff, words)
    await learner.waits_for(learner.house.work())
    return message


def say(learner: Walker, staff: Staff, words: Words) -> Message:
    house = learner.house
    message = saying.send(house.store, learner.record.id, staff, words, house.clock(), house.turns.random)
    assert message is not None
    return message


def kept(house: House, message: Message) -> Message:
    found = talk.message(house.store, message.id)
    assert found is not None
    return found


def voices(learner: Walker) -> Sequence[str]:
    """What stands below the voice messages that came."""
    return [plain(message["text"]) for message in learner.new if message["kind"] == "voice"]


async def test_a_ready_sentence_is_read_in_the_own_language_and_kept_as_it_was_read(learner: Walker) -> None:
    sentence = Text("talk.template.appointment", {"day": date(2026, 11, 30), "time": time(10, 15)})
    sofie = link(learner.house, learner.record.id)
    message = await hears_from(learner, sofie, saying.ready(sentence, learner.house.catalogues, learner.language))
    learner.shows("counsellor.reply")
    learner.shows("talk.template.appointment")
    assert "10:15" in learner.text
    assert message.text == learner.house.catalogues.plain(sentence, learner.language)
    assert saying.part_of(kept(learner.house, message)) == sentence


async def test_what_staff_say_aloud_is_heard_under_their_name(learner: Walker) -> None:
    message = await hears_from(learner, link(learner.house, learner.record.id), saying.spoken(SOUND))
    learner.shows("talk.spoken")
    assert ["Sofie Claes" in text for text in voices(learner)] == [True]
    assert talk.sound(learner.house.store, message.id) == SOUND
    assert learner.labels() == [plain(learner.words("counsellor.button.answer"))]


async def test_who_listens_hears_who_it_is_and_then_the_person(learner: Walker) -> None:
    await listens(learner)
    await hears_from(learner, link(learner.house, learner.record.id), saying.spoken(SOUND))
    needs_no_script(learner)
    assert len(voices(learner)) == 2
    await learner.does("tap", data="counsellor:-:answer")
    needs_no_script(learner)
    assert learner.record.expects == "counsellor"


async def test_one_tap_leads_to_an_answer_and_the_words_above_it_stay(learner: Walker) -> None:
    await hears_from(learner, link(learner.house, learner.record.id), saying.written("Gaat het?", "nl"))
    await learner.taps("counsellor.button.answer")
    learner.shows("counsellor.ask_named")
    await learner.says("Ja, dank u")
    learner.shows("counsellor.kept_named")
    [waits] = talk.unanswered(learner.house.store, learner.record.id)
    assert (waits.text, waits.read_at) == ("Ja, dank u", None)
    shown = [plain(message["text"]) for message in await learner.handset.messages() if not message["deleted"]]
    assert any("Gaat het?" in text for text in shown)


async def test_what_staff_say_answers_all_that_waits_but_not_what_was_for_others(learner: Walker) -> None:
    house, me = learner.house, learner.record.id
    sofie, now = link(house, me), house.clock()
    ours = [Message(id=f"m{number}", learner_id=me, text="?", at=now) for number in (1, 2)]
    theirs = Message(id="m3", learner_id=me, text="!", about="problem", at=now)
    add(house.store, *ours, theirs)
    await hears_from(learner, sofie, saying.written("Dag", "nl"))
    assert [one.id for one in talk.unanswered(house.store, me)] == ["m3"]
    answered = [talk.message(house.store, one.id) for one in ours]
    assert {(one.answered_at, one.read_at) for one in answered if one} == {(now, now)}


async def test_the_answer_to_a_complaint_is_answered_where_the_counsellor_does_not_read_it(learner: Walker) -> None:
    house, me = learner.house, learner.record.id
    sofie = link(house, me)
    complaint = Message(id="m1", learner_id=me, text="Over Sofie", about=PROBLEM, at=house.clock())
    add(house.store, complaint, staff_row("ada", role="administrator"))
    maker = next(one for one in people.staff(house.store) if one.id == "ada")
    words = saying.written("Wat is er gebeurd?", "nl")
    saying.send(house.store, me, maker, words, house.clock(), house.turns.random, answers=complaint)
    await learner.waits_for(house.work())
    await learner.taps("counsellor.button.answer")
    learner.shows("problem.ask")
    await learner.says("Sofie belde mij niet")
    await learner.taps("problem.button.answer")
    assert [one.text for one in wanting_an_answer(house.store)] == ["Sofie belde mij niet"]
    assert threads.threads(house.store, sofie, house.clock(), limit=10) == []


async def test_nothing_is_lost_while_the_bot_is_blocked(learner: Walker) -> None:
    """It is said again when they are back, in its order, with the day on which it was said, and no second time."""
    house, sofie = learner.house, link(learner.house, learner.record.id)
    await learner.does("block")
    first = say(learner, sofie, saying.written("Een", "nl"))
    house.clock.forward(seconds=1)
    second = say(learner, sofie, saying.spoken(SOUND))
    await learner.waits_for(house.work())
    assert learner.new == []
    house.clock.forward(days=40)
    outbox.forget_old(house.store, house.clock())
    await learner.does("unblock")
    assert [message["kind"] for message in learner.new] == ["text", "voice"]
    learner.shows("talk.late")
    assert "Een" in learner.text
    assert kept(house, first).at < house.clock() - WEEK
    assert {kept(house, one).ref for one in (first, second)}.isdisjoint({first.ref, second.ref})
    await learner.says("/help")
    assert "Een" not in learner.text


async def test_it_is_also_said_when_only_a_message_tells_that_they_are_back(learner: Walker) -> None:
    house = learner.house
    say(learner, link(house, learner.record.id), saying.written("Een", "nl"))
    outbox.leave_alone(house.store, learner.record.telegram_id, house.clock())
    await learner.commands("help")
    assert learner.new[0]["text"].count("Een") == 1
    assert learner.record.blocked_at is None


async def test_staff_may_say_again_what_did_not_arrive_but_not_what_did(learner: Walker) -> None:
    house, sofie = learner.house, link(learner.house, learner.record.id)
    message = await hears_from(learner, sofie, saying.written("Een", "nl"))
    where = (house.store, message.id, house.courses.current().region.zone, house.clock(), house.turns.random)
    assert not saying.send_again(*where)
    await learner.does("block")
    lost = say(learner, sofie, saying.written("Twee", "nl"))
    await learner.waits_for(house.work())
    await learner.handset.act("unblock")
    assert saying.send_again(house.store, lost.id, *where[2:])
    assert not saying.send_again(house.store, lost.id, *where[2:])
    await learner.waits_for(house.settle())
    assert learner.text.count("Twee") == 1


async def test_nobody_is_told_anything_who_is_gone(learner: Walker) -> None:
    house, sofie = learner.house, link(learner.house, learner.record.id)
    words = saying.written("Dag", "nl")
    assert saying.send(house.store, "nobody", sofie, words, house.clock(), house.turns.random) is None


@pytest.mark.parametrize(
    ("forward", "key"), [({"hours": 0}, "counsellor.read_today"), ({"hours": 5}, "counsellor.read_from")]
)
async def test_the_receipt_says_when_somebody_reads(learner: Walker, forward: dict[str, float], key: str) -> None:
    house = learner.house
    link(house, learner.record.id)
    house.turns.shifts = read_shifts("mon-fri 09:00-17:00")
    house.clock.forward(**forward)
    await learner.presses("menu.counsellor")
    await learner.says("Een vraag")
    learner.shows("counsellor.kept_named")
    learner.shows(key)


async def test_the_receipt_names_who_stands_in(learner: Walker) -> None:
    house = learner.house
    link(house, learner.record.id)
    add(house.store, staff_row("lien"))
    sofie = learners.counsellor(house.store, learner.record.id)
    assert sofie
    sofie.absent_until, sofie.stand_in_id = house.clock() + WEEK, "lien"
    add(house.store, sofie)
    await learner.presses("menu.counsellor")
    await learner.says("Een vraag")
    learner.shows("counsellor.away")
    [receipt] = [plain(one["text"]) for one in learner.new if "Lien" in one["text"]]
    assert learner.pattern("counsellor.kept_named").search(receipt)


async def test_who_is_away_without_a_stand_in_reads_it_later(learner: Walker) -> None:
    house = learner.house
    sofie = link(house, learner.record.id)
    house.turns.shifts = read_shifts("mon-fri 09:00-17:00")
    sofie.absent_until = house.clock() + WEEK
    add(house.store, sofie)
    await learner.presses("menu.counsellor")
    await learner.says("Een vraag")
    learner.shows("counsellor.read_from")
    assert "30" in learner.text
