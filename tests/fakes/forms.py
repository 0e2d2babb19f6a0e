"""Forms of the project's own course, to try something out with."""

from bot.store.entries import Form
from tests.fakes.course import REGION, course_forms

TARGET = "nl"
"""What is taught in the region that the project begins with."""


def first_form(kind: str, type_name: str = "") -> Form:
    """The first entry of a kind, and of a type of items, that is for this region."""
    forms = [form for form in course_forms() if form.body.get("target", TARGET) == TARGET]
    forms = [form for form in forms if form.body.get("region", REGION) == REGION]
    return next(form for form in forms if form.kind == kind and form.body.get("type", "") == type_name)
