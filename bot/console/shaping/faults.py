"""What is wrong with a field, in the language of the page: what the checks of the content say, said anew."""

import re

from bot.console.shaping.labels import Labels
from bot.i18n import Text

SAYINGS = (
    (r"is missing: say why this one does not fit", "console.wrong.reason_missing"),
    (r"is missing: say what the picture shows", "console.wrong.shown_missing"),
    (r"is missing: give a `notice`, an `image` or a `picture` to look at", "console.wrong.notice_missing"),
    (r"is missing: give its lines, or an `image`", "console.wrong.document_missing"),
    (r"is missing: `answer` and `answer_meaning` stand together, or neither", "console.wrong.half_an_answer"),
    (r"(?:is missing|is empty|should be a list)\b.*", "console.wrong.missing"),
    (r"should hold `word`.*|should hold `text`.*|should hold `picture`", "console.wrong.label_missing"),
    (r"has (?P<count>\d+) characters: at most (?P<most>\d+) fit.*", "console.wrong.too_long"),
    (r"is one emoji, without letters or spaces", "console.wrong.emoji"),
    (r"\w+ is not for (?P<level>[\w-]+): use it from (?P<first>[\w-]+)", "console.wrong.level"),
    (r"is none of the (?:options|turns) .*", "console.wrong.none_of_these"),
    (r"belongs in the item's own `reason`: it is right", "console.wrong.reason_of_right"),
    (r"mixes .*: use one kind", "console.wrong.mixed"),
    (r"has (?:the \w+ )?'(?P<words>.*)' more than once", "console.wrong.twice"),
    (r"has (?P<count>\d+) \w+: at most (?P<most>\d) are wanted", "console.wrong.too_many"),
    (r"has (?P<count>\d+) \w+: (?P<wanted>\d) are wanted", "console.wrong.number"),
    (r"has (?P<count>\d+) \w+: (?P<least>\d) or (?P<most>\d) are wanted", "console.wrong.number_between"),
    (r"has none that fits: .*", "console.wrong.none_fits"),
    (r"has a way of more than (?P<most>\d+) turns, or one that comes back to itself", "console.wrong.way_too_long"),
    (r"has one turn: .*", "console.wrong.one_turn"),
    (r"is reached by no choice: .*", "console.wrong.not_reached"),
    (r"needs (?P<least>\d) to (?P<most>\d) pieces with .*", "console.wrong.pieces"),
    (r"has every order that there is: .*", "console.wrong.every_order"),
    (r"has the piece '(?P<words>.*)': at most (?P<most>\d+) characters .*", "console.wrong.piece_too_long"),
    (r"has '(?P<words>.*)', which is not made of the same pieces .*", "console.wrong.other_pieces"),
    (r"has an empty line.*", "console.wrong.empty_line"),
    (r"has '(?P<words>.*)', which is an answer", "console.wrong.is_an_answer"),
    (r"lacks what is heard: .*", "console.wrong.lacks_heard"),
    (r"draws the lines of `document`: .*", "console.wrong.drawn_without"),
    (r"has (?P<count>\d+) lines: at most (?P<most>\d+) can .*", "console.wrong.too_many_lines"),
    (r"has a line of \d+ characters, '(?P<words>.*)': drawn, (?P<most>\d+) fit", "console.wrong.line_too_long"),
    (r"has more than (?P<most>\d) columns in '(?P<words>.*)'", "console.wrong.too_many_columns"),
    (r"needs exactly one gap, .*", "console.wrong.gap"),
    (r"is '(?P<words>.*)': write a date .*", "console.wrong.day"),
    (r"is '(?P<words>.*)': write a number .*", "console.wrong.whole_number"),
    (r"is '(?P<words>.*)': use a name such as Europe/Brussels", "console.wrong.timezone"),
    (r"is '(?P<words>.*)': use one of the facts .*", "console.wrong.none_of_these"),
    (r"(?:should )?lists? `(?P<words>\w+)`, .*", "console.wrong.facts_differ"),
    (r"needs `source`, `checked` and `check_again`, or else `unchecked: yes`", "console.wrong.unchecked"),
    (r"needs `phone` .* or `url`: where to ask", "console.wrong.where_to_ask"),
    (r"has no phrase for \w+", "console.wrong.no_phrase"),
    (r"is no flag: .*|has '.*': use .*|is `.*`.*", "console.wrong.otherwise"),
    (r"has none with the flag \w+: .*", "console.wrong.danger_without"),
    (r"cannot be searched for: .*", "console.wrong.not_searchable"),
    (r"should (?:be|hold) .*|is not known.*|is '.*': use one of .*", "console.wrong.otherwise"),
)
"""How a check says something, and how a page does. A quoted word may be in either kind of quotes."""

_READ = tuple((re.compile(said.replace("'", "['\"]"), re.DOTALL), key) for said, key in SAYINGS)


def said(labels: Labels, message: str) -> str:
    """A check's message in the language of the page; as the check says it when it is none of those above."""
    for pattern, key in _READ:
        if found := pattern.fullmatch(message):
            return labels.say(Text(key, found.groupdict()))
    return message
