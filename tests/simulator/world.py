"""What the tests of the simulator share."""

from datetime import datetime, timedelta
from pathlib import Path

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

TOKEN = "4242:simulated"
SAMPLES = Path(__file__).parents[2] / "bot" / "simulator" / "static" / "samples"


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


# Reading the certificates of the world for a server on this machine would take most of a test's time.
def plain_client(url: str) -> httpx.AsyncClient:
    """Return a client of the simulator at `url`."""
    return httpx.AsyncClient(base_url=url, trust_env=False, verify=False)


def called_bot(url: str) -> Bot:
    """Return a bot that takes the simulator at `url` for Telegram."""
    plain = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    return Bot(
        TOKEN,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=plain[0],
        get_updates_request=plain[1],
    )
