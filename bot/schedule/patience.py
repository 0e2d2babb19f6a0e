"""How long to wait before something that failed is tried again."""

from datetime import timedelta

DOUBLINGS = 20
"""More would be too long for a timedelta after some days of failures; nobody waits this long."""


def pause(tries: int, shortest: timedelta, longest: timedelta) -> timedelta:
    """Return the pause after so many failed tries before this one: twice as long each time, up to the longest."""
    return min(shortest * (1 << min(tries, DOUBLINGS)), longest)
