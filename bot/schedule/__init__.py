"""The clock: what happens by itself, and when."""

from bot.schedule.clock import Clock, Job

__all__ = ["Clock", "Job"]
