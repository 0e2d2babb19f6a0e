"""getUpdates and webhooks: how updates reach the bot."""

import re
from dataclasses import asdict
from urllib.parse import urlsplit

from bot.simulator import updates
from bot.simulator.botapi.parameters import Parameter, array, boolean, file, integer, text
from bot.simulator.botapi.registry import Call, Noted, method
from bot.simulator.errors import bad_request, conflict
from bot.simulator.records import Json, Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]*")
MOST_SECRET = 256
MOST_UPDATES = 100
MOST_SECONDS = 50
MOST_CONNECTIONS = 100

ALLOWED_UPDATES = Parameter(
    "allowed_updates", array, unreadable="can't parse allowed updates: expected an Array of strings"
)
DROP_PENDING = Parameter("drop_pending_updates", boolean)


@method(
    "getUpdates",
    Parameter("offset", integer),
    Parameter("limit", integer),
    Parameter("timeout", integer),
    ALLOWED_UPDATES,
)
async def get_updates(call: Call) -> list[Json]:
    """Confirm what comes before `offset`; return what waits, or wait `timeout` seconds for it."""
    bot = call.bot
    if bot.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(call)
    _confirm(call)
    if call["timeout"] and not bot.pending:
        await call.exchange.waiting(bot).wait(min(max(call["timeout"], 0), MOST_SECONDS))
    limit = min(max(call["limit"] or MOST_UPDATES, 1), MOST_UPDATES)
    return [waiting.update for waiting in call.exchange.stream.ordered(bot.pending[:limit])]


@method(
    "setWebhook",
    Parameter("url", text),
    Parameter("certificate", file),
    Parameter("ip_address", text),
    Parameter("max_connections", integer),
    ALLOWED_UPDATES,
    DROP_PENDING,
    Parameter("secret_token", text),
)
def set_webhook(call: Call) -> Noted:
    """Deliver updates to `url` from now on; an empty one ends that. As on a local server, http is enough."""
    url = call["url"]
    if not url:
        return delete_webhook(call)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise bad_request("invalid webhook URL specified")
    webhook = Webhook(url, _secret(call), _connections(call), call["ip_address"] or "")
    _allow(call)
    _drop(call)
    unchanged = call.bot.webhook is not None and call.bot.webhook.url == url
    call.bot.webhook = webhook
    call.exchange.changed = True
    call.exchange.waiting(call.bot).end("terminated by setWebhook request")
    return Noted(True, "Webhook is already set" if unchanged else "Webhook was set")


@method("deleteWebhook", DROP_PENDING)
def delete_webhook(call: Call) -> Noted:
    """Keep updates for getUpdates again."""
    _drop(call)
    was_set = call.bot.webhook is not None
    call.bot.webhook = None
    call.exchange.changed = True
    return Noted(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """Return the WebhookInfo."""
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(call.bot.pending)}
    if call.bot.webhook:
        info |= {name: value for name, value in asdict(call.bot.webhook).items() if value}
        info.pop("secret_token", None)
    if call.bot.allowed_updates:
        info["allowed_updates"] = call.bot.allowed_updates
    return info


def _confirm(call: Call) -> None:
    taken = updates.confirmed(call.bot, call["offset"] or 0)
    if taken and not call.exchange.stream.repeats(taken):
        call.bot.pending = [waiting for waiting in call.bot.pending if waiting not in taken]
        call.exchange.changed = True


def _allow(call: Call) -> None:
    if call["allowed_updates"] is not None and call["allowed_updates"] != call.bot.allowed_updates:
        call.bot.allowed_updates = [str(kind) for kind in call["allowed_updates"]]
        call.exchange.changed = True


def _drop(call: Call) -> None:
    if call["drop_pending_updates"]:
        call.bot.pending.clear()


def _secret(call: Call) -> str:
    secret = call["secret_token"] or ""
    if len(secret) > MOST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return str(secret)


def _connections(call: Call) -> int:
    return min(max(call["max_connections"] or 40, 1), MOST_CONNECTIONS)
