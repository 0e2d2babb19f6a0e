"""How fast a bot may send."""

import pytest

from bot.simulator.rates import PENALTY_SECONDS, Rates, counts


def waits(rates: Rates, chats: list[int], now: float) -> list[float]:
    return [rates.admit(1, chat, now) for chat in chats]


def test_thirty_a_second_pass() -> None:
    rates = Rates()
    assert waits(rates, list(range(31)), 100.0) == [0] * 30 + [PENALTY_SECONDS]


def test_any_second_counts_not_only_whole_ones() -> None:
    rates = Rates()
    assert waits(rates, list(range(29)), 100.0) == [0] * 29
    assert waits(rates, [50, 51], 100.9) == [0, PENALTY_SECONDS]
    rates = Rates()
    waits(rates, list(range(30)), 100.0)
    assert waits(rates, list(range(30)), 101.0) == [0] * 30


def test_a_chat_gets_a_burst_of_three_and_then_one_a_second() -> None:
    rates = Rates()
    assert waits(rates, [1, 1, 1, 1, 2], 100.0) == [0, 0, 0, PENALTY_SECONDS, 0]
    assert waits(rates, [1], 101.0) == [2.0]
    assert waits(rates, [1, 1, 1], 104.0) == [0, 0, 0]
    assert waits(rates, [1], 105.0) == [0]


def test_who_was_too_fast_is_refused_until_the_time_is_over() -> None:
    rates = Rates()
    waits(rates, list(range(31)), 100.0)
    assert waits(rates, [99], 102.0) == [1.0]
    assert waits(rates, [99], 103.0) == [0]


def test_bots_have_rates_of_their_own() -> None:
    rates = Rates()
    waits(rates, [*range(31)], 100.0)
    assert rates.admit(2, 1, 100.0) == 0


@pytest.mark.parametrize(
    ("method", "is_counted"),
    [
        ("sendMessage", True),
        ("sendVoice", True),
        ("editMessageText", True),
        ("deleteMessage", True),
        ("sendChatAction", False),
        ("answerCallbackQuery", False),
        ("getUpdates", False),
    ],
)
def test_what_counts_as_a_message(method: str, is_counted: bool) -> None:
    assert counts(method) is is_counted
