"""The web pages for staff."""

from bot.console.app import create_app
from bot.console.desk import Desk

__all__ = ["Desk", "create_app"]
