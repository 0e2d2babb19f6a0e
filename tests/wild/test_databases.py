"""What one database takes, the other takes too."""

import pytest

from tests.fakes.desk import AMINA, Desk
from tests.wild.words import LONGEST, PIECES, cut

FORMS = {
    "all pieces": "".join(PIECES),
    "a long text": cut("ﷺ😀\0" * LONGEST, LONGEST),
    "a long command": "/start " + "\0😀" * 40,
    **{f"/{command}": f"/{command} \0<b>\u202e" for command in ("start", "tip", "help", "delete")},
}
JOURNEYS = ("guard", "practice", "delete", "sharing", "tip", "counsellor", "onboarding")
QUESTIONS = ("-", "x" * 24, "x" * 25, "x" * 40)
CHOICES = ("hide", "tell", "?", "yes", "\0", "😀")


@pytest.mark.parametrize("name", FORMS)
async def test_any_text_is_taken(desk: Desk, name: str) -> None:
    desk.enrol()
    for opening in ("/start", "/practise", "/counsellor", "/delete"):
        numbers = desk.says(opening), desk.says(FORMS[name]), desk.says(FORMS[name], kind="edited_message")
        await desk.works()
        assert [desk.row(number).state for number in numbers] == ["done"] * 3


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_any_button_is_taken(desk: Desk, journey: str) -> None:
    desk.enrol()
    desk.says("/practise")
    data = [f"{journey}:{question}:{choice}" for question in QUESTIONS for choice in CHOICES]
    numbers = [desk.taps(one) for one in data]
    await desk.works()
    assert [one for one, number in zip(data, numbers, strict=True) if desk.row(number).state != "done"] == []


async def test_any_name_is_taken(desk: Desk) -> None:
    name = cut("\0😀\u202e<b>" * 64, 64)
    user = {"id": AMINA, "is_bot": False, "first_name": name, "language_code": "\0" * 64}
    chat = {"id": AMINA, "type": "private"}
    content = {"message_id": 7, "date": 1793600000, "chat": chat, "from": user, "text": "hallo"}
    number = desk.receives(AMINA, message=content)
    await desk.works()
    assert (desk.row(number).state, desk.learner().name) == ("done", name.replace("\0", ""))
