"""Mail to staff. The only room that talks to a mail server."""

from bot.mail.server import MailServer

__all__ = ["MailServer"]
