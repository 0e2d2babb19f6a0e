"""The web pages for staff."""

from bot.console.app import create_app

__all__ = ["create_app"]
