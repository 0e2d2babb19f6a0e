"""A mail server, as WERKMAAT_SMTP_URL names it."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import parse_qs, unquote, urlsplit

PATIENCE = 15.0
"""Seconds that the server has to answer each command."""

PORTS = {"smtp": 587, "smtps": 465}
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class NotPrivate(OSError):
    """The password would have to go over the network for all to read."""


class MailServer:
    """Sends mails, one connection each. Calls block: they belong in a thread.

    Args:
        url: ``smtp://user:password@host:port`` (with STARTTLS where the server offers it) or ``smtps://...``; user and
            password may be left out, and ``?from=address`` says who sends when the user is no address.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "smtps"
        self._host = parts.hostname or ""
        self._port = parts.port or PORTS[parts.scheme]
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        named = parse_qs(parts.query).get("from", [""])[0]
        self.sender = named or (self._user if "@" in self._user else f"werkmaat@{self._host}")

    def send(self, to: str, subject: str, body: str) -> None:
        """Hand one mail over.

        Raises:
            OSError: the server cannot be reached, or refuses (``smtplib.SMTPException`` is one).
        """
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        # Nobody's absence note shall answer it.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body)
        with self._connected() as server:
            server.send_message(message)

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        trusted = ssl.create_default_context()
        if self._secure:
            opened: smtplib.SMTP = smtplib.SMTP_SSL(self._host, self._port, timeout=PATIENCE, context=trusted)
        else:
            opened = smtplib.SMTP(self._host, self._port, timeout=PATIENCE)
        with opened as server:
            private = self._secure or self._host in THIS_MACHINE
            server.ehlo()
            if not self._secure and server.has_extn("starttls"):
                server.starttls(context=trusted)
                private = True
            if self._user:
                self._log_in(server, private)
            yield server

    def _log_in(self, server: smtplib.SMTP, private: bool) -> None:
        if not private:
            raise NotPrivate("the mail server offers no STARTTLS: use smtps://")
        server.login(self._user, self._password)
