"""Questions of a job interview: read, published, spoken, and checked."""

from pathlib import Path

import pytest

from bot.catalogue.course import Course
from bot.catalogue.folder import read_folder
from bot.catalogue.publish import publish
from bot.catalogue.spoken import sounds
from bot.i18n import Content, Verbatim
from bot.store import Store
from tests.catalogue.conftest import TODAY, told
from tests.fakes.house import MONDAY_NOON

FILE = "content/interviews/nl.yml"
WRITTEN = """\
target: nl
written_in: nl
questions:
  - id: interview.good_at
    picture: 💪
    ask: Waar bent u goed in?
    meaning: Wat kan je goed?
  - id: interview.start
    picture: 📅
    ask: Wanneer kunt u beginnen?
    meaning: Op welke dag kan je starten?
    answer: Ik kan maandag beginnen.
    answer_meaning: Je zegt een dag.
"""


@pytest.fixture
def written(course: Path) -> Path:
    """The small course with two questions."""
    path = course / FILE
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return course


def test_a_question_is_read_with_what_translators_need(written: Path) -> None:
    assert told(written) == []
    asked = [entry for entry in read_folder(written / "content").entries if entry.file == FILE]
    assert [(words.context, words.source, words.about) for entry in asked for words in entry.words] == [
        ("interview.good_at.meaning", "Wat kan je goed?",
         "what a question in a job interview means; words to learn: Waar bent u goed in?"),
        ("interview.start.meaning", "Op welke dag kan je starten?",
         "what a question in a job interview means; words to learn: Wanneer kunt u beginnen?"),
        ("interview.start.answer_meaning", "Je zegt een dag.",
         "what an answer in a job interview means; words to learn: Ik kan maandag beginnen."),
    ]  # fmt: skip


def test_questions_and_answers_are_spoken_in_their_own_language_alone(written: Path) -> None:
    asked = [entry for entry in read_folder(written / "content").entries if entry.file == FILE]
    said = ["Waar bent u goed in?", "Wanneer kunt u beginnen?", "Ik kan maandag beginnen."]
    assert [sound.words for sound in sounds(asked, "nl") if not sound.slow] == said
    assert [sound.words for sound in sounds(asked, "nl") if sound.slow] == said
    assert sounds(asked, "fr") == []


def test_the_course_has_the_questions_of_its_target_in_their_order(written: Path, store: Store) -> None:
    (written / "content/interviews/fr.yml").write_text(
        WRITTEN.replace("target: nl", "target: fr").replace("interview.", "interview.fr_"), encoding="utf-8"
    )
    publish(written / "content", store, MONDAY_NOON)
    good_at, start = Course.read(store, "be-vlg", TODAY).interview.values()
    assert (good_at.id, good_at.picture, good_at.ask) == (
        "interview.good_at", "💪", Verbatim("Waar bent u goed in?"),
    )  # fmt: skip
    assert good_at.meaning == Content("interview.good_at.meaning", "Wat kan je goed?")
    assert (good_at.answer, good_at.answer_meaning) == (None, None)
    assert start.answer == Verbatim("Ik kan maandag beginnen.")
    assert start.answer_meaning == Content("interview.start.answer_meaning", "Je zegt een dag.")


LONG = "interview.what_are_you_really_good_at_"
WRONG = [
    ("target: nl", "target: fr", "1: `target` is 'fr': use one of nl"),
    ("interview.good_at", "question.good_at", "4: question.good_at: `id` should begin with `interview.`"),
    ("interview.good_at", LONG, f"4: {LONG}: `id` has 38 characters: at most 35 fit on a button"),
    ("    ask: Waar bent u goed in?\n", "", "4: interview.good_at: `ask` is missing"),
    ("    meaning: Wat kan je goed?\n", "", "4: interview.good_at: `meaning` is missing"),
    ("Waar bent u goed in?", "Waar bent u goed in" * 5,
     "6: interview.good_at: `ask` has 95 characters: at most 90 fit"),
    ("    answer_meaning: Je zegt een dag.\n", "",
     "8: interview.start: `answer_meaning` is missing: `answer` and `answer_meaning` stand together, or neither"),
    ("    answer: Ik kan maandag beginnen.\n", "",
     "8: interview.start: `answer` is missing: `answer` and `answer_meaning` stand together, or neither"),
    ("meaning: Wat kan je goed?\n",
     "meaning: Wat kan je goed?\n    answer: Ik kan koken.\n    answer_meaning: Je zegt wat je kan.\n",
     "3: `questions` have an `answer` each: leave it out of one, which learners answer with a card of theirs"),
    ("    picture: 📅\n", "    picture: 📅\n    sound: yes\n", "10: interview.start: `sound` is not known here"),
    ("ask: Waar bent u goed in?", "ask: …?!",
     "4: interview.good_at: has '…?!' to be heard, which nobody can say: write words"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), WRONG, ids=[says for *_, says in WRONG])
def test_what_is_wrong_is_told(written: Path, old: str, new: str, says: str) -> None:
    (written / FILE).write_text(WRITTEN.replace(old, new, 1), encoding="utf-8")
    assert told(written) == [f"{FILE}:{says}"]
