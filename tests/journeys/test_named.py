"""What is named in free text is set at once and said, and one tap takes it back."""

from typing import cast

from bot.dialogue.components.named import read_things
from bot.journeys.understanding import Understood
from tests.fakes.learner import Walker, plain
from tests.fakes.quick_brain import QuickBrain
from tests.journeys.by_ear import hears, listens, needs_no_script

THINGS = read_things()
WAYS_BACK = ("named.button.change", "named.button.undo")


async def says(learner: Walker, intent: str, nl: str, ar: str) -> None:
    """Write the same in the learner's language; what is named is found as in service."""
    text = nl if learner.language == "nl" else ar
    cast(QuickBrain, learner.house.turns.brain).readings[text] = Understood(intent, entities=THINGS.named(intent, text))
    await learner.says(text)


def chosen(learner: Walker) -> tuple[str, str]:
    return learner.record.practice_days, learner.record.practice_at


def shows_ways_back(learner: Walker) -> None:
    assert {*learner.labels()} == {plain(learner.words(key)) for key in WAYS_BACK}


async def test_days_and_hour_are_set_and_taken_back(learner: Walker) -> None:
    await says(learner, "set_reminder", "elke maandag en vrijdag om half acht 's avonds", "الاثنين والجمعة ٧:٣٠ مساء")
    learner.shows("reminder.set")
    assert chosen(learner) == ("04", "19:30")
    assert plain(learner.house.catalogues.weekdays([0, 4], learner.language)) in plain(learner.last["text"])
    shows_ways_back(learner)
    await learner.taps("named.button.undo")
    assert chosen(learner) == ("024", "18:00")
    learner.shows("reminder.set")
    await learner.taps("named.button.change")
    learner.shows("reminder.ask_days")


async def test_an_hour_without_its_half_of_the_day_is_asked(learner: Walker) -> None:
    await says(learner, "set_reminder", "in het weekend om 8 uur", "نهاية الاسبوع الساعة ٨")
    learner.shows("reminder.which")
    assert learner.labels() == ["08:00", "20:00"]
    assert chosen(learner) == ("024", "18:00")
    await learner.taps_label("20:00")
    assert chosen(learner) == ("56", "20:00")
    learner.shows("reminder.set")


async def test_only_one_of_two_hours_may_be(learner: Walker) -> None:
    await says(learner, "set_reminder", "om 10 uur", "الساعة ١٠")
    assert chosen(learner) == ("024", "10:00")


async def test_nobody_is_woken(learner: Walker) -> None:
    await says(learner, "set_reminder", "om 11 uur 's avonds", "الساعة ١١ مساء")
    learner.shows("reminder.too_late")
    assert chosen(learner) == ("024", "18:00")
    await learner.taps_label("20:00")
    assert chosen(learner) == ("024", "20:00")


async def test_nothing_named_is_asked_as_ever(learner: Walker) -> None:
    await says(learner, "set_reminder", "op een ander moment", "في وقت اخر")
    learner.shows("reminder.ask_days")


async def test_days_alone_leave_the_hour(learner: Walker) -> None:
    await says(learner, "set_reminder", "twee keer per week", "مرتين بالاسبوع")
    assert chosen(learner) == ("13", "18:00")
    await learner.commands("settings")
    assert plain(learner.house.catalogues.weekdays([1, 3], learner.language)) in plain(learner.last["text"])


async def test_a_trade_is_taken_and_taken_back(learner: Walker) -> None:
    await says(learner, "change_sector", "ik ben lasser", "انا لحام")
    assert learner.record.sector == "metal"
    learner.shows("settings.job")
    shows_ways_back(learner)
    await learner.taps("named.button.undo")
    assert learner.record.sector == "construction"


async def test_two_trades_are_asked(learner: Walker) -> None:
    await says(learner, "change_sector", "geen lasser meer, ik wil in de zorg", "مو لحام, بدي تمريض")
    learner.shows("onboarding.ask_job")
    assert learner.record.sector == "construction"


async def test_a_trade_that_the_region_does_not_offer_is_asked(learner: Walker) -> None:
    readings = cast(QuickBrain, learner.house.turns.brain).readings
    readings["visser"] = Understood("change_sector", entities={"sector": "fishing"})
    await learner.says("visser")
    learner.shows("onboarding.ask_job")


async def test_a_language_is_taken_and_taken_back(learner: Walker) -> None:
    before = learner.record.language
    await says(learner, "change_language", "kan het in het turks", "ممكن بالتركي")
    assert learner.record.language == "tr"
    learner.language = "tr"
    learner.shows("language.changed")
    shows_ways_back(learner)
    await learner.taps("named.button.undo")
    assert learner.record.language == before


async def test_the_language_that_is_spoken_already_is_no_choice(learner: Walker) -> None:
    await says(learner, "change_language", "niet nederlands maar arabisch of turks", "بدي عربي او تركي او هولندي")
    learner.shows("language.ask")


async def test_the_open_exercise_stays_open(learner: Walker) -> None:
    await learner.practises()
    item, _ = learner.open_item()
    await says(learner, "change_language", "kan het in het turks", "ممكن بالتركي")
    assert learner.record.language == "tr"
    assert learner.open_item()[0].id == item.id


async def test_old_and_broken_choices_ask_anew(learner: Walker) -> None:
    for choice in ("set-9.1800", "set-024.2500", "set-024", "set-٣.1800"):
        await learner.taps_once_more(f"reminder:older:{choice}")
        learner.shows("reminder.ask_days")
    assert chosen(learner) == ("024", "18:00")


async def test_who_listens_hears_it(learner: Walker) -> None:
    await listens(learner)
    await says(learner, "set_reminder", "om 8 uur", "الساعة ٨")
    needs_no_script(learner)
    hears(learner, "reminder.which")
    await learner.taps_label("2️⃣")
    needs_no_script(learner)
    assert chosen(learner) == ("024", "20:00")
