"""/api: what an organisation's own case system may read."""

from bot.console.api.application import api

__all__ = ["api"]
