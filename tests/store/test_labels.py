"""Labels: what lists show of an entry follows whatever is done with it."""

from random import Random

from sqlalchemy import delete, select

from bot.store import Store, drafts, from_files, publishing, reviewing, shelves
from bot.store.drafts import Change
from bot.store.entries import Form
from bot.store.labels import State
from bot.store.publishing import Deed, Ready
from bot.store.shelves import Wish
from bot.store.tables import Draft, Label
from tests.fakes.stores import BEGINNING, add, staff_row
from tests.store.rows import later

UNIT = "construction.gear"
GLOVES, HELMET = f"{UNIT}.gloves", f"{UNIT}.helmet"


def body(situation: str) -> dict[str, object]:
    belongs = {"type": "type_word", "unit": UNIT, "sector": "construction", "level": "A1", "target": "nl"}
    return {**belongs, "body": {"situation": situation, "answers": ["de helm"]}}


def form(entry_id: str, situation: str) -> Form:
    return Form(entry_id, "item", body(situation), publishing.digest(body(situation)))


def unit(title: str = "Je uitrusting") -> Form:
    about = {"title": title, "can_do": "Je kan je uitrusting noemen.", "target": "nl"}
    return Form(UNIT, "unit", about, publishing.digest(about))


def states(store: Store) -> dict[str, str]:
    return {one.entry_id: one.state for one in shelves.page(store, Wish())[0]}


def add_people(store: Store) -> None:
    add(store, staff_row("nadia", role="coordinator"), staff_row("piet", role="coordinator"))


def save(store: Store, entry_id: str, situation: str | None, version: int | None = None) -> Draft:
    change = Change(entry_id, "item", None if situation is None else body(situation))
    return drafts.save(store, change, "nadia", version, BEGINNING, Random(entry_id))


def test_labels_follow_files(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen"), form(HELMET, "Een steen valt")], BEGINNING)
    found, more = shelves.page(store, Wish())
    assert [(one.entry_id, one.kind, one.title, one.state) for one in found] == [
        (UNIT, "unit", "Je uitrusting", State.PUBLISHED),
        (GLOVES, "item", "Koude handen", State.PUBLISHED),
        (HELMET, "item", "Een steen valt", State.PUBLISHED),
    ]
    assert not more
    assert (found[1].pack, found[1].unit, found[1].type, found[1].revision) == (
        "nl/construction/A1",
        UNIT,
        "type_word",
        1,
    )
    from_files.publish(store, [unit(), form(HELMET, "Een balk valt")], later(1))
    assert states(store) == {UNIT: State.PUBLISHED, HELMET: State.PUBLISHED, GLOVES: State.RETIRED}
    from_files.publish(store, [form(GLOVES, "Koude handen"), unit(), form(HELMET, "Een balk valt")], later(2))
    assert [one.entry_id for one in shelves.page(store, Wish())[0]] == [GLOVES, UNIT, HELMET]
    assert set(states(store).values()) == {State.PUBLISHED}


def test_a_database_from_before_gets_its_labels_with_the_next_files(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen")], BEGINNING)
    with store.writing() as session:
        session.execute(delete(Label))
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen")], later(1))
    assert len(states(store)) == 2


def test_labels_follow_drafts_and_what_is_done_with_them(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen")], BEGINNING)
    add_people(store)
    draft = save(store, GLOVES, "Warme handen")
    assert states(store)[GLOVES] == State.DRAFT
    assert shelves.page(store, Wish(words="warme"))[0][0].title == "Warme handen"
    reviewing.hand_over(store, draft.id, 1, None)
    assert states(store)[GLOVES] == State.REVIEW
    reviewing.approve(store, draft.id, 1, "piet")
    assert states(store)[GLOVES] == State.APPROVED
    publishing.publish(store, {draft.id: Ready(1, draft.body)}, Deed("nadia"), later(1))
    assert states(store)[GLOVES] == State.PUBLISHED
    from_files.publish(store, [unit(), form(GLOVES, "Natte handen")], later(2))
    assert states(store)[GLOVES] == State.BESIDE
    gone = save(store, GLOVES, None)
    assert states(store)[GLOVES] == State.DRAFT
    publishing.publish(store, {gone.id: Ready(1, None)}, Deed("nadia"), later(3))
    assert states(store)[GLOVES] == State.RETIRED
    publishing.roll_back(store, GLOVES, 1, Deed("nadia"), later(4))
    assert states(store)[GLOVES] == State.PUBLISHED
    new = save(store, HELMET, "Een steen valt")
    assert states(store)[HELMET] == State.DRAFT
    drafts.throw_away(store, new.id, 1)
    assert HELMET not in states(store)


def test_counts_units_and_drafts_of_a_unit(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen"), form(HELMET, "Een steen valt")], BEGINNING)
    add_people(store)
    save(store, HELMET, "Een balk valt")
    counted = {(one.kind, one.state): one.count for one in shelves.counts(store)}
    assert counted == {("unit", "published"): 1, ("item", "published"): 1, ("item", "draft"): 1}
    assert shelves.units(store, "nl/construction/A1") == [(UNIT, "Je uitrusting", 2)]
    assert [one.entry_id for one in shelves.drafts_of_unit(store, UNIT)] == [HELMET]


def test_a_list_goes_on_behind_the_last_one(store: Store) -> None:
    forms = [form(f"{UNIT}.item_{number:03}", f"Situatie {number}") for number in range(120)]
    from_files.publish(store, [unit(), *forms], BEGINNING)
    found, wish, more = [], Wish(kind="item"), True
    while more:
        page, more = shelves.page(store, wish)
        found += [one.entry_id for one in page]
        wish = Wish(kind="item", after=found[-1])
    assert found == [one.id for one in forms]


def test_words_are_searched_as_they_are(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "100% Zeker_weten"), form(HELMET, "Een steen valt")], BEGINNING)
    for words in ("100%", "zeker_weten", "WETEN 100", "de helm zeker", "gear.gloves", "eker", "er", "de 100"):
        assert [one.entry_id for one in shelves.page(store, Wish(words=words, kind="item"))[0]] == [GLOVES]
    assert shelves.page(store, Wish(words="%", kind="item"))[0][0].entry_id == GLOVES
    for words in ("ste_n", 'steen"', '" OR "steen', "steen\\", "steen AND valt", "een weten", "xy"):
        assert shelves.page(store, Wish(words=words))[0] == []
    assert [one.entry_id for one in shelves.page(store, Wish(words="steen\0"))[0]] == [HELMET]


def test_search_follows_what_is_changed_and_thrown_away(store: Store) -> None:
    from_files.publish(store, [unit(), form(GLOVES, "Koude handen")], BEGINNING)
    add_people(store)
    draft = save(store, GLOVES, "Warme handen")

    def found(words: str) -> list[str]:
        return [one.entry_id for one in shelves.page(store, Wish(words=words))[0]]

    assert (found("koude"), found("warme")) == ([], [GLOVES])
    drafts.throw_away(store, draft.id, draft.version)
    assert (found("koude"), found("warme")) == ([GLOVES], [])


def test_many_labels_are_written(store: Store) -> None:
    from_files.publish(store, [form(f"{UNIT}.item_{number}", "Iets") for number in range(1100)], BEGINNING)
    with store.reading() as session:
        assert len(session.scalars(select(Label.entry_id)).all()) == 1100
