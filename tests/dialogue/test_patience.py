"""Reading beside the event loop, with a time limit; and the guesses in what Rasa says."""

import asyncio
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.brain import LONGEST, RasaBrain, readable, understood
from bot.journeys.understanding import MOST_GUESSES, NOT_READ, OFFERED, Guess

READ = {"intent": {"name": "greet", "confidence": 0.9}}


class Agent:
    """Reads as Rasa does: without giving way to anybody, until it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.stuck = True
        self.read: list[str] = []

    async def parse_message(self, words: str) -> dict[str, Any]:
        if self.stuck:
            self.let_go.wait()
        self.read.append(words)
        return READ


async def test_a_reading_that_takes_too_long_is_not_understood_and_the_next_one_is() -> None:
    agent: Any = Agent()
    brain = RasaBrain(agent, patience=0.01)
    assert await brain.read("traag") == NOT_READ
    brain.patience, next_one = 60, asyncio.create_task(brain.read("hallo"))
    agent.stuck = False
    assert (await next_one).intent == "greet"
    assert agent.read == ["hallo"]
    agent.let_go.set()


async def test_while_something_is_read_everything_else_goes_on() -> None:
    agent: Any = Agent()
    reading = asyncio.create_task(RasaBrain(agent, patience=60).read("traag"))
    # What runs on the loop lets it go: were the loop held up, this would never be reached.
    await asyncio.sleep(0)
    assert not reading.done()
    agent.let_go.set()
    assert (await reading).intent == "greet"


def parsed(ranking: dict[str, float], topics: dict[str, float] | None = None) -> dict[str, Any]:
    ranked = [{"name": name, "confidence": confidence} for name, confidence in ranking.items()]
    shares = [{"intent_response_key": f"ask_tip/{name}", "confidence": share} for name, share in (topics or {}).items()]
    selector = {"ask_tip": {"response": shares[0], "ranking": shares}} if shares else {}
    return {"intent": ranked[0], "intent_ranking": ranked, "response_selector": selector}


@pytest.mark.parametrize(
    ("ranking", "topics", "guesses"),
    [
        ({"greet": 0.5, "pause": 0.3, "skip": 0.1, "repeat": 0.06}, None, ["pause", "skip"]),
        ({"pause": 0.5, "greet": 0.3, "out_of_scope": 0.1}, None, []),
        ({"pause": 0.5, "skip": 0.04}, None, []),
        ({"ask_tip": 0.5, "pause": 0.1}, {"contract": 0.6, "sick_leave": 0.3}, ["ask_tip/sick_leave", "pause"]),
        (
            {"pause": 0.5, "ask_tip": 0.4},
            {"contract": 0.6, "sick_leave": 0.3},
            ["ask_tip/contract", "ask_tip/sick_leave"],
        ),
    ],
)
def test_the_two_best_other_readings_that_lead_somewhere(
    ranking: dict[str, float], topics: dict[str, float] | None, guesses: list[str]
) -> None:
    assert [guess.label for guess in understood(parsed(ranking, topics)).guesses] == guesses


def dangerous(ranking: dict[str, float], kinds: dict[str, float]) -> dict[str, Any]:
    shares = [{"intent_response_key": f"danger/{name}", "confidence": share} for name, share in kinds.items()]
    return {**parsed(ranking), "response_selector": {"danger": {"response": shares[0], "ranking": shares}}}


@pytest.mark.parametrize(
    ("chance", "kinds", "flag"),
    [
        (0.9, {"violence": 0.7, "emergency": 0.2, "none": 0.1}, "violence"),
        (0.95, {"none": 0.2, "violence": 0.45, "emergency": 0.35}, "violence"),
        (0.9, {"none": 0.7, "violence": 0.3}, None),
        (0.3, {"violence": 1.0}, None),
    ],
)
def test_a_text_that_seems_to_speak_of_danger_has_a_flag_beside_its_intent(
    chance: float, kinds: dict[str, float], flag: str | None
) -> None:
    meant = understood(dangerous({"danger": chance, "feeling_bad": 1 - chance}, kinds))
    assert (meant.intent, meant.flag) == ("feeling_bad", flag)


names = st.sampled_from([*sorted(OFFERED), "greet", "out_of_scope", "nosuchintent"])
chances = st.dictionaries(names, st.floats(0, 1), min_size=1, max_size=10)


@given(chances, st.dictionaries(st.sampled_from(["contract", "sick_leave"]), st.floats(0, 1)))
def test_whatever_rasa_ranks(ranking: dict[str, float], topics: dict[str, float]) -> None:
    read = understood(parsed(ranking, topics))
    assert len(read.guesses) <= MOST_GUESSES
    assert all(guess.intent in OFFERED for guess in read.guesses)
    assert Guess(read.intent, read.topic).label not in {guess.label for guess in read.guesses}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("h\u200bal\u2060lo", "hallo"),
        ("\u202ehallo", "hallo"),
        ("\u200b/delete_data", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_cannot_be_seen_is_not_read(text: str, read: str) -> None:
    assert readable(text) == read


@given(st.text(max_size=5000))
def test_whatever_comes_is_cut_to_what_can_be_read(text: str) -> None:
    assert len(readable(text)) <= LONGEST
