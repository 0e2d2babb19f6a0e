"""Words of Lunes become items to meet, each unit once; what Lunes does not know is left for the author."""

from tests.catalogue.exchange.files import read, told

HEADS = "Einheit,Artikel,Vokabel,Aussprache,Beispielsatz\n"
WORDS = HEADS + "Küche,die,Schüssel,,Die Schüssel steht im Schrank.\nKüche,,rühren,ˈʁyːʁən,\nHof,der,Eimer,,\n"


def test_every_word_is_met_in_its_unit() -> None:
    incoming = read("lunes.csv", WORDS.encode(), pack="de/care/A1")
    assert not incoming.faults
    found = {one.entry.id: (one.entry.kind, one.unfinished) for one in incoming.taken}
    assert found == {
        "care.kuche": ("unit", ("can_do",)),
        "care.kuche.schussel": ("item", ("situation", "meaning")),
        "care.kuche.ruhren": ("item", ("situation", "meaning")),
        "care.hof": ("unit", ("can_do",)),
        "care.hof.eimer": ("item", ("situation", "meaning")),
    }
    bodies = {one.entry.id: one.entry.body for one in incoming.taken}
    assert bodies["care.kuche"] == {"title": "Küche", "can_do": "", "target": "de"}
    assert bodies["care.kuche.schussel"] == {
        "type": "meet",
        "unit": "care.kuche",
        "sector": "care",
        "level": "A1",
        "target": "de",
        "body": {"word": "die Schüssel", "example": "Die Schüssel steht im Schrank."},
    }


def test_it_has_to_be_said_which_pack_they_are_for() -> None:
    assert told(read("lunes.csv", WORDS.encode())) == {"": "lunes_pack"}


def test_a_row_without_its_word_or_unit_is_told() -> None:
    incoming = read("lunes.csv", (HEADS + "Küche,die,,,\n,die,Gabel,,\n").encode(), pack="de/care/A1")
    assert told(incoming) == {"C2": "lunes_word", "A3": "lunes_word"}


def test_words_of_another_script_have_ids_too() -> None:
    incoming = read("lunes.csv", (HEADS + "Кухня,,миска,,\nКухня,,ложка,,\n").encode(), pack="bg/care/A1")
    assert len({one.entry.id for one in incoming.taken}) == 3
