"""Everything else that somebody does who reads no script: placement, skills, a word from work, a counsellor."""

from datetime import timedelta
from random import Random

import pytest

from bot.catalogue import pofiles
from bot.catalogue.problems import Problem
from bot.i18n import Catalogues, Content, Text, Verbatim
from bot.i18n.folders import read_folders
from bot.journeys import confirming, consent, work_word
from bot.journeys import talk as saying
from bot.learning.hearing import needs_no_reading
from bot.learning.placement import FEWEST, MOST
from bot.settings import LOCALES
from bot.speech.sound import Sound
from bot.store import practice, skills, talk, work_words
from bot.store.practice import Kind
from bot.store.secrets import hashed
from bot.store.tables import Mission, SkillHeld
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.stores import add
from tests.journeys.by_ear import all_heard, hears, listens, message_of, needs_no_script, said, shown_to
from tests.journeys.placements import has_practised
from tests.journeys.test_counsellor import link

MORE = "👇"


async def taps(learner: Walker, journey: str, choice: str) -> None:
    """Tap the newest button of a journey with this choice."""
    messages = [message for message in await learner.handset.messages() if not message["deleted"]]
    buttons = [button for message in reversed(messages) for row in rows(message) for button in row]
    data = [one["callback_data"] for one in buttons]
    found = next(one for one in data if one.startswith(f"{journey}:") and one.split(":")[2].startswith(choice))
    await learner.does("tap", data=found)


async def finishes_lesson(learner: Walker) -> int:
    count = 0
    while learner.record.expects == "practice":
        item = learner.open_item()[0]
        assert needs_no_reading(item)
        await learner.answers()
        needs_no_script(learner)
        count += 1
    return count


async def test_after_the_third_lesson_placement_is_offered_and_done_by_ear(learner: Walker) -> None:
    await listens(learner)
    has_practised(learner.house.store, learner.record, 2)
    await learner.presses_picture("menu.practise")
    await finishes_lesson(learner)
    hears(learner, "placement.ask", "placement.no_exam")
    await taps(learner, "placement", "start")
    running = practice.open_lesson(learner.house.store, learner.record.id)
    assert running is not None
    assert running.kind == Kind.PLACEMENT
    needs_no_script(learner)
    assert FEWEST <= await finishes_lesson(learner) <= MOST
    hears(learner, f"placement.next.{learner.record.level}")


async def test_placement_is_in_the_settings_of_who_listens(learner: Walker) -> None:
    await listens(learner)
    has_practised(learner.house.store, learner.record)
    await learner.commands("settings")
    assert message_of(learner, "placement.button.find")[0] in all_heard(learner)
    await taps(learner, "placement", "ask")
    hears(learner, "placement.ask")
    needs_no_script(learner)


async def test_the_fields_of_skills_come_three_pictures_at_a_time_and_lead_round(learner: Walker) -> None:
    await listens(learner)
    await learner.does("text", text="/help")
    await taps(learner, "skills", "open")
    course = learner.house.courses.current()
    seen: list[str] = []
    for _ in range(len(course.skill_fields) // 2 + 1):
        needs_no_script(learner)
        [message] = shown_to(learner)
        labels = [plain(button["text"]) for row in rows(message) for button in row]
        assert labels[-1] == MORE
        seen += labels[:-1]
        await taps(learner, "skills", "more-")
    fields = [one.picture for one in course.skill_fields.values()]
    assert seen[: len(fields)] == fields
    assert len({*seen}) == len(fields) + 1
    for field in course.skill_fields.values():
        assert {*said(learner, field.name)} <= {*all_heard(learner)}


async def test_each_card_is_heard_and_what_somebody_can_do_is_said_in_dutch(learner: Walker) -> None:
    await listens(learner)
    await learner.does("text", text="/help")
    await taps(learner, "skills", "open")
    await taps(learner, "skills", "in-building")
    needs_no_script(learner)
    first, *_ = learner.house.courses.current().skills_in("building")
    assert {*said(learner, first.card)} <= {*all_heard(learner)}
    await taps(learner, "skills", "can-")
    needs_no_script(learner)
    assert Sound(first.say.text, "nl") in all_heard(learner)
    await taps(learner, "skills", "enough-")
    needs_no_script(learner)
    assert [Sound(first.say.text, "nl") in sounds for sounds in learner.house.heard][-1]


async def test_what_stands_on_no_card_is_said_in_a_voice_message(learner: Walker) -> None:
    await listens(learner)
    await learner.does("text", text="/help")
    await taps(learner, "skills", "open")
    for _ in range(len(learner.house.courses.current().skill_fields) // 2):
        await taps(learner, "skills", "more-")
    await taps(learner, "skills", "own")
    hears(learner, "skills.ask_own")
    needs_no_script(learner)
    await learner.does("voice")
    needs_no_script(learner)
    [held] = skills.of(learner.house.store, learner.record.id)
    assert held.voice_file_id


async def test_one_of_many_is_taken_away_by_ear(learner: Walker) -> None:
    await listens(learner)
    mine, now = learner.record.id, learner.house.clock()
    learner.consents(consent.SHARING)
    cards = learner.house.courses.current().skills_in("building")[:3]
    held = [
        SkillHeld(id=f"k{n}", learner_id=mine, skill_id=one.id, source="card", at=now) for n, one in enumerate(cards)
    ]
    add(learner.house.store, *held)
    await learner.does("text", text="/help")
    await taps(learner, "skills", "open")
    needs_no_script(learner)
    await taps(learner, "skills", "mine-")
    needs_no_script(learner)
    await taps(learner, "skills", "remove")
    hears(learner, "skills.ask_remove")
    needs_no_script(learner)
    for _ in range(2):
        await taps(learner, "skills", "which-")
        needs_no_script(learner)
    assert [sound for sound in learner.house.heard[-1] if sound.language == "nl"]
    await taps(learner, "skills", "remove-k2")
    needs_no_script(learner)
    assert {one.id for one in skills.of(learner.house.store, mine)} == {"k0", "k1"}


async def test_a_word_from_work_is_said_and_its_fate_is_heard(learner: Walker) -> None:
    await listens(learner)
    await learner.does("text", text="/help")
    await taps(learner, "work_word", "ask")
    hears(learner, "work_word.ask", "work_word.nobody_named")
    needs_no_script(learner)
    await learner.does("voice")
    hears(learner, "work_word.kept")
    needs_no_script(learner)
    house = learner.house
    [word] = work_words.waiting(house.store)
    assert word.voice_file_id
    assert work_word.decide(house.store, word, "construction.gear.helmet", house.clock(), Random(3))
    await learner.waits_for(house.work())
    hears(learner, "work_word.made")
    needs_no_script(learner)
    await taps(learner, "work_word", "practise-")
    assert learner.open_item()[0].id == "construction.gear.helmet"
    needs_no_script(learner)


async def answered(learner: Walker, text: str) -> Sound:
    """A counsellor's answer as it is heard."""
    house, record = learner.house, learner.record
    sofie = link(house, record.id)
    await learner.presses_picture("menu.counsellor")
    needs_no_script(learner)
    await learner.does("voice")
    needs_no_script(learner)
    [message] = talk.unanswered(house.store, record.id)
    language = house.catalogues.written_in(text, record.language, "nl")
    words = saying.written(text, language)
    saying.send(house.store, record.id, sofie, words, house.clock(), house.turns.random, answers=message)
    await learner.waits_for(house.work())
    needs_no_script(learner)
    return next(sound for sound in house.heard[-1] if sound.personal)


async def test_a_counsellors_answer_is_heard_in_the_language_it_is_written_in_and_not_kept(learner: Walker) -> None:
    await listens(learner)
    assert await answered(learner, "Kom morgen om 10 uur.") == Sound("Kom morgen om 10 uur.", "nl", personal=True)
    learner.shows("counsellor.reply")


async def test_an_answer_in_the_own_script_is_heard_in_the_own_voice(learner: Walker) -> None:
    await listens(learner)
    text = {"ar": "تعال غدا.", "nl": "Kom morgen."}[learner.language]
    assert await answered(learner, text) == Sound(text, learner.language, personal=True)


async def test_a_word_that_stands_in_no_script_of_theirs_is_not_said(catalogues: Catalogues) -> None:
    assert catalogues.written_in("Привіт", "ar", "nl") is None
    assert catalogues.written_in("12:30", "ar", "nl") is None
    assert catalogues.written_in("ቀዳማይ", "ti", "nl") == "ti"


async def test_a_mission_that_was_confirmed_is_heard_with_what_was_said(learner: Walker) -> None:
    await listens(learner)
    house = learner.house
    item = next(one for one in house.courses.current().items.values() if one.type == "mission")
    mission = Mission(
        id="m1",
        learner_id=learner.record.id,
        item_id=item.id,
        revision=item.revision,
        state="done",
        taken_on_at=house.clock(),
        done_at=house.clock(),
        link_hash=hashed("k3vN"),
        link_expires_at=house.clock() + timedelta(days=1),
    )
    add(house.store, mission)
    assert confirming.confirm(house.store, "k3vN", house.clock(), Random(3))
    await learner.waits_for(house.work())
    needs_no_script(learner)
    told = Text("mission.confirmed", {"words": Verbatim(item.body["say"], language="nl")})
    assert {*said(learner, told)} <= {*house.heard[-1]}


@pytest.mark.parametrize("command", ["help", "settings", "progress", "tip", "counsellor", "privacy", "pause", "delete"])
async def test_every_command_is_answered_aloud_with_pictures(learner: Walker, command: str) -> None:
    await listens(learner)
    await learner.commands(command)
    needs_no_script(learner)


@pytest.mark.parametrize("language", [*read_folders(LOCALES).languages])
def test_every_message_has_something_to_say_and_leaves_no_letter_unsaid(language: str, catalogues: Catalogues) -> None:
    """Whatever a listener gets of the interface is heard, where the language has a voice."""
    catalog = pofiles.load(pofiles.path_of(read_folders(LOCALES).languages[language], "messages"))
    assert not isinstance(catalog, Problem)
    for message in pofiles.messages(catalog):
        key = message.id if isinstance(message.id, str) else message.id[0]
        written = catalogues.plain(Text(key, {"count": 2}), language)
        spoken = catalogues.aloud(Text(key, {"count": 2}), language)
        letters = [one for one in written if one.isalnum()]
        assert [one for one in spoken if one.isalnum()] == letters, key


def test_content_that_is_explained_is_said_whole(catalogues: Catalogues) -> None:
    spoken = catalogues.pieces(Content("a.b", "Zeg {words} ⛑️ nu.", {"words": Verbatim("Stop!", language="nl")}), "tr")
    assert [(piece.words, piece.language) for piece in spoken] == [("Zeg", "tr"), ("Stop!", "nl"), ("nu.", "tr")]
