"""Target jobs and the training that leads there: read, published, and checked."""

from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.course import Course
from bot.catalogue.folder import read_folder
from bot.catalogue.publish import publish
from bot.i18n import Content
from bot.store import Store
from tests.catalogue.conftest import TODAY, change, told
from tests.fakes.house import MONDAY_NOON

FILE = "content/jobs/construction.yml"
REGION = "content/regions/be-vlg.yml"
WRITTEN = """\
sector: construction
target: nl
written_in: nl
jobs:
  - id: job.construction.roofer
    picture: 🏠
    name: Dakwerk
    units:
      - shared.greeting
      - construction.gear
"""
TRAINING = """\
training:
  - id: training.safety
    jobs: [job.construction.roofer]
    name: Veilig op de werf
    provider: School
    ask: Vraag naar de cursus.
    phone: help_phone
    url: https://example.org/cursus
    source: https://example.org
    checked: 2026-11-01
    check_again: 2027-05-01
  - id: training.ladders
    jobs: [job.construction.roofer]
    name: Veilig op de ladder
    provider: Andere school
    ask: Vraag naar de ladder.
    phone: free_days
    unchecked: yes
helplines:
"""


@pytest.fixture
def written(course: Path) -> Path:
    """The small course with one job and two trainings."""
    path = course / FILE
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    change(course, REGION, "helplines:\n", TRAINING)
    return course


def test_what_translators_get(written: Path) -> None:
    assert told(written) == []
    entries = read_folder(written / "content").entries
    words = {one.context: one.about for entry in entries for one in entry.words}
    assert "women and men" in words["job.construction.roofer.name"]
    assert "School" in words["training.safety.ask"]
    assert "training.safety.provider" not in words


WRONG = [
    (FILE, "sector: construction", "sector: building", f"{FILE}:1: `sector` is 'building': use one of construction"),
    (
        FILE,
        "id: job.construction.roofer",
        "id: job.roofer",
        f"{FILE}:5: job.roofer: `id` should begin with `job.construction.`",
    ),
    (
        FILE,
        "roofer",
        "roofer_who_works_on_high_flat_roofs",
        f"{FILE}:5: job.construction.roofer_who_works_on_high_flat_roofs: `id` has 52 characters: at most 45",
    ),
    (
        FILE,
        "name: Dakwerk",
        "name: Dakwerk op alle soorten daken",
        f"{FILE}:7: job.construction.roofer: `name` has 29 characters: at most 28 fit",
    ),
    (
        FILE,
        "    units:\n      - shared.greeting\n      - construction.gear\n",
        "",
        f"{FILE}:5: job.construction.roofer: `units` is missing",
    ),
    (REGION, "id: training.safety", "id: safety", f"{REGION}:13: safety: `id` should begin with `training.`"),
    (
        REGION,
        "phone: help_phone",
        "phone: no_phone",
        f"{REGION}:18: training.safety: `phone` is 'no_phone': use one of",
    ),
    (
        REGION,
        "    phone: free_days\n",
        "",
        f"{REGION}:23: training.ladders: needs `phone` (the name of a fact) or `url`: where to ask",
    ),
    (
        REGION,
        "    checked: 2026-11-01\n    check_again: 2027-05-01\n  - id: training.ladders",
        "  - id: training.ladders",
        f"{REGION}:13: training.safety: needs `source`, `checked` and `check_again`, or else `unchecked: yes`",
    ),
    (
        REGION,
        "    jobs: [job.construction.roofer]\n    name: Veilig op de ladder\n",
        "    name: Veilig op de ladder\n",
        f"{REGION}:23: training.ladders: `jobs` is missing",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), WRONG, ids=[says.partition(": ")[2] for *_, says in WRONG])
def test_what_is_wrong_is_told(written: Path, file: str, old: str, new: str, says: str) -> None:
    change(written, file, old, new)
    assert any(line.startswith(says) for line in told(written)), told(written)


def test_a_unit_id_fits_on_its_button(written: Path) -> None:
    pack, long = "content/packs/nl/construction/pre-A1.yml", f"construction.{'g' * 40}"
    change(written, pack, "- id: construction.gear\n", f"- id: {long}\n")
    assert any(f"`id` has {len(long)} characters: at most 45 fit on a button" in line for line in told(written))


def test_jobs_and_training_are_published(written: Path, store: Store) -> None:
    publish(written / "content", store, MONDAY_NOON)
    course = Course.read(store, "be-vlg", TODAY)
    [job] = course.jobs.values()
    assert (job.sector, job.picture, job.units) == ("construction", "🏠", ("shared.greeting", "construction.gear"))
    assert job.name == Content("job.construction.roofer.name", "Dakwerk")
    safety, ladders = course.training_for(job.id)
    assert (safety.provider, safety.where) == ("School", ("0800 11 22 33", "https://example.org/cursus"))
    assert (safety.name, safety.sure) == (Content("training.safety.name", "Veilig op de werf"), True)
    assert (ladders.ask, ladders.sure) == (Content("training.ladders.ask", "Vraag naar de ladder."), False)
    assert course.training_for("job.construction.none") == ()


def test_past_its_date_only_whom_to_ask_is_left(written: Path, store: Store) -> None:
    publish(written / "content", store, MONDAY_NOON)
    safety, ladders = Course.read(store, "be-vlg", date(2027, 5, 2)).training_for("job.construction.roofer")
    assert (safety.name, safety.ask, safety.provider, safety.where[0]) == (None, None, "School", "0800 11 22 33")
    assert ladders.name is not None
