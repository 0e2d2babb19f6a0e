"""Pages with words of a workplace: who may see, write and decide, two at once, and what is kept apart."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest

from bot.catalogue.course import Course
from bot.journeys.workplace import approving, linking, writing
from bot.journeys.workplace.approving import Decision
from bot.journeys.workplace.faults import Fault, faults
from bot.journeys.workplace.writing import Outcome, Written
from bot.speech.sound import Sound
from bot.store import (
    Store,
    drafts,
    entries,
    from_files,
    labels,
    publishing,
    shelves,
    studio_files,
    studio_recordings,
    workplace_entries,
    workplaces,
)
from bot.store.entries import Form
from bot.store.studio_recordings import Spoken
from bot.store.workplaces import LINK_LIVES, State
from tests.fakes.course import published_course
from tests.fakes.stores import BEGINNING
from tests.fakes.workplaces import (
    DEPOT,
    FAR,
    OTHER,
    ROWS,
    People,
    approved,
    begun,
    now_of,
    people,
    photo,
    published,
    written,
)

WITH_FILES = (Written(1, "de heftruck", "rijdt en tilt", picture=photo(), sound=b"OggS theirs"),)


@pytest.fixture
def who(store: Store) -> People:
    return people(store)


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, BEGINNING)


def ids(rows: Sequence[entries.Row]) -> set[str]:
    return {row.id for row in rows}


def test_a_page_is_seen_by_its_team_and_the_coordinators_of_its_organisation(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    seen = {one.id: workplaces.find(store, one, page.id) is not None for one in vars(who).values()}
    assert seen == {"lien": True, "omar": False, "nadia": True, "piet": False}
    assert [one.id for one in workplaces.teams(store, who.counsellor)] == [DEPOT]
    assert [one.id for one in workplaces.teams(store, who.coordinator)] == [DEPOT, OTHER]
    assert writing.begin(store, who.counsellor, FAR, "Elders", BEGINNING, Random(3)) is None
    assert writing.begin(store, who.counsellor, OTHER, "Elders", BEGINNING, Random(3)) is None
    assert writing.begin(store, who.counsellor, DEPOT, " ", BEGINNING, Random(3)) is None


def test_what_waits_comes_first_and_is_counted(store: Store, who: People) -> None:
    waits, _ = begun(store, who.counsellor), begun(store, who.counsellor, BEGINNING + timedelta(hours=1), seed=2)
    written(store, who.counsellor, waits)
    first, second = workplaces.of_member(store, who.coordinator)
    assert (first.page.id, first.words, first.by, first.team) == (waits.id, 4, "Lien", DEPOT)
    assert (second.page.state, second.words) == (State.WRITING, 0)
    assert (workplaces.waiting(store, "elsewhere"), workplaces.waiting(store, waits_home(who))) == (0, 1)


def waits_home(who: People) -> str:
    return who.counsellor.organisation_id


def test_everything_typed_is_kept_and_faults_keep_it_from_being_sent(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    rows = [
        Written(1, "de kraan"),
        Written(2, "De kraan!", "tilt"),
        Written(3, "", "hoog"),
        Written(4, "x" * 61, "tilt"),
    ]
    saved = written(store, who.counsellor, page, rows)
    codes = {(1, "no_meaning"), (2, "twice"), (3, "no_word"), (4, "word_too_long"), (4, "meaning_twice")}
    assert (saved.outcome, {(one.number, one.code) for one in saved.faults}) == (Outcome.FAULTY, codes)
    kept = workplaces.words(store, page.id)
    assert [(one.number, one.text, one.meaning) for one in kept] == [
        (row.number, row.text, row.meaning) for row in rows
    ]
    assert {(one.number, one.code) for one in faults(kept)} == codes
    assert faults([]) == [Fault(0, "too_few")]


def test_files_stay_until_they_are_dropped_and_a_row_goes_with_its_words(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    written(store, who.counsellor, page, WITH_FILES, send=False)
    [first] = workplaces.words(store, page.id)
    written(store, who.counsellor, page, [Written(1, "de heftruck", "tilt")], send=False)
    [again] = workplaces.words(store, page.id)
    assert (again.id, again.pictured, again.spoken) == (first.id, True, True)
    assert workplaces.files(store, page.id, 1) == (WITH_FILES[0].picture, b"OggS theirs")
    written(store, who.counsellor, page, [Written(1, "de kraan", "tilt", drop_picture=True)], send=False)
    [other] = workplaces.words(store, page.id)
    assert (other.id != first.id, other.pictured, other.spoken) == (True, False, True)
    written(store, who.counsellor, page, [], send=False)
    assert workplaces.words(store, page.id) == []


def test_the_second_of_two_writers_is_told(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    seen = page.version
    written(store, who.coordinator, page, ROWS, send=False)
    late = writing.save(store, who.counsellor, page.id, "", [], seen, BEGINNING, Random(5))
    assert (late.outcome, late.version) == (Outcome.OVERTAKEN, seen + 1)
    assert len(workplaces.words(store, page.id)) == 4
    written(store, who.coordinator, page)
    closed = writing.save(store, who.counsellor, page.id, "", [], seen + 1, BEGINNING, Random(5))
    assert closed.outcome is Outcome.CLOSED


def test_a_link_writes_until_it_is_sent_replaced_ended_or_too_old(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    assert linking.make(store, who.colleague, page.id, "Jan", BEGINNING, Random(1)) is None
    old = linking.make(store, who.counsellor, page.id, "Jan", BEGINNING, Random(1))
    code = linking.make(store, who.counsellor, page.id, "Jan", BEGINNING, Random(2))
    assert old is not None
    assert code is not None
    assert workplaces.by_link(store, old, BEGINNING) is None
    assert workplaces.by_link(store, code, BEGINNING + LINK_LIVES) is None
    found = workplaces.by_link(store, code, BEGINNING)
    assert found is not None
    assert (found.id, found.mentor) == (page.id, "Jan")
    assert code not in str(found.link_hash)
    assert written(store, code, page, send=False).outcome is Outcome.SAVED
    assert written(store, code, page).outcome is Outcome.SENT
    assert now_of(store, page).sent_by is None
    assert workplaces.by_link(store, code, BEGINNING) is None
    assert written(store, code, page).outcome is Outcome.CLOSED
    assert linking.make(store, who.counsellor, page.id, "Jan", BEGINNING, Random(3)) is None
    assert not linking.end(store, who.counsellor, page.id, BEGINNING)


def test_only_a_coordinator_of_the_organisation_decides_about_what_waits(
    store: Store, who: People, course: Course
) -> None:
    page = begun(store, who.counsellor)
    assert approved(store, course, who.coordinator, page) is Decision.OVERTAKEN
    written(store, who.counsellor, page)
    assert approved(store, course, who.counsellor, page) is Decision.FORBIDDEN
    assert approved(store, course, who.stranger, page) is Decision.FORBIDDEN
    version = now_of(store, page).version
    assert approving.approve(store, course, who.coordinator, page.id, version, "C2", "x", False, BEGINNING) == "faulty"
    assert approving.approve(store, course, who.coordinator, page.id, version, "A1", " ", False, BEGINNING) == "faulty"
    assert approved(store, course, who.coordinator, page, second_reader=True) is Decision.DONE
    assert approved(store, course, who.coordinator, page) is Decision.OVERTAKEN


def test_with_a_second_reader_nobody_approves_what_they_wrote(store: Store, who: People, course: Course) -> None:
    page = begun(store, who.coordinator)
    written(store, who.coordinator, page)
    assert approved(store, course, who.coordinator, page, second_reader=True) is Decision.SAME_PERSON


def test_what_was_changed_after_it_was_looked_at_is_not_approved(store: Store, who: People, course: Course) -> None:
    page = begun(store, who.counsellor)
    written(store, who.counsellor, page)
    seen = now_of(store, page).version
    assert writing.open_again(store, who.counsellor, page.id, seen, BEGINNING)
    written(store, who.counsellor, page, ROWS[:3])
    done = approving.approve(store, course, who.coordinator, page.id, seen, "A1", "Ik ken ze.", False, BEGINNING)
    assert done is Decision.OVERTAKEN
    assert workplace_entries.current(store) == []


def test_what_is_sent_back_says_why_and_is_written_on(store: Store, who: People) -> None:
    page = begun(store, who.counsellor)
    written(store, who.counsellor, page)
    version = now_of(store, page).version
    assert approving.send_back(store, who.coordinator, page.id, version, " ", BEGINNING) is Decision.FAULTY
    assert approving.send_back(store, who.coordinator, page.id, version, "Te lang.", BEGINNING) is Decision.DONE
    assert (now_of(store, page).state, now_of(store, page).why) == (State.SENT_BACK, "Te lang.")
    assert written(store, who.counsellor, page).outcome is Outcome.SENT
    assert now_of(store, page).why is None


def test_the_studio_knows_nothing_of_it(store: Store, who: People, course: Course) -> None:
    before = shelves.counts(store)
    page = published(store, course, who, [*WITH_FILES, *ROWS[1:]])
    own = {row.id for _, row in workplace_entries.current(store)}
    assert len(own) == 1 + 1 + 4 + 4 + 1
    assert not own & ids(entries.current(store))
    assert not any(entries.newest(store, one) for one in own)
    assert not shelves.labels(store, own)
    assert shelves.counts(store) == before
    assert not [one for one in drafts.all_of(store) if one.entry_id in own]
    with store.writing() as session:
        labels.put(session, own)
        labels.follow(session)
    assert not shelves.labels(store, own)
    assert all(row.body.get("sector", "workplace") == "workplace" for _, row in workplace_entries.current(store))
    assert page.id


def test_reading_the_files_again_leaves_it_alone(store: Store, who: People) -> None:
    course = published_course(store, BEGINNING)
    published(store, course, who)
    before = workplace_entries.current(store)
    kept = [Form(row.id, row.kind, dict(row.body), publishing.digest(row.body)) for row in entries.current(store)]
    assert from_files.changes(store, kept[:-1]).retired == (kept[-1].id,)
    from_files.publish(store, kept[:-1], BEGINNING)
    assert workplace_entries.current(store) == before
    assert not shelves.labels(store, [row.id for _, row in before])


def test_pictures_are_sent_and_recordings_heard_by_the_team_alone(store: Store, who: People, course: Course) -> None:
    shared = Sound("de heftruck", "nl")
    studio_recordings.keep(store, Spoken(shared, b"OggS shared", "An", "CC0"), "nadia", BEGINNING)
    page = published(store, course, who, WITH_FILES)
    [image] = [row.id for _, row in workplace_entries.current(store) if row.kind == "image"]
    digest = studio_files.of_picture(store, image)
    assert digest is not None
    assert studio_files.body(store, digest) == WITH_FILES[0].picture

    def heard(team: str, slow: bool = False) -> bytes | None:
        found = studio_recordings.digest(store, Sound(shared.words, "nl", slow, team=team))
        return studio_files.body(store, found) if found else None

    assert (heard(DEPOT), heard(OTHER), heard("")) == (b"OggS theirs", b"OggS shared", b"OggS shared")
    assert heard(DEPOT, slow=True) is None
    assert [one.speaker for one in studio_recordings.newest(store, "", 9)] == ["An"]
    name = studio_recordings.key(Sound(shared.words, "nl", team=DEPOT))
    assert studio_recordings.find(store, name) is None
    assert not studio_recordings.remove(store, name)
    approving.withdraw(store, who.coordinator, page.id, now_of(store, page).version, BEGINNING)
    assert heard(DEPOT) == b"OggS shared"
    assert workplace_entries.current(store) == []
    assert studio_files.of_picture(store, image) is None
