"""Every setting, and where it comes from."""

from bot.settings.derived import Settings
from bot.settings.loading import WrongSettings, load
from bot.settings.values import CODE, CONTENT, LOCALES, ROOT, Enrolment, LogFormat

__all__ = ["CODE", "CONTENT", "LOCALES", "ROOT", "Enrolment", "LogFormat", "Settings", "WrongSettings", "load"]
