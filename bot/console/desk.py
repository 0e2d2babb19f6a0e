"""What every page of the console works with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.catalogue.course import Courses
from bot.catalogue.exchange.media import Media
from bot.catalogue.exchange.parcels import PackUp
from bot.catalogue.translating.studio import Translating
from bot.console.preview import Previews
from bot.i18n import Catalogues
from bot.journeys.importing import Trials
from bot.journeys.studio.speaking import Speaking
from bot.safeguarding.hours import Shift
from bot.store import Store

Post = Callable[[str, str, str], None]
"""Sends a mail: to, subject, body. It blocks, and raises OSError when the mail did not go out."""

FetchFile = Callable[[str], bytes | None]
"""Fetches a file from Telegram by its file id. It blocks; None when it cannot be had."""

BotName = Callable[[], str | None]
"""The name under which Telegram knows the bot. It blocks; None when Telegram does not answer."""


@dataclass(frozen=True)
class Desk:
    """What the composition root gives to the pages.

    Attributes:
        store: what the bot keeps.
        catalogues: the words of the pages, and of what learners read.
        courses: what is published.
        clock: tells the time, in UTC.
        random: the operating system's, since codes that let people in are made with it.
        url: the console's address as others reach it, without a slash at its end.
        demo: whether the simulator stands beside it at /phone; then no second factor is asked.
        shifts: when staff read what learners ask for.
        post: sends mails; None when no mail server is set.
        fetch_file: fetches what learners sent.
        bot_name: the bot's name in links.
        translating: what each language says.
        previews: phones on which entries are tried out.
        second_reader: whether a colleague has to approve a draft before it is published.
        media: the pictures and recordings that learners see and hear, beside which those of a zip are held.
        pack_up: makes a zip of a pack, with its pictures, recordings and translations.
        trials: files that are being tried before they are taken in.
        picture: the picture that learners see, by its name; None when there is none.
        speaking: what learners hear.
    """

    store: Store
    catalogues: Catalogues
    courses: Courses
    clock: Callable[[], datetime]
    random: Random
    url: str
    demo: bool
    shifts: Sequence[Shift]
    post: Post | None
    fetch_file: FetchFile
    bot_name: BotName
    translating: Translating
    previews: Previews
    second_reader: bool
    media: Media
    pack_up: PackUp
    trials: Trials
    picture: Callable[[str], bytes | None]
    speaking: Speaking

    @property
    def private(self) -> bool:
        """Whether the pages go over https alone."""
        return self.url.startswith("https://")
