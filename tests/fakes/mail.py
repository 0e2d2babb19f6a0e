"""A mail server on this machine, as small as can be, and a letter box for tests that need none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class LetterBox:
    """Takes mails as ``MailServer.send`` does, or fails while it is ``shut``."""

    mails: list[tuple[str, str, str]] = field(default_factory=list)
    shut: bool = False

    def post(self, to: str, subject: str, body: str) -> None:
        """Take a mail in."""
        if self.shut:
            raise ConnectionRefusedError("nobody home")
        self.mails.append((to, subject, body))

    def to(self) -> list[str]:
        """Who got a mail, in order."""
        return [mail[0].partition("@")[0] for mail in self.mails]


@dataclass
class Smtp:
    """What the server was told. ``refuses`` are recipients that it does not take."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    refuses: frozenset[str] = frozenset()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, line by line."""
        writer.write(b"220 here\r\n")
        while line := (await reader.readline()).decode().strip():
            if line.upper() == "DATA":
                writer.write(b"354 go on\r\n")
                body = await reader.readuntil(b"\r\n.\r\n")
                self.mails.append(message_from_bytes(body[:-5], policy=policy.default))
            writer.write(self._answer(line))
            await writer.drain()
        writer.close()

    def _answer(self, line: str) -> bytes:
        word = line.partition(" ")[0].upper()
        if word == "EHLO":
            return b"250-here\r\n250 AUTH PLAIN\r\n"
        if word == "QUIT":
            return b"221 bye\r\n"
        if word == "AUTH":
            self.logins.append(line)
            return b"235 come in\r\n"
        refused = word == "RCPT" and any(one in line for one in self.refuses)
        return b"550 unknown\r\n" if refused else b"250 good\r\n"


@asynccontextmanager
async def smtp() -> AsyncIterator[Smtp]:
    """A server that takes mails on a port of this machine."""
    server = Smtp()
    listening = await asyncio.start_server(server.talk, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield server
