"""A whole walk in every own language, with Rasa as it is in service: what a learner does in the first weeks."""

import pytest

from bot.i18n.folders import read_folders
from bot.journeys import consent
from bot.store import learners, practice, talk
from tests.fakes.house import ROOT, House
from tests.fakes.learner import Walker
from tests.journeys.conftest import onboard

pytestmark = pytest.mark.model

OWN_LANGUAGES = sorted(read_folders(ROOT / "locales").languages)

SAID = {
    "ar": ("بدي اتمرن", "شكرا"),
    "en": ("I want to practise", "thank you"),
    "nl": ("ik wil oefenen", "dank u wel"),
    "tr": ("alıştırma yapmak istiyorum", "teşekkür ederim"),
}
"""Practise, and thank you, in the words of those languages whose words Rasa was taught."""


@pytest.fixture(params=OWN_LANGUAGES)
async def walker(request: pytest.FixtureRequest, home: House) -> Walker:
    """Somebody who writes for the first time."""
    return await Walker.comes(home, request.param)


async def test_from_the_first_start_to_the_last_word(walker: Walker) -> None:
    await onboard(walker)
    walker.shows("practice.offer")
    await practises(walker)
    await looks_around(walker)
    await chooses_days(walker)
    await writes_to_the_counsellor(walker)
    await rests_and_comes_back(walker)
    await leaves(walker)


async def practises(walker: Walker) -> None:
    """A lesson with a mistake in it, and the question about sharing."""
    await walker.practises()
    await walker.answers(right=False)
    walker.shows("practice.it_is")
    assert await walker.finishes_lesson() == 6
    walker.shows("sharing.refusing_is_fine")
    await walker.taps("sharing.button.no")
    assert learners.consent(walker.house.store, walker.record.id, consent.SHARING) is False
    assert len(practice.attempts(walker.house.store, walker.record.id)) == 7


async def looks_around(walker: Walker) -> None:
    """By the menu, by a command, and in words."""
    await walker.presses("menu.progress")
    walker.shows("progress.head")
    await walker.presses("menu.tip")
    await walker.taps("topic.sick_leave")
    walker.shows("tip.say")
    await walker.commands("help")
    walker.shows("help.what")
    if walker.language in SAID:
        practise, thanks = SAID[walker.language]
        await walker.says(thanks)
        walker.shows("smalltalk.thank")
        await walker.says(practise)
        assert walker.record.expects == "practice"


async def chooses_days(walker: Walker) -> None:
    await walker.commands("settings")
    await walker.taps("settings.button.days")
    await walker.taps("reminder.button.three")
    await walker.taps_label("18:00")
    walker.shows("reminder.set")
    assert walker.record.next_due_at is not None


async def writes_to_the_counsellor(walker: Walker) -> None:
    await walker.presses("menu.counsellor")
    await walker.says("Kan je mij morgen bellen?")
    walker.shows("counsellor.kept")
    [message] = talk.unanswered(walker.house.store, walker.record.id)
    assert message.text == "Kan je mij morgen bellen?"


async def rests_and_comes_back(walker: Walker) -> None:
    await walker.commands("pause")
    await walker.taps("pause.button.week")
    walker.shows("pause.until")
    await walker.taps("menu.resume")
    walker.shows("pause.welcome_back")


async def leaves(walker: Walker) -> None:
    await walker.commands("delete")
    await walker.taps("delete.button.go_on")
    await walker.taps("delete.button.erase")
    walker.shows("delete.gone")
    assert learners.by_telegram_id(walker.house.store, walker.handset.id) is None
