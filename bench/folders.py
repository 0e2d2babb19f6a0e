"""Where benchmarks write: on the disk of the project, for a temporary folder may lie in memory, and cost nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.report import Options
from bot.settings import ROOT

BENCH = ROOT / "var" / "bench"


@contextmanager
def working_folder(options: Options) -> Iterator[Path]:
    """A new folder for what a measurement writes; it goes when the measurement ends."""
    BENCH.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=options.data or BENCH, prefix="run-") as folder:
        yield Path(folder)
