"""What the learner can do, all together: to be copied into a CV, added to in own words, and taken away again."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.catalogue.course import Course
from bot.i18n import Part, Text, Verbatim
from bot.journeys import asked, consent, listening, skills_sharing
from bot.journeys.reply import Button, Line, Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import skills
from bot.store.skills import Source
from bot.store.tables import SkillHeld

LONGEST = 200
"""Characters that are shown of own words in the list."""

MOST_BUTTONS = 60
"""Telegram takes a hundred; who has more takes away the newest first."""


REHEARSE = "rehearse"
"""The choice that begins a rehearsed interview."""


def mine(turn: Turn) -> list[SkillHeld]:
    """What the learner can do, with what this turn changes."""
    new = [row for row in turn.kept if isinstance(row, SkillHeld)]
    gone = {row.id for row in turn.dropped if isinstance(row, SkillHeld)}
    return [row for row in [*skills.of(turn.store, turn.learner.id), *new] if row.id not in gone]


def to_say(turn: Turn) -> list[SkillHeld]:
    """What can be said in an interview: the sentences of cards first, then own words. A voice note has none."""
    held = mine(turn)
    cards = [one for one in held if one.skill_id and turn.course.skill(one.skill_id)]
    return [*cards, *(one for one in held if one.words)]


def said(course: Course, held: SkillHeld) -> Part:
    """One of them as it is read: the sentence of its card, the learner's own words, or that it was said aloud."""
    skill = course.skill(held.skill_id) if held.skill_id else None
    if skill:
        return replace(skill.say, language=course.region.target)
    if held.words:
        return Verbatim(shortened(held.words))
    return Text("skills.voice", {"day": held.at.astimezone(course.region.zone).date()})


def shortened(words: str) -> str:
    """Own words, as much of them as is shown."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def show(turn: Turn, start: str = "") -> None:
    """All sentences; then, once, the question whether the counsellor may see them.

    Who listens gets some of the ways on at a time, from ``start`` on.
    """
    held, ref = mine(turn), turn.new_id()
    rows = _ways(turn, ref, held)
    if turn.learner.listens:
        rows = listening.few([way for row in rows for way in row], start, f"skills:{ref}:mine-")
    asked.put(turn, ref, *_lines(turn, held), buttons=rows)
    if held and skills_sharing.is_open(turn):
        skills_sharing.ask(turn)


def _lines(turn: Turn, held: list[SkillHeld]) -> tuple[Line | Part, ...]:
    if not held:
        return (Text("skills.none_yet"),)
    sentences = [(said(turn.course, one),) for one in held]
    seen = "skills_sharing.shared" if skills_sharing.seen(turn) else "skills_sharing.only_you"
    return (Text("skills.head"), (), *sentences, (), *paragraphs(Text("skills.use"), Text(seen)))


def _ways(turn: Turn, ref: str, held: list[SkillHeld]) -> Rows:
    asks = to_say(turn) and turn.course.interview
    rehearse = (button("rehearsal.button.open", "skills", ref, REHEARSE),) if asks else ()
    more = (button("skills.button.more", "skills", ref, "fields"), button("skills.button.own", "skills", ref, "own"))
    remove = (button("skills.button.remove", "skills", ref, "remove"),) if held else ()
    shares = bool(held and consent.given(turn, consent.SHARING))
    who = (button("skills_sharing.button.ask", "skills_sharing", asked.NO_MESSAGE, "ask"),) if shares else ()
    return tuple(row for row in (rehearse, more, remove, who) if row)


def _ask_own(turn: Turn, _: str) -> None:
    ref = asked.ask(turn, "skills")
    rows = ((button("counsellor.button.nothing", "skills", ref, "mine"),),)
    asked.put(turn, ref, Text("skills.ask_own"), buttons=rows)


def keep_own(turn: Turn) -> None:
    """Words or a voice note came in: they are kept as they are, and nothing is read into them."""
    me, voice, words = turn.learner.id, turn.incoming.file_id, turn.incoming.text
    row = SkillHeld(id=turn.new_id(), learner_id=me, source=Source.WORDS.value, words=words, at=turn.now)
    if voice:
        row.source, row.voice_file_id, row.words = Source.VOICE.value, voice, None
    turn.keep(row)
    asked.settle(turn, Text("skills.ask_own"))
    show(turn)


def _remove(turn: Turn, held_id: str) -> None:
    """Which one should go; or, once it is chosen, it goes."""
    chosen = next((row for row in mine(turn) if row.id == held_id), None)
    if chosen:
        turn.drop(chosen)
    if held_id or not mine(turn):
        show(turn)
    else:
        _ask_which(turn)


def _ask_which(turn: Turn, start: str = "") -> None:
    ref = turn.new_id()
    newest_first = reversed(mine(turn)[-MOST_BUTTONS:])
    each = [Button(said(turn.course, row), f"skills:{ref}:remove-{row.id}") for row in newest_first]
    ways = [*each, button("skills.button.back", "skills", ref, "mine")]
    heard = turn.learner.listens
    rows = listening.few(ways, start, f"skills:{ref}:which-") if heard else tuple((way,) for way in ways)
    asked.put(turn, ref, Text("skills.ask_remove"), buttons=rows)


ANSWERS: Mapping[str, Callable[[Turn, str], None]] = {
    "mine": show,
    "own": _ask_own,
    "remove": _remove,
    "which": _ask_which,
}
