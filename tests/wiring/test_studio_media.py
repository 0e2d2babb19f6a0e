"""What the studio publishes is sent at once: pictures by their names, recordings before the speech program."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from bot.catalogue.images import entry_id
from bot.journeys.reply import Reply
from bot.settings import CONTENT
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.store import Store, drafts, publishing, studio_files, studio_recordings
from bot.store.drafts import Change
from bot.store.publishing import Deed, Ready
from bot.store.studio_recordings import Spoken
from bot.telegram.attachments import Attachments, Media
from bot.wiring.images import pictures
from bot.wiring.studio_sound import recorded
from tests.fakes.recordings import recording
from tests.fakes.speech import said, talker
from tests.fakes.stores import BEGINNING, add, staff_row

HELLO = Sound("Goedemorgen, Els!", "nl")
FROM_FILES = "wear_helmet"
BOT = 4242


@pytest.fixture(autouse=True)
def nadia(store: Store) -> None:
    add(store, staff_row("nadia", role="coordinator"))


def a_jpeg(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (200, 100), colour).save(made, "JPEG")
    return made.getvalue()


def publish(store: Store, name: str, picture: bytes | None) -> None:
    """Publish a picture, or retire it."""
    digest = picture and studio_files.keep(store, picture, "nadia", BEGINNING)
    body = {"alt": "Een helm.", "by": "An", "licence": "CC0", "file": digest} if digest else None
    change = Change(entry_id(name), "image", body)
    draft = drafts.save(store, change, "nadia", None, BEGINNING, Random(1))
    publishing.publish(store, {draft.id: Ready(draft.version, draft.body)}, Deed("nadia"), BEGINNING)


def record(store: Store, ogg: bytes, sound: Sound = HELLO) -> None:
    studio_recordings.keep(store, Spoken(sound, ogg, "An Peeters", "CC0"), "nadia", BEGINNING)


def test_a_picture_is_sent_as_it_is_published_now_and_never_an_older_one(store: Store) -> None:
    find = pictures(CONTENT, store)
    assert find("gele_helm") is None
    for colour in ("yellow", "red"):
        publish(store, "gele_helm", a_jpeg(colour))
        assert find("gele_helm") == a_jpeg(colour)
    publish(store, "gele_helm", None)
    assert find("gele_helm") is None


def test_a_picture_of_the_files_is_replaced_by_that_of_the_studio(store: Store) -> None:
    find = pictures(CONTENT, store)
    drawn = find(FROM_FILES)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    publish(store, FROM_FILES, a_jpeg("yellow"))
    assert find(FROM_FILES) == a_jpeg("yellow")


def test_telegram_is_not_asked_for_the_old_file_under_the_same_name(store: Store) -> None:
    attachments = Attachments(Media(lambda _: Path(), pictures(CONTENT, store)), store, BOT)
    reply = Reply(image="gele_helm")
    publish(store, "gele_helm", a_jpeg("yellow"))
    [yellow] = attachments.of(reply)
    attachments.sent(yellow, {"photo": [{"file_id": "yellow"}]})
    assert [one.file_id for one in attachments.known([yellow])] == ["yellow"]
    publish(store, "gele_helm", a_jpeg("red"))
    [red] = attachments.known(attachments.of(reply))
    assert (red.file_id, red.body) == (None, a_jpeg("red"))


def test_a_recording_is_heard_at_once_before_program_and_files_and_not_when_it_is_gone(
    store: Store, tmp_path: Path
) -> None:
    filed = tmp_path / "filed.ogg"
    filed.write_bytes(b"OggS of the files")
    speech = Speech(tmp_path / "sound", talker(tmp_path), {HELLO: filed}, recorded(store, tmp_path / "sound"))
    assert speech.file(HELLO) == filed
    for ogg in (b"OggS one", b"OggS two"):
        record(store, ogg)
        assert speech.file(HELLO).read_bytes() == ogg
    assert said(tmp_path) == []
    studio_recordings.remove(store, studio_recordings.key(HELLO))
    assert speech.file(HELLO) == filed
    slow = Sound(HELLO.words, "nl", slow=True)
    assert speech.file(slow) == speech.place(slow)


def test_a_message_in_parts_is_heard_with_what_was_recorded_of_it(store: Store, tmp_path: Path) -> None:
    speech = Speech(tmp_path / "sound", talker(tmp_path), studio=recorded(store, tmp_path / "sound"))
    parts = (HELLO, Sound("Tot morgen!", "nl"))
    before = together(speech, parts, "nl")
    record(store, recording(1, "ogg"))
    assert together(speech, parts, "nl") != before
    assert together(speech, parts[:1], "nl") == recording(1, "ogg")
