"""The language of a page for somebody who has no account here."""

STAFF_LANGUAGE = "nl"

SPOKEN = ("nl", "fr", "en")
"""The languages that have words for pages."""


def chosen(accepted: str) -> str:
    """The language of a page, by the header ``Accept-Language``: the first wish that is spoken here."""
    wishes = [_wish(part) for part in accepted.split(",")]
    known = [(weight, language) for weight, language in wishes if language in SPOKEN and weight > 0]
    return max(known, key=lambda wish: wish[0])[1] if known else STAFF_LANGUAGE


def _wish(part: str) -> tuple[float, str]:
    """How much a language is wished for, from 0 to 1, and its code: ``nl-BE;q=0.8`` is (0.8, "nl")."""
    tag, *rest = part.replace(" ", "").split(";")
    weight = next((one.removeprefix("q=") for one in rest if one.startswith("q=")), "1")
    try:
        return float(weight), tag.partition("-")[0].lower()
    except ValueError:
        return 0.0, ""
