"""What a decision costs, leaves behind and tells."""

import asyncio
import logging
from typing import Any

import pytest

from bot.journeys.turn import deciding
from bot.journeys.understanding import Understood
from tests.fakes.brain import Played, recorded

pytestmark = pytest.mark.model

TURN = ["action", "session_started", "slot", "action", "user"]


class Stub:
    """As much of a turn as an action needs that fails."""

    failure: Exception | None = None

    def say(self, *lines: Any, **more: Any) -> str:
        raise RuntimeError("geheimwoord")


async def test_the_tracker_is_four_events_and_what_was_understood(brain: Any, played: Played) -> None:
    await brain.act(Understood("answer", entities={"choice": "b", "asked": "s1"}), "practice", chat_id=7)
    tracker = played.trackers[-1]
    # Rasa notes between message and action by which feature it predicted.
    assert played.events() == [*TURN, "user_featurization"]
    assert [tracker.events[0]["name"], tracker.events[3]["name"]] == ["action_session_start", "action_listen"]
    assert (tracker.events[2]["name"], tracker.events[2]["value"]) == ("expects", "practice")
    assert tracker.sender_id == "7"
    given = {entity["entity"]: entity["value"] for entity in tracker.latest_message["entities"]}
    assert given == {"choice": "b", "asked": "s1"}


async def test_turns_leave_nothing_behind(brain: Any, played: Played) -> None:
    for number in range(30):
        expects = "delete" if number % 2 else "practice"
        await brain.act(Understood("affirm"), expects, chat_id=7)
        assert len(played.trackers[-1].events) == len(TURN) + 1
    assert played.names == ["action_smalltalk_affirm", "action_delete_answer"] * 15


async def test_chats_do_not_mix(brain: Any, played: Played) -> None:
    journeys = ["practice", "tip", "delete", "pause"]
    turns = (brain.act(Understood("answer"), journey, chat) for chat, journey in enumerate(journeys))
    await asyncio.gather(*turns)
    assert played.names == [f"action_{journey}_answer" for journey in journeys]


async def test_a_failing_action_is_told_to_the_turn(brain: Any) -> None:
    stub: Any = Stub()
    with deciding(stub):
        await brain.act(Understood("ask_help"), "none", chat_id=7)
    assert str(stub.failure) == "geheimwoord"


async def test_what_rasa_swallows_is_raised(brain: Any) -> None:
    executor = brain._agent.action_endpoint.executor
    with recorded(brain):
        del executor.actions["action_tip_ask"]
        with pytest.raises(Exception, match="action_tip_ask"):
            await brain.act(Understood("ask_tip"), "none", chat_id=7)


async def test_words_are_never_logged(
    brain: Any, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    stub: Any = Stub()
    await brain.read("geheimwoord oefenen")
    await brain.read('/geheimwoord{"choice": geheimwoord')
    with deciding(stub):
        await brain.act(Understood("ask_help", entities={"choice": "geheimwoord"}), "none", chat_id=7)
    printed = capfd.readouterr()
    assert stub.failure
    assert "geheimwoord" not in caplog.text + printed.out + printed.err
