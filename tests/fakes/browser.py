"""A real browser for tests of pages: Chromium, driven by Playwright.

Import the fixture into the test module: `from tests.fakes.browser import browser`.
Without Chromium the test is skipped, and says so; with WERKMAAT_TESTS_STRICT=1 it fails.
"""

import os
import shutil
from collections.abc import AsyncIterator
from typing import NoReturn

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Error, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    """Give a headless Chromium that talks to nobody but the test."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        _without("Chromium is not installed (Debian: apt-get install chromium)")
    async with async_playwright() as playwright:
        try:
            started = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        except Error as problem:
            _without(f"Chromium does not start: {problem}")
        yield started
        await started.close()


def _without(reason: str) -> NoReturn:
    if os.environ.get("WERKMAAT_TESTS_STRICT") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
