"""/tokens: with which tokens the organisation's own programs read, made and revoked here."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import ADMINISTERING, Page
from bot.console.pages.groups import is_name
from bot.console.visit import Visit
from bot.store import api_tokens
from bot.store.api_tokens import Scope


def show(visit: Visit, fault: str | None = None, secret: str | None = None) -> Response:
    """All tokens of the organisation; ``secret`` is a new one, shown this once."""
    home = visit.member.organisation_id
    return visit.page(
        "tokens.html",
        422 if fault else 200,
        fault=fault,
        secret=secret,
        tokens=api_tokens.all_of(visit.desk.store, home),
        scopes=list(Scope),
        url=f"{visit.desk.url}/api/v1",
        now=visit.now,
    )


def make(visit: Visit) -> Response:
    """Make a token."""
    name, scopes = visit.field("name"), [scope for scope in Scope if scope in visit.fields("scope")]
    if not is_name(name) or not scopes:
        return show(visit, visit.words("console.tokens.incomplete"))
    with visit.desk.store.writing() as session:
        token, secret = api_tokens.make(session, visit.member, name, scopes, visit.now, visit.desk.random)
    visit.detail.update({"token": token.id, "scopes": token.scopes})
    return show(visit, secret=secret)


def revoke(visit: Visit) -> Response:
    """Let a token read no more."""
    if not api_tokens.revoke(visit.desk.store, visit.member.organisation_id, visit.path("token"), visit.now):
        raise HTTPException(404)
    return visit.go("/tokens", told="saved")


PAGES = (
    Page("/tokens", show, may=ADMINISTERING),
    Page("/tokens", make, may=ADMINISTERING, noted="token.made", method="POST"),
    Page("/tokens/{token}/revoke", revoke, may=ADMINISTERING, noted="token.revoked", method="POST"),
)
