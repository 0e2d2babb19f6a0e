"""Entities that a bot gives itself, checked as Telegram checks them."""

from typing import Any

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.formatting.units import positions
from bot.simulator.records import Json

TYPES = frozenset(
    {
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"),
        *("underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"),
        *("text_link", "text_mention", "custom_emoji", "date_time"),
    }
)
REQUIRED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}


def checked(text: str, entities: list[Any]) -> list[Json]:
    """Return the entities that are not empty, sorted by place.

    Raises:
        Refusal: one is malformed, reaches beyond the text, crosses another or cuts a character in two.
    """
    kept = [entity for entity in map(_formed, entities) if entity["length"] > 0 and entity["offset"] >= 0]
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    _check_places(kept, positions(text))
    return kept


def _formed(entity: Any) -> Json:
    if not isinstance(entity, dict):
        raise _unparsed("expected an Object")
    for name in ("offset", "length"):
        if type(entity.get(name)) is not int:
            raise _unparsed(f'Field "{name}" must be of type Number')
    kind = entity.get("type")
    if kind not in TYPES:
        raise _unparsed("unsupported type specified")
    if kind in REQUIRED and not entity.get(REQUIRED[kind]):
        raise _unparsed(f'Can\'t find field "{REQUIRED[kind]}"')
    return entity


def _check_places(entities: list[Json], borders: Any) -> None:
    between, end = set(borders), borders[-1]
    around: list[int] = []
    for entity in entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if start >= end:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
        around = [other for other in around if other > start]
        if stop > min([end, *around]):
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {stop}"
            )
        if not {start, stop} <= between:
            raise bad_request(f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol")
        around.append(stop)


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"can't parse MessageEntity: {reason}")
