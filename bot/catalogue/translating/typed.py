"""What somebody typed as a translation: tidied, judged as ``locales check`` does, and made a change of."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.catalogue import phrasing
from bot.catalogue.phrasing import Finding
from bot.catalogue.translating.lines import Line, shown
from bot.catalogue.translating.remarks import Review, on_one_line
from bot.store.translations import Change, Domain

LONGEST_NAME = 100
LONGEST_REMARK = 2000


@dataclass(frozen=True)
class Typed:
    """A translation as it was typed.

    Attributes:
        forms: one, or one for each plural form; all empty takes staff's words back.
        review: who found it good by now; None leaves an earlier review to words that stay.
        back: what it says, put back into the language of the source.
        note: for the next translator.
        version: of what stood there before.
    """

    forms: tuple[str, ...]
    review: Review | None = None
    back: str = ""
    note: str = ""
    version: int = 0


def tidied(words: str) -> str:
    """Words without what nobody can see or mean: other line ends, control characters, space around them."""
    lines = "\n".join(words.splitlines())
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs")).strip()


def problems(line: Line, forms: Sequence[str], plurals: int) -> Mapping[int, Sequence[Finding]]:
    """What keeps a translation from being kept, by the number of the form that it is about."""
    wanted = plurals if len(line.phrase.source) > 1 else 1
    if len(forms) != wanted:
        return {0: [Finding("forms", {"found": len(forms), "wanted": wanted})]}
    if not any(forms):
        return {}
    found = {number: _problems(line, form) for number, form in enumerate(forms)}
    return {number: each for number, each in found.items() if each}


def change(line: Line, typed: Typed, language: str, day: date) -> Change:
    """What is kept of it. A review stays with the words that it was about."""
    same = typed.forms == line.forms and not line.stale
    review = typed.review or (line.remarks.review if same else None)
    phrase = line.phrase
    return Change(
        domain=phrase.domain,
        language=language,
        context=phrase.context,
        digest=phrase.digest,
        written_in=phrase.written_in,
        source=shown(line.source),
        forms=typed.forms if all(typed.forms) else (),
        version=typed.version,
        back=on_one_line(typed.back)[:LONGEST_REMARK],
        note=on_one_line(typed.note)[:LONGEST_REMARK],
        reviewed_by=on_one_line(review.by)[:LONGEST_NAME] if review else None,
        reviewed_on=(review.on or day) if review else None,
    )


def _problems(line: Line, form: str) -> Sequence[Finding]:
    if not form:
        return [Finding("empty")]
    phrase = line.phrase
    tagged = phrase.domain is Domain.MESSAGES
    return [*phrasing.problems_of(phrase.context, phrase.source[-1], form, tagged)]
