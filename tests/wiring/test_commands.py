"""The commands that Telegram's menu shows are those that a turn understands, in one order."""

from bot.journeys.understanding import COMMANDS
from bot.telegram import profile


def test_every_command_of_the_menu_is_understood_and_the_other_way_round() -> None:
    assert tuple(COMMANDS) == profile.COMMANDS
