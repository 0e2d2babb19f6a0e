"""How fast somebody may try to get in: slower and slower by account and by address."""

from datetime import datetime, timedelta

from starlette.requests import Request

from bot.store import Store, failed_tries

WINDOW = timedelta(minutes=15)
"""The time in which tries are counted."""

FROM_HERE = 5
"""So many tries for one account may fail from one address, for typing badly."""

FROM_ADDRESS = 30
"""So many from one address: a whole office may share it."""

FOR_ACCOUNT = 50
"""So many for one account from wherever: who guesses from many addresses is stopped too."""


def locked(store: Store, account: str, address: str, now: datetime) -> bool:
    """Whether too many tries failed lately, for this account or from this address.

    Few tries are allowed for one account from one address, so that nobody can lock a colleague out from elsewhere.
    """
    limits = {_pair(account, address): FROM_HERE, _from(address): FROM_ADDRESS, _of(account): FOR_ACCOUNT}
    return any(failed_tries.count(store, key, now - WINDOW) >= most for key, most in limits.items())


def failed(store: Store, account: str, address: str, now: datetime) -> None:
    """Note a try that failed."""
    failed_tries.note(store, [_pair(account, address), _of(account), _from(address)], now)


def passed(store: Store, account: str, address: str) -> None:
    """Forget the tries of somebody who got in from where they got in."""
    failed_tries.forget(store, _pair(account, address))


def token_failed(store: Store, address: str, now: datetime) -> bool:
    """Note a token that is none. Returns False when too many from this address were none lately: no more is noted.

    It slows nobody who has a token: a whole office may share the address, and no token can be guessed.
    """
    key = f"token {address}"
    if failed_tries.count(store, key, now - WINDOW) >= FROM_ADDRESS:
        return False
    failed_tries.note(store, [key], now)
    return True


def address(request: Request) -> str:
    """The address that a request comes from; behind a web server on this machine, the one that it names."""
    client = request.client.host if request.client else ""
    forwarded = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return forwarded if forwarded and client in ("127.0.0.1", "::1") else client


def _pair(account: str, address: str) -> str:
    return f"pair {account.strip().lower()} {address}"


def _of(account: str) -> str:
    return f"account {account.strip().lower()}"


def _from(address: str) -> str:
    return f"address {address}"
