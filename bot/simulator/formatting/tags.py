"""The tags of Telegram's HTML, and the entities that they become."""

import re
from urllib.parse import urlsplit, urlunsplit

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.records import Json

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
# The one attribute of a tag that says something.
ARGUMENTS = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id", "blockquote": "expandable"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
NAME = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*")
VALUE = re.compile(r"""("[^"]*"|'[^']*'|[\w.\-]*)(?=[\s>])""")


def unparsed(reason: str) -> Refusal:
    """Return the refusal of a text whose entities cannot be parsed."""
    return bad_request(f"can't parse entities: {reason}")


def unescaped(text: str) -> str:
    """Return `text` with the character references that Telegram knows resolved."""
    return REFERENCE.sub(_referred, text)


def read_argument(tag: str, inside: str, place: str) -> str:
    """Return the argument of a start tag from what stands between its name and its end.

    Args:
        tag: the name of the tag.
        inside: its attributes with the closing `>`.
        place: where the tag stands, for the message.

    Raises:
        Refusal: the attributes are not of Telegram's form.
    """
    found = dict(_attributes(tag, inside, place))
    value = found.get(ARGUMENTS.get(tag, ""), "")
    if tag == "span" and value != "tg-spoiler":
        raise unparsed(f'Tag "span" must have class "tg-spoiler" {place}')
    if tag == "code":
        return value.removeprefix("language-") if value.startswith("language-") else ""
    return value


def entity_for(tag: str, argument: str, inside: str) -> Json | None:
    """Return the entity of a tag around the text `inside`, without its place; None if it becomes none."""
    kind = TAGS[tag]
    if kind == "text_link":
        url = link(argument or inside)
        return {"type": kind, "url": url} if url else None
    if kind == "custom_emoji":
        if not argument.isdigit():
            raise unparsed("Invalid custom emoji identifier specified")
        return {"type": kind, "custom_emoji_id": argument}
    if kind == "code" and argument:
        return {"type": kind, "language": argument}
    if kind == "blockquote" and argument:
        return {"type": "expandable_blockquote"}
    return {"type": kind}


def _attributes(tag: str, inside: str, place: str) -> list[tuple[str, str]]:
    found = []
    position = len(inside) - len(inside.lstrip())
    while inside[position] != ">":
        name = NAME.match(inside, position)
        if not name or not name[1]:
            raise unparsed(f'Empty attribute name in the tag "{tag}" {place}')
        position = name.end()
        if not name[2] and name[1] == "expandable":
            found.append((name[1], "1"))
            continue
        if not name[2]:
            raise unparsed(f'Expected equal sign in declaration of an attribute of the tag "{tag}" {place}')
        value = VALUE.match(inside, position)
        if not value:
            raise unparsed(f"Unexpected end of name token {place}")
        position = value.end() + len(inside[value.end() :]) - len(inside[value.end() :].lstrip())
        found.append((name[1].lower(), unescaped(_unquoted(value[1]))))
    return found


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value.lower()


def _referred(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]


def link(url: str) -> str:
    """Return `url` as Telegram writes it, or nothing if it is no link."""
    try:
        parts = urlsplit(url.strip() if "://" in url or ":" in url.split("/")[0] else f"http://{url.strip()}")
    except ValueError:
        return ""
    if parts.scheme in ("tg", "ton", "tel", "mailto"):
        return url.strip()
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in parts.netloc:
        return ""
    return urlunsplit(parts._replace(path=parts.path or "/"))
