"""Importing: a file is tried first, which changes nothing; then it is taken in as drafts, whole or not at all."""

from bot.journeys.importing.comparing import Compared, Double
from bot.journeys.importing.trial import Moved, Trial
from bot.journeys.importing.trials import Trials

__all__ = ["Compared", "Double", "Moved", "Trial", "Trials"]
