"""The supervisor: what ends by itself starts again, and at the end everything ends."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.wiring.supervisor import Child, run_once

STAYS = """
import signal, time
signal.signal(signal.SIGTERM, lambda *_: exit(0))
open({file!r}, "a").write("x")
time.sleep(60)
"""
ENDS = "open({file!r}, 'a').write('x'); exit(3)"

WATCHES = """
import asyncio, sys
from bot.wiring.process import run_until_stopped
async def work(stop):
    print("up", flush=True)
    await stop.wait()
    print("down", flush=True)
run_until_stopped(work, {parent})
"""


def child(code: str, file: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", code.format(file=str(file)))


async def written(file: Path) -> None:
    async with asyncio.timeout(20):
        while not file.exists():  # noqa: ASYNC110, ASYNC240 - another process writes it
            await asyncio.sleep(0.02)


async def test_what_ends_by_itself_starts_again_with_growing_pauses(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stop, file, pauses = asyncio.Event(), tmp_path / "starts", []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            stop.set()

    await asyncio.wait_for(Child("bot", child(ENDS, file), sleep).keep_running(stop), 20)
    assert file.read_text() == "xxx"
    assert pauses == [1.0, 2.0, 4.0]
    assert caplog.messages[0] == "The bot process ended by itself (3) and starts again in 1 s"


async def test_at_the_end_the_child_ends(tmp_path: Path) -> None:
    stop, file = asyncio.Event(), tmp_path / "starts"
    running = asyncio.create_task(Child("bot", child(STAYS, file)).keep_running(stop))
    await written(file)
    stop.set()
    await asyncio.wait_for(running, 10)
    assert file.read_text() == "x"


async def test_what_runs_once_does_not_start_again(tmp_path: Path) -> None:
    stop, file = asyncio.Event(), tmp_path / "starts"
    await asyncio.wait_for(run_once(child(ENDS, file), stop), 20)
    assert file.read_text() == "x"
    assert not stop.is_set()


async def test_what_runs_once_ends_with_the_others(tmp_path: Path) -> None:
    stop, file = asyncio.Event(), tmp_path / "starts"
    running = asyncio.create_task(run_once(child(STAYS, file), stop))
    await written(file)
    stop.set()
    await asyncio.wait_for(running, 10)


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_a_process_in_order(signum: int) -> None:
    code = WATCHES.format(parent=None)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        os.kill(process.pid, signum)
        assert process.stdout.readline() == "down\n"
    assert process.returncode == 0


def test_a_process_ends_when_its_parent_is_gone() -> None:
    gone = 1
    code = WATCHES.format(parent=gone)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "up\ndown\n"
    assert process.returncode == 0
