"""Cards of what people can do: read, published, and checked."""

from pathlib import Path

import pytest

from bot.catalogue.course import Course
from bot.catalogue.folder import read_folder
from bot.catalogue.publish import publish
from bot.catalogue.spoken import sounds
from bot.i18n import Content, Verbatim
from bot.store import Store
from tests.catalogue.conftest import TODAY, told
from tests.fakes.house import MONDAY_NOON

FILE = "content/skills/repairing.yml"
WRITTEN = """\
field: repairing
target: nl
written_in: nl
picture: 🔧
name: Herstellen
cards:
  - id: skill.repairing.bicycles
    picture: 🚲
    card: Ik kan een fiets herstellen.
    say: Ik kan fietsen herstellen.
"""


@pytest.fixture
def written(course: Path) -> Path:
    """The small course with one card."""
    path = course / FILE
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return course


def test_a_card_is_read_with_what_translators_need(written: Path) -> None:
    assert told(written) == []
    field, card = (entry for entry in read_folder(written / "content").entries if entry.file == FILE)
    assert [(words.context, words.source) for words in (*field.words, *card.words)] == [
        ("skills.repairing.name", "Herstellen"),
        ("skill.repairing.bicycles.card", "Ik kan een fiets herstellen."),
    ]
    assert "Ik kan fietsen herstellen." in card.words[0].about
    assert "Ik kan fietsen herstellen." in {sound.words for sound in sounds([card], "nl")}


WRONG = [
    ("field: repairing", "field: mending", "1: `field` is 'mending': use one of repairing"),
    (
        "id: skill.repairing",
        "id: skill.mending",
        "7: skill.mending.bicycles: `id` should begin with `skill.repairing.`",
    ),
    ("    say: Ik kan fietsen herstellen.\n", "", "7: skill.repairing.bicycles: `say` is missing"),
    ("    picture: 🚲\n", "    picture: 🚲\n    image: bicycle\n", "7: skill.repairing.bicycles: `image` is 'bicycle'"),
    ("cards:", "sectors: [mending]\ncards:", "1: skills.repairing: is for the sector mending, which no region offers"),
    ("cards:", "sectors: office\ncards:", "6: `sectors` should be a list"),
    ("bicycles", "bicycles_of_many_people_at_work", "7: skill.repairing.bicycles_of_many_people_at_work: `id` has 47"),
]


@pytest.mark.parametrize(("old", "new", "says"), WRONG, ids=[new or old for old, new, _ in WRONG])
def test_what_is_wrong_is_told(written: Path, old: str, new: str, says: str) -> None:
    (written / FILE).write_text(WRITTEN.replace(old, new, 1), encoding="utf-8")
    assert any(line.startswith(f"{FILE}:{says}") for line in told(written)), told(written)


FITS = [("", True, True), ("sectors: [construction]\n", True, False), ("sectors: []\n", False, False)]


@pytest.mark.parametrize(("line", "fits", "fits_elsewhere"), FITS, ids=[line for line, _, _ in FITS])
def test_a_field_is_used_in_its_sectors_and_else_in_every_one(
    written: Path, store: Store, line: str, fits: bool, fits_elsewhere: bool
) -> None:
    (written / FILE).write_text(WRITTEN.replace("cards:", f"{line}cards:"), encoding="utf-8")
    assert told(written) == []
    publish(written / "content", store, MONDAY_NOON)
    field = Course.read(store, "be-vlg", TODAY).skill_fields["repairing"]
    assert (field.fits("construction"), field.fits("care")) == (fits, fits_elsewhere)


def test_a_card_that_is_gone_is_still_known_to_who_holds_it(written: Path, store: Store) -> None:
    publish(written / "content", store, MONDAY_NOON)
    before = Course.read(store, "be-vlg", TODAY)
    [card] = before.skills_in("repairing")
    assert card == before.skill("skill.repairing.bicycles")
    assert (card.say, before.skill_fields["repairing"].picture) == (Verbatim("Ik kan fietsen herstellen."), "🔧")
    assert card.card == Content("skill.repairing.bicycles.card", "Ik kan een fiets herstellen.")

    (written / FILE).unlink()
    publish(written / "content", store, MONDAY_NOON)

    after = Course.read(store, "be-vlg", TODAY)
    assert (after.skills_in("repairing"), after.skill_fields) == ((), {})
    assert after.skill("skill.repairing.bicycles") == card
    assert after.skill("skill.repairing.unknown") is None
