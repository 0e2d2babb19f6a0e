"""A whole pack as a zip: with its pictures, recordings, translations and source; and back, looked at as uploads are."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from bot.catalogue.course import Courses
from bot.catalogue.exchange.incoming import Incoming
from bot.catalogue.images import entry_id
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.catalogue.translating.typed import Typed
from bot.i18n import Text
from bot.journeys.exporting import Export
from bot.journeys.importing import Moved, Trial
from bot.pictures import sent_in
from bot.settings import CONTENT, LOCALES
from bot.speech.recorded import voice_message
from bot.speech.sound import Sound
from bot.store import Store, drafts, entries, publishing, studio_files, studio_recordings
from bot.store.drafts import Change
from bot.store.publishing import Deed, Ready
from bot.store.studio_recordings import Spoken
from bot.wiring.exchanging import media, packer
from bot.wiring.images import pictures
from tests.catalogue.exchange.files import zipped
from tests.fakes.course import REGION, ZONE, CoursesReadOnce
from tests.fakes.recordings import recording
from tests.fakes.stores import BEGINNING as NOW
from tests.fakes.stores import add, copied, staff_row
from tests.pictures.test_sent_in import SCRIPT, a_picture, bomb

PACK = "nl/construction/A2"
GLASSES = entry_id("wear_glasses")
"""A picture that this pack shows."""

FIRST = "construction.basic_safety.meet_ppe"
"""A word of this pack."""

RECORDINGS = "recordings/nl/index.yml"
FILES = Files(LOCALES)


@pytest.fixture
def published(store: Store) -> Store:
    return begun(store)


@pytest.fixture
def elsewhere(sqlite_template: Path, tmp_path: Path) -> Store:
    """A second Werkmaat, which knows nothing of the first one's studio."""
    return begun(copied(sqlite_template, tmp_path / "elsewhere.db"))


def begun(store: Store) -> Store:
    add(store, staff_row("kim", role="coordinator"))
    return store


def courses(store: Store) -> Courses:
    return CoursesReadOnce(store, REGION, lambda: NOW.astimezone(ZONE))


def exported(store: Store, pack: str = PACK) -> bytes:
    found = media(store, courses(store), pictures(CONTENT, store))
    pack_up = packer(found, Translating(store, courses(store), FILES))
    return Export(store).parcel(pack, "Een school, https://example.org", courses(store).current(), pack_up)


def tried(store: Store, content: bytes) -> Trial:
    found = media(store, courses(store), pictures(CONTENT, store))
    trial = Trial(store, Incoming("x.zip", content, "", "nl", found), "kim")
    while trial.compared is None:
        trial.go_on()
    return trial


def files(content: bytes) -> dict[str, bytes]:
    archive = ZipFile(BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


def edited(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The zip with other files; None takes one out."""
    return zipped({name: file for name, file in {**files(content), **changes}.items() if file is not None})


def publish(store: Store, change: Change) -> None:
    draft = drafts.save(store, change, "kim", None, NOW, Random(1))
    publishing.publish(store, {draft.id: Ready(draft.version, draft.body)}, Deed("kim"), NOW)


def with_own_picture(store: Store) -> str:
    """Publish another photograph in place of a picture. Returns its digest."""
    digest = studio_files.keep(store, sent_in.picture(a_picture()), "kim", NOW)
    (row,) = (row for row in entries.current(store) if row.id == GLASSES)
    by = {"by": "Els", "licence": "CC-BY-4.0", "source": "https://example.org/bril"}
    publish(store, Change(GLASSES, "image", {**row.body, **by, "file": digest}))
    return digest


def with_own_recording(store: Store) -> Sound:
    """Record something of the pack. Returns it."""
    (word,) = [row.body["body"]["word"] for row in entries.current(store) if row.id == FIRST]
    sound = Sound(word, "nl")
    ogg = voice_message(recording(2))
    studio_recordings.keep(store, Spoken(sound, ogg, "Els", "CC-BY-4.0"), "kim", NOW)
    return sound


def keys(trial: Trial) -> set[str]:
    return {one.message.key if isinstance(one.message, Text) else str(one.message) for one in trial.faults}


def test_what_nobody_edited_changes_nothing(published: Store) -> None:
    with_own_picture(published)
    with_own_recording(published)
    trial = tried(published, exported(published))
    assert not trial.faults
    assert trial.compared is not None
    assert (trial.compared.wanted, trial.compared.recordings, trial.in_order) == ((), [], False)


def test_a_picture_goes_elsewhere_with_who_made_it(published: Store, elsewhere: Store) -> None:
    digest = with_own_picture(published)
    content = exported(published)
    assert files(content)["images/wear_glasses.jpg"] == studio_files.body(published, digest)
    trial = tried(elsewhere, content)
    assert not trial.faults
    assert studio_files.newest_of(elsewhere, [GLASSES]) == {}
    assert trial.take_in(NOW, Random(2)) == 1
    (draft,) = drafts.all_of(elsewhere)
    assert draft.why == "Een school, https://example.org, CC-BY-SA-4.0"
    assert draft.body is not None
    assert (draft.body["by"], draft.body["licence"], draft.body["source"]) == (
        "Els",
        "CC-BY-4.0",
        "https://example.org/bril",
    )
    assert sent_in.picture(studio_files.body(elsewhere, draft.body["file"]) or b"")
    again = tried(elsewhere, content)
    assert again.compared is not None
    assert not again.compared.wanted


def test_a_picture_that_is_new_comes_with_what_asks_for_it(published: Store, elsewhere: Store) -> None:
    body = {"alt": "Een rode hamer.", "by": "Els", "licence": "CC0"}
    digest = studio_files.keep(published, sent_in.picture(a_picture()), "kim", NOW)
    publish(published, Change("image.hammer", "image", {**body, "file": digest}))
    (row,) = (row for row in entries.current(published) if row.id == FIRST)
    publish(published, Change(FIRST, "item", {**row.body, "body": {**row.body["body"], "image": "hammer"}}))
    trial = tried(elsewhere, exported(published))
    assert not trial.faults
    assert trial.take_in(NOW, Random(2)) == 2
    without = tried(elsewhere, edited(exported(published), {"images/hammer.jpg": None}))
    assert keys(without) == {"console.media.picture.empty"}


@pytest.mark.parametrize(
    ("picture", "key"),
    [(SCRIPT, "broken"), (b"<svg/>", "broken"), (bomb(20_000), "pixels"), (a_picture(size=(9, 9)), "small")],
)
def test_what_is_no_picture_is_told(published: Store, picture: bytes, key: str) -> None:
    trial = tried(published, edited(exported(published), {"images/wear_glasses.png": picture}))
    assert keys(trial) == {f"console.media.picture.{key}"}
    assert not trial.in_order


def test_a_recording_goes_elsewhere_with_who_speaks(published: Store, elsewhere: Store) -> None:
    sound = with_own_recording(published)
    content = exported(published)
    trial = tried(elsewhere, content)
    assert not trial.faults
    assert trial.in_order
    assert studio_recordings.digest(elsewhere, sound) is None
    assert trial.take_in(NOW, Random(2)) == 0
    found = studio_recordings.find(elsewhere, studio_recordings.key(sound))
    assert found is not None
    assert (found.speaker, found.licence, found.added_by) == ("Els", "CC-BY-4.0", "kim")


def test_another_speaker_is_another_recording(published: Store) -> None:
    sound = with_own_recording(published)
    content = exported(published)
    index = files(content)[RECORDINGS].replace(b"Els", "Zoë".encode())
    trial = tried(published, edited(content, {RECORDINGS: index}))
    assert trial.take_in(NOW, Random(2)) == 0
    found = studio_recordings.find(published, studio_recordings.key(sound))
    assert found is not None
    assert found.speaker == "Zoë"


def test_who_records_meanwhile_is_not_overtaken(published: Store, elsewhere: Store) -> None:
    with_own_recording(published)
    trial = tried(elsewhere, exported(published))
    with_own_recording(elsewhere)
    with pytest.raises(Moved):
        trial.take_in(NOW, Random(2))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("speaker: Els", "speaker: ''", "speaker"),
        ("licence: CC-BY-4.0", "license: CC0", "license"),
        ("language: nl", "language: bg", "language"),
        ("  - text: ", "  - text: Nergens ", "stands nowhere"),
        ("recordings:", "recordings: {", "cannot be read"),
        (".ogg", ".wav", "console.thread.sound.empty"),
    ],
)
def test_what_is_wrong_with_recordings_is_told(published: Store, old: str, new: str, said: str) -> None:
    with_own_recording(published)
    content = exported(published)
    index = files(content)[RECORDINGS].decode()
    assert old in index
    trial = tried(published, edited(content, {RECORDINGS: index.replace(old, new, 1).encode()}))
    assert any(said in key for key in keys(trial)), keys(trial)
    assert not trial.in_order


def test_what_is_no_sound_is_told(published: Store) -> None:
    with_own_recording(published)
    content = exported(published)
    (name,) = (name for name in files(content) if name.endswith(".ogg"))
    assert keys(tried(published, edited(content, {name: b"OggS" * 99}))) == {"console.thread.sound.broken"}
    assert keys(tried(published, edited(content, {name: recording(70)}))) == {"console.media.too_long"}


def test_all_or_nothing(published: Store, elsewhere: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with_own_picture(published)
    sound = with_own_recording(published)
    trial = tried(elsewhere, exported(published))

    def breaking(*arguments: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(studio_recordings, "put", breaking)
    with pytest.raises(OSError, match="no room"):
        trial.take_in(NOW, Random(2))
    monkeypatch.undo()
    assert not drafts.all_of(elsewhere)
    assert studio_recordings.digest(elsewhere, sound) is None
    assert trial.take_in(NOW, Random(2)) == 1
    assert studio_recordings.digest(elsewhere, sound)


def test_translations_are_those_of_the_studio(published: Store) -> None:
    translating = Translating(published, courses(published), FILES)
    line = next(one for one in translating.lines("tr") if one.phrase.entry_id == FIRST)
    translating.save([(line, Typed(("Benim sözüm",), version=line.version))], "tr", "kim", NOW, NOW.date())
    said = files(exported(published))["translations/tr.po"].decode()
    assert "Benim sözüm" in said
    assert "translations/nl.po" not in files(exported(published))


def test_a_pack_of_another_region_has_its_translations(published: Store) -> None:
    said = files(exported(published, "bg/shared/A1"))["translations/tr.po"].decode()
    assert 'msgctxt "shared.bg_instructions' in said
    assert "translations/en.po" not in files(exported(published, "bg/shared/A1"))
