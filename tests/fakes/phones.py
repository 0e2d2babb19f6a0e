"""Phones of the simulator in the hand of a test."""

from typing import Any

import httpx


class Handset:
    """One phone: what its owner does, and what it shows."""

    def __init__(self, client: httpx.AsyncClient, phone: dict[str, Any]) -> None:
        self.client = client
        self.id: int = phone["id"]
        self.phone = phone

    @classmethod
    async def new(cls, client: httpx.AsyncClient, name: str, language: str = "en", **more: Any) -> "Handset":
        """Add a phone to the simulator behind `client`, whose base URL is the simulator's."""
        body = {"first_name": name, "language_code": language, **more}
        answer = await client.post("/phone/api/phones", json=body)
        answer.raise_for_status()
        return cls(client, answer.json())

    async def act(self, name: str, **values: Any) -> dict[str, Any]:
        """Do something with the phone; what it refuses fails the test."""
        answer = await self.try_to(name, **values)
        assert answer.is_success, f"{name} {values}: {answer.text}"
        return answer.json()  # type: ignore[no-any-return]

    async def try_to(self, name: str, **values: Any) -> httpx.Response:
        """Do something with the phone; return the answer, whatever it is."""
        return await self.client.post(f"/phone/api/phones/{self.id}/{name}", json=values)

    async def says(self, text: str) -> dict[str, Any]:
        """Write a text."""
        return await self.act("text", text=text)

    async def presses(self, text: str) -> dict[str, Any]:
        """Press the key with this label below the input field."""
        return await self.act("press", text=text)

    async def taps(self, text: str) -> dict[str, Any]:
        """Tap the newest inline button with this label."""
        return await self.act("tap", text=text)

    async def messages(self) -> list[dict[str, Any]]:
        """Return the messages of the chat."""
        answer = await self.client.get(f"/phone/api/phones/{self.id}/messages")
        return answer.json()  # type: ignore[no-any-return]

    async def last(self) -> dict[str, Any]:
        """Return the last message of the chat."""
        return (await self.messages())[-1]

    async def chat(self) -> dict[str, Any]:
        """Return the chat besides its messages: keyboard, commands, block, unread, typing."""
        answer = await self.client.get(f"/phone/api/phones/{self.id}")
        return answer.json()  # type: ignore[no-any-return]
