"""The only room that knows Telegram: updates in, rendering, keyboards, sending, limits."""

from bot.telegram.bot import make_bot
from bot.telegram.intake import Intake
from bot.telegram.profile import set_profile
from bot.telegram.receive import Poller
from bot.telegram.send import Sender
from bot.telegram.updates import read
from bot.telegram.webhook import Webhook

__all__ = ["Intake", "Poller", "Sender", "Webhook", "make_bot", "read", "set_profile"]
