"""The account of a broadcast, from the simulator's journal."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bench.broadcast.account import account, share
from bench.broadcast.plain import send_plainly
from bench.broadcast.posting import broadcast
from bench.outside import outside
from bench.service import place
from bot.i18n import Catalogues
from bot.settings import LOCALES
from bot.simulator.journal import Entry
from bot.telegram.send import AT_ONCE
from tests.fakes.quick_brain import QuickBrain

SMOOTH = [second + slot / 30 for second in range(11) for slot in range(30)]


def entries(*calls: tuple[float, int, int, str]) -> list[Entry]:
    """Calls with their moment, chat, status and fault."""
    return [
        Entry(number, at, 4242, "sendMessage", chat, status, fault)
        for number, (at, chat, status, fault) in enumerate(calls, 1)
    ]


def sent(moments: Iterable[float]) -> list[Entry]:
    return entries(*((at, chat, 200, "") for chat, at in enumerate(moments, 1)))


def test_thirty_a_second_are_the_whole_limit_spread_or_at_once() -> None:
    assert share(SMOOTH) == 1
    assert share([float(second) for second in range(11) for _ in range(30)]) == 1
    assert share(SMOOTH[::2]) == 0.5


def test_a_second_in_which_nothing_passed_counts() -> None:
    assert share([at for at in SMOOTH if not 4 <= at < 6]) == pytest.approx(0.8)


def test_seconds_with_a_pause_do_not_count_however_many_ordered_it() -> None:
    with_a_gap = [at for at in SMOOTH if not 4 <= at < 6]
    assert share(with_a_gap, [(4, 5.5), (4.5, 6), (4.6, 5)]) == 1
    assert share(with_a_gap, [(4, 5)]) == pytest.approx(8 / 9)


@pytest.mark.parametrize("moments", [[], [1.0], [1.0, 1.9]])
def test_a_share_of_less_than_a_second_is_none(moments: list[float]) -> None:
    with pytest.raises(ValueError, match="whole second"):
        share(moments)


def test_what_came_twice_and_what_never_came() -> None:
    found = account(entries((0, 1, 200, ""), (1, 2, 200, ""), (2, 2, 200, ""), (3, 9, 200, "")), [1, 2, 3])
    assert (found.taken, found.twice, found.lost, found.seconds) == (3, 1, 1, 2)


def test_a_chat_that_blocked_the_bot_is_not_lost() -> None:
    found = account(entries((0, 1, 200, ""), (1, 2, 403, "error_403"), (2, 3, 200, ""), (3, 3, 403, "")), [1, 2, 3])
    assert (found.refused, found.lost, found.twice) == (1, 0, 0)


def test_pauses_that_were_ordered_are_told_from_those_that_we_caused() -> None:
    limited = entries((0, 1, 200, ""), (1, 2, 429, "rates"), (2, 2, 429, "error_429"), (4, 2, 200, ""))
    found = account(limited, [1, 2], pause=2)
    assert (found.too_fast, found.paused, found.lost) == (1, 1, 0)
    assert found.share == pytest.approx(1 / 120)
    assert found.share_open == pytest.approx(1 / 60)


def test_a_connection_that_was_dropped_is_no_message() -> None:
    assert account([*sent([0, 2]), *entries((3, 3, 0, ""))], [1, 2, 3]).lost == 1


def test_the_simulator_in_its_own_process_keeps_to_the_limit() -> None:
    with outside(40) as world:
        send_plainly(world.url, world.phones, "Hallo", tries=0)
        statuses = [call.status for call in world.calls() if call.chat in world.phones]
    assert len(statuses) == 40
    assert set(statuses) == {200, 429}


def test_a_bot_that_is_killed_and_started_again_reaches_everybody(tmp_path: Path) -> None:
    with place(tmp_path, 45, QuickBrain(), Catalogues.load(LOCALES)) as here:
        broadcast(here, here.world.phones, kill=True, told=lambda done: None)
        found = account(here.world.calls(), here.world.phones)
    assert (found.lost, found.refused) == (0, 0)
    assert found.twice <= AT_ONCE
