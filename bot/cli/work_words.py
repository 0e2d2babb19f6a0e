"""Words that learners sent from their work: reading those that wait, and telling what became of one."""

from pathlib import Path
from random import SystemRandom
from typing import Annotated, Any

import typer

from bot.cli.common import AsJson, fail, on_one_line, opened, print_json, say
from bot.journeys import work_word
from bot.store import Conflict, Store, work_words
from bot.store.tables import WorkWord
from bot.wiring.parts import Parts, clock

KINDS_OF_FILE = ("jpg", "ogg")


def words(
    made: Annotated[str | None, typer.Option(help="The id of a word that is an exercise now.")] = None,
    item: Annotated[str | None, typer.Option(help="With --made: the id of that exercise, published.")] = None,
    refuse: Annotated[str | None, typer.Option(help="The id of a word that does not become an exercise.")] = None,
    save: Annotated[str | None, typer.Option(help="The id of a word whose picture and sound are written here.")] = None,
    json: AsJson = False,
) -> None:
    """List the words from learners' work that wait, or tell a learner what became of one. No learner is named."""
    if (made is None) != (item is None) or sum(map(bool, (made, refuse, save))) > 1:
        raise typer.BadParameter("Use --made ID --item ITEM, or --refuse ID, or --save ID, or none of them.")
    with opened() as parts:
        word_id = made or refuse
        if word_id:
            _decide(parts, word_id, item)
        elif save:
            _save(parts.store, save, Path.cwd())
        else:
            _show(parts.store, json)


def _decide(parts: Parts, word_id: str, item: str | None) -> None:
    if item and item not in parts.courses.current().items:
        fail(f"{item} is not published. Run: werkmaat content import")
    word = work_words.by_id(parts.store, word_id)
    try:
        done = word is not None and work_word.decide(parts.store, word, item, clock(), SystemRandom())
    except Conflict:
        fail("The learner's record changed meanwhile. Try again.")
    if not done:
        fail(f"No word {word_id} waits. See: werkmaat content words")


def _save(store: Store, word_id: str, folder: Path) -> None:
    """Write what a counsellor gave with a word: what learners send stays at Telegram."""
    given = dict(zip(KINDS_OF_FILE, work_words.files(store, word_id), strict=True))
    there = {kind: content for kind, content in given.items() if content}
    for kind, content in there.items():
        path = folder / f"{word_id}.{kind}"
        path.write_bytes(content)
        typer.echo(path)
    if not there:
        fail(f"Nobody gave a picture or a sound with {word_id}. See: werkmaat content words")


def _show(store: Store, json: bool) -> None:
    waiting = work_words.waiting(store)
    if json:
        print_json([_as_json(word) for word in waiting])
        return
    for word in waiting:
        said = " = ".join(on_one_line(words) for words in (word.text, word.meaning) if words)
        typer.echo(f"{word.id}  {word.at:%Y-%m-%d}  {_kind(word)}  {said}".rstrip())
    if not waiting:
        say("No word waits.")


def _kind(word: WorkWord) -> str:
    if word.staff_id:
        return "staff"
    if word.voice_file_id:
        return "voice"
    return "photo" if word.photo_file_id else "text"


def _as_json(word: WorkWord) -> dict[str, Any]:
    return {"id": word.id, "at": word.at.isoformat(), "kind": _kind(word), "text": word.text, "meaning": word.meaning}
