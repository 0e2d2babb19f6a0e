"""An announcement: everybody reads it in their own language, and nobody twice."""

import threading
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.i18n import Catalogues
from bot.journeys import announcement
from bot.journeys.announcement import Announcement, Audience
from bot.journeys.invitation import invite
from bot.journeys.reply import Reply
from bot.settings import LOCALES
from bot.store import Store, erasing, learners, outbox
from bot.telegram import render
from tests.fakes import stores
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner, learner_row, outbox_rows

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LASTS = timedelta(hours=48)
CLOSED = Announcement("closed", {"nl": "Vrijdag gesloten.\n\nTot maandag!", "ar": "مغلق يوم الجمعة."})


def audience(store: Store, said: Announcement = CLOSED) -> Audience:
    return announcement.audience(store, said, learners.everyone(store), NOW)


def announce(store: Store, said: Announcement = CLOSED) -> int:
    """Announce to everybody. Returns how many got a message."""
    return sum(new for _, new in announcement.announce(store, said, audience(store, said), NOW, LASTS))


def add_many(store: Store, count: int) -> None:
    stores.add(store, *(learner_row(2000 + number, language="nl") for number in range(count)))


def test_everybody_reads_it_in_their_own_language_with_the_menu(store: Store) -> None:
    add_learner(store, 1, language="nl")
    add_learner(store, 2, language="ar")
    assert announce(store) == 2
    catalogues = Catalogues.load(LOCALES)
    read = {}
    for row in outbox_rows(store):
        assert (row.kind, row.expires_at, row.ref) == ("broadcast", NOW + LASTS, None)
        reply = Reply.from_json(row.payload or {})
        (call,) = render.new_messages(reply, row.chat_id, row.language, catalogues)
        assert "keyboard" in call.parameters["reply_markup"]
        read[row.chat_id] = call.parameters["text"]
    assert read == {1: CLOSED.words["nl"], 2: CLOSED.words["ar"]}


def test_what_it_says_is_shown_as_it_is_written(store: Store) -> None:
    add_learner(store, 1, language="nl")
    announce(store, Announcement("sum", {"nl": "1 < 2 & <b>3</b>"}))
    (row,) = outbox_rows(store)
    (call,) = render.new_messages(Reply.from_json(row.payload or {}), 1, "nl", Catalogues.load(LOCALES))
    assert call.parameters["text"] == "1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;"


def test_broken_off_and_begun_again_it_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcement, "BATCH", 4)
    add_many(store, 10)
    steps = announcement.announce(store, CLOSED, audience(store), NOW, LASTS)
    assert next(steps) == (4, 4)
    assert audience(store).have_it == 4
    assert announce(store) == 6
    assert announce(store) == 0
    assert set(Counter(row.learner_id for row in outbox_rows(store)).values()) == {1}


def test_begun_twice_at_once_nobody_gets_two(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcement, "BATCH", 3)
    add_many(store, 20)
    both, begin = [audience(store), audience(store)], threading.Barrier(2)
    got = []

    def run(to: Audience) -> None:
        begin.wait()
        got.append(sum(new for _, new in announcement.announce(store, CLOSED, to, NOW, LASTS)))

    threads = [threading.Thread(target=run, args=(to,)) for to in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(got) == len(outbox_rows(store)) == 20


def test_whoever_was_sent_it_gets_no_second_one(store: Store) -> None:
    add_learner(store, 1, language="nl")
    announce(store)
    outbox.sent(store, outbox_rows(store)[0], 501, NOW)
    assert announce(store) == 0
    assert announce(store, Announcement("open-again", CLOSED.words)) == 1


def test_who_pauses_or_blocked_the_bot_or_never_began_gets_none(store: Store) -> None:
    add_learner(store, 1, language="nl", paused_until=NOW + timedelta(days=1))
    add_learner(store, 2, language="nl", blocked_at=NOW)
    add_learner(store, 3, language="nl", enrolled_at=None)
    add_learner(store, 4, language="nl", paused_until=NOW - timedelta(days=1))
    to = audience(store)
    assert [learner.telegram_id for learner in to.learners] == [4]
    assert (to.have_it, to.paused, to.blocked) == (0, 1, 1)


def test_who_leaves_meanwhile_gets_none(store: Store) -> None:
    gone, paused, changed, there = (add_learner(store, number, language="nl") for number in range(1, 5))
    to = audience(store)
    paused.paused_until, changed.language = NOW + timedelta(days=1), "fr"
    with store.writing() as session:
        session.add_all([paused, changed])
        erasing.erase(session, gone.id)
    assert list(announcement.announce(store, CLOSED, to, NOW, LASTS)) == [(4, 1)]
    assert [row.learner_id for row in outbox_rows(store)] == [there.id]


def test_missing_languages_are_told_unless_another_one_stands_in(store: Store) -> None:
    for number, language in enumerate(("nl", "ps", "ps", "fr")):
        add_learner(store, 1 + number, language=language)
    assert announcement.missing(CLOSED, audience(store)) == {"fr": 1, "ps": 2}
    instead = Announcement("closed", CLOSED.words, instead="nl")
    assert announcement.missing(instead, audience(store, instead)) == {}
    assert announce(store, instead) == 4
    assert {row.language for row in outbox_rows(store)} == {"nl", "ps", "fr"}


def test_an_announcement_lasts_no_longer_than_its_rows_are_known(store: Store) -> None:
    assert announcement.LONGEST_LASTING < outbox.KEPT
    add_learner(store, 1, language="nl")
    list(announcement.announce(store, CLOSED, audience(store), NOW, timedelta(days=100)))
    assert outbox_rows(store)[0].expires_at == NOW + announcement.LONGEST_LASTING


def test_an_invitation_and_an_announcement_do_not_stand_in_each_others_way(store: Store) -> None:
    course = published_course(store, NOW)
    add_learner(store, 1, language="nl", next_due_at=NOW)
    said = Announcement("invitation-2026-11-23", CLOSED.words)
    assert announce(store, said) == 1
    assert list(invite(store, course, NOW)) == [True]
    assert [row.campaign for row in outbox_rows(store)] == [said.campaign, "invitation-2026-11-23"]
