"""Files of the studio are kept by what is in them; recordings take each other's place."""

from datetime import timedelta
from hashlib import sha256
from random import Random

import pytest
from sqlalchemy import func, select

from bot.speech.sound import Sound
from bot.store import Store, drafts, publishing, studio_files, studio_recordings
from bot.store.drafts import Change
from bot.store.publishing import Deed, Ready
from bot.store.studio_recordings import Spoken
from bot.store.tables import StudioFile
from tests.fakes.stores import BEGINNING, add, staff_row

HELLO = Sound("Goedemorgen, Els!", "nl")
HELMET = "image.yellow_helmet"


@pytest.fixture(autouse=True)
def nadia(store: Store) -> None:
    add(store, staff_row("nadia", role="coordinator"))


def files(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(StudioFile)) or 0


def record(store: Store, sound: Sound = HELLO, ogg: bytes = b"OggS one", speaker: str = "An Peeters") -> None:
    studio_recordings.keep(store, Spoken(sound, ogg, speaker, "CC-BY-SA-4.0"), "nadia", BEGINNING)


def publish(store: Store, entry_id: str, body: dict[str, str] | None) -> None:
    there = drafts.of(store, entry_id)
    version = there.version if there else None
    draft = drafts.save(store, Change(entry_id, "image", body), "nadia", version, BEGINNING, Random(1))
    publishing.publish(store, {draft.id: Ready(draft.version, draft.body)}, Deed("nadia"), BEGINNING)


def test_a_file_is_there_once_and_is_never_changed(store: Store) -> None:
    digest = studio_files.keep(store, b"a picture", "nadia", BEGINNING)
    assert digest == sha256(b"a picture").hexdigest()
    assert studio_files.keep(store, b"a picture", "nadia", BEGINNING + timedelta(days=1)) == digest
    assert studio_files.body(store, digest) == b"a picture"
    assert studio_files.body(store, "0" * 64) is None
    assert files(store) == 1


def test_a_picture_is_that_of_its_last_revision_until_it_is_retired(store: Store) -> None:
    assert studio_files.of_picture(store, HELMET) is None
    for digest in ("a" * 64, "b" * 64):
        publish(store, HELMET, {"alt": "Een gele helm.", "file": digest})
        assert studio_files.of_picture(store, HELMET) == digest
    drafts.save(store, Change(HELMET, "image", {"file": "c" * 64}), "nadia", None, BEGINNING, Random(2))
    assert studio_files.of_picture(store, HELMET) == "b" * 64
    assert studio_files.newest_of(store, [HELMET, "image.other"]) == {HELMET: "c" * 64}
    publish(store, HELMET, None)
    assert studio_files.of_picture(store, HELMET) is None


def test_a_sound_is_found_by_its_words_language_and_speed(store: Store) -> None:
    record(store)
    assert studio_recordings.digest(store, HELLO) == sha256(b"OggS one").hexdigest()
    for other in (Sound(HELLO.words, "nl", slow=True), Sound(HELLO.words, "fr"), Sound("Goedemorgen!", "nl")):
        assert studio_recordings.digest(store, other) is None


def test_a_new_recording_takes_the_place_of_the_old_one_of_which_nothing_stays(store: Store) -> None:
    record(store)
    record(store, ogg=b"OggS two", speaker="Jan Claes")
    found = studio_recordings.find(store, studio_recordings.key(HELLO))
    assert found is not None
    assert (found.speaker, found.digest) == ("Jan Claes", sha256(b"OggS two").hexdigest())
    assert files(store) == 1


def test_what_is_removed_is_gone_unless_another_recording_is_the_same(store: Store) -> None:
    slow = Sound(HELLO.words, "nl", slow=True)
    record(store)
    record(store, slow)
    assert studio_recordings.remove(store, studio_recordings.key(HELLO))
    assert (studio_recordings.digest(store, HELLO), files(store)) == (None, 1)
    assert studio_recordings.remove(store, studio_recordings.key(slow))
    assert not studio_recordings.remove(store, studio_recordings.key(slow))
    assert files(store) == 0


def test_the_newest_are_listed_by_speaker(store: Store) -> None:
    record(store)
    record(store, Sound("Tot morgen!", "nl"), b"OggS two", "Jan Claes")
    assert {one.speaker for one in studio_recordings.newest(store, "", 10)} == {"An Peeters", "Jan Claes"}
    assert [one.words for one in studio_recordings.newest(store, "jan claes", 10)] == ["Tot morgen!"]
    assert studio_recordings.newest(store, "Jan", 10) == []
    several = studio_recordings.several(store, [studio_recordings.key(HELLO), "another"])
    assert [one.words for one in several.values()] == [HELLO.words]
    last = studio_recordings.last_by(store, "nadia")
    assert last is not None
    assert studio_recordings.last_by(store, "els") is None
