"""A model file, and what it makes of texts."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.progress import bar
from bot.dialogue import brain


@dataclass(frozen=True)
class Read:
    """What was made of a text.

    ``fits`` is the chance of the likeliest intent but ``out_of_scope``; ``seconds`` is how long it took; ``flag`` is
    the danger that it seems to speak of.
    """

    intent: str
    topic: str | None
    fits: float
    seconds: float
    flag: str | None = None


def read_all(model: Path, texts: list[str], doing: str) -> list[Read]:
    """Read texts with a model file, one after the other, as a message is."""
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    with bar(doing, len(texts)) as done:
        return asyncio.run(_read(agent, texts, done))


async def _read(agent: Any, texts: list[str], done: Any) -> list[Read]:
    # The first readings set up what stays.
    for text in texts[:20]:
        await agent.parse_message(text)
    found = []
    for number, text in enumerate(texts, 1):
        began = perf_counter()
        parsed = await agent.parse_message(text[: brain.LONGEST])
        found.append(understood(parsed, perf_counter() - began))
        done(number)
    return found


def understood(parsed: dict[str, Any], seconds: float) -> Read:
    """Rasa's reading as the bot takes it; the likeliest topic, however likely it is."""
    meant = brain.understood(parsed)
    chances = {each["name"]: each["confidence"] for each in parsed["intent_ranking"]}
    fits = max((chance for name, chance in chances.items() if name not in ("out_of_scope", brain.DANGER)), default=0.0)
    best = parsed.get("response_selector", {}).get("ask_tip", {}).get("response", {}).get("intent_response_key")
    return Read(meant.intent, best and best.partition("/")[2], fits, seconds, meant.flag)
