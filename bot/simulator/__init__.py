"""A Telegram Bot API on this machine, with phones in the browser."""

from bot.simulator.app import create_app

__all__ = ["create_app"]
