"""Victims: bot processes forked from one that has loaded the model already, and killed at any moment."""

import asyncio
import os
import select
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import NoReturn

from bot.catalogue.course import Courses
from bot.i18n import Catalogues
from bot.journeys.understanding import Brain
from bot.settings import Settings
from bot.store import Store
from bot.wiring import bot_process, logs
from bot.wiring.bot_http import BotHttp
from bot.wiring.metrics import Metrics
from bot.wiring.parts import Parts, clock
from bot.wiring.process import run_until_stopped

PATIENCE = 60.0
"""Seconds that a bot has to begin or to end."""

LOOK_AGAIN = 0.02


@dataclass(frozen=True)
class Mother:
    """What every victim is born with. Her process runs neither an event loop nor threads: a fork copies half of them.

    ``log`` is the file that victims write their logs to.
    """

    brain: Brain
    catalogues: Catalogues
    settings: Settings
    log: Path

    def fork(self) -> "Victim":
        """Start a bot."""
        ready, says_ready = os.pipe()
        pid = os.fork()
        if pid == 0:
            self._live(says_ready)
        os.close(says_ready)
        return Victim(pid, ready)

    def _live(self, says_ready: int) -> NoReturn:
        code = 1
        try:
            _write_errors_to(self.log)
            logs.set_up(self.settings.log_format)
            run_until_stopped(partial(self._work, says_ready), parent=os.getppid())
            code = 0
        except BaseException:  # nothing of a victim may go on as its mother
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    async def _work(self, says_ready: int, stop: asyncio.Event) -> None:
        """Everything that a bot process does once its model is loaded."""
        store = Store(self.settings.database)
        courses = Courses(store, self.settings.region, clock)
        parts = Parts(self.settings, store, self.catalogues, courses, clock, SystemRandom())
        metrics = Metrics(store)
        http = BotHttp(metrics.as_text)
        http.checks["model_loaded"] = lambda: True
        telling = asyncio.create_task(_tell_when_well(http, says_ready))
        await bot_process.work(parts, self.brain, http, metrics, stop)
        telling.cancel()


@dataclass(frozen=True)
class Victim:
    """A bot that runs. ``ready`` is the end of a pipe that says when it receives updates."""

    pid: int
    ready: int

    def wait_until_ready(self) -> None:
        """Return when the bot receives updates. Raises RuntimeError when it takes too long or ended by itself."""
        readable, _, _ = select.select([self.ready], [], [], PATIENCE)
        if not readable or not os.read(self.ready, 1):
            raise RuntimeError("A bot did not get to work; see the log of the victims")

    def kill(self) -> None:
        """End the bot without a warning. Raises RuntimeError when it had ended by itself."""
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self.ready)
        if not os.WIFSIGNALED(status):
            raise RuntimeError(f"A bot ended by itself with exit code {os.waitstatus_to_exitcode(status)}; see its log")

    def stop(self) -> None:
        """Ask the bot to end, and wait for it. Raises RuntimeError when it does not."""
        os.kill(self.pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                os.close(self.ready)
                return
            time.sleep(LOOK_AGAIN)
        self.kill()
        raise RuntimeError(f"The last bot did not end within {PATIENCE:.0f} s")


async def _tell_when_well(http: BotHttp, says_ready: int) -> None:
    while not all(http.health().values()):  # noqa: ASYNC110 - health is asked for, not told
        await asyncio.sleep(LOOK_AGAIN)
    os.write(says_ready, b"!")


def _write_errors_to(log: Path) -> None:
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, sys.stderr.fileno())
