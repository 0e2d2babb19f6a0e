"""Waits for replies, and the learners whose taps they follow."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bench.outside import Deed
from bench.reply import finding
from bench.reply.rounds import Rounds
from bench.reply.tapping import Tapping, tap
from bench.reply.waits import Span, Wait, answers, beside
from bot import simulator
from bot.simulator.exchange import Exchange
from bot.simulator.journal import Entry
from bot.simulator.people import bot_user, private_chat
from bot.simulator.records import Bot, Message, Phone

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CHAT = 7_000_000_001


def calls(*arrivals: tuple[float, int, str]) -> list[Entry]:
    return [Entry(number, at, 4242, method, chat, 200) for number, (at, chat, method) in enumerate(arrivals, 1)]


def test_the_first_call_for_the_chat_answers() -> None:
    arrived = calls(
        (1, 5, "sendMessage"), (2, 0, "answerCallbackQuery"), (3, 6, "sendMessage"), (4, 5, "editMessageText")
    )
    assert answers([Deed(5, 1.5)], arrived) == {5: [4]}


def test_a_tap_that_nobody_answered_is_an_error() -> None:
    with pytest.raises(LookupError, match="chat 5"):
        answers([Deed(5, 2)], calls((1, 5, "sendMessage")))


def test_waits_belong_to_the_time_in_which_they_began() -> None:
    early, late = Wait(1, 1, 1, 9), Wait(5, 5, 5, 6)
    assert beside([early, late], [Span(0, 2), Span(7, 8)]) == [early]
    assert beside([early, late], [Span(2, 5)]) == []


def test_the_finding_compares_the_medians() -> None:
    slow = [Wait(at, at, at + 0.01, at + 0.05) for at in (1, 2, 3)]
    quick = [Wait(at, at, at + 0.01, at + 0.04) for at in (11, 12, 13)]
    found = finding(Rounds([], [Span(0, 10)], [Span(10, 20)], slow + quick))
    assert found.rows == (
        ("Without a broadcast", "3", "40", "40", "0", "10", "30"),
        ("While a broadcast runs", "3", "50", "50", "0", "10", "40"),
    )
    assert "1.25 times" in found.notes[0]


class Telephone:
    """A phone with a bot that called, in memory."""

    def __init__(self) -> None:
        self.exchange: Exchange = simulator.create_app(None, lambda: NOW).state.exchange
        self.bot: Bot = self.exchange.calling_bot(4242)
        self.phone = Phone(CHAT, "Amina", "nl")
        self.exchange.add_phone(self.phone)

    def shows(self, *data: str) -> None:
        body = {"from": bot_user(self.bot), "chat": private_chat(self.phone), "date": 1, "text": "?"}
        markup = {"inline_keyboard": [[{"text": "?", "callback_data": one} for one in data]]}
        self.exchange.post(self.bot, self.exchange.chat(self.bot, self.phone), Message(body, markup))

    def sent(self) -> list[Any]:
        updates = [waiting.update for waiting in self.bot.pending]
        return [update.get("callback_query", {}).get("data") or update["message"]["text"] for update in updates]


@pytest.mark.parametrize(
    ("shown", "tapped"),
    [
        (("practice:s:a", "practice:s:?", "practice:s:skip"), "practice:s:a"),
        (("practice:s:skip",), "practice:s:skip"),
        (("menu:-:tip", "menu:-:practise"), "menu:-:practise"),
        (("menu:-:tip",), "/practise"),
        ((), "/practise"),
    ],
)
async def test_learners_tap_what_leads_on(shown: tuple[str, ...], tapped: str) -> None:
    telephone = Telephone()
    if shown:
        telephone.shows(*shown)
    taps = await tap(telephone.exchange, telephone.bot, Tapping([CHAT], seconds=0.05, pause=0.001, seed=1))
    assert set(telephone.sent()) == {tapped}
    assert {one.chat for one in taps} == {CHAT}
    assert len(taps) == len(telephone.sent())
