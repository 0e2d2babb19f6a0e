"""Pictures in the studio: put in, refused, replaced, published."""

from datetime import timedelta
from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image

from bot.journeys.studio.fitting import look
from bot.journeys.studio.pictures import shown_with
from bot.pictures.sent_in import LARGEST
from bot.store import audit, drafts, entries, publishing, studio_files
from bot.store.drafts import Change
from bot.store.publishing import Deed
from tests.console.desks import Console, Visitor
from tests.console.pages.learners import read
from tests.console.pages.studio import changed, coordinator, told
from tests.fakes.stores import HOME
from tests.pictures.test_sent_in import SCRIPT, a_picture, bomb, taken_in_ghent

PAGE = "/studio/media"
WORDS = {"alt": "Een gele helm op een tafel.", "by": "An Peeters", "licence": "CC-BY-SA-4.0"}
FROM_FILES = "image.wear_helmet"
FORM = "/studio/entries/construction.site.foreman/edit"
BIT = timedelta(minutes=1)
"""After which the course is read again."""


def file(body: bytes, name: str = "photo.jpg") -> dict[str, Any]:
    return {"_picture": (name, body)}


def publish(console: Console, entry_id: str) -> None:
    """Publish the draft as the studio does."""
    draft = drafts.of(console.store, entry_id)
    assert draft is not None
    [candidate] = look(console.store, console.desk.courses.current(), [draft], second_reader=False)
    assert candidate.hindrances == ()
    publishing.publish(console.store, {draft.id: candidate.ready}, Deed("nadia"), console.now)


async def put_in(visitor: Visitor, picture: bytes, **changes: str) -> str:
    """Put in a picture; return the address to which that leads."""
    answer = await visitor.send_form(PAGE, file(picture), **WORDS, **changes)
    assert answer.status_code == 303, read(answer)
    return answer.headers["location"]


async def test_a_new_picture_is_a_draft_without_what_the_camera_noted(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(PAGE, file(taken_in_ghent(), "photo.exe"), _name="Gele helm!", **WORDS)
    assert answer.headers["location"] == f"{PAGE}/pictures/image.gele_helm?told=studio_saved"
    assert "Saved as a draft" in await told(visitor, answer)
    draft = drafts.of(console.store, "image.gele_helm")
    assert draft is not None
    assert draft.body is not None
    digest = draft.body["file"]
    assert draft.body == {**WORDS, "file": digest}
    shown = await visitor.get(f"{PAGE}/files/{digest}")
    assert shown.headers["content-type"] == "image/jpeg"
    with Image.open(BytesIO(shown.content)) as kept:
        assert not kept.getexif()
    assert [(one.what, one.detail) for one in audit.page(console.store, HOME)][:1] == [
        ("studio.picture_added", {"entry": "image.gele_helm"})
    ]
    assert (await visitor.get(f"{PAGE}/shown/gele_helm")).status_code == 404


async def test_once_published_it_can_be_chosen_and_seen(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    await put_in(visitor, a_picture(), _name="gele helm", source="https://example.org/helm")
    entry = read(await visitor.get("/studio/entries/image.gele_helm"))
    assert "What is to be seen" in entry
    assert "console." not in entry.partition("<main")[2]
    publish(console, "image.gele_helm")
    row = entries.newest(console.store, "image.gele_helm")
    assert row is not None
    assert (row.kind, row.body["source"]) == ("image", "https://example.org/helm")
    assert (await visitor.get(f"{PAGE}/shown/gele_helm")).headers["content-type"] == "image/jpeg"
    console.now += BIT
    assert '<option value="gele_helm"' in (await console.visitor(coordinator(console, "sam")).get(FORM)).text


async def test_the_list_says_what_shows_each_and_finds_by_words(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    page = read(await visitor.get(PAGE))
    assert "wear_helmet" in page
    assert f'src="{PAGE}/shown/wear_helmet" alt="Een blauwe cirkel met een wit hoofd en een helm."' in page
    found = read(await visitor.get(f"{PAGE}?q=helm"))
    assert "wear_helmet" in found
    assert "no_smoking" not in found
    name, users = next(iter(shown_with(console.desk.courses.current()).items()))
    one = read(await visitor.get(f"{PAGE}/pictures/image.{name}"))
    assert all(f'href="/studio/entries/{user}"' in one for user in users)
    assert (await visitor.get(f"{PAGE}/shown/wear_helmet")).headers["content-type"] == "image/png"


REFUSED = {
    "words": (b"Dag Sofie", "This is no picture that Werkmaat can read"),
    "script": (SCRIPT, "This is no picture that Werkmaat can read"),
    "bytes": (b"\xff\xd8" + bytes(LARGEST), "larger than 16 MB"),
    "pixels": (bomb(7200), "more than 50 megapixels"),
    "a bomb": (bomb(60_000), "more than 50 megapixels"),
    "small": (a_picture(size=(20, 20)), "too small"),
    "nothing": (b"", "Choose a picture."),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_no_picture_is_refused_and_what_was_written_stays(name: str, console: Console) -> None:
    body, why = REFUSED[name]
    answer = await console.visitor(coordinator(console)).send_form(PAGE, file(body), _name="helm", **WORDS)
    assert answer.status_code == 422
    page = read(answer)
    assert why in page
    assert all(words in page for words in (*WORDS.values(), 'value="helm"'))
    assert drafts.all_of(console.store) == []


async def test_without_words_it_is_refused_and_the_picture_need_not_be_chosen_again(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(PAGE, file(a_picture()), by="An", licence="CC0")
    assert answer.status_code == 422
    page = answer.text
    assert '<a href="#f-alt">What is to be seen</a>' in page
    digest = page.partition('name="_kept" value="')[2][:64]
    assert studio_files.body(console.store, digest)
    again = await visitor.send_form(PAGE, None, _kept=digest, **WORDS)
    assert again.headers["location"] == f"{PAGE}/pictures/image.een_gele_helm_op_een?told=studio_saved"


async def test_what_is_kept_has_to_be_a_picture(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    digest = studio_files.keep(console.store, b"OggS", "nadia", console.now)
    for kept in (digest, "../../etc/passwd"):
        assert (await visitor.send_form(PAGE, None, _kept=kept, **WORDS)).status_code == 422
    assert (await visitor.get(f"{PAGE}/files/{digest}")).status_code == 404


async def test_two_of_one_name_get_names_of_their_own(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    for name in ("image.helm", "image.helm_2"):
        assert name in await put_in(visitor, a_picture(), _name="Helm")


async def test_another_picture_takes_its_place_when_it_is_published(console: Console) -> None:
    visitor, path = console.visitor(coordinator(console)), f"{PAGE}/pictures/{FROM_FILES}"
    before = entries.newest(console.store, FROM_FILES)
    assert before is not None
    drawn = (await visitor.get(f"{PAGE}/shown/wear_helmet")).content
    answer = await visitor.send_form(path, file(a_picture("PNG")), version="1-")
    assert answer.status_code == 303
    assert "In the draft" in await told(visitor, answer)
    assert (await visitor.get(f"{PAGE}/shown/wear_helmet")).content == drawn
    publish(console, FROM_FILES)
    after = entries.newest(console.store, FROM_FILES)
    assert after is not None
    assert {**after.body, "file": ""} == {**before.body, "file": ""}
    assert (await visitor.get(f"{PAGE}/shown/wear_helmet")).content.startswith(b"\xff\xd8")


async def test_the_second_of_two_who_replace_it_is_told(console: Console) -> None:
    nadia = coordinator(console)
    visitor, path = console.visitor(nadia), f"{PAGE}/pictures/{FROM_FILES}"
    body = {**WORDS, "alt": "Een helm."}
    drafts.save(console.store, Change(FROM_FILES, "image", body), nadia.id, None, console.now, Random(1))
    answer = await visitor.send_form(path, file(a_picture()), version="1-")
    assert answer.status_code == 422
    assert "A colleague was faster" in read(answer)
    for bad in (b"", b"no picture"):
        assert (await visitor.send_form(path, file(bad), version="1")).status_code == 422
    draft = drafts.of(console.store, FROM_FILES)
    assert draft is not None
    assert draft.body == body


async def test_only_pictures_have_such_a_page(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    for name in ("image.nowhere", "construction.site.foreman"):
        assert (await visitor.get(f"{PAGE}/pictures/{name}")).status_code == 404
    answer = await visitor.send_form(PAGE, file(bytes(2 * LARGEST + 1)), **WORDS)
    assert answer.status_code == 413


async def test_a_word_of_an_item_that_shows_it_goes_on(console: Console) -> None:
    """An item may ask for a picture of the studio as for one of the files."""
    visitor = console.visitor(coordinator(console))
    await put_in(visitor, a_picture(), _name="gele helm")
    publish(console, "image.gele_helm")
    change = Change("construction.site.foreman", "item", changed(console.store, image="gele_helm"))
    drafts.save(console.store, change, "nadia", None, console.now, Random(1))
    publish(console, "construction.site.foreman")
    console.now += BIT
    assert "construction.site.foreman" in read(await visitor.get(f"{PAGE}/pictures/image.gele_helm"))
