"""A progress bar on standard error that takes no thread: these processes fork."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def bar(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar for something in so many steps; what it gives is told how many are done."""
    console = Console(file=sys.stderr)
    # Drawn when told to: drawing by itself takes a thread.
    with Progress(console=console, auto_refresh=False, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(doing, total=total)

        def done(steps: int) -> None:
            progress.update(task, completed=steps)
            progress.refresh()

        yield done
