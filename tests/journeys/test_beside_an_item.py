"""What is typed while something is open: an answer, unless it is clearly something else. In every own language."""

import pytest

from bot.i18n import Catalogues
from bot.journeys.understanding import BESIDE_AN_ITEM, CONFIDENT, SURE, Fit, Guess, Understood, decide
from bot.store import not_understood, practice
from bot.store.not_understood import Count
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.meaning import means
from tests.journeys.test_item_types import opens
from tests.wild.states import opens as opens_by_command

STOP = {
    "nl": "stop", "en": "stop please", "fr": "arrête", "ar": "توقف", "tr": "dur artık", "uk": "досить", "ru": "хватит",
    "fa": "بس است", "ps": "بس دی", "so": "jooji", "ti": "ደው በል", "es": "para ya",
}  # fmt: skip
WORD = {
    "nl": "wat betekent kuisen?", "en": "what does kuisen mean", "fr": "ça veut dire quoi kuisen ?",
    "ar": "شو يعني kuisen؟", "tr": "kuisen ne demek?", "uk": "що означає kuisen?", "ru": "что такое kuisen",
    "fa": "kuisen یعنی چه؟", "ps": "د kuisen معنا څه ده؟", "so": "waa maxay kuisen?", "ti": "kuisen እንታይ ማለት እዩ?",
    "es": "¿qué significa kuisen?",
}  # fmt: skip
PERSON = {
    "nl": "ik wil met iemand praten", "en": "i want to talk to someone", "fr": "je veux parler à quelqu'un",
    "ar": "بدي احكي مع حدا", "tr": "biriyle konuşmak istiyorum", "uk": "хочу поговорити з кимось",
    "ru": "хочу поговорить с человеком", "fa": "می‌خواهم با کسی گپ بزنم", "ps": "له چا سره خبرې غواړم",
    "so": "qof baan rabaa inaan la hadlo", "ti": "ምስ ሰብ ክዛረብ ደልየ", "es": "quiero hablar con alguien",
}  # fmt: skip
SAID = {
    "pause": (STOP, "pause.begun"),
    "explain": (WORD, "practice.meaning"),
    "contact_counsellor": (PERSON, "counsellor.how"),
}
SKIP = Guess("skip", None, 0.2)
STATES = ("no item", "choose_word", "type_word", "scene", "say_it")


async def comes_to(walker: Walker, state: str) -> str | None:
    """Put an item of this type before the learner. Returns its showing; nothing for no item."""
    if state == "no item":
        return None
    await opens(walker, state)
    return walker.open_item()[1].id


@pytest.mark.parametrize("intent", SAID)
@pytest.mark.parametrize("state", STATES)
async def test_what_is_clearly_something_else_is_no_answer(
    learner: Walker, state: str, intent: str, catalogues: Catalogues
) -> None:
    said, key = SAID[intent]
    asks_which = intent == "pause" and state != "no item"
    assert set(said) == set(catalogues.languages)
    await comes_to(learner, state)
    for text in said.values():
        await learner.says(means(learner, text, intent))
        learner.shows("pause.which" if asks_which else key)
        if intent == "contact_counsellor":
            await learner.taps("counsellor.button.nothing")
        if state != "no item" and intent != "explain":
            await learner.presses("menu.practise")
    assert practice.attempts(learner.house.store, learner.record.id) == []


@pytest.mark.parametrize("state", ["choose_word", "scene", "say_it"])
async def test_other_words_are_no_answer_to_buttons(learner: Walker, state: str) -> None:
    await comes_to(learner, state)
    await learner.says(means(learner, "mumble", "pause", CONFIDENT - 0.1))
    learner.shows("practice.tap_a_button")
    assert practice.attempts(learner.house.store, learner.record.id) == []


@pytest.mark.parametrize("state", ["choose_word", "scene", "say_it"])
async def test_what_they_may_have_meant_stands_on_buttons_above_the_item(learner: Walker, state: str) -> None:
    await comes_to(learner, state)
    await learner.says(means(learner, "mumble", "ask_tip", SURE - 0.1, topic="contract", guesses=(SKIP,)))
    learner.shows("practice.tap_a_button")
    learner.shows("guess.ask")
    asked, item = (message for message in learner.new if rows(message) and not message["deleted"])
    keys = ("topic.contract", "guess.button.skip", "guess.button.other")
    assert learner.labels(asked) == [plain(learner.words(key)) for key in keys]
    assert f"practice:{learner.open_item()[1].id}:" in str(item["markup"])


async def test_a_tapped_guess_answers_at_once_and_is_counted_and_the_item_waits(learner: Walker) -> None:
    await comes_to(learner, "choose_word")
    await learner.says(means(learner, "mumble", "ask_tip", SURE - 0.1, topic="contract", guesses=(SKIP,)))
    await learner.taps("topic.contract")
    learner.shows("tip.turn_to")
    asked = next(message for message in learner.new if learner.pattern("guess.ask").search(plain(message["text"])))
    assert rows(asked) == []
    assert {*not_understood.counts(learner.house.store)} == {
        Count(learner.language, "ask_tip/contract", 1, 1),
        Count(learner.language, "skip", 1, 0),
    }
    showing = learner.open_item()[1].id
    await learner.answers()
    assert [one.showing_id for one in practice.attempts(learner.house.store, learner.record.id)] == [showing]


async def test_a_guess_about_the_item_is_done_with_it(learner: Walker) -> None:
    item = await opens(learner, "choose_word")
    await learner.says(means(learner, "mumble", "skip", CONFIDENT - 0.1))
    await learner.taps("guess.button.skip")
    learner.shows("practice.left")
    assert learner.open_item()[0].id != item.id


@pytest.mark.parametrize(("intent", "confidence"), [("affirm", 1.0), ("out_of_scope", 1.0), ("greet", CONFIDENT)])
async def test_what_is_surely_nothing_else_gets_the_hint_alone(learner: Walker, intent: str, confidence: float) -> None:
    await comes_to(learner, "choose_word")
    await learner.says(means(learner, "mumble", intent, confidence, guesses=(SKIP,)))
    learner.shows("practice.tap_a_button")
    learner.does_not_show("guess.ask")
    assert not_understood.counts(learner.house.store) == []


async def test_what_is_typed_into_a_gap_gets_no_guesses(learner: Walker) -> None:
    await comes_to(learner, "type_word")
    await learner.says(means(learner, "mumble", "pause", CONFIDENT - 0.1, guesses=(SKIP,)))
    learner.does_not_show("guess.ask")
    assert len(practice.attempts(learner.house.store, learner.record.id)) == 1


@pytest.mark.parametrize(("confidence", "counted"), [(SURE, 0), (SURE - 0.01, 1)])
async def test_what_is_typed_into_a_gap_is_its_answer_unless_it_is_sure(
    learner: Walker, confidence: float, counted: int
) -> None:
    await comes_to(learner, "type_word")
    await learner.says(means(learner, "stop", "pause", confidence))
    assert len(practice.attempts(learner.house.store, learner.record.id)) == counted


@pytest.mark.parametrize("intent", sorted(BESIDE_AN_ITEM))
def test_beside_buttons_more_may_be_said_if_it_is_sure(intent: str) -> None:
    assert decide(Understood(intent, confidence=SURE), "practice", Fit.NONE).intent == intent
    assert decide(Understood(intent, confidence=SURE - 0.01), "practice", Fit.NONE).intent == "answer"
    assert decide(Understood(intent, confidence=1.0), "practice", Fit.PERHAPS).intent == "answer"


async def test_a_tip_in_mid_lesson_leaves_the_item_where_it_is(learner: Walker) -> None:
    showing = await comes_to(learner, "choose_word")
    await learner.says(means(learner, "ik ben ziek morgen", "ask_tip", topic="sick_leave"))
    learner.shows("tip.turn_to")
    assert learner.open_item()[1].id == showing


async def test_changing_the_language_keeps_the_place(learner: Walker) -> None:
    showing = await comes_to(learner, "choose_word")
    await learner.says(means(learner, "andere taal", "change_language"))
    learner.language = "tr"
    await learner.taps_label(learner.house.catalogues.native_name("tr"))
    learner.shows("language.changed")
    item, now = learner.open_item()
    assert now.id == showing
    shown = [message for message in learner.new if not message["deleted"]]
    assert f"practice:{showing}:" in str(shown[-1]["markup"])
    await learner.answers()
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert (attempt.showing_id, attempt.item_id) == (showing, item.id)
    learner.shows("practice.right")


async def test_by_ear_it_keeps_the_place_too(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    await opens_by_command("choose_picture")(learner)
    showing = learner.open_item()[1].id
    await learner.commands("language")
    asked = next(one for one in reversed(await learner.handset.messages()) if "lang-tr" in str(one["markup"]))
    data = next(b["callback_data"] for row in asked["markup"]["inline_keyboard"] for b in row if "lang-tr" in str(b))
    await learner.does("tap", data=data)
    assert learner.open_item()[1].id == showing
    await learner.answers()
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert attempt.showing_id == showing
