"""What a digest says: by mail in three languages, and on a phone that others may look at."""

from datetime import timedelta
from typing import Any

import pytest

from bot.i18n import Catalogues, Text
from bot.journeys import digest_words
from bot.journeys.digest import Digest, Named
from bot.store.digest_news import Asked, Gone
from tests.fakes.course import ZONE
from tests.fakes.learner import plain
from tests.fakes.stores import staff_row
from tests.journeys.digests import LAST_MONDAY, MONDAY, november

URL = "https://werkmaat.example.org"
DAY = LAST_MONDAY.astimezone(ZONE).date()
NOTHING = Digest(DAY, (), (), (), (), (), 0, ())
FULL = Digest(
    since=DAY,
    calls=(Asked(november(20, 14, 5).astimezone(ZONE), None), Asked(november(22).astimezone(ZONE), "Omar")),
    messages=(Named("Amina", (Text("mail.digest.waits", {"count": 2, "day": DAY}),)),),
    quiet=(Named(None, (Text("console.today.why.gone_quiet_once", {"count": 9, "day": DAY}),)),),
    good_news=(
        Named(
            "بلال",
            (
                Text("console.today.why.first_lesson", {"day": DAY}),
                Text("console.today.why.work_word", {"count": 1, "day": DAY}),
            ),
        ),
    ),
    joined=(Named("Sara"),),
    joined_unnamed=2,
    gone=(Gone("Omar", 1),),
)

NARROW = "\u202f"
IN_ENGLISH = f"""\
Hello Els
This changed with you since November 16, 2026. The most important comes first.

Somebody asks for a call
- Since November 20, 2026, 2:05{NARROW}PM. Nobody has taken it on yet.
- Since November 22, 2026, 12:00{NARROW}PM. Omar has taken it on; not closed yet.

Messages that wait for an answer
- Amina: 2 messages, the first since November 16, 2026

Gone quiet, or out of reach
- No name: Practised on one day, November 16, 2026. Silent for 9 days.

Good news
- بلال: Finished the first lesson on November 16, 2026. Sent 1 word from work, on November 16, 2026.

New with you
- Sara
- 2 learners who do not share what they practise

Went to a colleague
- 1 learner, to Omar

Open Werkmaat: https://werkmaat.example.org/today
Choose when this comes, or that it does not: https://werkmaat.example.org/account/digest
"""


def body(catalogues: Catalogues, found: Digest, language: str = "en", **changes: Any) -> str:
    els = staff_row("els", language=language, **changes)
    return plain(digest_words.letter(catalogues, found, els, els, ZONE, URL).body)


def test_the_whole_mail(catalogues: Catalogues) -> None:
    els = staff_row("els", language="en")
    letter = digest_words.letter(catalogues, FULL, els, els, ZONE, URL)
    assert letter.to == "els@example.org"
    assert plain(letter.subject) == "Werkmaat: what changed since November 16, 2026"
    assert plain(letter.body) == IN_ENGLISH


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["Dag Els", "16 november 2026", "2 berichten, het eerste sinds", "Goed nieuws", "1 cursist, naar Omar"]),
        ("fr", ["Bonjour Els,", "16 novembre 2026", "2 messages, le premier depuis", "Bonnes nouvelles", "à Omar"]),
    ],
)
def test_it_is_in_the_language_of_who_reads_it(catalogues: Catalogues, language: str, words: list[str]) -> None:
    said = body(catalogues, FULL, language)
    assert [one for one in words if one not in said] == []
    assert "mail.digest" not in said
    assert "{" not in said


def test_sections_with_nothing_are_not_there(catalogues: Catalogues) -> None:
    said = body(catalogues, Digest(DAY, (), (), (), (), (), 1, ()))
    assert said.count("\n- ") == 1
    assert "Good news" not in said


def test_of_many_the_rest_is_counted(catalogues: Catalogues) -> None:
    names = tuple(Named(f"L{number}") for number in range(digest_words.MOST + 3))
    said = body(catalogues, Digest(DAY, (), (), (), (), names, 0, ()))
    assert said.count("- L") == digest_words.MOST
    assert "- and 3 more" in said


def test_a_stand_in_reads_for_whom_and_until_when(catalogues: Catalogues) -> None:
    away = staff_row("els", absent_until=MONDAY.replace(hour=23) + timedelta(days=2))
    letter = digest_words.letter(catalogues, FULL, away, staff_row("omar", language="nl"), ZONE, URL)
    assert letter.to == "omar@example.org"
    assert "Dag Omar\nJe leest dit in de plaats van Els, die tot en met 25 november 2026 weg is." in plain(letter.body)


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_on_a_phone_it_counts_and_names_nobody(catalogues: Catalogues, language: str) -> None:
    lines = digest_words.message(FULL, URL).lines
    said = [plain(catalogues.plain(part, language)) for line in lines for part in line]
    assert len(said) == 8
    assert not any(name in " ".join(said) for name in ("Amina", "بلال", "Sara", "Omar", "staff_chat"))
    assert said[-1].endswith(f"{URL}/today")


def test_what_is_not_there_is_not_counted(catalogues: Catalogues) -> None:
    lines = digest_words.message(Digest(DAY, (), (), (), (), (), 1, ()), URL).lines
    said = [plain(catalogues.plain(part, "en")) for line in lines for part in line]
    assert said[1:-1] == ["1 learner is new with you"]
