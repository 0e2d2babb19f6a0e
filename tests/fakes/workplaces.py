"""Two teams of one organisation, one of another, and pages with words of their workplaces."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from random import Random

from PIL import Image

from bot.catalogue.course import Course
from bot.journeys.workplace import approving, writing
from bot.journeys.workplace.approving import Decision
from bot.journeys.workplace.writing import Outcome, Saved, Written
from bot.learning.levels import LEVELS
from bot.store import Store, workplaces
from bot.store.tables import Organisation, Staff, Team, WorkplacePage
from tests.fakes.stores import BEGINNING, HOME, add, staff_row

DEPOT, OTHER, FAR = "team-depot", "team-other", "team-far"

ROWS = (
    Written(1, "de heftruck", "rijdt en tilt zware dingen", "Stop voor de heftruck."),
    Written(2, "het pallet", "houten plaat onder dozen"),
    Written(3, "de aanhanger", "wagen achter een wagen"),
    Written(4, "Zet de motor uit.", "doe de motor stil"),
)


@dataclass(frozen=True)
class People:
    """Who writes and who decides."""

    counsellor: Staff
    colleague: Staff
    coordinator: Staff
    stranger: Staff


def people(store: Store) -> People:
    """A counsellor of the depot, one of another team, their coordinator, and one of another organisation."""
    add(store, Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING + timedelta(days=1)))
    for team, home in ((DEPOT, HOME), (OTHER, HOME), (FAR, "elsewhere")):
        add(store, Team(id=team, organisation_id=home, name=team))
    there = People(
        staff_row("lien", team_id=DEPOT),
        staff_row("omar", team_id=OTHER),
        staff_row("nadia", role="coordinator"),
        staff_row("piet", role="coordinator", organisation_id="elsewhere"),
    )
    add(store, there.counsellor, there.colleague, there.coordinator, there.stranger)
    return there


def photo(colour: str = "red") -> bytes:
    """A small JPEG."""
    file = BytesIO()
    Image.new("RGB", (8, 8), colour).save(file, "JPEG")
    return file.getvalue()


def begun(store: Store, by: Staff, now: datetime = BEGINNING, team: str = DEPOT, seed: int = 1) -> WorkplacePage:
    """A page without words."""
    page = writing.begin(store, by, team, "Het magazijn", now, Random(seed))
    assert page is not None
    return page


def written(
    store: Store, by: Staff | str, page: WorkplacePage, rows: Sequence[Written] = ROWS, send: bool = True
) -> Saved:
    """The page with these rows, as it stands now."""
    version = now_of(store, page).version
    return writing.save(store, by, page.id, "", rows, version, BEGINNING, Random(page.id + str(version)), send)


def now_of(store: Store, page: WorkplacePage) -> WorkplacePage:
    """The page as it is kept."""
    with store.reading() as session:
        return session.get_one(WorkplacePage, page.id)


def approved(
    store: Store, course: Course, by: Staff, page: WorkplacePage, now: datetime = BEGINNING, second_reader: bool = False
) -> Decision:
    """Decide about the page as it stands now."""
    version = now_of(store, page).version
    can_do = "Ik ken de woorden van het magazijn."
    return approving.approve(store, course, by, page.id, version, LEVELS[0], can_do, second_reader, now)


def published(
    store: Store, course: Course, who: People, rows: Sequence[Written] = ROWS, team: str = DEPOT, seed: int = 1
) -> WorkplacePage:
    """A page whose words the team learns."""
    page = begun(store, who.coordinator, team=team, seed=seed)
    assert written(store, who.coordinator, page, rows).outcome is Outcome.SENT
    assert approved(store, course, who.coordinator, page) is Decision.DONE
    assert workplaces.find(store, who.coordinator, page.id) is not None
    return page
