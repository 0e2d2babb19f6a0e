"""A workbook with more than twelve mistakes, and where each of them is."""

from datetime import time

from tests.catalogue.exchange.files import MEET, saved, sheet, workbook

MISTAKES = {
    "A2": "no_id",
    "C3": "no_pack",
    "D4": "meant.type",
    "E5": "situation: is missing: every item of this type needs it",
    "F6": "formula",
    "K6": "formula",
    "H7": "time",
    "A8": "id: is made of a-z, 0-9 and _, its parts joined by dots, at most 100 characters",
    "I9": "picture: is one emoji, without letters or spaces",
    "G10": "error_value",
    "J1": "unknown.column",
    "K1": "doubled_column",
    "M11": "no_head",
    "B13": "no_unit",
    "N12:O12": "merged",
}


def mistaken() -> bytes:
    """The workbook; its rows are sound but for one mistake each."""
    lines = sheet(
        {**MEET, "id": None},
        {**MEET, "id": "care.comfort.meet_a", "pack": "A1"},
        {**MEET, "id": "care.comfort.meet_b", "type": "met"},
        {**MEET, "id": "care.comfort.meet_c", "situation": None},
        {**MEET, "id": "care.comfort.meet_d", "word": "=A1&B1"},
        {**MEET, "id": "care.comfort.meet_e", "example": time(6, 42)},
        {**MEET, "id": "Care.Comfort"},
        {**MEET, "id": "care.comfort.meet_f", "picture": "bed"},
        {**MEET, "id": "care.comfort.meet_g", "meaning": "#N/A"},
        {**MEET, "id": "care.comfort.meet_h", "level": "A1"},
        {**MEET, "id": "care.comfort.meet_i"},
        {**MEET, "id": "care.comfort.meet_j", "unit": None},
        heads=[*MEET, "picture", "levle", "word"],
    )
    book = workbook(meet=lines)
    page = book["meet"]
    page["M11"] = "los"
    page.merge_cells("N12:O12")
    return saved(book)
