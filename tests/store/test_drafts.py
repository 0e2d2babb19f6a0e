"""Drafts: kept beside what is published, never lost to somebody who saves at the same time."""

from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier
from typing import Any

import pytest

from bot.store import Store, drafts, entries, from_files, publishing, shelves
from bot.store.drafts import Change, Origin, Overtaken, State
from bot.store.entries import Form
from bot.store.publishing import Deed, Ready
from bot.store.tables import Draft
from tests.fakes.stores import BEGINNING, add, staff_row
from tests.store.rows import later

GLOVES = "construction.gear.gloves"


@pytest.fixture
def member(store: Store) -> str:
    add(store, staff_row("nadia", role="coordinator"))
    return "nadia"


def change(say: str, entry_id: str = GLOVES, origin: Origin = Origin.STUDIO) -> Change:
    return Change(entry_id, "item", {"say": say}, origin)


def save(store: Store, member: str, say: str, version: int | None = None) -> Draft:
    return drafts.save(store, change(say), member, version, BEGINNING, Random(7))


def form(say: str, entry_id: str = GLOVES, **more: Any) -> Form:
    body = {"say": say, **more}
    return Form(entry_id, "item", body, publishing.digest(body))


def published(store: Store) -> dict[str, str]:
    """What learners get, in its order."""
    return {row.id: row.body["say"] for row in entries.current(store)}


def publish(store: Store, draft: Draft, member: str) -> None:
    publishing.publish(store, {draft.id: Ready(draft.version, draft.body)}, Deed(member, "Clearer"), later(1))


def test_a_draft_is_seen_by_no_learner_until_it_is_published(store: Store, member: str) -> None:
    from_files.publish(store, [form("Handschoen")], BEGINNING)
    draft = save(store, member, "De handschoen")
    assert (draft.base, draft.version, draft.state) == (1, 1, State.DRAFT)
    assert published(store) == {GLOVES: "Handschoen"}
    publish(store, draft, member)
    assert published(store) == {GLOVES: "De handschoen"}
    assert drafts.of(store, GLOVES) is None
    newest, oldest = publishing.history(store, GLOVES)
    assert (newest.number, newest.by, newest.why) == (2, "Nadia", "Clearer")
    assert (oldest.number, oldest.by, oldest.why) == (1, None, None)


def test_who_saves_second_is_shown_what_the_first_wrote(store: Store, member: str) -> None:
    first = save(store, member, "one")
    again = save(store, member, "two", first.version)
    with pytest.raises(Overtaken) as overtaken:
        save(store, member, "three", first.version)
    assert overtaken.value.draft is not None
    assert overtaken.value.draft.body == {"say": "two"}
    with pytest.raises(Overtaken):
        save(store, member, "three")
    drafts.throw_away(store, again.id, again.version)
    with pytest.raises(Overtaken) as gone:
        save(store, member, "three", again.version)
    assert gone.value.draft is None


def test_saved_anew_a_draft_has_to_be_read_again(store: Store, member: str) -> None:
    draft = save(store, member, "one")
    with store.writing() as session:
        there = session.get_one(Draft, draft.id)
        there.state, there.reader_id = State.APPROVED, member
    again = save(store, member, "two", draft.version)
    assert (again.state, again.reader_id) == (State.DRAFT, None)


def test_drafts_are_published_together_or_not_at_all(store: Store, member: str) -> None:
    with store.writing() as session:
        one, two = drafts.save_all(session, [change("one"), change("two", "other")], member, BEGINNING, Random(7))
    save(store, member, "one, changed meanwhile", one.version)
    with pytest.raises(publishing.NoSuchDraft):
        publishing.publish(store, {one.id: Ready(1, {}), two.id: Ready(1, {})}, Deed(member), later(1))
    assert published(store) == {}
    both = {one.id: Ready(2, one.body), two.id: Ready(1, two.body)}
    assert set(publishing.publish(store, both, Deed(member), later(1))) == {GLOVES, "other"}


def test_an_earlier_form_comes_back_as_a_new_revision(store: Store, member: str) -> None:
    from_files.publish(store, [form("good")], BEGINNING)
    publish(store, save(store, member, "bad"), member)
    publishing.roll_back(store, GLOVES, 1, Deed(member, "It was better"), later(2))
    row = entries.newest(store, GLOVES)
    assert row is not None
    assert (row.revision, row.body["say"]) == (3, "good")
    with pytest.raises(LookupError, match="no revision 9"):
        publishing.roll_back(store, GLOVES, 9, Deed(member), later(2))


def test_files_do_not_overwrite_what_was_edited_in_the_studio(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    publish(store, save(store, member, "studio"), member)
    assert from_files.publish(store, [form("file")], later(2)).beside == ()
    changed = from_files.publish(store, [form("file, newer")], later(3))
    assert (changed.new, changed.retired, changed.beside) == ((), (), (GLOVES,))
    assert published(store) == {GLOVES: "studio"}
    beside = drafts.beside(store, GLOVES)
    assert beside is not None
    assert beside.body == {"say": "file, newer"}
    # Read once more, the same files bring nothing new; newer ones take the draft's place.
    assert from_files.publish(store, [form("file, newer")], later(4)).beside == ()
    from_files.publish(store, [form("file, newest")], later(5))
    newest = drafts.beside(store, GLOVES)
    assert newest is not None
    assert (newest.id, newest.body) == (beside.id, {"say": "file, newest"})


def test_files_that_say_the_same_again_are_followed_again(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    publish(store, save(store, member, "studio"), member)
    from_files.publish(store, [form("other")], later(2))
    assert from_files.publish(store, [form("studio")], later(3)).beside == ()
    assert drafts.beside(store, GLOVES) is None
    assert from_files.publish(store, [form("file again")], later(4)).new == (GLOVES,)


def test_what_only_the_studio_has_stays_behind_its_unit(store: Store, member: str) -> None:
    files = [form("a", "a", unit="first"), form("b", "b", unit="second")]
    from_files.publish(store, files, BEGINNING)
    new = Change("mine", "item", {"say": "mine", "unit": "first"})
    publish(store, drafts.save(store, new, member, None, BEGINNING, Random(7)), member)
    assert [*published(store)] == ["a", "b", "mine"]
    assert from_files.publish(store, files, later(2)).retired == ()
    assert [*published(store)] == ["a", "mine", "b"]
    assert [*published(store)] == ["a", "mine", "b"]


def test_what_was_retired_in_the_studio_stays_so(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    gone = drafts.save(store, Change(GLOVES, "item", None), member, None, BEGINNING, Random(7))
    publish(store, gone, member)
    assert published(store) == {}
    assert from_files.publish(store, [form("file")], later(2)).new == ()
    assert published(store) == {}
    publishing.roll_back(store, GLOVES, 1, Deed(member), later(3))
    assert published(store) == {GLOVES: "file"}


def test_drafts_of_two_entries_whose_files_read_the_same_stand_beside_both(store: Store, member: str) -> None:
    from_files.publish(store, [form("one", "one"), form("two", "two")], BEGINNING)
    for entry_id in ("one", "two"):
        publish(store, drafts.save(store, change("mine", entry_id), member, None, BEGINNING, Random(entry_id)), member)
    changed = from_files.publish(store, [form("same", "one"), form("same", "two")], later(2))
    assert changed.beside == ("one", "two")
    assert all(drafts.beside(store, entry_id) for entry_id in changed.beside)


def test_what_the_files_do_not_have_any_more_is_no_news(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    publish(store, save(store, member, "studio"), member)
    from_files.publish(store, [form("file, newer")], later(2))
    from_files.publish(store, [form("another", "another")], later(3))
    assert published(store) == {GLOVES: "studio", "another": "another"}
    assert drafts.beside(store, GLOVES) is None
    assert shelves.labels(store, [GLOVES])[GLOVES].state == "published"


def test_nothing_is_published_over_what_was_published_after_the_draft_was_begun(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    draft = save(store, member, "studio")
    from_files.publish(store, [form("file, newer")], later(2))
    with pytest.raises(publishing.NoSuchDraft):
        publish(store, draft, member)
    assert published(store) == {GLOVES: "file, newer"}
    publish(store, save(store, member, "both", draft.version), member)
    assert published(store) == {GLOVES: "both"}


def test_several_are_kept_in_place_of_what_was_looked_at_or_not_at_all(store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    looked_at = {GLOVES: (1, 0), "other": (0, 0)}
    save(store, member, "a colleague's")
    changes = [change("mine", "other"), change("mine")]
    with pytest.raises(Overtaken), store.writing() as session:
        drafts.save_all(session, changes, member, BEGINNING, Random(8), looked_at)
    assert [one.body for one in drafts.all_of(store)] == [{"say": "a colleague's"}]
    looked_at[GLOVES] = (1, 1)
    with store.writing() as session:
        assert len(drafts.save_all(session, changes, member, BEGINNING, Random(8), looked_at)) == 2


@pytest.mark.parametrize("turn", range(3))
def test_the_studio_and_the_files_publish_one_after_the_other(turn: int, store: Store, member: str) -> None:
    from_files.publish(store, [form("file")], BEGINNING)
    draft = save(store, member, "studio")
    met = Barrier(2)

    def by_files() -> bool:
        met.wait()
        return bool(from_files.publish(store, [form(f"file, newer {turn}")], later(2)).beside)

    def by_studio() -> bool:
        met.wait()
        try:
            publish(store, draft, member)
        except publishing.NoSuchDraft:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        files, studio = pool.submit(by_files), pool.submit(by_studio)
    assert files.result() is studio.result()
    assert published(store) == {GLOVES: "studio" if studio.result() else f"file, newer {turn}"}
