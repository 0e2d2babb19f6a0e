"""How much memory processes take, as Linux counts it."""

from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True)
class Taken:
    """Bytes of memory: ``resident`` as ``ps`` tells it; in ``own``, what is shared is divided among those who share."""

    resident: int
    own: int

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.resident + other.resident, self.own + other.own)


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    return [int(child) for child in (PROC / str(pid) / "task" / str(pid) / "children").read_text().split()]


def command(pid: int) -> list[str]:
    """The command of a process, with its arguments."""
    return (PROC / str(pid) / "cmdline").read_text().rstrip("\0").split("\0")


def taken(pid: int) -> Taken:
    """The memory of a process."""
    return parse((PROC / str(pid) / "smaps_rollup").read_text())


def parse(rollup: str) -> Taken:
    """What stands in ``/proc/<pid>/smaps_rollup``. Raises KeyError when it is something else."""
    sizes = {name: value.split() for name, _, value in (line.partition(":") for line in rollup.splitlines()[1:])}
    return Taken(resident=int(sizes["Rss"][0]) * KIB, own=int(sizes["Pss"][0]) * KIB)
