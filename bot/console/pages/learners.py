"""/learners: the learners whom somebody may see, to look one up."""

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.journeys import consent
from bot.store import groups
from bot.store.learner_list import A_PAGE, LearnerList, Sort, Wish

PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,4}")


def show(visit: Visit) -> Response:
    """One page of the list."""
    mine = {one.group.id: one.group.name for one in groups.all_of(visit.desk.store, visit.member, visit.now)}
    wish = _wish(visit, mine)
    with visit.desk.store.reading() as session:
        theirs = LearnerList(session, visit.member, visit.now, consent.SHARING)
        found, count, choices = theirs.page(wish), theirs.count(wish), theirs.choices()
    return visit.page(
        "learners.html",
        found=found,
        count=count,
        wish=wish,
        choices=choices,
        groups=mine,
        sectors={sector.id: sector.name for sector in visit.desk.courses.current().region.sectors},
        language_name=lambda code: visit.desk.catalogues.language_name(code, visit.language),
        address=lambda **changes: _address(wish, changes),
        looked_for=wish != Wish(sort=wish.sort),
        pages=max(1, -(-count // A_PAGE)),
        sorts=list(Sort),
    )


def _wish(visit: Visit, groups: Collection[str]) -> Wish:
    """What the address asks for; what is none of the groups, sorts or pages that there are counts for nothing."""
    sort, page, group = visit.query("sort"), visit.query("page"), visit.query("group")
    return Wish(
        named=visit.query("named")[:100],
        language=visit.query("language"),
        sector=visit.query("sector"),
        team=visit.query("team"),
        group=group if group in groups else "",
        sort=Sort(sort) if sort in set(Sort) else Sort.NAME,
        page=int(page) if PAGE_NUMBER.fullmatch(page) else 1,
    )


def _address(wish: Wish, changes: Mapping[str, str | int]) -> str:
    """The address of the list with something else asked for; other than for a page, it begins at the first one."""
    asked = {**vars(wish), "page": 1, **changes}
    usual = vars(Wish())
    return "/learners?" + urlencode({name: value for name, value in asked.items() if value != usual[name]})


PAGES = (Page("/learners", show, may=COUNSELLING, noted="learners.listed"),)
