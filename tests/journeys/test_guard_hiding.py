"""Hiding what speaks of danger: the message, the learner's own words, and what was heard."""

from bot.speech.sound import Sound
from bot.store import outbox
from tests.fakes.learner import Walker, plain, rows
from tests.journeys.by_ear import hears, listens, needs_no_script
from tests.journeys.danger import DANGER


async def test_hide_this_removes_the_message(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.hide")
    assert next(message for message in learner.new if message["id"] == shown)["deleted"]


async def test_hide_this_takes_the_words_away_too_and_what_was_heard(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.more")
    for _ in range(2):
        await learner.taps_label("🔊 1813")
        assert learner.last["silent"]
    assert Sound("Het gaat niet goed met mij. Wil je even luisteren?", "nl", slow=True) in learner.house.asked_for
    await learner.taps("guard.button.hide")
    messages = await learner.handset.messages()
    assert [message for message in messages if DANGER[learner.language] in message["text"]] != []
    hidden = [message for message in messages if message["deleted"]]
    assert [message["from"] for message in hidden] == ["phone", "bot", "bot", "bot"]


async def test_what_is_too_old_to_delete_is_emptied_and_says_how_to_delete_it(learner: Walker) -> None:
    """Telegram lets a bot delete for 48 hours; it may still change its own message."""
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    hide = f"guard:{learner.record.asked}:hide"
    learner.house.clock.forward(hours=49)
    await learner.taps("guard.button.hide")
    [now] = learner.new
    assert (now["id"], now["deleted"], rows(now)) == (shown, False, [])
    assert plain(now["text"]) == plain(learner.words("guard.hide_by_hand"))
    await learner.taps_once_more(hide)
    assert learner.new == []


async def test_what_nothing_is_known_of_any_more_says_so_too(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    learner.house.clock.forward(hours=24 * 40)
    outbox.forget_old(learner.house.store, learner.house.clock())
    await learner.taps("guard.button.hide")
    learner.shows("guard.hide_by_hand")


async def test_by_ear_how_to_delete_is_heard(learner: Walker) -> None:
    await listens(learner)
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    learner.house.clock.forward(hours=49)
    await learner.does("tap", data=f"guard:{learner.record.asked}:hide")
    hears(learner, "guard.hide_by_hand")
    needs_no_script(learner)
    emptied = next(message for message in learner.new if message["id"] == shown)
    assert rows(emptied) == []
    assert "1813" not in emptied["text"]
