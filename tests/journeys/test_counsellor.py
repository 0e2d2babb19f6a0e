"""My counsellor: a message kept for a person, help in danger without a word, and the answer."""

from bot.journeys import talk as saying
from bot.store import talk
from bot.store.tables import Caseload, Staff
from tests.fakes import stores
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain


async def test_words_are_kept_and_nobody_is_promised_who_is_not_there(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    learner.shows("counsellor.how")
    await learner.says("Kan je mij morgen bellen?")
    learner.shows("counsellor.kept")
    [message] = talk.unanswered(learner.house.store, learner.record.id)
    assert message.text == "Kan je mij morgen bellen?"
    assert learner.record.expects == "none"


async def test_a_voice_message_is_kept_too(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.does("voice")
    learner.shows("counsellor.kept")
    [message] = talk.unanswered(learner.house.store, learner.record.id)
    assert message.voice_file_id


async def test_never_mind_sends_nothing(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.taps("counsellor.button.nothing")
    learner.shows("counsellor.nothing_sent")
    assert talk.messages(learner.house.store, learner.record.id) == []
    assert learner.record.expects == "none"


async def test_help_now_shows_helplines_without_a_word_written(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")
    assert any("112" in message["text"] for message in learner.new)
    assert learner.last["silent"]
    assert talk.messages(learner.house.store, learner.record.id) == []


async def test_the_menu_still_works_while_a_message_is_awaited(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.presses("menu.practise")
    assert learner.record.expects == "practice"
    assert talk.messages(learner.house.store, learner.record.id) == []


async def test_a_linked_counsellor_is_named_and_their_answer_arrives(learner: Walker) -> None:
    house, record = learner.house, learner.record
    sofie = link(house, record.id)
    await learner.presses("menu.counsellor")
    learner.shows("counsellor.ask_named")
    await learner.says("Ik heb een vraag over mijn contract")
    learner.shows("counsellor.kept_named")
    [message] = talk.unanswered(house.store, record.id)
    words = saying.written("Kom <morgen> om 10 uur & breng je contract mee", "nl")
    saying.send(house.store, record.id, sofie, words, house.clock(), house.turns.random, answers=message)
    await learner.waits_for(house.work())
    learner.shows("counsellor.reply")
    assert any("Kom <morgen> om 10 uur & breng" in plain(message["text"]) for message in learner.new)
    assert talk.unanswered(house.store, record.id) == []


def link(house: House, learner_id: str) -> Staff:
    """A counsellor for a learner."""
    sofie = Staff(
        id="sofie",
        organisation_id=stores.HOME,
        name="Sofie Claes",
        email="sofie@example.org",
        role="counsellor",
        created_at=house.clock(),
    )
    stores.add(house.store, sofie, Caseload(staff_id=sofie.id, learner_id=learner_id, since=house.clock()))
    return sofie
