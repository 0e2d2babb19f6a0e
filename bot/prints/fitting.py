"""How much of several lists fits on one page."""

from collections.abc import Sequence


def shown_of(lists: Sequence[tuple[float, Sequence[float]]], room: float) -> list[int]:
    """How many entries of each list are shown.

    The longest list is shortened first, of two the later one; none is shortened to nothing.

    Args:
        lists: of each, its height without entries, and the heights of its entries.
        room: the height that all may take.
    """
    shown = [len(entries) for _, entries in lists]

    def height() -> float:
        return sum(frame + sum(entries[:count]) for (frame, entries), count in zip(lists, shown, strict=True))

    while height() > room and max(shown, default=0) > 1:
        longest = max(range(len(shown)), key=lambda number: (shown[number], number))
        shown[longest] -= 1
    return shown
