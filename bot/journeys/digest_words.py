"""A digest in words: a mail in plain text, and a message for a phone that others may look at."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.i18n import Catalogues, Part, Text, Verbatim
from bot.journeys.digest import Digest, Named
from bot.journeys.reply import Line, Reply
from bot.journeys.telling import Letter
from bot.store.digest_news import Asked, Gone
from bot.store.tables import Staff

MOST = 10
"""Lines of a section; who is not among them stands on the page of today."""

A_MOMENT = timedelta(seconds=1)


def letter(catalogues: Catalogues, found: Digest, member: Staff, reader: Staff, zone: ZoneInfo, url: str) -> Letter:
    """The mail, in the language of who reads it: first names alone, and of who asks for a call not even these.

    Args:
        catalogues: the languages.
        found: what changed.
        member: whose digest it is.
        reader: who gets it: they, or their stand-in.
        zone: the region's.
        url: the console's address.
    """

    def said(part: Part) -> str:
        return catalogues.plain(part, reader.language)

    lines = [said(Text("mail.digest.hello", {"name": reader.name})), said(_opening(found, member, reader, zone))]
    for head, below in _sections(found):
        lines += ["", said(head), *(f"- {said(one)}" for one in _at_most(below))]
    ways = {"open": f"{url}/today", "settings": f"{url}/account/digest"}
    lines += ["", *(said(Text(f"mail.digest.{way}", {"link": link})) for way, link in ways.items())]
    return Letter(reader.email, said(Text("mail.digest.subject", {"day": found.since})), "\n".join(lines) + "\n")


def message(found: Digest, url: str) -> Reply:
    """The message for Telegram: how many, and no names."""
    counts = {
        "calls": len(found.calls),
        "messages": len(found.messages),
        "quiet": len(found.quiet),
        "good_news": len(found.good_news),
        "joined": len(found.joined) + found.joined_unnamed,
        "gone": sum(one.count for one in found.gone),
    }
    told: list[Line] = [(Text(f"staff_chat.{what}", {"count": count}),) for what, count in counts.items() if count]
    way = (Text("mail.digest.open", {"link": f"{url}/today"}),)
    return Reply(lines=((Text("staff_chat.head", {"day": found.since}),), (), *told, (), way))


def _opening(found: Digest, member: Staff, reader: Staff, zone: ZoneInfo) -> Text:
    if reader.id == member.id or member.absent_until is None:
        return Text("mail.digest.since", {"day": found.since})
    until = (member.absent_until.astimezone(zone) - A_MOMENT).date()
    return Text("mail.digest.stands_in", {"day": found.since, "name": member.name, "until": until})


def _sections(found: Digest) -> Iterator[tuple[Text, Sequence[Part]]]:
    """The sections that have something to tell: the head of each, and its lines."""
    unnamed = [Text("mail.digest.unnamed", {"count": found.joined_unnamed})] if found.joined_unnamed else []
    sections: dict[str, Sequence[Part]] = {
        "calls": [_call(one) for one in found.calls],
        "messages": [*map(_about, found.messages)],
        "quiet": [*map(_about, found.quiet)],
        "good_news": [*map(_about, found.good_news)],
        "joined": [*map(_name, found.joined), *unnamed],
        "gone": [_went(one) for one in found.gone],
    }
    yield from ((Text(f"mail.digest.{name}"), lines) for name, lines in sections.items() if lines)


def _at_most(lines: Sequence[Part]) -> Sequence[Part]:
    if len(lines) <= MOST:
        return lines
    return [*lines[:MOST], Text("mail.digest.more", {"count": len(lines) - MOST})]


def _call(one: Asked) -> Text:
    if one.taken_on_by is None:
        return Text("mail.digest.call_open", {"moment": one.since})
    return Text("mail.digest.call_taken_on", {"moment": one.since, "name": one.taken_on_by})


def _about(one: Named) -> Text:
    """What is told of somebody, one sentence after the other."""
    said = one.why[0]
    for further in one.why[1:]:
        said = Text("mail.digest.and", {"first": said, "then": further})
    return Text("mail.digest.about", {"name": _name(one), "why": said})


def _name(one: Named) -> Part:
    return Verbatim(one.name) if one.name else Text("report.no_name")


def _went(one: Gone) -> Text:
    return Text("mail.digest.gone_to", {"count": one.count, "name": one.to})
