"""What was not understood: two guesses on buttons, counted without a name; and words only from who agreed."""

from typing import Any

from bot.journeys import guesses
from bot.journeys.understanding import OFFERED, Guess
from bot.store import learners, not_understood
from bot.store.exporting import export
from bot.store.not_understood import Count
from bot.store.tables import NotUnderstood
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means

MUMBLED = "iets met geld ofzo"
OTHERS = (Guess("ask_tip", "payslip_wage", 0.2), Guess("contact_counsellor", None, 0.1))


def counted(walker: Walker) -> list[Any]:
    with walker.house.store.reading() as session:
        return session.query(NotUnderstood).all()


async def mumbles(walker: Walker) -> None:
    await walker.says(means(walker, MUMBLED, "pause", 0.3, guesses=OTHERS))


async def test_the_two_best_guesses_and_something_else_stand_as_buttons(learner: Walker) -> None:
    await mumbles(learner)
    learner.shows("guess.ask")
    keys = ("menu.pause", "topic.payslip_wage", "guess.button.other")
    assert learner.labels() == [plain(learner.words(key)) for key in keys]


async def test_a_tap_answers_at_once_and_is_counted_without_a_name(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("topic.payslip_wage")
    learner.shows("tip.turn_to")
    [row] = counted(learner)
    assert (row.language, row.guessed, row.chosen) == (
        learner.language,
        ["pause", "ask_tip/payslip_wage"],
        "ask_tip/payslip_wage",
    )
    assert (row.learner_id, row.words, row.at.hour, row.at.minute) == (None, None, 0, 0)


async def test_a_tap_has_the_effect_of_saying_it(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("menu.pause")
    learner.shows("pause.begun")


async def test_a_second_tap_is_not_counted_anew(learner: Walker) -> None:
    await mumbles(learner)
    [row] = counted(learner)
    data = f"guess:r1:pause.{row.id}"
    await learner.taps("topic.payslip_wage")
    await learner.taps_once_more(data)
    assert [row.chosen for row in counted(learner)] == ["ask_tip/payslip_wage"]


async def test_something_else_leads_to_help(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("guess.button.other")
    learner.shows("help.what")
    assert [row.chosen for row in counted(learner)] == ["other"]


async def test_without_a_guess_all_there_is_stands_as_buttons(learner: Walker) -> None:
    await learner.says("xyzzy")
    learner.shows("help.not_understood")
    assert [row.guessed for row in counted(learner)] == [[]]


async def test_whoever_means_something_else_is_asked_for_words_once(learner: Walker) -> None:
    for times in range(2):
        await mumbles(learner)
        await learner.taps("guess.button.other")
        assert any(learner.pattern("words.ask").search(plain(one["text"])) for one in learner.new) == (times == 0)
    assert [row.words for row in counted(learner)] == [None, None]


async def test_words_of_who_agreed_are_kept_taken_away_and_forgotten(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("guess.button.other")
    await learner.taps("words.button.yes")
    learner.shows("words.agreed")
    await mumbles(learner)
    store = learner.house.store
    document = export(store, learner.handset.id)
    assert document is not None
    assert [one["words"] for one in document["not_understood"]] == [MUMBLED]
    await learner.commands("settings")
    await learner.taps("words.button.open")
    await learner.taps("words.button.no")
    learner.shows("words.refused")
    assert not_understood.with_words(store) == []
    assert len(counted(learner)) == 2


async def test_refusing_is_as_easy_and_can_be_said(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("guess.button.other")
    await learner.says(means(learner, "nee hoor", "deny"))
    learner.shows("words.refused")
    assert learners.consent(learner.house.store, learner.record.id, "words") is False


async def test_an_old_yes_counts_for_nothing(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("guess.button.other")
    old = learner.record.asked
    await learner.taps("words.button.no")
    await learner.taps_once_more(f"words:{old}:yes")
    learner.shows("words.ask")
    assert not learners.consent(learner.house.store, learner.record.id, "words")


async def test_by_ear_the_guesses_are_three_pictures(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    await mumbles(learner)
    assert learner.labels() == ["⏸", "💶", "➕"]
    await learner.taps_label("💶")
    learner.shows("tip.turn_to")


async def test_what_was_not_understood_is_counted_by_language_and_label(learner: Walker) -> None:
    await mumbles(learner)
    await learner.taps("menu.pause")
    await mumbles(learner)
    await learner.says("xyzzy")
    assert not_understood.counts(learner.house.store) == [
        Count(learner.language, "ask_tip/payslip_wage", 2, 0),
        Count(learner.language, "pause", 2, 1),
        Count(learner.language, None, 1, 0),
    ]


async def test_every_guess_has_a_label_of_its_own_and_a_picture(learner: Walker) -> None:
    labels = [learner.house.catalogues.plain(guesses.label(name), learner.language) for name in sorted(OFFERED)]
    assert len({*labels}) == len(labels)
    assert all(not plain(label)[0].isalnum() for label in labels)


async def test_a_guess_that_nobody_offered_leads_somewhere(learner: Walker) -> None:
    await learner.taps_once_more("guess:r1:danger.nosuchrow")
    learner.shows("tip.ask_topic")
