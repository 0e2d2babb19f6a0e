"""What runs: the bot process."""

from typing import Any

import httpx

from bot.wiring.doctor.finding import Finding, attention, broken, ok
from bot.wiring.doctor.machine import Machine

PATIENCE = 2.0
"""Seconds that the bot process has to answer."""


def bot(machine: Machine) -> Finding:
    """Whether the bot process answers and receives updates."""
    port = machine.settings.bot_port
    try:
        health = httpx.get(f"{machine.settings.bot_address}/healthz", timeout=PATIENCE, trust_env=False).json()
    except httpx.HTTPError:
        to_do = "start it: `werkmaat run`, or systemctl start werkmaat; its log says why it ends"
        return broken(f"it does not answer on port {port}", to_do)
    except ValueError:
        health = None
    return _of(health, port)


def _of(health: Any, port: int) -> Finding:
    if not isinstance(health, dict) or "model_loaded" not in health:
        return broken(f"another program answers on port {port}", "stop it, or set WERKMAAT_BOT_PORT to another one")
    if not health["model_loaded"]:
        return attention("it is still starting", "wait a minute; while the model is trained, a few")
    if not health.get("receiving"):
        return broken("it receives no updates", "mend what is said of token and webhook; its log says more")
    return ok(f"it answers on port {port} and receives updates")
