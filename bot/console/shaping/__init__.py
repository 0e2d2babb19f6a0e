"""Forms that are made from the description of what is written in them, and read back."""

from bot.console.shaping.fields import Form
from bot.console.shaping.forms import LARGEST, Sent, carried, form, sent
from bot.console.shaping.ids import proposed_id, slug

__all__ = ["LARGEST", "Form", "Sent", "carried", "form", "proposed_id", "sent", "slug"]
