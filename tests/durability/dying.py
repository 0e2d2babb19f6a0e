"""Processes that die at a chosen moment, forked from the test."""

import multiprocessing
import os
import resource
import signal
from collections.abc import Callable

PATIENCE = 60


class Death:
    """Comes after so many moments; never if ``after`` is None."""

    def __init__(self, after: int | None) -> None:
        self._left = None if after is None else iter(range(after))

    def moment(self, *_: object) -> None:
        """One more moment has come."""
        if self._left is not None and next(self._left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)


def died(life: Callable[[], None]) -> bool:
    """Live a life in a process of its own. Returns whether it was killed; fails when it failed by itself."""
    process = multiprocessing.get_context("fork").Process(target=life)
    process.start()
    process.join(PATIENCE)
    assert process.exitcode is not None, "it hangs"
    assert process.exitcode <= 0, "it failed by itself: see standard error"
    return process.exitcode < 0


def die_after_writing(size: int) -> None:
    """Let this process be killed in the middle of a file: at its first byte beyond ``size``."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
