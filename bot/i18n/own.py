"""Words that staff wrote: they stand before those of the files."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import GNUTranslations
from io import BytesIO
from typing import TypeAlias

from babel import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo


@dataclass(frozen=True)
class OwnMessage:
    """A message in all its plural forms; ``of`` is the ``digest`` of what the files said in English then.

    When a new release says it otherwise in English, the files' words count again.
    """

    forms: tuple[str, ...]
    of: str


@dataclass(frozen=True)
class Own:
    """What staff wrote in one language: messages by key, words of the course by context and source.

    ``reviewed`` are those words of the course that a native speaker put a name to.
    """

    messages: Mapping[str, OwnMessage] = field(default_factory=dict)
    content: Mapping[tuple[str, str], str] = field(default_factory=dict)
    reviewed: frozenset[tuple[str, str]] = frozenset()


AskOwn: TypeAlias = Callable[[], Mapping[str, Own]]
"""Gives what staff wrote until now, by language. Asked at every message: the same objects while nothing changed."""


def nothing_own() -> Mapping[str, Own]:
    """Nobody wrote anything: the files alone count."""
    return _NOTHING


def digest(forms: Sequence[str]) -> str:
    """Tells a source from another one."""
    return hashlib.sha256(json.dumps([*forms]).encode()).hexdigest()


def compiled(messages: Mapping[str, tuple[str, ...]], locale: Locale, plural_forms: str) -> GNUTranslations:
    """Messages as gettext looks them up."""
    catalog = _empty(locale, plural_forms)
    for key, forms in messages.items():
        catalog.add((key, key) if len(forms) > 1 else key, forms if len(forms) > 1 else forms[0])
    return _translations(catalog)


def compiled_content(content: Mapping[tuple[str, str], str], locale: Locale, plural_forms: str) -> GNUTranslations:
    """Words of the course as gettext looks them up."""
    catalog = _empty(locale, plural_forms)
    for (context, source), words in content.items():
        catalog.add(source, words, context=context)
    return _translations(catalog)


def _empty(locale: Locale, plural_forms: str) -> Catalog:
    catalog = Catalog(locale=locale)
    # Babel has its own idea of plural forms; the files say what holds.
    catalog.mime_headers = [("Plural-Forms", plural_forms), ("Content-Type", "text/plain; charset=utf-8")]
    return catalog


def _translations(catalog: Catalog) -> GNUTranslations:
    written = BytesIO()
    write_mo(written, catalog)
    written.seek(0)
    return GNUTranslations(written)


_NOTHING: Mapping[str, Own] = {}
