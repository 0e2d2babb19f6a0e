"""Words from work in the studio: an organisation sees its own, and a draft keeps a word as long as it is there."""

from datetime import datetime
from random import Random

import pytest

from bot.store import Store, drafted_words, drafts, learners, planning, publishing, work_words
from bot.store.drafted_words import A_PAGE, WordTaken
from bot.store.drafts import Change, Origin
from bot.store.publishing import Deed, Ready, Told
from bot.store.tables import Draft, Organisation, WorkWord
from bot.store.work_words import State
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, outbox_rows, staff_row
from tests.store.rows import later

ITEM = "construction.site.bekisting"

TOLD: Told = {"word": {"lines": []}}


def word(store: Store, word_id: str = "word", at: datetime = BEGINNING, learner_id: str = "learner1001") -> None:
    add(store, WorkWord(id=word_id, learner_id=learner_id, text=word_id, at=at, state="waiting"))


def drafted(store: Store, entry_id: str = ITEM, **given: str) -> Draft:
    """A draft that is made of the word."""
    change = Change(entry_id, "item", {"type": "meet"}, Origin.WORK_WORD, **{"word_id": "word", **given})
    return drafts.save(store, change, "nadia", None, BEGINNING, Random(entry_id))


def state(store: Store, word_id: str = "word") -> tuple[str, str | None]:
    found = work_words.by_id(store, word_id)
    assert found is not None
    return found.state, found.item_id


@pytest.fixture
def studio(store: Store) -> Store:
    """A coordinator, and a learner who sent a word."""
    add(store, staff_row("nadia", role="coordinator"))
    add_learner(store)
    word(store)
    return store


def test_an_organisation_sees_its_own_words_page_by_page(studio: Store) -> None:
    add(studio, Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING))
    add_learner(studio, 1002, organisation_id="elsewhere", sector=None)
    word(studio, "theirs", learner_id="learner1002")
    for number in range(A_PAGE):
        word(studio, f"w{number:02}", later(number // 2))
    shown, more = drafted_words.page(studio, HOME, State.WAITING)
    assert (len(shown), more, drafted_words.count(studio, HOME)) == (A_PAGE, True, A_PAGE + 1)
    rest, more = drafted_words.page(studio, HOME, State.WAITING, shown[-1].word.id)
    assert ([one.word.id for one in rest], more) == ([f"w{A_PAGE - 1}"], False)
    [one], _ = drafted_words.page(studio, "elsewhere", State.WAITING)
    assert (one.word.id, one.sector, one.level, one.pictured, one.spoken) == ("theirs", None, "pre-A1", False, False)
    assert drafted_words.find(studio, HOME, "theirs") is None


def test_a_word_of_which_an_exercise_is_made_waits_no_more(studio: Store) -> None:
    drafted(studio)
    assert state(studio) == (State.DRAFTED, ITEM)
    assert drafted_words.count(studio, HOME) == 0
    assert not work_words.decide(studio, "word", None, BEGINNING, "r1", {"lines": []})


def test_of_two_who_make_an_exercise_of_it_the_second_keeps_nothing(studio: Store) -> None:
    drafted(studio)
    with pytest.raises(WordTaken):
        drafted(studio, "construction.site.other")
    assert [one.entry_id for one in drafts.all_of(studio)] == [ITEM]
    with pytest.raises(WordTaken):
        drafted(studio, "construction.site.other", word_id="nosuchword")


def test_it_waits_again_when_the_draft_is_thrown_away(studio: Store) -> None:
    draft = drafted(studio)
    drafts.throw_away(studio, draft.id, draft.version)
    assert state(studio) == (State.WAITING, None)
    drafted(studio, "construction.site.other")


def test_writing_on_does_not_change_where_it_came_from(studio: Store) -> None:
    drafted(studio)
    change = Change(ITEM, "item", {"type": "meet", "body": {"word": "de bekisting"}})
    draft = drafts.save(studio, change, "nadia", 1, later(1), Random(2))
    assert draft.origin == Origin.WORK_WORD
    publishing.publish(studio, {draft.id: Ready(2, draft.body)}, Deed("nadia"), later(2), TOLD)
    assert state(studio) == (State.MADE, ITEM)


def test_when_it_is_published_its_learner_is_told_with_it(studio: Store) -> None:
    before = learners.by_id(studio, "learner1001")
    draft = drafted(studio)
    publishing.publish(studio, {draft.id: Ready(1, draft.body)}, Deed("nadia"), later(1), TOLD)
    assert state(studio) == (State.MADE, ITEM)
    [row] = outbox_rows(studio)
    assert (row.learner_id, row.ref) == ("learner1001", "word")
    # A turn that read the learner before sees that somebody else wrote.
    after = learners.by_id(studio, "learner1001")
    assert before is not None
    assert after is not None
    assert after.version > before.version


def test_what_is_published_at_a_set_time_is_told_then(studio: Store) -> None:
    draft = drafted(studio)
    planned = planning.plan(studio, [ITEM], {draft.id: 1}, Deed("nadia"), later(60), Random(1))
    assert outbox_rows(studio) == []
    planning.carry_out(studio, planned.id, {draft.id: Ready(1, draft.body)}, later(60), TOLD)
    assert state(studio) == (State.MADE, ITEM)
    assert len(outbox_rows(studio)) == 1
