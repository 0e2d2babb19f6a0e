"""Mails go out over SMTP, and a password never goes over a network for all to read."""

import asyncio
import smtplib
from typing import Any

import pytest

from bot.mail import MailServer
from bot.mail.server import NotPrivate
from tests.fakes.mail import smtp

LINE = "Een cursist vraagt: bel ze. Ça va? مرحبا"


async def test_a_mail_goes_out_as_it_was_written() -> None:
    async with smtp() as server:
        mails = MailServer(f"smtp://els%40example.org:a%2Fb@127.0.0.1:{server.port}")
        await asyncio.to_thread(mails.send, "omar@example.org", "Iemand vraagt é", LINE)
    [mail] = server.mails
    assert (mail["From"], mail["To"], mail["Subject"]) == ("els@example.org", "omar@example.org", "Iemand vraagt é")
    assert mail.get_content().strip() == LINE
    assert mail["Auto-Submitted"] == "auto-generated"
    assert len(server.logins) == 1


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("smtp://mail.example.org", "werkmaat@mail.example.org"),
        ("smtp://user:x@mail.example.org", "werkmaat@mail.example.org"),
        ("smtp://a%40b.org:x@mail.example.org", "a@b.org"),
        ("smtps://user:x@mail.example.org?from=hulp@b.org", "hulp@b.org"),
    ],
)
def test_who_sends(url: str, sender: str) -> None:
    assert MailServer(url).sender == sender


async def test_without_a_user_nobody_logs_in() -> None:
    async with smtp() as server:
        await asyncio.to_thread(MailServer(f"smtp://127.0.0.1:{server.port}").send, "a@b.org", "x", "y")
    assert (len(server.mails), server.logins) == (1, [])


async def test_a_recipient_who_is_refused_is_an_os_error() -> None:
    async with smtp() as server:
        server.refuses = frozenset({"a@b.org"})
        with pytest.raises(OSError) as caught:  # noqa: PT011 - whatever the kind, it is tried again
            await asyncio.to_thread(MailServer(f"smtp://127.0.0.1:{server.port}").send, "a@b.org", "x", "y")
    assert isinstance(caught.value, smtplib.SMTPRecipientsRefused)


def test_a_server_that_is_not_there_is_an_os_error() -> None:
    with pytest.raises(ConnectionRefusedError):
        MailServer("smtp://127.0.0.1:1").send("a@b.org", "x", "y")


async def test_a_password_does_not_go_out_in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere: Any = smtplib.SMTP.connect
    async with smtp() as server:

        def connect(self: Any, host: str = "", port: int = 0, *more: Any) -> Any:
            return elsewhere(self, "127.0.0.1", port, *more)

        monkeypatch.setattr(smtplib.SMTP, "connect", connect)
        with pytest.raises(NotPrivate):
            await asyncio.to_thread(MailServer(f"smtp://u:p@mail.example:{server.port}").send, "a@b.org", "x", "y")
    assert (server.mails, server.logins) == ([], [])
