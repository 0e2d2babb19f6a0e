"""What somebody of the demo did besides practising, as it stands in the list of its people."""

from dataclasses import dataclass
from datetime import timedelta

from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import SharedWith


@dataclass(frozen=True)
class Said:
    """A message of the counsellor, or of the learner, so long ago."""

    by_staff: bool
    text: str
    ago: timedelta


@dataclass(frozen=True)
class Call:
    """That a call was asked for, so long ago; who may know why; since when the counsellor is on it, if they are."""

    flag: Flag | None
    ago: timedelta
    shared_with: SharedWith | None = None
    taken_on: timedelta | None = None


@dataclass(frozen=True)
class Deeds:
    """What one person did.

    Attributes:
        said: messages both ways, the oldest first; the last waits for an answer when the learner wrote it.
        call: that a call was asked for.
        skills: cards of what they can already do.
        own_skills: the same in their own words.
        moods: 1 to 5, how many days ago, and whether it was shown.
        missions: how many days ago one that they had taken on was done, and whether a colleague confirmed it.
        word: a word from work, sent so many days ago.
        steps: the kind of a step that they told, and how many days ago.
        exports: whether their name may stand in lists.
        target: the job that they work towards.
        unit: what the counsellor chose for them, so many days ago.
    """

    said: tuple[Said, ...] = ()
    call: Call | None = None
    skills: tuple[str, ...] = ()
    own_skills: tuple[str, ...] = ()
    moods: tuple[tuple[int, int, bool], ...] = ()
    missions: tuple[tuple[int, bool], ...] = ()
    word: tuple[str, int] | None = None
    steps: tuple[tuple[str, int], ...] = ()
    exports: bool = False
    target: str | None = None
    unit: tuple[str, int] | None = None


NOTHING_MORE = Deeds()
"""Of somebody who only practised."""
