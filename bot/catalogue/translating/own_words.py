"""What staff wrote, as every process that speaks asks for it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.catalogue.course import LOOK_AGAIN
from bot.i18n.own import Own, OwnMessage
from bot.store import OutOfOrder, Store, translations
from bot.store.tables import Translation
from bot.store.translations import Domain


class OwnWords:
    """What staff wrote until now, by language: asked of the store again at most every second.

    Calling it gives the same objects while nothing changed; what was known last while the store cannot be read.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._looked_at: datetime | None = None
        self._states: Mapping[str, object] = {}
        self._rows: dict[str, list[Translation]] = {}
        self._own: Mapping[str, Own] = {}

    def __call__(self) -> Mapping[str, Own]:
        """What stands before the words of the files."""
        now = self._clock()
        if self._looked_at is None or now - self._looked_at >= LOOK_AGAIN:
            self._looked_at = now
            self._look()
        return self._own

    def _look(self) -> None:
        try:
            states = translations.states(self._store)
            if states == self._states:
                return
            changed = [one for one in {*states, *self._states} if states.get(one) != self._states.get(one)]
            read = translations.of(self._store, changed)
        except OutOfOrder:
            return
        for language in changed:
            self._rows[language] = [row for row in read if row.language == language]
        self._states, self._own = states, self._made()

    def _made(self) -> Mapping[str, Own]:
        sources = [row for rows in self._rows.values() for row in rows if row.domain == Domain.CONTENT]
        languages = {*self._rows, *(row.written_in for row in sources)}
        made = {
            one: _own(self._rows.get(one, ()), (row for row in sources if row.written_in == one)) for one in languages
        }
        # Who compiled what did not change need not do it again.
        return {one: self._own[one] if self._own.get(one) == new else new for one, new in made.items()}


def _own(rows: Iterable[Translation], sources: Iterable[Translation]) -> Own:
    """What is said in a language: what was written in it, and sources in it, behind which English must not stand."""
    content = {(row.context, row.source): row.source for row in sources}
    messages, reviewed = {}, set()
    for row in rows:
        if row.domain == Domain.MESSAGES:
            messages[row.context] = OwnMessage(tuple(row.forms), row.digest)
        else:
            content[row.context, row.source] = row.forms[0]
            reviewed |= {(row.context, row.source)} if row.reviewed_by else set()
    return Own(messages, content, frozenset(reviewed))
