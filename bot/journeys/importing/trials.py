"""The files that are being tried: kept in memory for a while, since nothing of them counts before they are taken in."""

from collections import OrderedDict
from datetime import datetime, timedelta
from random import Random
from threading import Lock

from bot.journeys.importing.trial import Trial
from bot.store.ids import new_id

MOST = 8
"""Files in memory at a time; the oldest goes."""
LASTS = timedelta(hours=2)


class Trials:
    """The trials of one process. After a restart a file is sent again."""

    def __init__(self) -> None:
        self._trials: OrderedDict[str, tuple[datetime, Trial]] = OrderedDict()
        self._changing = Lock()

    def begin(self, trial: Trial, now: datetime, random: Random) -> str:
        """Keep a trial. Returns its id."""
        trial_id = new_id(random)
        with self._changing:
            self._trials[trial_id] = (now, trial)
            while len(self._trials) > MOST:
                self._trials.popitem(last=False)
        return trial_id

    def find(self, trial_id: str, member_id: str, now: datetime) -> Trial | None:
        """A trial of somebody's own; None when it is gone."""
        since, trial = self._trials.get(trial_id, (now, None))
        mine = trial is not None and trial.member_id == member_id and now - since < LASTS
        return trial if mine else None
