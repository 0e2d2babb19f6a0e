"""How are you? Asked once a week, of who wants that: five faces, a warm line, and the answer stays with the learner."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.i18n import Text, Verbatim
from bot.journeys import asked, consent, feeling
from bot.journeys.reply import Button, Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.learning import checkins
from bot.store import check_ins
from bot.store.tables import CheckIn, Learner

FACES = (5, 4, 3, 2, 1)
FEW_FACES = (4, 3, 2)
"""For who listens: more than three nobody keeps in mind."""

SKIP, SHARE, ALWAYS, ONLY_ME = "skip", "share", "always", "only_me"
SKIP_PICTURE = "➖"

QUESTION = Text("check_in.ask")


def question(ref: str, learner: Learner) -> Reply:
    """The question, as the clock asks it; ``ref`` is the id of its row."""
    faces = [button(_face(mood).key, "check_in", ref, str(mood)) for mood in _faces(learner)]
    skip = Verbatim(SKIP_PICTURE) if learner.listens else Text("check_in.button.skip")
    each = [*faces, Button(skip, f"check_in:{ref}:{SKIP}")]
    return Reply(lines=((QUESTION,),), buttons=tuple((one,) for one in each), spoken=learner.listens)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """A face was tapped, or what may follow from one."""
    row = check_ins.by_id(turn.store, ref) if ref else None
    mine = row if row and row.learner_id == turn.learner.id else None
    if mine is None:
        _show_way_in(turn)
    elif choice == SKIP:
        _skip(turn, mine)
    elif choice in (SHARE, ALWAYS, ONLY_ME):
        _share(turn, mine, choice)
    elif choice in map(str, FACES):
        _take(turn, mine, int(choice))
    else:
        turn.send(question(mine.id, turn.learner), ref=turn.new_id())


def plan(turn: Turn) -> None:
    """Set when the learner is asked next."""
    before = check_ins.of(turn.store, turn.learner.id)
    asked_at = before[-1].asked_at if before else None
    # Whoever has just agreed is not asked on the same day.
    since = max(turn.now, asked_at) if asked_at else turn.now
    turn.learner.check_in_due_at = due_after(turn.learner, turn.course.region.zone, since, asked_at)


def due_after(learner: Learner, zone: ZoneInfo, now: datetime, asked_at: datetime | None) -> datetime:
    """The learner's next moment to be asked after ``now``, in UTC."""
    at = time.fromisoformat(learner.practice_at)
    return checkins.next_asking(at, zone, now, invited_on=invited_on(learner), asked_at=asked_at)


def invited_on(learner: Learner) -> list[int]:
    """The weekdays on which the learner is invited to practise."""
    return [int(day) for day in learner.practice_days] if learner.next_due_at else []


def _show_way_in(turn: Turn) -> None:
    """A button of a question that is kept no more."""
    turn.say(Text("check_in.gone"), menu=True)


def _skip(turn: Turn, row: CheckIn) -> None:
    if row.mood is None:
        row.answered_at = turn.now
        turn.keep(row)
    asked.settle(turn, QUESTION, chosen=Text("check_in.button.skip"))
    turn.say(Text("check_in.skipped"), menu=True)


def _take(turn: Turn, row: CheckIn, mood: int) -> None:
    row.mood, row.answered_at = mood, turn.now
    row.shared = row.shared or bool(consent.given(turn, consent.MOODS))
    turn.keep(row)
    asked.settle(turn, QUESTION, chosen=_face(mood))
    heard = Text(f"check_in.heard.{mood}")
    if row.shared:
        only_me = button("check_in.button.only_me", "check_in", row.id, ONLY_ME)
        turn.say(*paragraphs(heard, Text("check_in.counsellor_sees")), buttons=((only_me,),))
    else:
        turn.say(heard, buttons=((button("check_in.button.share", "check_in", row.id, SHARE),), (_practise(),)))
    if checkins.low_twice(_moods(turn, row)):
        feeling.bad(turn)


def _share(turn: Turn, row: CheckIn, choice: str) -> None:
    """The counsellor sees this answer, or all from now on, or none."""
    if choice == ONLY_ME:
        keep_to_oneself(turn)
        turn.say(Text("check_in.only_me"), menu=True)
        return
    row.shared = True
    turn.keep(row)
    only_me = button("check_in.button.only_me", "check_in", row.id, ONLY_ME)
    if choice == ALWAYS:
        consent.note(turn, consent.MOODS, True)
        turn.say(Text("check_in.always"), buttons=((only_me,),))
    else:
        always = button("check_in.button.always", "check_in", row.id, ALWAYS)
        turn.say(Text("check_in.shared"), buttons=((always,), (only_me,)))


def keep_to_oneself(turn: Turn) -> None:
    """Nobody else sees an answer any more, also none of before."""
    if consent.given(turn, consent.MOODS):
        consent.note(turn, consent.MOODS, False)
    for row in check_ins.of(turn.store, turn.learner.id):
        if row.shared:
            row.shared = False
            turn.keep(row)


def _moods(turn: Turn, row: CheckIn) -> list[int]:
    """The moods up to this one, the newest last."""
    before = (one for one in check_ins.of(turn.store, turn.learner.id) if one.asked_at < row.asked_at)
    return [one.mood for one in (*before, row) if one.mood is not None]


def _faces(learner: Learner) -> tuple[int, ...]:
    return FEW_FACES if learner.listens else FACES


def _face(mood: int) -> Text:
    return Text(f"check_in.face.{mood}")


def _practise() -> Button:
    return command_button("practise")
