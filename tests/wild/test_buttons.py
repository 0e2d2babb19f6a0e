"""What a button may carry: anything. It is answered, changes nobody else's record, and mostly not one's own."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.store import Store
from bot.store.tables import Learner, Showing
from tests.fakes.brain import real_brain
from tests.fakes.learner import Walker
from tests.fakes.quick_brain import rules
from tests.journeys.conftest import LANGUAGES
from tests.wild.checks import all_is_well, everything, listening, visible
from tests.wild.examples import examples
from tests.wild.sending import Json, tap
from tests.wild.states import BESIDE_ANOTHER, EVERYWHERE, States
from tests.wild.words import texts

REFUSED = ("editMessageText", "deleteMessage")
"""A button that is not shown stands below no message that could be changed."""

LONGEST = 64
"""Bytes of a button's data."""

OURS = re.compile(r"[a-z_]+:[\w-]+:.+", re.ASCII)

OWN_OPEN, OWN_CLOSED, OTHERS_OPEN, OTHERS_CLOSED = "own-open", "own-closed", "others-open", "others-closed"
"""In place of the ids of showings."""

languages = st.sampled_from(LANGUAGES)
anywhere = st.sampled_from(EVERYWHERE)
journeys = st.sampled_from(sorted({expects for _, expects in rules() if expects} | {"menu", "nothing", "answer"}))
questions = st.sampled_from([OWN_OPEN, OWN_CLOSED, OTHERS_OPEN, OTHERS_CLOSED, "-", "2-", "x" * 24, "x" * 40])
choices = st.sampled_from(
    ["?", "skip", "explain", "a", "b", "c", "yes", "no", "erase", "sure", "hide", "tell", "tell-violence", "tell-x",
     "now", "all", "week", "days-five", "days-", "at-18", "at-99", "job-office", "job-", "lang-ar", "lang-", "notice-2",
     "notice-99999999999999999", "notice-٣", "enough", "nothing", "practise", "delete", "<b>", "{name}", "1", "0"]
) | texts  # fmt: skip

any_data = texts.map(lambda data: cut(data))
our_data = st.builds("{}:{}:{}".format, journeys, questions, choices)


def cut(data: str) -> str:
    return data.encode()[:LONGEST].decode("utf-8", "ignore")


def absent(_: Json) -> Json:
    return {}


def inaccessible(query: Json) -> Json:
    return {"message": {"chat": query["message"]["chat"], "message_id": 7, "date": 0}}


below = st.sampled_from([absent, inaccessible, lambda query: {"message": query["message"]}])
"""The message that the button stands below: Telegram does not always know it any more."""


@examples(30)
@given(state=anywhere, language=languages, data=any_data, message=below)
async def test_the_data_of_another_bot_is_answered_and_does_nothing(
    states: States, state: str, language: str, data: str, message: Any
) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            before = everything(walker.house.store)
            query = tap(walker, data)
            del query["message"]
            await walker.updates(callback_query={**query, **message(tap(walker, data))})
            assert visible(walker)
            if not OURS.match(data):
                assert done(walker.house.store) == only(before, *DONE)
            await all_is_well(walker, logs, *REFUSED)


@examples(60)
@example(language="nl", data=f"practice:{OTHERS_CLOSED}:?")
@example(language="nl", data=f"sharing:{OWN_OPEN}:yes")
@example(language="nl", data="guard:-:hide")
@example(language="nl", data="tip:-:<b>")
@given(language=languages, data=our_data)
async def test_a_button_of_ours_that_is_not_shown_is_answered_and_changes_nobody_elses_record(
    states: States, language: str, data: str
) -> None:
    with listening() as logs:
        async with states.at(BESIDE_ANOTHER, language) as walker:
            store = walker.house.store
            own, [other] = walker.record, others(walker)
            before, theirs = done(store), rows_of(store, other)
            await walker.updates(callback_query=tap(walker, cut(named(data, store, own, other))))
            assert visible(walker)
            assert rows_of(store, other) == theirs
            if not data.startswith(f"practice:{OWN_OPEN}"):
                assert done(store) == before
            await all_is_well(walker, logs, *REFUSED)


@pytest.mark.model
@examples(15)
@example(language="nl", data="nothing:-:x")
@given(language=languages, data=our_data | any_data)
async def test_rasa_stumbles_over_no_button(states: States, language: str, data: str) -> None:
    with listening() as logs:
        async with states.at(BESIDE_ANOTHER, language, real_brain()) as walker:
            store = walker.house.store
            own, [other] = walker.record, others(walker)
            await walker.updates(callback_query=tap(walker, cut(named(data, store, own, other))))
            assert visible(walker)
            await all_is_well(walker, logs, *REFUSED)


DONE = ("attempt", "card", "consent", "message")
"""Where it is kept what a learner did and agreed to."""


def done(store: Store) -> dict[str, list[Any]]:
    return only(everything(store), *DONE)


def only(tables: dict[str, list[Any]], *names: str) -> dict[str, list[Any]]:
    return {name: tables[name] for name in names}


def rows_of(store: Store, learner: Learner) -> list[Any]:
    return [row for rows in everything(store).values() for row in rows if learner.id in row]


def others(walker: Walker) -> list[Learner]:
    with walker.house.store.reading() as session:
        return list(session.scalars(select(Learner).where(Learner.telegram_id != walker.handset.id)))


def named(data: str, store: Store, own: Learner, other: Learner) -> str:
    """The data with the ids of real showings in it."""
    for who, learner in (("own", own), ("others", other)):
        for how, closed in (("open", False), ("closed", True)):
            data = data.replace(f":{who}-{how}:", f":{last_showing(store, learner, closed)}:")
    return data


def last_showing(store: Store, learner: Learner, closed: bool) -> str:
    with store.reading() as session:
        of_learner = select(Showing).where(Showing.learner_id == learner.id).order_by(Showing.shown_at)
        return [one.id for one in session.scalars(of_learner) if bool(one.closed_at) is closed][-1]
