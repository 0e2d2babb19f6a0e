"""What fields are called, in a teacher's words: ``console.field.<name>``, or nearer by where the field stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n import Catalogues, Part, Text


@dataclass(frozen=True)
class Labels:
    """The words of forms in one language. ``kind`` is the type of an item, the kind of another entry."""

    catalogues: Catalogues
    language: str
    kind: str

    def label(self, holders: Sequence[str], name: str) -> str:
        """What a field is called; ``holders`` are the names of the fields that it stands in."""
        nearest = self._nearest(holders, name)
        return self.say(Text(f"console.field.{nearest}")) if nearest else name

    def help(self, holders: Sequence[str], name: str) -> str:
        """What to write in a field; empty when its name says enough."""
        nearest = self._nearest(holders, name)
        said = self.catalogues.has(f"console.field.{nearest}.help")
        return self.say(Text(f"console.field.{nearest}.help")) if said else ""

    def value(self, value: str) -> str:
        """What a value is called that programs know; the value itself when it has no other name."""
        known = self.catalogues.has(f"console.value.{value}")
        return self.say(Text(f"console.value.{value}")) if known else value

    def part(self, name: str, of: str) -> str:
        """What one of the parts of a field is called."""
        return self.say(Text(f"console.part.{of}", {"name": name}))

    def add(self, to: str) -> str:
        """What the button says that adds a part to a field."""
        return self.say(Text(f"console.part.{to}.add"))

    def say(self, part: Part) -> str:
        """A part in the language of the page."""
        return self.catalogues.plain(part, self.language)

    def _nearest(self, holders: Sequence[str], name: str) -> str | None:
        """The name by which a field is called here: nearest to where it stands."""
        within = [f"{holder}.{name}" for holder in (*reversed(holders), self.kind)]
        of_type = [f"{self.kind}.{one}" for one in within[:-1]]
        names = (*of_type, *within, name)
        return next((one for one in names if self.catalogues.has(f"console.field.{one}")), None)
