"""The page of one learner: strengths first, and of what is not shared not a word."""

import re
from xml.etree import ElementTree

import pytest

from bot.journeys import consent
from bot.store.tables import Caseload, SkillHeld
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import ALL, noted, open_console, read
from tests.fakes.portraits import NOW, agrees
from tests.fakes.stores import add, add_learner

SKILL, OWN_SKILL = "Ik kan metselen.", "Ik hoed schapen."
SAYS = ("Hoe laat is het pauze?", "Zet je helm op!")
"""What was confirmed at work, and what was found among answers."""

PRACTICE = (
    "In four weeks: 3 days",
    "Can say this",
    "Recognises this",
    "confirmed at work",
    "Invitations to practise",
    *SAYS,
)
DETAIL = (
    "How much of each unit",
    "Still hard",
    "Nog eens, alstublieft.",
    "Finding work",
    "Level of the exercises",
    "of the language for this work",
)
SKILLS = (SKILL, OWN_SKILL)

SHOWN: list[tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]]] = [
    ((), consent.NOTICE, (), (*PRACTICE, *DETAIL, *SKILLS)),
    ((consent.SKILLS,), consent.NOTICE, (), (*PRACTICE, *DETAIL, *SKILLS)),
    ((consent.SHARING,), consent.NOTICE, (*PRACTICE, *DETAIL), SKILLS),
    ((consent.SHARING,), "2026-11-alerts", PRACTICE, (*DETAIL, *SKILLS)),
    (ALL, consent.NOTICE, (*PRACTICE, *DETAIL, *SKILLS), ()),
]

NEVER = ("een geheim antwoord", "een woord van haarzelf", "work_permit", "Work permit", "😢")
"""Answers, words that the learner sent without a name, topics that stay with the learner, moods that were not shown."""


@pytest.mark.parametrize(("kinds", "notice", "there", "absent"), SHOWN)
async def test_only_what_was_agreed_to_stands_on_the_page(
    kinds: tuple[str, ...], notice: str, there: tuple[str, ...], absent: tuple[str, ...], console: Console
) -> None:
    els, amina = open_console(console, *kinds, notice=notice)
    answer = await console.visitor(els).get(f"/learners/{amina.id}")
    assert answer.status_code == 200
    page = read(answer)
    assert [words for words in there if words not in page] == []
    assert [words for words in (*absent, *NEVER) if words in page] == []
    assert ("Practice is not shared" in page) is (consent.SHARING not in kinds)


TOLD = [
    ((), "Practice is not shared. So it is not on this page."),
    ((consent.SHARING,), "Not shared."),
    ((consent.SHARING,), "The answers themselves are not shared."),
    ((consent.SHARING,), "Tips about health, hard days, rights, benefits and papers stay with the learner."),
]


@pytest.mark.parametrize(("kinds", "words"), TOLD)
async def test_what_is_not_shared_is_said_and_not_why(kinds: tuple[str, ...], words: str, console: Console) -> None:
    els, amina = open_console(console, *kinds)
    page = read(await console.visitor(els).get(f"/learners/{amina.id}"))
    assert words in page
    assert not re.search(r"refus|declin|said no|withdr", page, re.IGNORECASE)


async def test_a_refusal_reads_as_if_nothing_was_ever_asked(console: Console) -> None:
    els, amina = open_console(console)
    visitor = console.visitor(els)
    never = await visitor.get(f"/learners/{amina.id}")
    agrees(console.store, amina, *ALL)
    agrees(console.store, amina, *ALL, given=False)
    assert (await visitor.get(f"/learners/{amina.id}")).text == never.text


async def test_strengths_come_first(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    page = read(await console.visitor(els).get(f"/learners/{amina.id}"))
    order = ["Brings along", "Now in Dutch", "Weeks of practice", "Units", "Still hard", "At work", "Tips read"]
    places = [page.index(f">{title}</h2>") for title in [*order, "The way ahead", "Messages", "Enrolment"]]
    assert places == sorted(places)


async def test_what_is_addressed_to_the_counsellor_is_there_without_sharing(console: Console) -> None:
    els, amina = open_console(console)
    page = read(await console.visitor(els).get(f"/learners/{amina.id}"))
    for words in ("Mag ik bellen?", "🙂 Good", "Asks for a call", "Reason: violence", "de bekisting", "le coffrage"):
        assert words in page, words
    assert f'href="/talk/{amina.id}"' in page


async def test_figures_have_their_tables(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    answer = await console.visitor(els).get(f"/learners/{amina.id}")
    for figure in re.findall(r'<svg class="drawn.*?</svg>', answer.text, re.DOTALL):
        ElementTree.fromstring(figure)
    page = read(answer)
    assert page.count('<svg class="drawn') == page.count("Show as a table") == 2
    assert re.search(r'<th scope="row">Nov 23</th> <td>2 days</td>', page)
    assert "<td>new</td>" in page


async def test_words_of_people_stay_words(console: Console) -> None:
    console.now = NOW
    els = add_staff(console.store, "els")
    learner = add_learner(console.store, name="<script>alert(1)</script>")
    add(
        console.store,
        Caseload(staff_id="els", learner_id=learner.id, since=NOW),
        SkillHeld(id="k1", learner_id=learner.id, words="<img src=x onerror=alert(2)>", source="words", at=NOW),
    )
    agrees(console.store, learner, consent.RECORD, *ALL)
    answer = await console.visitor(els).get(f"/learners/{learner.id}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text


async def test_looking_is_noted(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    await console.visitor(els).get(f"/learners/{amina.id}")
    assert noted(console.store) == [("learner.seen", amina.id)]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_page_is_written_in_each_language_of_the_staff(language: str, console: Console) -> None:
    els, amina = open_console(console, *ALL)
    with console.store.writing() as session:
        session.merge(els).language = language
    answer = await console.visitor(els).get(f"/learners/{amina.id}")
    assert f'<html lang="{language}">' in answer.text
    assert "console.learner" not in answer.text
    assert not re.search(r"\{\w+\}", answer.text)


async def test_the_learner_of_a_colleague_is_not_there(console: Console) -> None:
    _, amina = open_console(console, *ALL)
    omar = add_staff(console.store, "omar")
    assert (await console.visitor(omar).get(f"/learners/{amina.id}")).status_code == 404
    assert noted(console.store) == []
