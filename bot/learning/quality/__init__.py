"""How good items are, by what came of them when learners met them for the first time. Never about a person.

Everybody meets an item for the first time once: so what is counted are people, without keeping who they were.
"""

from bot.learning.quality.judged import REASONS, Judged, Reason, judge
from bot.learning.quality.meetings import LATEST, Answered, Meeting, Run, Shown, meetings
from bot.learning.quality.numbers import Numbers, numbers, right_at_first
from bot.learning.quality.options import Asked, asked, chosen
from bot.learning.quality.statistics import Correlation, Share
from bot.learning.quality.sums import Sums, Tally

__all__ = [
    "LATEST",
    "REASONS",
    "Answered",
    "Asked",
    "Correlation",
    "Judged",
    "Meeting",
    "Numbers",
    "Reason",
    "Run",
    "Share",
    "Shown",
    "Sums",
    "Tally",
    "asked",
    "chosen",
    "judge",
    "meetings",
    "numbers",
    "right_at_first",
]
