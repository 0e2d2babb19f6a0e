"""Telegram's HTML, entities in UTF-16 units, and how the page shows them."""

from typing import Any

import pytest

from bot.simulator.errors import Refusal
from bot.simulator.formatting.render import rendered
from bot.simulator.formatting.text import formatted

BOLD, ITALIC = "bold", "italic"

# What is sent; the text; entities as type, offset, length.
GOOD: list[tuple[str, str, list[tuple[str, int, int]]]] = [
    ("<b>Hi</b> there", "Hi there", [(BOLD, 0, 2)]),
    ("👷 <b>helm</b> 👷🏽 <i>op</i>", "👷 helm 👷🏽 op", [(BOLD, 3, 4), (ITALIC, 13, 2)]),
    ("مرحبا <b>عامل</b>", "مرحبا عامل", [(BOLD, 6, 4)]),
    ("\u2068<b>Zet</b>\u2069 تعني", "\u2068Zet\u2069 تعني", [(BOLD, 1, 3)]),
    ("<strong>a</strong><em>b</em>", "ab", [(BOLD, 0, 1), (ITALIC, 1, 1)]),
    ("<ins>c</ins><del>d</del>", "cd", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    ("<b>a<i>b</i></b>", "ab", [(BOLD, 0, 2), (ITALIC, 1, 1)]),
    ("<u>x</u><s>y</s>", "xy", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    ("<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>", "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<code>x</code><pre>y</pre>", "xy", [("code", 0, 1), ("pre", 1, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ('<a href="https://vdab.be/x?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
    ("<B>x</B>", "x", [(BOLD, 0, 1)]),
    ("&lt;b&gt; &amp; &quot; &#128119; &#x1F477; &nbsp;", '<b> & " 👷 👷 &nbsp;', []),
    ("  <b> x </b> \n", " x", [(BOLD, 0, 2)]),
    ("\n\nx\u202b\r", "x", []),
    ("/start, /tip@x_bot", "/start, /tip@x_bot", [("bot_command", 0, 6), ("bot_command", 8, 10)]),
    ("a/b 1/2 <code>/start</code>", "a/b 1/2 /start", [("code", 8, 6)]),
    ("see https://1712.be/hulp.", "see https://1712.be/hulp.", [("url", 4, 20)]),
    ("or t.me/x_bot?start=1!", "or t.me/x_bot?start=1!", [("url", 3, 18)]),
    ("mail info@vdab.be", "mail info@vdab.be", [("email", 5, 12)]),
    ("@someone #werk #1", "@someone #werk #1", [("mention", 0, 8), ("hashtag", 9, 5)]),
]

BAD = [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("é<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
    ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ("<a href=x:y>x</a>", "Unexpected end of name token at byte offset 0"),
    ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "text", "places"), GOOD)
def test_html_becomes_text_and_entities(source: str, text: str, places: list[tuple[str, int, int]]) -> None:
    found, entities = formatted(source, "HTML", None)

    assert found == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == places


@pytest.mark.parametrize(("source", "reason"), BAD)
def test_bad_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        formatted(source, "HTML", None)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_details_of_entities() -> None:
    source = (
        '<pre><code class="language-python">x</code></pre><a href="vdab.be">y</a><tg-emoji emoji-id="5">z</tg-emoji>'
    )
    _, (code, link, emoji) = formatted(source, "html", None)

    assert (code["type"], code["language"]) == ("pre", "python")
    assert link["url"] == "http://vdab.be/"
    assert emoji["custom_emoji_id"] == "5"


def test_given_entities_are_kept_without_a_parse_mode() -> None:
    given = [{"type": "bold", "offset": 0, "length": 2}]

    assert formatted("<b>", None, given) == ("<b>", given)
    for bad in ("x", {"type": "bold"}, {"type": "loud", "offset": 0, "length": 1}):
        with pytest.raises(Refusal, match="can't parse MessageEntity"):
            formatted("x", None, [bad])


def bold(offset: Any, length: Any) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length}


@pytest.mark.parametrize(
    ("entities", "problem"),
    [
        ([bold(6, 1)], "entity begins after the end of the text at UTF-16 offset 6"),
        ([bold(2, 5)], "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 7"),
        ([bold(0, 4), bold(3, 2)], "entity beginning at UTF-16 offset 3 ends after the end of the text"),
        ([bold(0, 1)], "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol"),
        ([bold(1, 2)], "entity beginning at UTF-16 offset 1 ends in a middle of a UTF-16 symbol"),
        ([bold(True, 2)], 'can\'t parse MessageEntity: Field "offset" must be of type Number'),
        ([bold(0, "2")], 'can\'t parse MessageEntity: Field "length" must be of type Number'),
        ([{**bold(0, 2), "type": "text_link"}], "can't parse MessageEntity: Can't find field \"url\""),
    ],
)
def test_entities_that_do_not_fit_the_text_are_refused(entities: list[Any], problem: str) -> None:
    with pytest.raises(Refusal) as refused:
        formatted("👷abcd", None, entities)

    assert refused.value.code == 400
    assert problem in refused.value.description


def test_entities_may_lie_in_each_other_and_empty_ones_go() -> None:
    given = [bold(4, 2), bold(2, 4), bold(0, 6), bold(3, 0), bold(-1, 2)]

    assert formatted("👷abcd", None, given)[1] == [bold(0, 6), bold(2, 4), bold(4, 2)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<b>a<i>b</i></b> &lt;c&gt;", "<b>a<i>b</i></b> &lt;c&gt;"),
        ("👷<u>عامل</u>", "👷<u>عامل</u>"),
        (
            '<a href="https://x.be/?a=1&amp;b=2">y</a>',
            '<a href="https://x.be/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">y</a>',
        ),
        ('<a href="javascript:alert(1)">y</a>', "y"),
        ("/tip", '<button type="button" class="command" data-command="/tip">/tip</button>'),
    ],
)
def test_the_page_gets_safe_html(source: str, shown: str) -> None:
    assert rendered(*formatted(source, "HTML", None)) == shown


def test_crossing_entities_are_cut() -> None:
    crossing: list[dict[str, Any]] = [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "italic", "offset": 2, "length": 3},
    ]

    assert rendered("abcde", crossing) == "<b>ab<i>c</i></b>de"
