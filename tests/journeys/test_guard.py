"""A message that speaks of danger is never answered with an exercise, wherever it comes."""

from datetime import UTC, date, datetime, time
from typing import cast

import pytest

from bot.i18n import Text
from bot.journeys import consent, helplines
from bot.journeys.understanding import Understood
from bot.safeguarding.hours import read_shifts
from bot.safeguarding.sharing import shown_to
from bot.speech.sound import Sound
from bot.store import alerts, learners, practice, talk
from bot.store.tables import Caseload, Consent
from tests.fakes import stores
from tests.fakes.course import ZONE
from tests.fakes.desk import Desk
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.stores import staff_row
from tests.journeys.conftest import onboard

PAPERS = "mijn baas heeft mijn paspoort afgepakt"
DANGER = {"nl": "ik wil niet meer leven", "ar": "بدي موت"}


async def test_helplines_come_silently_with_a_neutral_first_line(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    learner.shows("guard.heard")
    assert plain(learner.last["text"]).startswith(plain(learner.words("guard.neutral")))
    assert learner.last["silent"]
    assert "1813" in learner.last["text"]


async def test_a_lesson_rests_and_goes_on_when_the_learner_wants(learner: Walker) -> None:
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.says(DANGER[learner.language])
    learner.shows("guard.heard")
    assert learner.record.expects == "guard"
    assert practice.attempts(learner.house.store, learner.record.id) == []
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id


NO_PHRASE = "soms sta ik lang op de brug"
"""In no list of phrases; what was learned from examples has to notice it."""


@pytest.mark.parametrize("words", [DANGER["nl"], NO_PHRASE])
@pytest.mark.parametrize(
    "step", ["before anything", "in the onboarding", "to the counsellor", "in a caption", "in an edit", "in a lesson"]
)
async def test_it_is_seen_in_every_state(home: House, step: str, words: str) -> None:
    walker = await Walker.comes(home, "nl")
    means(walker, NO_PHRASE, "feeling_bad", flag="self_harm")
    if step != "before anything":
        await walker.commands("start")
    if step not in ("before anything", "in the onboarding"):
        await onboard(walker)
    if step in ("to the counsellor", "in a lesson"):
        await walker.presses("menu.counsellor" if step == "to the counsellor" else "menu.practise")
    if step == "in a caption":
        await walker.does("photo", caption=words)
    elif step == "in an edit":
        await walker.says("hallo")
        await walker.does("edit", text=words)
    else:
        await walker.says(words)
    walker.shows("guard.heard")
    assert walker.record.expects in ("guard", "onboarding", "language")
    assert talk.messages(home.store, walker.record.id) == []
    assert practice.attempts(home.store, walker.record.id) == []


async def test_hide_this_removes_the_message(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.hide")
    assert next(message for message in learner.new if message["id"] == shown)["deleted"]


async def test_telling_the_counsellor_stands_in_the_same_message_and_hides_with_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.tell")
    assert [message["id"] for message in learner.new] == [shown]
    learner.shows("guard.told_unlinked")
    assert {*learner.labels()} == {plain(learner.words(f"guard.button.{name}")) for name in ("hide", "more")}
    await learner.taps("guard.button.hide")
    assert [(message["from"], message["deleted"]) for message in learner.new] == [("phone", True), ("bot", True)]


async def test_the_message_fits_a_small_screen_and_all_there_is_comes_into_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown, course = learner.last, learner.house.courses.current()
    assert shown["text"].count("📞") == helplines.MOST
    learner.shows("guard.what_next")
    learner.does_not_show("tip.say")
    await learner.taps("guard.button.more")
    assert [message["id"] for message in learner.new] == [shown["id"]]
    places = course.region.helplines("self_harm")
    for place in places:
        assert place.number.text in learner.last["text"]
        assert place.say.text in learner.last["text"]
    assert learner.last["text"].count("📞") == len(places) > helplines.MOST
    heard = [f"🔊 {place.number.text}" for place in places]
    hide, tell = (plain(learner.words(f"guard.button.{name}")) for name in ("hide", "tell"))
    assert {*learner.labels()} == {hide, *heard, tell}
    assert (learner.labels()[0], learner.labels()[-1]) == (hide, tell)


async def test_all_there_is_still_says_that_the_counsellor_was_told(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    await learner.taps("guard.button.more")
    learner.shows("guard.told_unlinked")
    assert plain(learner.words("guard.button.hide")) in learner.labels()
    assert plain(learner.words("guard.button.tell")) not in learner.labels()
    assert len(talk.open_alerts(learner.house.store, learner.record.id)) == 1


async def test_help_now_names_at_most_three_places_at_first(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")
    assert learner.last["text"].count("📞") == helplines.MOST
    await learner.taps("guard.button.more")
    assert learner.last["text"].count("📞") == len(helplines.ANY_DANGER)


async def test_without_sharing_no_alert_leaves_the_chat_unless_asked_for(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    assert talk.open_alerts(learner.house.store, learner.record.id) == []
    await learner.taps("guard.button.tell")
    learner.shows("guard.told_unlinked")
    [alert] = talk.open_alerts(learner.house.store, learner.record.id)
    assert alert.flag == "self_harm"
    assert learners.consent(learner.house.store, learner.record.id, consent.SHARING) is None


async def test_with_sharing_staff_read_only_that_a_call_is_asked_for(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    agreed = Consent(learner_id=walker.record.id, kind=consent.SHARING, given=True, notice="test", at=home.clock())
    stores.add(home.store, agreed)
    await walker.says("mijn baas heeft mijn paspoort afgepakt")
    [alert] = talk.open_alerts(home.store, walker.record.id)
    assert (alert.flag, alert.shows) == ("exploitation", "call")


async def test_hide_this_takes_the_words_away_too_and_what_was_heard(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.more")
    for _ in range(2):
        await learner.taps_label("🔊 1813")
        assert learner.last["silent"]
    assert Sound("Het gaat niet goed met mij. Wil je even luisteren?", "nl", slow=True) in learner.house.asked_for
    await learner.taps("guard.button.hide")
    messages = await learner.handset.messages()
    assert [message for message in messages if DANGER[learner.language] in message["text"]] != []
    hidden = [message for message in messages if message["deleted"]]
    assert [message["from"] for message in hidden] == ["phone", "bot", "bot", "bot"]


async def test_old_words_stay_but_the_message_goes(learner: Walker) -> None:
    """Telegram lets a bot delete for 48 hours; what is refused breaks nothing."""
    await learner.says(DANGER[learner.language])
    learner.house.clock.forward(hours=49)
    await learner.taps("guard.button.hide")
    await learner.commands("help")
    learner.shows("help.what")


async def test_yes_is_no_exercise(learner: Walker) -> None:
    """Only who says that they go on is offered to; then the lesson is as it was."""
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.says(DANGER[learner.language])
    brain = cast(QuickBrain, learner.house.turns.brain)
    for word, intent in (("ja", "affirm"), ("nee", "deny")):
        brain.readings[word] = Understood(intent)
        await learner.says(word)
        learner.shows("guard.which")
        assert learner.record.expects == "guard"
    await learner.taps("guard.button.go_on")
    assert learner.open_item()[0].id == item.id


async def test_who_wrote_to_the_counsellor_reads_that_nothing_was_passed_on(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.says(DANGER[learner.language])
    learner.shows("guard.not_passed_on")
    await learner.says(DANGER[learner.language])
    learner.does_not_show("guard.not_passed_on")


@pytest.mark.parametrize("opened", ["", "menu.counsellor"])
async def test_a_voice_message_is_not_checked_and_says_so_at_once(learner: Walker, opened: str) -> None:
    if opened:
        await learner.presses(opened)
    await learner.does("voice")
    learner.shows("guard.voice")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")


async def test_numbers_say_when_they_were_checked(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    learner.shows("guard.checked")
    day = learner.house.catalogues.plain(Text("guard.checked", {"day": date(2026, 11, 1)}), learner.language)
    assert plain(day) in plain(learner.last["text"])


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ((23, 10, 0), Text("guard.read_until", {"time": time(17)})),
        ((23, 16, 40), Text("guard.read_from", {"moment": datetime(2026, 11, 24, 9, tzinfo=ZONE)})),
        ((27, 20, 0), Text("guard.read_from", {"moment": datetime(2026, 11, 30, 9, tzinfo=ZONE)})),
        ((24, 3, 0), Text("guard.read_from", {"moment": datetime(2026, 11, 24, 9, tzinfo=ZONE)})),
        (None, Text("guard.read_unknown")),
    ],
)
async def test_it_is_honest_about_when_a_person_reads(
    learner: Walker, local: tuple[int, int, int] | None, said: Text
) -> None:
    stores.add(learner.house.store, staff_row("els"), caseload(learner, "els"))
    if local:
        learner.house.turns.shifts = read_shifts("mon-fri 09:00-17:00")
        day, hour, minute = local
        learner.house.clock.now = datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    learner.shows("guard.told")
    assert plain(learner.house.catalogues.plain(said, learner.language)) in plain(learner.last["text"])


async def test_a_team_without_a_counsellor_is_told_too(learner: Walker) -> None:
    stores.add(learner.house.store, staff_row("ines", role="lead"))
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    learner.shows("guard.told_team")


async def test_a_double_tap_and_the_same_words_again_keep_one_alert(desk: Desk) -> None:
    learner = desk.enrol()
    for hours, kept in ((0, 1), (2, 2)):
        desk.clock.forward(hours=hours)
        for _ in range(2):
            desk.says(DANGER["nl"])
            await desk.works()
            for _ in range(2):
                desk.taps(f"guard:{desk.learner().asked}:tell-self_harm")
        await desk.works()
        assert len(talk.open_alerts(desk.store, learner.id)) == kept


@pytest.mark.parametrize(
    ("who", "team_reads", "counsellor_reads"),
    [("counsellor", "call", "exploitation"), ("team", "exploitation", "exploitation"), ("nobody", "call", "call")],
)
async def test_the_learner_chooses_who_reads_why(home: House, who: str, team_reads: str, counsellor_reads: str) -> None:
    walker = await sharing(home)
    await walker.says(PAPERS)
    await walker.taps("guard.button.why")
    walker.shows("guard.ask_who")
    await walker.taps(f"guard.button.{who}")
    walker.shows(f"guard.shared.{who}")
    assert plain(walker.words("guard.button.why")) not in walker.labels()
    [alert] = talk.open_alerts(home.store, walker.record.id)
    assert alert.shows == team_reads
    assert shown_to(alert.shows, alert.flag, alert.shared_with, own_counsellor=True) == counsellor_reads
    assert shown_to(alert.shows, alert.flag, alert.shared_with, own_counsellor=False) == team_reads
    assert [event.what for event in alerts.events(home.store, alert.id)] == ["raised", "shared"]


@pytest.mark.parametrize("data", ["team-self_harm", "team", "why-violence", "nobody-", "hear-nothing", "told-violence"])
async def test_a_forged_button_passes_nothing_on(desk: Desk, data: str) -> None:
    learner = desk.enrol()
    desk.says(DANGER["nl"])
    await desk.works()
    before = len(desk.replies())
    number = desk.taps(f"guard:{desk.learner().asked}:{data}")
    await desk.works()
    assert (desk.row(number).state, len(desk.replies())) == ("done", before + 1)
    assert talk.open_alerts(desk.store, learner.id) == []
    assert not {"guard.told", "guard.told_team", "guard.told_unlinked"} & {*desk.message_keys()}


async def sharing(home: House) -> Walker:
    """A learner whose counsellor is Els, and who shares."""
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    agreed = Consent(learner_id=walker.record.id, kind=consent.SHARING, given=True, notice="test", at=home.clock())
    stores.add(home.store, agreed, staff_row("els"), caseload(walker, "els"))
    return walker


def caseload(walker: Walker, staff_id: str) -> Caseload:
    return Caseload(staff_id=staff_id, learner_id=walker.record.id, since=stores.BEGINNING)
