"""Which faults are switched on, how often each still strikes, and whom it strikes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from bot.simulator.faults.kinds import KINDS, Effect, Kind
from bot.simulator.records import Json


@dataclass
class Fault:
    """One fault that is switched on.

    Attributes:
        kind: its name in KINDS.
        phone: the only phone that it concerns, 0 for all and for calls that name no chat.
        method: the only method that it meets, in lower case, "" for any.
        left: how often it still strikes, None without end.
        probability: of striking, 0 to 1, each time that it could.
        seconds: of a stall or a `retry_after`.
        seed: of its own random numbers, so that a run can be had again.
        struck: how often it has struck.
        id: its number, once it is switched on.
    """

    kind: str
    phone: int = 0
    method: str = ""
    left: int | None = None
    probability: float = 1.0
    seconds: float = 0
    seed: int = 0
    struck: int = 0
    id: int = 0
    random: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    @property
    def rules(self) -> Kind:
        """What stands of its kind in the table."""
        return KINDS[self.kind]

    def concerns(self, method: str, chat: int) -> bool:
        """Return whether it may meet a call of this method that names this chat (0: none)."""
        named = not self.method or self.method == method.lower()
        return named and self.phone in (0, chat) and bool(chat or not self.rules.to_chats)

    def strikes(self) -> bool:
        """Return whether it strikes now, and count it if so."""
        if self.left == 0 or self.random.random() >= self.probability:
            return False
        self.left = None if self.left is None else self.left - 1
        self.struck += 1
        return True

    def view(self) -> Json:
        """Return it as the page and the tests read it."""
        shown = {name: value for name, value in vars(self).items() if name != "random"}
        return {**shown, "label": self.rules.label}


class Faults:
    """The faults that are switched on, oldest first; a restart of the simulator forgets them."""

    def __init__(self) -> None:
        self._on: dict[int, Fault] = {}
        self._last = 0

    def __iter__(self) -> Iterator[Fault]:
        return iter(list(self._on.values()))

    def switch_on(self, fault: Fault) -> Fault:
        """Switch a fault on; it gets the next number."""
        self._last += 1
        fault.id = self._last
        self._on[fault.id] = fault
        return fault

    def clear(self, number: int) -> bool:
        """Switch a fault off; return whether it was on."""
        return self._on.pop(number, None) is not None

    def clear_all(self) -> None:
        """Switch every fault off."""
        self._on.clear()

    def striking(self, effect: Effect, may: Callable[[Fault], bool]) -> Fault | None:
        """Return the first fault of this effect that `may` strike and does; its last strike switches it off."""
        for fault in self:
            if fault.rules.effect is effect and may(fault) and fault.strikes():
                if fault.left == 0:
                    self.clear(fault.id)
                return fault
        return None
