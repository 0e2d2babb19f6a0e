"""/account/digest: when and how the weekly digest comes, the Telegram account that it goes to, and how it looks now."""

from datetime import timedelta

import segno
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.journeys import digest_words, staff_link
from bot.journeys.digest import digest
from bot.journeys.digest_sending import next_due, told_until
from bot.store import digests, staff_codes, staff_links
from bot.store.staff_codes import Purpose

LASTS = timedelta(minutes=15)
"""A link to one's own account is used at once or not at all."""

WEEKDAYS, HOURS = range(7), range(24)


def show(visit: Visit, fault: str | None = None, **values: object) -> Response:
    """The page."""
    wish = digests.of(visit.desk.store, visit.member.id)
    catalogues = visit.desk.catalogues
    return visit.page(
        "digest.html",
        422 if fault else 200,
        fault=fault,
        wish=wish,
        due_at=wish.due_at or next_due(wish, visit.zone, visit.now),
        weekdays=[(day, catalogues.weekdays([day], visit.language)) for day in WEEKDAYS],
        hours=[(hour, f"{hour:02}:00") for hour in HOURS],
        linked=visit.member.telegram_id is not None,
        mails=visit.desk.post is not None,
        **values,
    )


def save(visit: Visit) -> Response:
    """Keep the wish."""
    day, hour = visit.field("weekday"), visit.field("hour")
    if day not in {*map(str, WEEKDAYS)} or hour not in {*map(str, HOURS)}:
        return show(visit, visit.words("console.digest.incomplete"))
    wish = digests.of(visit.desk.store, visit.member.id)
    wish.weekday, wish.hour = int(day), int(hour)
    wish.by_mail = bool(visit.field("by_mail"))
    # Who has no account to choose it for keeps what they chose before.
    wish.by_telegram = bool(visit.field("by_telegram")) if visit.member.telegram_id else wish.by_telegram
    wish.due_at = next_due(wish, visit.zone, visit.now)
    digests.keep(visit.desk.store, wish)
    return visit.go("/account/digest", told="saved")


def make_link(visit: Visit) -> Response:
    """Show a link that links the Telegram account which opens it, once."""
    bot_name = visit.desk.bot_name()
    if bot_name is None:
        return show(visit, visit.words("console.enrol.no_telegram"))
    with visit.desk.store.writing() as session:
        given = (visit.member.id, Purpose.TELEGRAM, visit.now, LASTS, visit.desk.random)
        code = staff_link.PREFIX + staff_codes.make(session, *given)
    link = f"https://t.me/{bot_name}?start={code}"
    square = segno.make(link, error="m", micro=False).svg_data_uri(scale=5, border=4, light="#fff")
    return show(visit, link=link, square=square, command=f"/start {code}", minutes=LASTS // timedelta(minutes=1))


def unlink(visit: Visit) -> Response:
    """Write to the Telegram account no more."""
    staff_links.unlink(visit.desk.store, visit.member.id)
    return visit.go("/account/digest", told="saved")


def preview(visit: Visit) -> Response:
    """The mail as it would be now; nothing is sent, and the next one tells the same."""
    store, now, member = visit.desk.store, visit.now, visit.member
    since = told_until(digests.of(store, member.id), now)
    found = digest(store, visit.desk.courses.current(), member, since, now, now)
    catalogues, url = visit.desk.catalogues, visit.desk.url
    letter = digest_words.letter(catalogues, found, member, member, visit.zone, url)
    return visit.page("digest_preview.html", letter=letter, since=found.since, nothing=found.is_empty)


PAGES = (
    Page("/account/digest", show, may=COUNSELLING),
    Page("/account/digest", save, may=COUNSELLING, noted="staff.set_digest", method="POST"),
    Page("/account/digest/link", make_link, may=COUNSELLING, noted="staff.made_telegram_link", method="POST"),
    Page("/account/digest/unlink", unlink, may=COUNSELLING, noted="staff.unlinked_telegram", method="POST"),
    Page("/account/digest/preview", preview, may=COUNSELLING, noted="digest.seen"),
)
