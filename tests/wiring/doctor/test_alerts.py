"""Alerts: the doctor says when nobody is told, and when nobody takes one on."""

from datetime import timedelta

from bot.settings import Settings
from bot.store import Store
from bot.store import alerts as kept
from bot.store.tables import Alert
from bot.wiring.doctor import Machine, State
from bot.wiring.doctor.alerts import mail, open_alerts
from bot.wiring.parts import clock
from tests.fakes.stores import add, add_learner, staff_row
from tests.wiring.doctor.test_database import says

TOKEN = {"telegram_token": "1:abc"}


def raised(store: Store, ago: timedelta) -> Alert:
    """An alert of some time ago, of which a counsellor is to be told by mail."""
    learner = add_learner(store, name="Amina")
    alert = Alert(id="a1", learner_id=learner.id, flag="violence", shows="call", at=clock() - ago)
    add(store, staff_row("els"), alert)
    with store.writing() as session:
        kept.tell(session, alert, ["els"], alert.at)
    return alert


def with_mail(settings: Settings, url: str | None) -> Machine:
    return Machine(settings.model_copy(update={**TOKEN, "smtp_url": url}))


def test_without_a_mail_server_alerts_reach_nobody_by_mail(settings: Settings) -> None:
    says(mail(with_mail(settings, None)), State.ATTENTION, "reach nobody by mail")
    says(mail(Machine(settings)), State.OK, "reach nobody by mail", "demo")


def test_mails_that_do_not_go_out_are_seen(settings: Settings, store: Store) -> None:
    machine = with_mail(settings, "smtp://a:geheim@mail.example")
    raised(store, timedelta(minutes=1))
    says(mail(machine), State.OK, "nothing waits that failed")
    [waiting] = kept.unsent(store)
    kept.postpone(store, waiting.notice, clock(), "ConnectionRefusedError")
    finding = mail(machine)
    says(finding, State.ATTENTION, "1 mails to staff do not go out (ConnectionRefusedError)")
    assert not any(word in str(finding) for word in ("geheim", "els@", "Amina"))


def test_an_alert_that_nobody_takes_on_is_seen(settings: Settings, store: Store) -> None:
    machine = Machine(settings)
    says(open_alerts(machine), State.OK, "nobody waits")
    alert = raised(store, timedelta(hours=2))
    says(open_alerts(machine), State.OK, "1 wait for somebody")
    alert.at -= timedelta(days=2)
    add(store, alert)
    says(open_alerts(machine), State.ATTENTION, "1 wait for somebody")
    alert.acknowledged_at = clock()
    add(store, alert)
    says(open_alerts(machine), State.OK, "nobody waits", "1 open")
