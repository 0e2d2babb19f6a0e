"""Pictures of pages that tests opened; kept where WERKMAAT_SCREENSHOTS says, and nowhere without it."""

import os
from pathlib import Path

from playwright.async_api import Page


async def keep(page: Page, name: str) -> None:
    """Keep a picture of the whole page under this name."""
    if folder := os.environ.get("WERKMAAT_SCREENSHOTS"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
