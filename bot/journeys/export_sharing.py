"""May the counsellor take progress out of Werkmaat, with the learner's name: into lists and files?

Nobody is asked in passing: the question stands in the settings, and a counsellor may put it once.
"""

from datetime import datetime
from random import Random

from bot.i18n import Text
from bot.journeys import asked, consent
from bot.journeys.reply import Line, Reply, Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import Store, export_asking
from bot.store.ids import new_id
from bot.store.tables import Learner, Staff

JOURNEY = "export_sharing"
SAID = tuple(Text(f"export_sharing.{about}") for about in ("what", "files_stay"))
QUESTION: tuple[Line, ...] = paragraphs(Text("export_sharing.ask"), *SAID, Text("sharing.refusing_is_fine"))


def way_in(turn: Turn, ref: str) -> Rows:
    """A button to the question, for who shares with a counsellor."""
    return ((button("export_sharing.button.open", JOURNEY, ref, "ask"),),) if _shares(turn) else ()


def may_leave(turn: Turn) -> bool:
    """Whether progress may leave with the learner's name: only of who shares at all, and said yes to this too."""
    return _shares(turn) and bool(consent.given(turn, consent.EXPORT))


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """Keep the answer; what does not count asks again."""
    if not _shares(turn):
        _show_needs_sharing(turn)
    elif _counts(turn, ref, choice):
        _take(turn, agreed=choice == consent.YES)
    else:
        _ask(turn)


def forget(turn: Turn) -> None:
    """The learner no longer shares anything: a yes to this is over, and would have to be given anew."""
    if consent.given(turn, consent.EXPORT):
        consent.note(turn, consent.EXPORT, False)


def may_be_asked(store: Store, learner_id: str) -> bool:
    """Whether a counsellor may put the question: to who shares, and was never asked."""
    return export_asking.may_ask(store, learner_id, consent.SHARING, consent.EXPORT)


def ask_for_export_consent(store: Store, learner: Learner, staff: Staff, now: datetime, random: Random) -> bool:
    """Send a learner the question in a counsellor's name, once. Returns False when it may not be asked.

    Raises:
        Conflict: the learner's record changed meanwhile; nothing was written.
    """
    ref = new_id(random)
    lines = (*paragraphs(Text("export_sharing.asked_by", {"name": staff.name})), (), *QUESTION)
    told = Reply(lines=lines, buttons=_rows(ref), spoken=learner.listens)
    question = export_asking.Question(consent.SHARING, consent.EXPORT, consent.NOTICE, ref, told.as_json())
    return export_asking.ask(store, learner.id, question, now)


def _counts(turn: Turn, ref: str | None, choice: str) -> bool:
    """Whether this is an answer. A yes is tapped, not typed: typed, it may be meant for something else."""
    if choice not in consent.CHOICES or (ref is None and choice == consent.YES):
        return False
    put_by_staff = ref is not None and export_asking.was_asked(turn.store, turn.learner.id, ref)
    return put_by_staff or consent.counts(turn, JOURNEY, ref, choice, consent.given(turn, consent.EXPORT))


def _take(turn: Turn, agreed: bool) -> None:
    consent.note(turn, consent.EXPORT, agreed)
    asked.settle(turn, *QUESTION, chosen=Text(f"export_sharing.button.{'yes' if agreed else 'no'}"))
    turn.say(Text("export_sharing.agreed" if agreed else "export_sharing.refused"), menu=True)


def _ask(turn: Turn) -> None:
    ref = asked.ask(turn, JOURNEY)
    asked.put(turn, ref, *QUESTION, buttons=_rows(ref))


def _show_needs_sharing(turn: Turn) -> None:
    rows = ((button("settings.button.sharing", "sharing", asked.NO_MESSAGE, "ask"),),)
    asked.put(turn, turn.new_id(), Text("export_sharing.needs_sharing"), buttons=rows)


def _rows(ref: str) -> Rows:
    return tuple((button(f"export_sharing.button.{choice}", JOURNEY, ref, choice),) for choice in consent.CHOICES)


def _shares(turn: Turn) -> bool:
    return bool(consent.given(turn, consent.SHARING))
