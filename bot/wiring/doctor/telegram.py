"""Telegram: does it know the token, and do updates arrive?"""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.settings import Settings
from bot.telegram.trouble import TOKEN
from bot.wiring.doctor.finding import Finding, attention, broken, ok
from bot.wiring.doctor.machine import Machine
from bot.wiring.telegram import NoAnswer, ask

MANY = 100
"""More updates than this do not wait for a bot that keeps up."""

LATELY = timedelta(hours=1)
LONGEST_REASON = 100


def token(machine: Machine) -> Finding:
    """Whether Telegram knows the token."""
    if machine.settings.demo:
        return ok("not set: this is the demo on this machine")
    try:
        me = _ask(machine.settings, "getMe")
    except NoAnswer as error:
        return broken(str(error), error.to_do)
    return ok(f"Telegram knows it: @{me['username']}")


def webhook(machine: Machine) -> Finding:
    """Whether updates arrive on the way that is set."""
    if machine.settings.demo:
        return ok("not used by the demo")
    try:
        info = _ask(machine.settings, "getWebhookInfo")
    except NoAnswer as error:
        return broken(str(error), error.to_do)
    return _as_set(machine.settings, info) or _delivering(info, machine.clock())


def _ask(settings: Settings, method: str) -> Any:
    return asyncio.run(ask(settings, method))


def _as_set(settings: Settings, info: dict[str, Any]) -> Finding | None:
    """What is wrong with the address that Telegram delivers to."""
    wanted, known = settings.telegram_webhook_url or "", info.get("url") or ""
    if known == wanted:
        return None
    if wanted:
        return broken(
            "Telegram does not deliver to WERKMAAT_TELEGRAM_WEBHOOK_URL",
            "restart `werkmaat run`, which tells Telegram the address; its log says why that fails",
        )
    return broken(
        "no webhook is set here, but Telegram delivers updates to one",
        "restart `werkmaat run`, which takes it away; if it comes back, another program uses this token",
    )


def _delivering(info: dict[str, Any], now: datetime) -> Finding:
    waiting = info.get("pending_update_count", 0)
    failed_at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    if now - failed_at < LATELY:
        reason = TOKEN.sub("<token>", info.get("last_error_message", ""))[:LONGEST_REASON]
        to_do = "see that the web server in front leads to WERKMAAT_BOT_PORT, and that `werkmaat run` runs"
        return attention(f"a delivery failed at {failed_at:%H:%M} UTC ({reason}); {waiting} updates wait", to_do)
    if waiting > MANY:
        return attention(f"{waiting} updates wait at Telegram", "see that `werkmaat run` runs, and what its log says")
    return ok(f"{'as set' if info.get('url') else 'none: long polling'}; {waiting} updates wait")
