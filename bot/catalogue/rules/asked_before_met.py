"""asked_before_met: a learner who begins is asked for a word before they met it."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.learning.levels import LEVELS
from bot.learning.syllabus import SHARED, syllabus


def find(material: Material) -> Iterator[Problem]:
    """Yield every item that comes before its word does, in the order in which lessons take them."""
    for target in dict.fromkeys(one.target for one in material.items):
        mine = [one for one in material.items if one.target == target]
        for sector in dict.fromkeys(one.item.sector for one in mine):
            yield from _too_early(material, mine, sector)


def _too_early(material: Material, mine: list[Written], sector: str) -> Iterator[Problem]:
    """Of a sector's own items; those that all sectors share are looked at once, without any sector."""
    order = syllabus([one.item for one in mine], None if sector == SHARED else sector, LEVELS[0])
    places = {item.id: place for place, item in enumerate(order)}
    for one in mine:
        meeting = material.met.get(one.item.word or "")
        if one.item.sector != sector or meeting is None:
            continue
        if meeting.item.id not in places:
            message = (
                f"is {meeting.place}, which not everybody meets who gets this item: teach the word in {sector} too"
            )
            yield one.problem("about", message)
        elif places[meeting.item.id] > places[one.item.id]:
            yield one.problem("about", f"is {meeting.place}, which comes later: put it before this item")


RULE = Rule(Kind.PROBLEM, find)
