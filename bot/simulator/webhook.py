"""Delivers updates to webhooks, each bot's in order, again and again until they are taken."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx

from bot.simulator.exchange import Exchange
from bot.simulator.records import Bot, Json, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_SECONDS = 30
LONGEST_PAUSE = 60

Sleep = Callable[[float], Awaitable[None]]


class Courier:
    """Runs one delivery a bot, as long as it has a webhook and updates for it."""

    def __init__(self, exchange: Exchange, sleep: Sleep) -> None:
        self._exchange = exchange
        self._sleep = sleep
        self._rounds: dict[int, tuple[Webhook, asyncio.Task[None]]] = {}

    def wake(self) -> None:
        """Start a round for every bot that has something to be delivered and none under way."""
        for bot in self._exchange.state.bots.values():
            if bot.webhook and bot.pending and not self._under_way(bot, bot.webhook):
                self._rounds[bot.id] = bot.webhook, asyncio.create_task(self._round(bot, bot.webhook))

    def _under_way(self, bot: Bot, webhook: Webhook) -> bool:
        """Return whether a round to this webhook runs; one to an older webhook ends here."""
        known, task = self._rounds.get(bot.id, (None, None))
        if task and known is not webhook:
            task.cancel()
        return bool(task and known is webhook and not task.done())

    async def _round(self, bot: Bot, webhook: Webhook) -> None:
        pause = 1
        # Reading the certificates blocks for some 25 ms, which only https is worth.
        secure = webhook.url.startswith("https:")
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False, verify=secure) as client:
            while bot.webhook is webhook and bot.pending:
                waiting = self._exchange.stream.ordered(bot.pending)[0]
                problem = await _post(client, webhook, waiting.update)
                if not problem:
                    pause = 1
                    self._exchange.delivered(bot, waiting)
                    continue
                self._exchange.webhook_failed(bot, problem)
                await self._sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)


async def _post(client: httpx.AsyncClient, webhook: Webhook, update: Json) -> str:
    """Deliver one update; return what went wrong, in the words of getWebhookInfo, or nothing."""
    headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
    try:
        answer = await client.post(webhook.url, json=update, headers=headers)
    except httpx.ConnectError:
        return "Connection refused"
    except httpx.TimeoutException:
        return "Read timeout expired"
    except httpx.HTTPError:
        return "Webhook connection closed"
    if answer.is_success:
        return ""
    return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
