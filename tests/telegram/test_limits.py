"""The pace of sending, as a person with a stopwatch would check it."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import ANSWERS, MOST_A_SECOND, Pace

SECOND = timedelta(seconds=1)
START = timedelta(days=3)
"""How long the machine has been running."""


def at(seconds: float) -> timedelta:
    return START + timedelta(seconds=seconds)


def free_at(pace: Pace, chat_id: int, now: timedelta) -> timedelta:
    return max(pace.opens_at(now), pace.resting(now).get(chat_id, now))


def send(pace: Pace, chat_id: int, seconds: float) -> None:
    pace.begin()
    pace.end(chat_id, at(seconds), at(seconds))


def when_sent(pace: Pace, chats: list[int]) -> list[float]:
    """Send one message after the other, each as early as it may be."""
    now, times = START, []
    for chat_id in chats:
        now = free_at(pace, chat_id, now)
        send(pace, chat_id, (now - START).total_seconds())
        times.append((now - START).total_seconds())
    return times


def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    assert when_sent(Pace(), [1] * 7) == [0, 0, 0, 1, 2, 3, 4]


def test_a_chat_that_was_left_in_peace_gets_three_at_once_again() -> None:
    pace = Pace()
    when_sent(pace, [1] * 4)
    for _ in range(3):
        assert free_at(pace, 1, at(20)) == at(20)
        send(pace, 1, 20)
    assert free_at(pace, 1, at(20)) == at(21)


def test_a_resting_chat_does_not_hold_up_others() -> None:
    pace = Pace()
    when_sent(pace, [1] * 3)
    assert free_at(pace, 2, START) == START


def test_all_chats_together_get_no_more_than_thirty_in_any_second() -> None:
    times = when_sent(Pace(), list(range(100)))
    assert times.count(0) == MOST_A_SECOND == 30
    assert times[-1] == 3


def test_broadcasts_go_out_one_by_one_and_a_reply_in_between_at_once() -> None:
    pace, now = Pace(), START
    for place in range(120):
        now = pace.opens_for_broadcast_at(now)
        pace.begin_broadcast(now)
        pace.begin()
        pace.end(place, now, now)
        assert pace.opens_at(now) == now
    assert 120 / 30 - 0.1 < (now - START).total_seconds() < 120 / 29 + 0.1


def test_a_broadcast_that_was_held_up_does_not_pull_a_crowd_behind_it() -> None:
    pace = Pace()
    pace.begin_broadcast(START)
    opened = 0
    while pace.opens_for_broadcast_at(at(5)) == at(5):
        pace.begin_broadcast(at(5))
        opened += 1
    assert opened == 3


def test_there_is_room_until_the_second_is_full_and_none_in_a_pause() -> None:
    pace = Pace()
    assert pace.room(START) == MOST_A_SECOND
    pace.begin()
    send(pace, 1, 0)
    assert pace.room(START) == MOST_A_SECOND - 2
    assert pace.room(at(1)) == MOST_A_SECOND - 1
    pace.pause(at(5))
    assert [pace.room(at(4)), pace.room(at(5))] == [0, MOST_A_SECOND - 1]


def test_a_message_under_way_counts_until_a_second_after_its_end() -> None:
    pace = Pace()
    for _ in range(MOST_A_SECOND):
        pace.begin()
    assert pace.opens_at(START) > START
    pace.end(1, START, at(5))
    assert pace.opens_at(at(5)) == at(6)


def test_after_a_pause_nothing_goes_out_before_its_end() -> None:
    pace = Pace()
    pace.pause(at(7))
    pace.pause(at(3))
    send(pace, 1, 1)
    assert free_at(pace, 2, at(2)) == at(7)
    assert free_at(pace, 2, at(7)) == at(7)


def test_chats_that_are_through_are_forgotten() -> None:
    pace = Pace()
    when_sent(pace, [*range(200)])
    assert pace.resting(at(60)) == {}
    assert not pace._paid


@dataclass
class Network:
    """Messages that take their time: at least ``way``, all of it there and nothing back, and each some more."""

    way: float
    pace: Pace = field(default_factory=Pace)
    now: timedelta = START
    under_way: list[tuple[timedelta, timedelta, int]] = field(default_factory=list)
    began: dict[int, list[timedelta]] = field(default_factory=dict)
    arrived: list[timedelta] = field(default_factory=list)

    def send(self, chat_id: int, more: float) -> None:
        """Send as early as it may be, each chat one at a time."""
        while (free := self._free_at(chat_id)) > self.now:
            self._go_on_to(min([free, *(end for end, _, _ in self.under_way)]))
        end = self.now + timedelta(seconds=self.way + more)
        self.pace.begin()
        self.under_way.append((end, self.now, chat_id))
        self.began.setdefault(chat_id, []).append(self.now)
        self.arrived.append(end)

    def begins_a_second(self) -> float:
        """How many messages went out a second, from the first to the last."""
        began = sorted(moment for moments in self.began.values() for moment in moments)
        return len(began) / (began[-1] - began[0]).total_seconds()

    def keeps_to_the_rate(self) -> bool:
        arrived = sorted(self.arrived)
        return all(last - first >= SECOND for first, last in zip(arrived, arrived[MOST_A_SECOND:], strict=False))

    def _free_at(self, chat_id: int) -> timedelta:
        busy = [end for end, _, chat in self.under_way if chat == chat_id]
        return max(free_at(self.pace, chat_id, self.now), *busy, self.now)

    def _go_on_to(self, moment: timedelta) -> None:
        self.now = moment
        for end, began, chat_id in sorted(self.under_way):
            if end <= moment:
                self.pace.end(chat_id, began, end)
                self.under_way.remove((end, began, chat_id))


MESSAGES = st.lists(st.tuples(st.integers(1, 40), st.floats(0, 3)), max_size=120)


@given(MESSAGES, st.sampled_from([0, 0.02, 0.1, 0.3, 1.5]))
def test_whatever_is_sent_and_however_slow_the_network_is(messages: list[tuple[int, float]], way: float) -> None:
    """Each message: its chat, and how many seconds longer than any other Telegram takes for it."""
    network = Network(way)
    for number, (chat_id, more) in enumerate(messages):
        network.send(chat_id, 0 if number % 50 == 0 else more)
    assert network.keeps_to_the_rate()
    for times in network.began.values():
        assert all(last - first >= 2 * SECOND for first, last in zip(times, times[4:], strict=False))


@given(st.lists(st.floats(0, 0.2), min_size=3 * ANSWERS, max_size=3 * ANSWERS), st.sampled_from([0.02, 0.1, 0.3]))
def test_when_the_way_is_known_too(more: list[float], way: float) -> None:
    network = Network(way)
    for number, extra in enumerate(more):
        network.send(number, 0 if number % 50 == 0 else extra)
    assert network.keeps_to_the_rate()


@pytest.mark.parametrize("way", [0.01, 0.02, 0.05, 0.1])
def test_a_long_way_costs_no_speed(way: float) -> None:
    network = Network(way)
    for chat_id in range(1800):
        network.send(chat_id, 0)
    assert network.keeps_to_the_rate()
    assert network.begins_a_second() > 29


@pytest.mark.parametrize("burst", [1, 2, 3])
def test_small_talk_never_waits(burst: int) -> None:
    assert set(when_sent(Pace(), [1] * burst)) == {0}
