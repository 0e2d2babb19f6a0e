"""The console gives way to the bot: a learner waits for an answer, a page may take a moment longer."""

import os
from contextlib import suppress
from pathlib import Path

NICE = 10
"""How far pages stand behind turns where both want the processor: 0 not at all, 19 entirely."""

AUTOGROUP = Path("/proc/self/autogroup")


def give_way() -> None:
    """Let turns go first, whatever this process has to do.

    Linux may share the processor between sessions before it looks at processes ("autogroups",
    https://man7.org/linux/man-pages/man7/sched.7.html): a process that leads its session sets that back too.
    """
    os.nice(NICE)
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            AUTOGROUP.write_text(str(NICE))
