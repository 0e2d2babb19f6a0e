"""Listen mode: everything is heard in the own language first, and three pictures are tapped at most."""

from pathlib import Path
from typing import Any

import pytest

from bot.i18n import Catalogues, Content, Text
from bot.journeys.reply import Reply, button
from bot.learning.hearing import needs_no_reading
from bot.learning.items import item_types
from bot.speech import opus
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.telegram import aloud
from bot.wiring.sound import speaks
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.speech import ESPEAK, needs_espeak
from tests.journeys.by_ear import invited, with_words


def heard(home: House) -> list[str]:
    """All that was said in the own language since the house was opened."""
    return [sound.words for sounds in home.heard for sound in sounds]


def listens(walker: Walker) -> bool:
    return walker.record.listens


def words_of(home: House, key: str, language: str) -> str:
    return home.catalogues.aloud(Text(key), language)


@pytest.fixture(params=["nl", "ar"])
async def listener(request: pytest.FixtureRequest, home: House) -> Walker:
    """Who listens, at the first exercise."""
    return await invited(home, request.param)


async def test_from_the_invitation_to_the_end_of_a_lesson_by_ear_and_pictures(listener: Walker) -> None:
    home, language = listener.house, listener.language
    seen: list[dict[str, Any]] = []

    async def taps(choice: str, journey: str = "onboarding") -> None:
        await listener.does("tap", data=f"{journey}:{listener.record.asked}:{choice}")
        seen.extend(listener.new)

    assert listener.record.listens
    seen += listener.new
    assert needs_no_reading(listener.open_item()[0])
    await listener.answers()
    for number in (2, 3, 4):
        await taps(f"notice-{number}")
        assert words_of(home, f"onboarding.notice.{number}", language) in heard(home)
    await taps("yes", "consent")
    seen += listener.new
    await listener.presses_picture("menu.practise")
    asked = 0
    while listener.record.expects == "practice":
        item, _ = listener.open_item()
        assert needs_no_reading(item)
        asked += item_types()[item.type].asks
        await listener.answers()
        seen += listener.new
    assert asked >= 3
    assert words_of(home, "sharing.ask", language) in heard(home)
    assert words_of(home, "listen.button.1", language) in heard(home)
    questions = [message for message in seen if rows(message) and not message["deleted"]]
    assert questions
    assert [with_words(message) for message in questions if with_words(message)] == []
    for message in questions:
        buttons = [one for row in rows(message) for one in row]
        assert len(buttons) <= 6
        assert len([one for one in buttons if one["text"] not in "❓🐢➖"]) <= 3
    assert {message["kind"] for message in questions} == {"voice"}


async def test_the_ear_reads_the_first_screen_aloud_at_once(home: House) -> None:
    walker = await Walker.comes(home, "ar")
    await walker.commands("start")
    assert home.heard == []
    await walker.taps_label("👂")
    assert walker.record.listens
    assert words_of(home, "onboarding.ask_language", "ar") in heard(home)
    named = {sound.language: sound.words for sounds in home.heard for sound in sounds if sound.language != "ar"}
    assert named["tr"] == home.catalogues.native_name("tr")
    pages = [message for message in walker.new if rows(message) and not message["deleted"]]
    assert [len(rows(page)) for page in pages] == [3, 3, 3, 3]
    await walker.does("tap", data=f"onboarding:{walker.record.asked}:lang-tr")
    assert walker.record.language == "tr"
    messages = [one for one in await walker.handset.messages() if not one["deleted"]]
    assert [one for one in messages if "lang-" in str(rows(one))] == []


@pytest.mark.parametrize("language", ["ps", "so", "ti"])
async def test_who_has_no_voice_yet_is_told_and_sees_words(home: House, language: str) -> None:
    home.silent = {"ps", "so", "ti"}
    walker = await invited(home, language)
    walker.shows("listen.no_voice")
    assert "🔇" in [plain(message["text"]) for message in walker.new]
    assert {sound.language for sounds in home.heard for sound in sounds} <= {"nl"}
    await walker.answers()
    assert walker.words("onboarding.button.next") in walker.labels()


async def test_settings_switch_it_on_and_off(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    assert listens(learner)
    assert words_of(learner.house, "listen.on", learner.language) in heard(learner.house)
    await learner.commands("settings")
    await learner.taps_label("📖")
    assert not listens(learner)
    learner.shows("listen.off")
    before = len(learner.house.heard)
    await learner.commands("help")
    assert len(learner.house.heard) == before


async def test_what_a_learner_wrote_is_never_spoken(home: House) -> None:
    walker = await invited(home, "nl")
    await walker.says("mijn geheim adres")
    assert not any("geheim" in words for words in heard(home))


async def test_a_lesson_that_cannot_be_heard_is_not_there_and_that_is_said_kindly(
    listener: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await listener.answers()
    for number in (2, 3, 4):
        await listener.does("tap", data=f"onboarding:{listener.record.asked}:notice-{number}")
    await listener.does("tap", data=f"consent:{listener.record.asked}:yes")
    monkeypatch.setattr("bot.learning.choosing.needs_no_reading", lambda _: False)
    await listener.presses_picture("menu.practise")
    listener.shows("listen.nothing_to_do")


async def test_an_answer_is_spoken_and_the_question_not_once_more(listener: Walker) -> None:
    home, language = listener.house, listener.language
    item, _ = listener.open_item()
    situation = home.catalogues.aloud(Content(f"{item.id}.situation", item.body["situation"]), language)
    reason = home.catalogues.aloud(Content(f"{item.id}.reason", item.body["reason"]), language)
    assert Sound(item.body["say"], "nl") in home.heard[-1]
    assert home.asked_for == []
    await listener.answers()
    assert (heard(home).count(situation), heard(home).count(reason)) == (1, 1)


async def test_a_changed_message_comes_anew_and_only_once(listener: Walker) -> None:
    await listener.answers()
    for number in (2, 3, 4):
        await listener.does("tap", data=f"onboarding:{listener.record.asked}:notice-{number}")
        pattern = listener.pattern(f"onboarding.notice.{number - 1}")
        left = [one for one in await listener.handset.messages() if not one["deleted"]]
        assert not any(pattern.search(plain(one["text"])) for one in left)


@pytest.mark.parametrize("language", ["nl", "ar", "en"])
def test_a_message_can_be_said_by_a_real_program(language: str, catalogues: Catalogues, tmp_path: Path) -> None:
    needs_espeak()
    speech = Speech(tmp_path / "sound", ESPEAK)
    reply = Reply(
        lines=((Text("onboarding.welcome"),), (), (Text("onboarding.ask_language"),)),
        buttons=((button("menu.practise", "menu", "-", "practise"),),),
        spoken=True,
    )
    sounds = aloud.sounds(reply, language, catalogues)
    assert len(sounds) == 4
    whole = together(speech, sounds, language)
    parts = [opus.seconds(speech.file(sound).read_bytes()) for sound in sounds]
    assert all(opus.problem(path) is None for path in speech.folder.iterdir())
    assert opus.seconds(whole) >= sum(parts) - len(parts)
    assert together(speech, sounds, language) == whole


def test_a_real_program_tells_which_languages_it_cannot_say(catalogues: Catalogues, tmp_path: Path) -> None:
    needs_espeak()
    speech = Speech(tmp_path / "sound", ESPEAK)
    spoken = {code for code in catalogues.languages if speaks(speech, catalogues, code)}
    assert {*catalogues.languages} - spoken == {"ps", "so", "ti"}
