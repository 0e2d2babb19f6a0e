"""Previews, joined: real turns and the real delivery, over a store in memory and a phone of the simulator."""

from bot.wiring.preview.phones import Phones
from bot.wiring.preview.props import props

__all__ = ["Phones", "props"]
