"""``werkmaat run`` with the simulator: how long until the first answer, and how much memory it takes."""

from collections.abc import Sequence

from bench.folders import working_folder
from bench.footprint.memory import MIB, Taken, children, command, taken
from bench.footprint.running import new_folder, running
from bench.report import Finding, Options

COLUMNS = ("", "Seconds to the first answer", "Resident, MiB", "Own share, MiB")

ROLES = {"bot": "the bot with its clock", "console": "the console with the simulator"}
"""What the last word of a child's command says."""

NOTES = (
    "From the start of the command, with the model trained before, to the first answer to /start on a phone of the"
    " simulator. The very first start also makes the database and the demo's learners.",
    "Own share: memory that processes share is divided among them (PSS), so that the sum is what the machine must"
    " have.",
)


def measure(options: Options) -> Finding:
    """Start it twice: where nothing is yet, and again. The second start is looked into."""
    with working_folder(options) as folder:
        new_folder(folder)
        with running(folder) as first:
            seconds = first.first_answer()
        with running(folder) as second:
            again = second.first_answer()
            processes = _processes(second.pid)
    rows = (
        ("The very first start", f"{seconds:.1f}", "", ""),
        ("Every other start", f"{again:.1f}", *_sizes(sum(processes.values(), Taken(0, 0)))),
        *((f"of which {name}", "", *_sizes(size)) for name, size in processes.items()),
    )
    return Finding("werkmaat run with the simulator: start and memory", COLUMNS, rows, NOTES)


def _processes(pid: int) -> dict[str, Taken]:
    """The memory of the supervisor and of its children."""
    return {"the supervisor": taken(pid), **{_name(command(child)): taken(child) for child in sorted(children(pid))}}


def _name(words: Sequence[str]) -> str:
    return ROLES.get(words[-1], "what makes sounds in advance, until all are there")


def _sizes(size: Taken) -> tuple[str, str]:
    return (f"{size.resident / MIB:.0f}", f"{size.own / MIB:.0f}")
