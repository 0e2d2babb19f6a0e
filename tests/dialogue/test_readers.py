"""The two readers, and what they make of each other."""

from typing import Any

import numpy as np
import pytest

from bot.dialogue.components.chances import logs, sharpness
from bot.dialogue.components.letters import Letters
from bot.dialogue.components.reading import Reading, some
from bot.dialogue.components.sounds import sounds

SAME = [
    ("مريض", "mrid"),
    ("مريض", "Mareed"),
    ("больничный", "bolnichny"),
    ("щука", "shchuka"),
    ("ደሞዝ", "demoz"),
    ("سلام", "salaam"),
    ("7arara", "حرارة"),
    ("3arabi", "عربي"),
    ("çalışmak", "CHALISHMAK"),
]
RED = ["red rose", "red car", "red wine", "red hat", "red nose"]
BLUE = ["blue sky", "blue sea", "blue ink", "blue eyes", "blue"]
TEXTS = [*RED, *BLUE]
LABELS = ["red"] * 5 + ["blue"] * 5


class Encoder:
    """Sees colours, in two numbers."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, texts: list[str]) -> Any:
        self.asked += texts
        return np.array([[1.0 * ("r" in text), 1.0 * ("bl" in text)] for text in texts], dtype=np.float32)


@pytest.mark.parametrize(("native", "latin"), SAME)
def test_one_word_in_two_scripts_sounds_alike(native: str, latin: str) -> None:
    assert sounds(native) == sounds(latin)


@pytest.mark.parametrize(("text", "heard"), [("", ""), ("aaa", "_"), ("3 uur", "3 r"), ("...", ""), ("🙂 ok", "k")])
def test_what_is_left_of_a_text(text: str, heard: str) -> None:
    assert sounds(text) == heard


@pytest.mark.parametrize("text", ["", "\0", "🙂", "a\u0301\u0301", "\u1200\u0627\u044f x", "ß" * 50])
def test_letters_read_whatever_comes(text: str) -> None:
    letters = Letters().learn(TEXTS, np.array([0] * 5 + [1] * 5))
    assert np.isfinite(letters.scores([text])).all()


def test_chances_are_as_sharp_as_they_may_be() -> None:
    scores = np.array([[9.0, 0.0], [9.0, 0.0], [9.0, 0.0], [0.0, 9.0]])
    # One of four is wrong: nothing is as sure as the scores say.
    factor = sharpness(scores, np.array([0, 0, 0, 0]))
    assert np.exp(logs(factor * scores))[0, 0] == pytest.approx(0.75, abs=0.01)


def test_the_slow_reader_is_asked_only_where_the_quick_one_is_not_sure() -> None:
    encoder = Encoder()
    reading = Reading(["blue", "red"], encoder, sure=0.0).learn(TEXTS, LABELS, most=5)
    encoder.asked.clear()
    reading.chances(["red dress"])
    assert not encoder.asked
    wary = Reading(["blue", "red"], encoder, sure=1.1).restore(reading.state())
    assert wary.chances(["red dress"])[0, 1] > 0.5
    assert encoder.asked == ["red dress"]


def test_what_was_learned_is_restored() -> None:
    reading = Reading(["blue", "red"], Encoder(), sure=1.1).learn(TEXTS, LABELS, most=5)
    again = Reading(["blue", "red"], Encoder(), sure=1.1).restore(reading.state())
    assert np.array_equal(again.chances(TEXTS), reading.chances(TEXTS))


def test_some_of_each_label_are_chosen_and_stay_so() -> None:
    texts, numbers = [f"phrase {number}" for number in range(40)], np.arange(40) % 2
    chosen = some(texts, numbers, 5).tolist()
    assert [sum(numbers[at] == label for at in chosen) for label in (0, 1)] == [5, 5]
    assert len(set(chosen) & set(some(texts[:36], numbers[:36], 5).tolist())) >= 7
    assert some(texts, numbers, 100).tolist() == list(range(40))


def test_of_a_label_that_is_chosen_whole_nothing_is_left_out() -> None:
    texts, numbers = [f"phrase {number}" for number in range(40)], np.arange(40) % 2
    chosen = some(texts, numbers, 5, whole={1}).tolist()
    assert [sum(numbers[at] == label for at in chosen) for label in (0, 1)] == [5, 20]
