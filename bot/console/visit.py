"""One request of somebody, as a page sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from bot.console.desk import Desk
from bot.console.formats import Formats
from bot.i18n import Part, Text
from bot.i18n.parts import Value
from bot.store import caseloads
from bot.store.secrets import hashed
from bot.store.staff_sessions import Opened
from bot.store.tables import Learner, Staff

SESSION = "session"
HIDDEN_FIELD = "csrf"


@dataclass(frozen=True)
class Form:
    """What was sent: the values of fields, the bytes of files, and what these were called there, by name."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Visit:
    """A request, by whom, with what was sent.

    Attributes:
        desk: what pages work with.
        request: the request itself.
        opened: the session, proven or not; None without one.
        form: what was sent.
        now: the time of the request, in UTC.
        language: that of the page.
        templates: the templates of pages.
        frame: what stands around the page, such as the ways to other pages.
        detail: what the audit keeps besides; a page adds to it.
    """

    desk: Desk
    request: Request
    opened: Opened | None
    form: Form
    now: datetime
    language: str
    templates: Jinja2Templates
    frame: Mapping[str, Any]
    detail: dict[str, Any] = field(default_factory=dict)

    @property
    def member(self) -> Staff:
        """Who asks, on a page that is for staff."""
        if self.opened is None:
            raise HTTPException(403)
        return self.opened.member

    @cached_property
    def zone(self) -> ZoneInfo:
        return self.desk.courses.current().region.zone

    @cached_property
    def formats(self) -> Formats:
        """How times, days and numbers are written here."""
        return Formats(self.desk.catalogues.locale(self.language), self.zone, self.now)

    @property
    def csrf(self) -> str:
        """What every form carries, so that no other site can send it: known to this browser alone."""
        return hashed(f"csrf {self.request.cookies.get(cookie_name(self.desk), '')}")

    def path(self, name: str) -> str:
        """A part of the address, such as ``learner`` of ``/learners/{learner}``. Raises HTTPException (404)."""
        value = str(self.request.path_params[name])
        if "\0" in value:
            raise HTTPException(404)
        return value

    def query(self, name: str, default: str = "") -> str:
        """A value behind the question mark."""
        return self.request.query_params.get(name, default).replace("\0", "").strip()

    def field(self, name: str) -> str:
        """A field of the form, without space around it; empty when it was not sent."""
        return self.fields(name)[0].strip() if self.fields(name) else ""

    def fields(self, name: str) -> Sequence[str]:
        """All values of a field that stands in the form more than once."""
        return self.form.values.get(name, ())

    def file(self, name: str) -> bytes | None:
        """A file of the form; None when none was chosen."""
        return self.form.files.get(name) or None

    def file_name(self, name: str) -> str:
        """What a file of the form was called where it comes from; empty when none was chosen."""
        return self.form.names.get(name, "")

    def learner(self) -> Learner:
        """The learner of the address. Raises HTTPException (404) when it is not one of theirs."""
        found = caseloads.learner(self.desk.store, self.member, self.path("learner"), self.now)
        if found is None:
            raise HTTPException(404)
        return found

    def say(self, part: Part) -> str:
        """A part in the language of the page."""
        return self.desk.catalogues.plain(part, self.language)

    def words(self, key: str, /, **values: Value) -> str:
        """A message in the language of the page."""
        return self.say(Text(key, values))

    def page(self, template: str, /, status: int = 200, **values: Any) -> Response:
        """Answer with a page."""
        told = self.query("told")
        known = bool(told) and self.desk.catalogues.has(f"console.told.{told}")
        around = {
            **self.frame,
            "visit": self,
            "words": self.words,
            "say": self.say,
            "language": self.language,
            "moment": lambda value: self.formats.moment(value),
            "day": lambda value: self.formats.day(value),
            "number": lambda value: self.formats.number(value),
            "ago": lambda value: self.formats.ago(value),
            "told": told if known else None,
        }
        return self.templates.TemplateResponse(self.request, template, {**around, **values}, status)

    def refuse(self, template: str, fault: str, /, **values: Any) -> Response:
        """Answer with the page again: what was sent cannot be done. ``fault`` is the sentence that says why."""
        return self.page(template, 422, fault=fault, **values)

    def go(self, path: str, told: str | None = None) -> Response:
        """Answer with the way to another page, which says ``console.told.<told>``."""
        joint = "&" if "?" in path else "?"
        return RedirectResponse(f"{path}{joint}{urlencode({'told': told})}" if told else path, 303)


def cookie_name(desk: Desk) -> str:
    """The name of the session's cookie; a browser takes ``__Host-`` over https alone, and for this host alone."""
    return f"__Host-{SESSION}" if desk.private else SESSION
