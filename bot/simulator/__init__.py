"""A Telegram Bot API on this machine, with phones in the browser."""

from bot.simulator.app import create_app
from bot.simulator.phone.routes import Understood

__all__ = ["Understood", "create_app"]
