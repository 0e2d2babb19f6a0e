"""Words as people, and programs that pretend to be people, may write them."""

from hypothesis import strategies as st

LONGEST = 4096
"""UTF-16 units of a text, as Telegram lets through."""

LONGEST_NAME = 64

MARK = "geheimwoord"
"""Stands in some texts: it must not be found in any log."""

PIECES = (
    # Letters, and what changes their direction.
    "a", "é", "ß", "İ", "ı", "ﷺ", "ش", "א", "ሠ", "中", "e\u0301\u0323\u0323\u0301", "1", "٣", "²", "½",
    "\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f",
    "\u061c",
    # Nothing to see.
    " ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\u200c", "\u200d", "\u2028", "\u2029", "\u2060", "\ufeff", "\u3164",
    "\0", "\x07", "\x08", "\x1b[31m", "\x1b[2J", "\x7f", "\x85", "\u00ad", "\ufffe", "\uffff", "\U0010ffff", "\ue000",
    # Beyond sixteen bits.
    "😀", "👩🏽‍🏭", "🇧🇪", "🏴\U000e0067\U000e0062\U000e007f", "𝕏", "🫠" * 9,
    # What some programs obey.
    "<b>", "</b>", "<i>", "<a href='tg://user?id=1'>", "</a>", "<script>", "<!--", "<", ">", "&", "&lt;b&gt;", "&#0;",
    '"', "'", "\\", "`", "*", "_", "[x](y)", "||", "{name}", "{count}", "{given}", "{", "}", "%s", "%(x)s", "$1",
    "[red]", "[/]", "=1+1", "@here", "#tag", "/", "/start", "/delete_data", '/answer{"choice": "erase"}', "/tip\n",
    "practice:x:?", "null", "'; DROP TABLE learner; --", "http://example.org/<x>", MARK,
)  # fmt: skip
"""Each has broken some program."""

any_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
invisible = st.text(" \n\t\u200b\u200d\u2060\ufeff\u00a0\u202e\u2068\0", min_size=1, max_size=20)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, units: int) -> str:
    """As much of a text as fits into so many UTF-16 units, without half a character at its end."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _long(text: str) -> str:
    return cut(text * (LONGEST // _units(text) + 1), LONGEST)


long_words = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), pieces).map(_long)

texts = st.one_of(pieces, any_words, invisible, long_words)
"""A text: short or as long as can be, of anything."""

names = st.one_of(pieces, any_words, long_words).map(lambda name: cut(name, LONGEST_NAME))
"""A name as an account may bear it."""
