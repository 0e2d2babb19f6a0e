"""A phone in the hand of a program."""

from datetime import UTC, datetime

import pytest

from bot.simulator import create_app
from bot.simulator.errors import PhoneProblem
from bot.simulator.hand import Hand
from tests.simulator.world import Clock


@pytest.fixture
def hand() -> Hand:
    return Hand(create_app(None, Clock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))), 4242, "ar")


def test_what_it_does_is_told_once_and_stands_in_its_chat(hand: Hand) -> None:
    hand.do("text", {"text": "goeiemorgen"})
    (update,) = hand.updates()
    assert update["message"]["text"] == "goeiemorgen"
    assert update["message"]["from"] | {"id": hand.chat_id, "language_code": "ar"} == update["message"]["from"]
    assert hand.updates() == []
    assert [message["text"] for message in hand.messages()] == ["goeiemorgen"]
    assert hand.keys() == []


def test_its_files_can_be_had(hand: Hand) -> None:
    hand.do("voice", {})
    (message,) = hand.messages()
    file = hand.file(message["content"]["file_id"])
    assert file is not None
    body, kind = file
    assert (body[:4], kind) == (b"OggS", "audio/ogg")
    assert hand.file("sim-voice-4242-9") is None


def test_it_cannot_tap_what_no_message_shows(hand: Hand) -> None:
    with pytest.raises(PhoneProblem):
        hand.do("tap", {"data": "practice:x:a"})
