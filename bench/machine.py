"""The machine that measures, in one line: numbers without it say nothing."""

import os
import platform
from datetime import datetime
from pathlib import Path

GIB = 2**30
CPUINFO = Path("/proc/cpuinfo")
"""On Linux; elsewhere Python's own answer has to do."""


def measured_on(now: datetime) -> str:
    """The day, processor, cores, memory, system and Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB
    return ", ".join(
        (
            now.date().isoformat(),
            processor(),
            f"{os.cpu_count()} cores",
            f"{memory:.0f} GiB of memory",
            _system(),
            f"Python {platform.python_version()}",
        )
    )


def processor() -> str:
    """The processor's name, as far as the system tells it."""
    lines = CPUINFO.read_text().splitlines() if CPUINFO.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)
