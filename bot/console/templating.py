"""The templates of pages, and what all of them can say."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.templating import Jinja2Templates

from bot.console.visit import HIDDEN_FIELD

FOLDER = Path(__file__).parent / "templates"


def templates() -> Jinja2Templates:
    """The templates; a name that nobody gave is an error, and everything is escaped."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["csrf"] = _csrf
    return Jinja2Templates(env=environment)


@pass_context
def _csrf(context: Context) -> Markup:
    """The hidden field of every form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(HIDDEN_FIELD, context["visit"].csrf)
