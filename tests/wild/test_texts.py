"""Any text, wherever a learner stands: an answer, and nothing breaks."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.learning.items import Grade
from bot.store import practice
from bot.store.tables import Message
from tests.fakes.brain import real_brain
from tests.fakes.learner import Walker
from tests.journeys.conftest import LANGUAGES
from tests.wild.checks import all_is_well, everything, listening, visible
from tests.wild.examples import examples
from tests.wild.sending import message
from tests.wild.states import EVERYWHERE, NEW, States
from tests.wild.words import texts

languages = st.sampled_from(LANGUAGES)
anywhere = st.sampled_from(EVERYWHERE)


async def writes(walker: Walker, text: str) -> None:
    await walker.updates(message=message(walker, text=text))


@pytest.mark.parametrize("state", EVERYWHERE)
@examples(4)
@given(language=languages, text=texts)
async def test_any_text_is_answered(states: States, state: str, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            await writes(walker, text)
            assert visible(walker)
            await all_is_well(walker, logs)


@examples(12)
@given(state=anywhere, language=languages, said=st.lists(texts, min_size=3, max_size=4))
async def test_so_is_one_after_the_other(states: States, state: str, language: str, said: list[str]) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            for text in said:
                await writes(walker, text)
                assert visible(walker)
                await all_is_well(walker, logs)


@pytest.mark.model
@examples(15)
@given(state=anywhere, language=languages, text=texts)
async def test_rasa_can_read_it_too(states: States, state: str, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at(state, language, real_brain()) as walker:
            await writes(walker, text)
            assert visible(walker)
            await all_is_well(walker, logs)


@examples(15)
@given(language=languages, text=texts)
async def test_who_is_not_invited_is_answered_too(states: States, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at(NEW, language) as walker:
            walker.house.turns.open_to_all = False
            await writes(walker, text)
            walker.shows("enrolment.needs_invitation")
            await all_is_well(walker, logs)


@examples(12)
@given(state=anywhere, language=languages, text=texts)
async def test_what_is_edited_changes_nothing(states: States, state: str, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            before = everything(walker.house.store)
            await walker.updates(edited_message=message(walker, text=text, edit_date=1793600000))
            assert visible(walker) == []
            assert everything(walker.house.store) == before
            await all_is_well(walker, logs)


@examples(15)
@example(language="ar", text="line\nline", state="open type_word")
@example(language="ar", text="w" * 4000, state="open type_word")
@example(language="nl", text="<b>ש</b>\u202e&amp;", state="open type_word")
@given(language=languages, text=texts, state=st.just("open type_word"))
async def test_a_wrong_answer_is_quoted_as_it_was_typed(states: States, state: str, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            text = f"xyzzy {text}"[:4000]
            await writes(walker, text)
            [attempt] = practice.attempts(walker.house.store, walker.record.id)
            assert (attempt.grade, attempt.answer) == (Grade.WRONG, text.strip().replace("\0", ""))
            assert any(seen(text[:90]) in seen(message["text"]) for message in visible(walker))
            await all_is_well(walker, logs)


@examples(15)
@given(language=languages, text=texts)
async def test_a_message_for_a_person_is_kept_to_the_letter(states: States, language: str, text: str) -> None:
    with listening() as logs:
        async with states.at("words for the counsellor", language) as walker:
            await writes(walker, f"- {text}")
            walker.shows("counsellor.kept")
            with walker.house.store.reading() as session:
                [kept] = session.query(Message).all()
            assert kept.text == f"- {text}".replace("\0", "")
            await walker.commands("mydata")
            walker.shows("my_data.here")
            await all_is_well(walker, logs)


def seen(text: str) -> str:
    """What can be seen of a text, without the spaces."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ")
