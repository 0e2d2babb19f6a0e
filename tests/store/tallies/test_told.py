"""What was read and told in a month, counted by the database."""

from datetime import date

from bot.store import Store
from bot.store.tables import SkillHeld, StepTaken, TipShown
from bot.store.tallies import told
from bot.store.tallies.told import Bringing
from tests.fakes.stores import add
from tests.store.tallies.rows import LATER, MIDDLE, OCTOBER, SECOND, learner, strangers

FIELDS = {"skill.walls": "building", "skill.roof": "building", "skill.bread": "cooking"}
UNNEEDED = [("job.nurse", "building"), ("job.roofer", "cooking")]


def test_topics_have_the_people_who_read_a_tip_about_them(store: Store) -> None:
    amina, bilal = learner(store, 1), learner(store, 2)
    read = [(amina, "pay.1", MIDDLE), (amina, "pay.2", MIDDLE), (bilal, "pay.1", MIDDLE), (bilal, "sick", LATER)]
    read += [(stranger, "pay.1", MIDDLE) for stranger in strangers(store)]
    add(store, *(TipShown(learner_id=who.id, tip_id=tip, at=at) for who, tip, at in read))
    with store.reading() as session:
        found = told.topics(session, OCTOBER, {"pay.1": "payslip", "pay.2": "payslip", "sick": "sick_leave"})
        assert found == {"payslip": 2}


def test_steps_have_the_people_who_told_them_and_the_days_of_the_region(store: Store) -> None:
    amina, bilal = learner(store, 1), learner(store, 2)
    days = [(amina, "work", 10, 1), (amina, "work", 10, 20), (bilal, "work", 10, 31), (bilal, "diploma", 10, 2)]
    days += [(amina, "training", 11, 1), (amina, "business", 9, 30)]
    days += [(stranger, "work", 10, 5) for stranger in strangers(store)]
    for number, (who, kind, month, day) in enumerate(days):
        add(store, StepTaken(id=f"s{number}", learner_id=who.id, kind=kind, day=date(2026, month, day)))
    with store.reading() as session:
        assert told.steps(session, OCTOBER) == {"work": 2, "diploma": 1}


def test_skills_count_people_by_field_and_those_whose_job_does_not_need_it(store: Store) -> None:
    held = {
        1: ("job.nurse", ["skill.walls", "skill.roof", "skill.bread"]),
        2: ("job.roofer", ["skill.walls", "skill.bread"]),
        3: (None, ["skill.walls", "skill.unknown"]),
        4: ("job.nurse", []),
    }
    for number, (job, cards) in held.items():
        who = learner(store, number, target_job=job)
        for card in cards:
            key = f"{number}{card}"[:24]
            add(store, SkillHeld(id=key, learner_id=who.id, skill_id=card, source="card", at=MIDDLE))
        add(store, SkillHeld(id=f"own{number}", learner_id=who.id, words="...", source="words", at=MIDDLE))
        add(store, SkillHeld(id=f"late{number}", learner_id=who.id, skill_id="skill.late", source="card", at=LATER))
        before = OCTOBER.begin - SECOND
        add(store, SkillHeld(id=f"old{number}", learner_id=who.id, skill_id="skill.old", source="card", at=before))
    for who in strangers(store):
        add(store, SkillHeld(id=who.id, learner_id=who.id, skill_id="skill.walls", source="card", at=MIDDLE))
    with store.reading() as session:
        found = told.skills(session, OCTOBER, {**FIELDS, "skill.late": "late", "skill.old": "old"}, UNNEEDED)
    assert sorted(found, key=str) == [Bringing("building", 3, 1), Bringing("cooking", 2, 1)]


def test_without_cards_and_jobs_there_is_nothing(store: Store) -> None:
    with store.reading() as session:
        assert told.skills(session, OCTOBER, {}, []) == []
        assert told.topics(session, OCTOBER, {}) == {}
