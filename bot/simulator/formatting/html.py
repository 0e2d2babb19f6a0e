"""Reads Telegram's HTML, and says of bad HTML what Telegram says."""

import re
from dataclasses import dataclass, field

from bot.simulator.formatting.tags import TAGS, entity_for, read_argument, unescaped, unparsed
from bot.simulator.formatting.units import units
from bot.simulator.records import Json

TEXT = re.compile(r"[^<]+")
START = re.compile(r"<([^\s>]*)")
INSIDE = re.compile(r"""(?:"[^"]*"|'[^']*'|[^>"'])*>""")
END = re.compile(r"</([^\s>]*)\s*>")


def parse(source: str) -> tuple[str, list[Json]]:
    """Return the text of Telegram HTML and its entities, offsets and lengths in UTF-16 units.

    Raises:
        Refusal: "can't parse entities", with the reason that Telegram gives.
    """
    reader = _Reader(source)
    reader.read()
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return reader.text, sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))


@dataclass
class _Open:
    """A tag that has begun: where its text begins in UTF-16 units and as an index of the text."""

    tag: str
    argument: str
    offset: int
    index: int


@dataclass
class _Reader:
    source: str
    position: int = 0
    text: str = ""
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> None:
        while self.position < len(self.source):
            if words := TEXT.match(self.source, self.position):
                self._words(words)
            elif self.source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise unparsed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def _place(self) -> str:
        return f"at byte offset {len(self.source[: self.position].encode())}"

    def _words(self, match: re.Match[str]) -> None:
        words = unescaped(match[0])
        self.text += words
        self.length += units(words)
        self.position = match.end()

    def _start_tag(self) -> None:
        start = START.match(self.source, self.position)
        if not start or start.end() == len(self.source):
            raise unparsed(f"Unclosed start tag {self._place()}")
        tag = start[1].lower()
        if tag not in TAGS:
            raise unparsed(f'Unsupported start tag "{tag}" {self._place()}')
        inside = INSIDE.match(self.source, start.end())
        if not inside:
            raise unparsed(f"Unclosed start tag {self._place()}")
        argument = read_argument(tag, inside[0], self._place())
        self.open.append(_Open(tag, argument, self.length, len(self.text)))
        self.position = inside.end()

    def _end_tag(self) -> None:
        if not self.open:
            raise unparsed(f"Unexpected end tag {self._place()}")
        end = END.match(self.source, self.position)
        if not end:
            raise unparsed(f"Unclosed end tag {self._place()}")
        tag, last = end[1].lower(), self.open[-1].tag
        if tag not in ("", last):
            raise unparsed(f'Unmatched end tag {self._place()}, expected "</{last}>", found "</{tag}>"')
        self._close(self.open.pop())
        self.position = end.end()

    def _close(self, tag: _Open) -> None:
        if self.length == tag.offset:
            return
        entity = entity_for(tag.tag, tag.argument, self.text[tag.index :])
        span = {"offset": tag.offset, "length": self.length - tag.offset}
        if entity and not self._code_block(entity, span):
            self.entities.append({**entity, **span})

    def _code_block(self, entity: Json, span: Json) -> bool:
        """Make one block of <pre> and <code class="language-..."> around the same text."""
        twin = self.entities[-1] if self.entities else {}
        kinds = {entity["type"], twin.get("type")}
        language = entity.get("language") or twin.get("language")
        if kinds != {"pre", "code"} or not language or {**twin, **span} != twin:
            return False
        twin |= {"type": "pre", "language": language}
        return True
