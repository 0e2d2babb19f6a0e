"""Alerts: does mail reach staff, and does somebody take them on?"""

from datetime import timedelta

from bot.store import alerts
from bot.store.tables import Alert
from bot.wiring.doctor.finding import Finding, attention, ok
from bot.wiring.doctor.machine import Machine

LONG = timedelta(days=1)
"""After this long without anybody who takes an alert on, something is wrong with how staff are told."""

LOOK = "look at them: `werkmaat alert list`, and call (docs/alerts.md)"


def mail(machine: Machine) -> Finding:
    """Whether mails to staff go out."""
    if not machine.settings.smtp_url:
        return _without_mail(machine)
    late = [one for one in alerts.unsent(machine.store) if one.notice.error]
    if late:
        kinds = ", ".join(sorted({one.notice.error or "" for one in late}))
        found = f"{len(late)} mails to staff do not go out ({kinds})"
        return attention(found, f"mend WERKMAAT_SMTP_URL or the mail server; until then {LOOK}")
    return ok("WERKMAAT_SMTP_URL is set; nothing waits that failed")


def open_alerts(machine: Machine) -> Finding:
    """Whether alerts are taken on."""
    found = [alert for alert, _ in alerts.all_open(machine.store)]
    waiting = [alert for alert in found if alert.acknowledged_at is None]
    if not waiting:
        return ok(f"nobody waits for somebody to take an alert on; {len(found)} open")
    return _waiting(machine, waiting)


def _waiting(machine: Machine, waiting: list[Alert]) -> Finding:
    since = min(alert.at for alert in waiting)
    said = f"{len(waiting)} wait for somebody to take them on, the oldest since {since:%Y-%m-%d %H:%M} UTC"
    return attention(said, LOOK) if machine.clock() - since > LONG else ok(said)


def _without_mail(machine: Machine) -> Finding:
    said = "WERKMAAT_SMTP_URL is not set: alerts reach nobody by mail"
    if machine.settings.demo:
        return ok(f"{said}, as it is in a demo")
    return attention(said, "set it; until then look at `werkmaat alert list` and `werkmaat report` every day")
