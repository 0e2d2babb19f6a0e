"""The bot process: receives updates, runs their turns, sends the replies, and keeps the clock."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from functools import partial

from bot.catalogue.problems import BrokenContent
from bot.catalogue.publish import publish
from bot.dialogue import loading, training
from bot.dialogue.model import NoModel
from bot.dialogue.training import TrainingFailed
from bot.journeys.turns import Turns
from bot.journeys.understanding import Brain
from bot.journeys.watching import Watch
from bot.mail import MailServer
from bot.schedule import Clock, Job
from bot.schedule.alerts import tell_staff
from bot.schedule.digests import send_digests
from bot.schedule.jobs import ask_all, invite_all, publish_planned, send_broadcasts, tidy
from bot.schedule.quality import count_quality
from bot.settings import CONTENT, Enrolment, Settings
from bot.telegram.bot import make_bot
from bot.telegram.intake import Intake
from bot.telegram.profile import set_profile
from bot.telegram.receive import Poller
from bot.telegram.send import Sender
from bot.telegram.updates import read
from bot.telegram.waiting import until_first
from bot.telegram.webhook import Webhook
from bot.wiring import sound
from bot.wiring.bot_http import BotHttp
from bot.wiring.metrics import Metrics
from bot.wiring.parts import Parts, clock
from bot.wiring.process import CannotStart
from bot.wiring.serving import listen, serve
from bot.wiring.worker import Worker

log = logging.getLogger(__name__)

HOST = "127.0.0.1"


async def run_bot(parts: Parts, stop: asyncio.Event) -> None:
    """Run until ``stop`` is set; what is under way then is still finished.

    Raises CannotStart or NotPublished, perhaps in an ExceptionGroup.
    """
    metrics = Metrics(parts.store)
    metrics.count_errors()
    http = BotHttp(metrics.as_text)
    with listen(HOST, parts.settings.bot_port, "WERKMAAT_BOT_PORT") as taken:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(serve(http, taken, stop))
            tasks.create_task(_prepare_and_work(parts, http, metrics, stop))


async def _prepare_and_work(parts: Parts, http: BotHttp, metrics: Metrics, stop: asyncio.Event) -> None:
    prepares = asyncio.create_task(_prepare(parts))
    await until_first(stop.wait(), asyncio.shield(prepares))
    if stop.is_set():
        # Nothing can interrupt the threads that publish, train or load. What is published, is so at once or not at all.
        os._exit(0)
    brain = await prepares
    http.checks["model_loaded"] = lambda: True
    await work(parts, brain, http, metrics, stop)


async def _prepare(parts: Parts) -> Brain:
    """What takes seconds to minutes, beside the event loop: meanwhile whoever asks is told that it is not ready."""
    await asyncio.to_thread(publish_changes, parts)
    return await load_brain(parts.settings)


def publish_changes(parts: Parts) -> None:
    """Publish the files of ``content/`` that changed. Broken ones leave what was published before.

    Raises NotPublished when there is nothing of before.
    """
    try:
        published = publish(CONTENT, parts.store, parts.clock())
        log.info("Content: %s entries published, %s retired", len(published.new), len(published.retired))
    except BrokenContent as error:
        log.error("What was published before goes on: %s", error)
    parts.courses.current()


async def load_brain(settings: Settings) -> Brain:
    """Train the model if anything that it is made of changed, and load it; beside the event loop."""
    progress = partial(log.info, "Training: %s")
    try:
        if await asyncio.to_thread(training.train, settings.model_folder, progress=progress):
            log.info("The model is trained")
        log.info("Loading the model; this takes up to half a minute")
        return await asyncio.to_thread(loading.load, settings.model_folder)
    except (TrainingFailed, NoModel) as error:
        raise CannotStart(str(error)) from error


async def work(parts: Parts, brain: Brain, http: BotHttp, metrics: Metrics, stop: asyncio.Event) -> None:
    """Receive, run turns, send and keep the clock until ``stop`` is set; ``http`` is told how well it goes."""
    settings, store = parts.settings, parts.store
    bot = make_bot(settings.token, settings.api_url)
    heard = sound.everything(settings, store)
    sender = Sender(bot, store, parts.catalogues, clock, media=sound.media(heard, store))

    def turned(seconds: float) -> None:
        metrics.turn_seconds.observe(seconds)
        sender.wake()

    turns = _turns(parts, brain, partial(sound.speaks, heard, parts.catalogues))
    worker = Worker(turns, turned)
    intake = Intake(bot, store, clock, worker.wake)
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    receiver = Webhook(bot, intake, url, secret) if url and secret else Poller(bot, intake, clock)
    ticks = Clock([*_each_minute(parts, sender.wake)], partial(each_night, parts), clock)
    http.checks["receiving"] = receiver.healthy
    http.understood = turns.watch.last if turns.watch else None
    http.webhook = receiver if isinstance(receiver, Webhook) else None
    ticks.start()
    log.info("The bot is ready")
    await asyncio.gather(
        receiver.run(stop),
        worker.run(stop),
        sender.run(stop),
        until_first(set_profile(bot, parts.catalogues), stop.wait()),
    )
    ticks.stop()


def _each_minute(parts: Parts, invited: Callable[[], None]) -> Iterator[Job]:
    yield partial(ask_and_invite, parts, invited)
    yield partial(send_broadcasts, parts.store, clock, invited)
    settings, what = parts.settings, (parts.store, parts.courses, parts.catalogues)
    yield partial(publish_planned, parts.store, parts.courses, settings.second_reader, clock)
    post = MailServer(settings.smtp_url).send if settings.smtp_url else None
    if post:
        yield partial(tell_staff, *what, parts.shifts, post, clock)
    yield partial(send_digests, *what, settings.console_url or settings.console_address, post, clock, invited)


async def ask_and_invite(parts: Parts, written: Callable[[], None]) -> None:
    """Whoever is asked how it goes is not invited on the same date. ``written`` is called for each message."""
    await ask_all(parts.store, parts.courses, clock, parts.random, written)
    await invite_all(parts.store, parts.courses, clock, written)


async def each_night(parts: Parts) -> None:
    """What can wait until learners sleep."""
    await tidy(parts.store, clock)
    await count_quality(parts.store, parts.courses, clock)


def _turns(parts: Parts, brain: Brain, speaks: Callable[[str], bool]) -> Turns:
    return Turns(
        store=parts.store,
        read=read,
        brain=brain,
        courses=parts.courses,
        catalogues=parts.catalogues,
        open_to_all=parts.settings.enrolment is Enrolment.OPEN,
        clock=parts.clock,
        random=parts.random,
        console_url=parts.settings.console_url,
        speaks=speaks,
        shifts=parts.shifts,
        watch=Watch() if parts.settings.demo else None,
    )
