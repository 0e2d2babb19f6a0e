"""/studio/translation: how far each language is."""

from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit


def show(visit: Visit) -> Response:
    """All languages, those with most doubts first, then those with most to do."""
    found = visit.desk.translating.progress()
    order = sorted(found, key=lambda one: (-found[one].doubted, found[one].translated - found[one].all, one))
    names = {one: visit.desk.catalogues.language_name(one, visit.language) for one in order}
    return visit.page("studio_translation.html", found={one: found[one] for one in order}, names=names)


PAGES = (Page("/studio/translation", show, may=COORDINATING),)
