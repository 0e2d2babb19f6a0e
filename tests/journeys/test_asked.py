"""Questions on buttons: an answered one keeps no button, and one that is asked anew stands in the chat once."""

import pytest

from tests.fakes.learner import Walker, plain, rows

SETTINGS = {
    "menu.language": ("language.ask", None),
    "settings.button.job": ("onboarding.ask_job", "sector.button.unknown"),
    "settings.button.days": ("reminder.ask_days", "reminder.button.never"),
    "menu.pause": ("pause.begun", "pause.button.open"),
    "settings.button.sharing": ("sharing.what", "sharing.button.no"),
    "menu.delete": ("delete.ask", "delete.button.keep"),
}
"""The buttons of the settings, the question that each leads to, and an answer to it; None is one's own language."""

COMMANDS = {"counsellor": "counsellor.button.nothing", "delete": "delete.button.keep", "language": None}


async def answer(learner: Walker, label: str | None) -> None:
    native = learner.house.catalogues.native_name(learner.language)
    await (learner.taps(label) if label else learner.taps_label(native))


@pytest.mark.parametrize("button", SETTINGS)
async def test_a_question_takes_the_place_of_the_settings_and_keeps_the_choice(learner: Walker, button: str) -> None:
    question, choice = SETTINGS[button]
    await learner.commands("settings")
    settings = learner.last["id"]
    await learner.taps(button)
    learner.shows(question)
    assert [message["id"] for message in learner.new] == [settings]
    await answer(learner, choice)
    answered, *after = learner.new
    assert (answered["id"], rows(answered)) == (settings, [])
    assert learner.pattern("practice.you_said").search(plain(answered["text"]))
    assert after


@pytest.mark.parametrize("command", COMMANDS)
async def test_an_answered_question_loses_its_buttons(learner: Walker, command: str) -> None:
    await learner.commands(command)
    asked = learner.last["id"]
    await answer(learner, COMMANDS[command])
    assert rows(learner.new[0]) == []
    assert learner.new[0]["id"] == asked


async def test_no_question_of_the_onboarding_keeps_a_button(learner: Walker) -> None:
    [offer] = [message for message in await learner.handset.messages() if rows(message)]
    assert learner.labels(offer) == [plain(learner.words("menu.practise"))]


async def test_words_answer_too(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    asked = learner.last["id"]
    await learner.says("Kan je mij morgen bellen?")
    question = next(message for message in learner.new if message["id"] == asked)
    assert rows(question) == []


async def test_the_hour_is_asked_and_kept_too(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.five")
    hour = learner.last["id"]
    await learner.taps_label("07:00")
    learner.shows("reminder.set")
    answered = next(message for message in learner.new if message["id"] == hour)
    assert rows(answered) == []
    assert "07:00" in answered["text"]


async def test_what_is_asked_anew_stands_in_the_chat_once(learner: Walker) -> None:
    await learner.commands("delete")
    first = learner.last["id"]
    await learner.commands("delete")
    assert next(message for message in learner.new if message["id"] == first)["deleted"]
    learner.shows("delete.ask")


async def test_a_question_left_open_is_asked_anew_in_its_own_place(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.sharing")
    asked = learner.last["id"]
    await learner.presses("menu.practise")
    await learner.taps("sharing.button.yes")
    assert [message["id"] for message in learner.new] == [asked]
    learner.shows("sharing.what")
    await learner.taps("sharing.button.yes")
    learner.shows("sharing.agreed")


async def test_a_button_of_an_older_version_still_acts(learner: Walker) -> None:
    await learner.taps_once_more("reminder:-:at-07")
    learner.shows("reminder.set")
    assert learner.record.practice_at == "07:00"


async def test_the_topics_make_room_for_the_tip(learner: Walker) -> None:
    await learner.presses("menu.tip")
    topics = learner.last["id"]
    await learner.taps("topic.contract")
    assert [message["id"] for message in learner.new] == [topics]
    learner.shows("tip.say")
    await learner.taps("tip.button.all")
    assert learner.last["id"] != topics
