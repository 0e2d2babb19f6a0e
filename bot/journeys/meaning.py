"""What does this word mean? Looked up in the course; and what was practised or read last, once more."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.i18n import Text
from bot.journeys import question, tip, work_word
from bot.journeys.incoming import Kind
from bot.journeys.reply import Reply, command_button
from bot.journeys.turn import Turn
from bot.learning.items import Item
from bot.learning.spelling import plain
from bot.store import practice as practised

BLANK = "xwordx"
"""Stands for the word in a way of asking for it. No language has such a word."""

LONGEST = 200
"""Characters of a message in which a word is looked for."""

MOST_WORDS = 3
"""A word that nobody taught is named by these many at most; more are a sentence about something else."""


def tell(turn: Turn) -> bool:
    """Tell what a word means that was asked about in words. Returns False when none was: something else is meant."""
    if turn.incoming.kind is not Kind.TEXT:
        return False
    said = turn.incoming.text[:LONGEST]
    word = asked_word(turn, said)
    found = turn.course.words.find(word) if word else turn.course.words.find_within(said)
    if found:
        turn.send(about(turn, found))
    elif word and len(word.split()) <= MOST_WORDS:
        turn.say(Text("meaning.unknown"), buttons=((work_word.OPEN,),))
    return bool(found) or bool(word and len(word.split()) <= MOST_WORDS)


def asked_word(turn: Turn, said: str) -> str | None:
    """The word that a message asks about, in the ways of asking of every own language; None when it is "this"."""
    words = plain(said)
    asked = next((match[1] for way in _ways(turn) if (match := way.search(words))), None)
    return None if asked in _this(turn) else asked


def last(turn: Turn) -> None:
    """What the last item or the last tip was about, whichever was later; a lesson is on offer when there was none."""
    showing = practised.last_closed(turn.store, turn.learner.id)
    shown = practised.last_tip(turn.store, turn.learner.id)
    read = turn.course.tip(shown.tip_id) if shown else None
    later = bool(read and shown and (showing is None or showing.closed_at is None or showing.closed_at < shown.at))
    if read and later:
        tip.show_again(turn, read)
    elif showing:
        turn.send(about(turn, turn.course.item_at(showing.item_id, showing.revision)))
    else:
        turn.say(Text("practice.no_open_item"), buttons=((command_button("practise"),),))


def about(turn: Turn, item: Item) -> Reply:
    """The words of an item, heard, with their meaning and an example."""
    words = question.words(item)
    lines = ((turn.target(words, bold=True),), *question.explanation(item, None))
    return Reply(lines=lines, sound=turn.course.sound(words))


def _ways(turn: Turn) -> Iterator[re.Pattern[str]]:
    """How people ask for a word, the learner's own language first."""
    languages = sorted(turn.catalogues.languages, key=lambda code: code != turn.learner.language)
    ways = (turn.catalogues.plain(Text("meaning.asks", {"word": BLANK}), code).splitlines() for code in languages)
    return map(_pattern, map(plain, chain.from_iterable(ways)))


def _pattern(way: str) -> re.Pattern[str]:
    before, _, after = (part.strip() for part in way.partition(BLANK))
    start = f"(?:^| ){re.escape(before)} " if before else "^"
    end = f" {re.escape(after)}(?: |$)" if after else "$"
    return re.compile(f"{start}(.+?){end}")


def _this(turn: Turn) -> set[str]:
    """What is said of something that was just shown: "this", "that sentence"."""
    each = (turn.catalogues.plain(Text("meaning.this"), code).split(",") for code in turn.catalogues.languages)
    return {plain(one) for one in chain.from_iterable(each)}
