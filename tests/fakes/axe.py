"""What axe says of a page in the browser, and what of it counts."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

COUNTS = ("serious", "critical")


async def barriers(page: Page) -> list[str]:
    """What keeps people from using the page: a line for each rule that is broken, with where."""
    found = await Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [
        f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']][:3]}"
        for one in found.response["violations"]
        if one["impact"] in COUNTS
    ]
