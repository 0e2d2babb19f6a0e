"""What I can already do: cards, own words, the list, and who sees it."""

import pytest

from bot.journeys import consent
from bot.speech.sound import Sound
from bot.store import learners, skills
from bot.store.exporting import export
from bot.store.tables import SkillHeld
from tests.fakes.learner import Walker, plain

BRICKS, PAINTING = "Ik kan metselen.", "Ik kan schilderen."


def held(learner: Walker) -> list[str | None]:
    return [one.skill_id or one.words for one in skills.of(learner.house.store, learner.record.id)]


async def opens(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("skills.button.open")


async def picks(learner: Walker, field: str = "building") -> None:
    one = learner.house.courses.current().skill_fields[field]
    name = learner.house.catalogues.plain(one.name, learner.language)
    await learner.taps("skills.button.field", picture=one.picture, name=name)


async def test_the_fields_are_picture_buttons_in_the_own_language(learner: Walker) -> None:
    await opens(learner)
    course, catalogues = learner.house.courses.current(), learner.house.catalogues
    fields = course.skill_fields.values()
    named = [f"{one.picture} {catalogues.plain(one.name, learner.language)}" for one in fields]
    assert learner.labels() == [*map(plain, named), learner.words("skills.button.own")]


async def test_a_card_gives_its_sentence_and_the_next_one_comes(learner: Walker) -> None:
    await opens(learner)
    await picks(learner)
    course = learner.house.courses.current()
    assert learner.house.catalogues.plain(course.skills["skill.building.walls"].card, learner.language) in learner.text

    await learner.taps("skills.button.can")

    assert BRICKS in learner.text
    assert held(learner) == ["skill.building.walls"]
    assert [one["deleted"] for one in learner.new] == [False, False]
    card, following = learner.new
    assert {*learner.labels(card)} == {learner.words(f"practice.button.{how}") for how in ("hear", "slowly")}
    answers = {learner.words(f"skills.button.{name}") for name in ("can", "not", "enough")}
    assert {*learner.labels(following)} == answers
    painting = course.skills["skill.building.painting"].card
    assert learner.house.catalogues.plain(painting, learner.language) in plain(following["text"])


@pytest.mark.parametrize(("key", "slow"), [("practice.button.hear", False), ("practice.button.slowly", True)])
async def test_the_sentence_is_heard_at_two_speeds(learner: Walker, key: str, slow: bool) -> None:
    await opens(learner)
    await picks(learner)
    await learner.taps("skills.button.can")
    await learner.taps(key)
    assert learner.house.asked_for[-1] == Sound(BRICKS, "nl", slow)
    assert learner.last["kind"] == "voice"


async def test_what_is_not_claimed_is_not_kept_and_leaves_no_trace(learner: Walker) -> None:
    await opens(learner)
    await picks(learner)
    before = len(await learner.handset.messages())
    for _ in learner.house.courses.current().skills_in("building"):
        await learner.taps("skills.button.not")
    learner.shows("skills.none_yet")
    assert held(learner) == []
    assert len([one for one in await learner.handset.messages() if one["from"] == "bot"]) < before + 3


async def test_at_the_end_all_sentences_stand_together(learner: Walker) -> None:
    await opens(learner)
    await picks(learner)
    await learner.taps("skills.button.can")
    await learner.taps("skills.button.can")
    await learner.taps("skills.button.enough")
    learner.shows("skills.head")
    assert f"{BRICKS}\n{PAINTING}" in learner.text
    learner.shows("skills_sharing.only_you")
    learner.does_not_show("skills_sharing.ask")
    await opens(learner)
    learner.shows("skills.head")
    await learner.taps("skills.button.more")
    await picks(learner)
    learner.does_not_show("skills.head")
    await learner.taps("skills.button.enough")
    assert learner.text.count(BRICKS) == 1


async def test_the_same_button_twice_keeps_one(learner: Walker) -> None:
    await opens(learner)
    for _ in range(2):
        await learner.taps_once_more("skills:-:can-building.walls")
    assert held(learner) == ["skill.building.walls"]


async def test_one_can_be_taken_away(learner: Walker) -> None:
    await opens(learner)
    await picks(learner)
    await learner.taps("skills.button.can")
    await learner.taps("skills.button.can")
    await learner.taps("skills.button.enough")
    await learner.taps("skills.button.remove")
    learner.shows("skills.ask_remove")
    assert learner.labels() == [PAINTING, BRICKS, learner.words("skills.button.back")]
    await learner.taps_label(PAINTING)
    assert held(learner) == ["skill.building.walls"]
    assert PAINTING not in learner.text


async def test_own_words_are_kept_as_they_are(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("skills.button.own")
    assert learner.record.expects == "skills"
    await learner.says("ik wil oefenen: schapen hoeden")
    assert held(learner) == ["ik wil oefenen: schapen hoeden"]
    assert learner.record.expects == "none"
    learner.shows("skills.head")
    assert "schapen hoeden" in plain(learner.last["text"])


async def test_own_words_may_be_said_aloud(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("skills.button.own")
    await learner.does("voice")
    [one] = skills.of(learner.house.store, learner.record.id)
    assert (one.words, one.source, bool(one.voice_file_id)) == (None, "voice", True)
    learner.shows("skills.voice")


async def test_danger_goes_before_own_words(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("skills.button.own")
    await learner.says({"nl": "ik wil dood", "ar": "أريد أن أموت"}[learner.language])
    learner.shows("guard.neutral")
    assert held(learner) == []


async def test_never_mind_keeps_nothing(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("skills.button.own")
    await learner.taps("counsellor.button.nothing")
    assert (held(learner), learner.record.expects) == ([], "none")


async def test_who_shares_is_asked_once_and_may_refuse(learner: Walker) -> None:
    learner.consents(consent.SHARING)
    await opens(learner)
    await picks(learner)
    await learner.taps("skills.button.can")
    await learner.taps("skills.button.enough")
    learner.shows("skills_sharing.ask")
    await learner.taps("sharing.button.no")
    learner.shows("skills_sharing.only_you")
    assert learners.consent(learner.house.store, learner.record.id, consent.SKILLS) is False
    await opens(learner)
    learner.does_not_show("skills_sharing.ask")
    await learner.taps("skills_sharing.button.ask")
    await learner.taps("sharing.button.yes")
    learner.shows("skills_sharing.shared")
    assert learners.consent(learner.house.store, learner.record.id, consent.SKILLS) is True


async def test_an_old_yes_asks_again(learner: Walker) -> None:
    learner.consents(consent.SHARING)
    await learner.taps_once_more("skills_sharing:q1:yes")
    learner.shows("skills_sharing.ask")
    assert learners.consent(learner.house.store, learner.record.id, consent.SKILLS) is None


async def test_who_no_longer_shares_anything_shares_this_no_longer(learner: Walker) -> None:
    learner.consents(consent.SHARING)
    await learner.taps_once_more("skills_sharing:-:ask")
    await learner.taps("sharing.button.yes")
    await learner.commands("settings")
    await learner.taps("settings.button.sharing")
    await learner.taps("sharing.button.no")
    assert learners.consent(learner.house.store, learner.record.id, consent.SKILLS) is False


async def test_it_leads_the_progress(learner: Walker) -> None:
    await learner.taps_once_more("skills:-:can-building.walls")
    await learner.commands("progress")
    can = plain(learner.words("progress.can"))
    assert plain(learner.last["text"]).startswith(f"{can}\n{BRICKS}")
    learner.shows("progress.nothing_yet")
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    await learner.commands("progress")
    assert plain(learner.last["text"]).startswith(f"{can}\n{BRICKS}")
    await learner.taps("skills.button.open")
    learner.shows("skills.head")


async def test_it_is_taken_along_and_erased(learner: Walker) -> None:
    await learner.taps_once_more("skills:-:can-building.walls")
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [(one["skill"], one["source"]) for one in document["skills"]] == [("skill.building.walls", "card")]
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    with learner.house.store.reading() as session:
        assert session.query(SkillHeld).count() == 0


@pytest.mark.parametrize("choice", ["can-building.unknown", "in-nowhere", "foo", "hear-", "remove-x", "not-", "open"])
async def test_buttons_of_nothing_lead_somewhere(learner: Walker, choice: str) -> None:
    await learner.taps_once_more(f"skills:-:{choice}")
    assert learner.labels()
    assert held(learner) == []


async def test_whoever_keeps_no_record_keeps_no_skills(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_once_more("skills:-:can-building.walls")
    with newcomer.house.store.reading() as session:
        assert session.query(SkillHeld).count() == 0
