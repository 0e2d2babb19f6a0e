"""What the simulator answers when it refuses: to a bot in Telegram's words, to a phone in plain ones."""


class Refusal(Exception):
    """A call of a bot that Telegram would refuse.

    Attributes:
        code: HTTP status and `error_code` of the answer.
        description: the answer's `description`, as Telegram words it.
        retry_after: seconds after which to try again, 0 if Telegram does not say.
    """

    def __init__(self, code: int, description: str, retry_after: int = 0) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after


class PhoneProblem(Exception):
    """Something that the person with the phone cannot do; `status` is the HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class StateFileProblem(Exception):
    """The state file cannot be read."""


def bad_request(text: str) -> Refusal:
    """Return Telegram's 400 with `text` after its prefix."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """Return Telegram's 403 with `text` after its prefix."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """Return Telegram's 409 with `text` after its prefix."""
    return Refusal(409, f"Conflict: {text}")


def too_many(seconds: int) -> Refusal:
    """Return Telegram's 429, to be tried again after `seconds`."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", seconds)
