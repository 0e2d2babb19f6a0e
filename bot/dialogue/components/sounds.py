"""What a text sounds like, whatever the script: its consonants, in one plain alphabet.

People type their language in Latin letters when the phone has no other keyboard: مريض is *mrid*, *mareed* or *mariz*,
больничный is *bolnichny*. Vowels are spelled in many ways, and Arabic leaves them out. What is left without them is
much the same (``mrd``, ``blncn``), so phrases learned in one script are recognised in the other.
"""

import re
import unicodedata
from functools import lru_cache

NOTHING = "_"
"""A word of vowels alone."""

ARABIC = {
    letter: sound
    for sound, letters in {
        "b": "بپ", "t": "تطټث", "s": "سصڅ", "j": "جژځ", "c": "چ", "h": "حخه", "d": "دضډ", "z": "ذزظ", "r": "رړ",
        "S": "شښ", "f": "ف", "k": "قكکګڪ", "g": "غگږ", "l": "ل", "m": "م", "n": "نڼںں", "v": "ڤ",
    }.items()
    for letter in letters
}  # fmt: skip

CYRILLIC = {
    letter: sound
    for sound, letters in {
        "b": "бп", "v": "в", "g": "гґғ", "d": "д", "j": "жҷ", "z": "з", "k": "кқ", "l": "л", "m": "м", "n": "н",
        "r": "р", "s": "с", "t": "т", "f": "ф", "h": "хҳ", "c": "цч", "S": "шщ",
    }.items()
    for letter in letters
}  # fmt: skip

LATIN = (
    ("shch", "S"), ("tsch", "c"), ("sch", "S"), ("sh", "S"), ("tch", "c"), ("ch", "c"), ("kh", "h"), ("gh", "g"),
    ("zh", "j"), ("th", "t"), ("ph", "f"), ("dj", "j"), ("dh", "d"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("qu", "k"),
    ("gn", "n"), ("ç", "c"), ("ş", "S"), ("ğ", "g"), ("č", "c"), ("š", "S"),
    # Digits that stand for Arabic and Cyrillic letters.
    ("2", ""), ("3", ""), ("4", "c"), ("5", "h"), ("6", "t"), ("7", "h"), ("8", "g"), ("9", "k"),
    ("p", "b"), ("q", "k"), ("x", "h"), ("'", ""),
)  # fmt: skip
"""Spellings in Latin letters, the longer ones first."""

ETHIOPIC = {
    "SH": "S", "HH": "h", "X": "h", "KX": "h", "Q": "k", "QH": "k", "NY": "n", "TS": "c", "TZ": "c", "TH": "t",
    "CH": "c", "CCH": "c", "ZH": "j", "P": "b", "PH": "b", "W": "", "Y": "",
}  # fmt: skip
"""Consonants as Unicode names them, where they do not read as they sound."""

VOWELS = re.compile("[aeiouywı]+")
APOSTROPHES = str.maketrans(dict.fromkeys("’‘`ʼʻ", "'"))
TWICE = re.compile(r"(.)\1+")


def sounds(text: str) -> str:
    """The consonants of each word. Linear in the length of the text; never raises."""
    return " ".join(_word(word) for word in _words(text))


def _words(text: str) -> list[str]:
    signs = text.casefold().translate(APOSTROPHES)
    return "".join(sign if sign.isalnum() or sign == "'" or _is_mark(sign) else " " for sign in signs).split()


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    if word.isdigit():
        return word
    plain = word
    for spelling, sound in LATIN:
        plain = plain.replace(spelling, sound)
    bare = (sign for sign in unicodedata.normalize("NFKD", plain) if not _is_mark(sign))
    heard = VOWELS.sub("", "".join(map(_sound, bare)))
    return TWICE.sub(r"\1", heard) or NOTHING


@lru_cache(maxsize=2_000)
def _sound(sign: str) -> str:
    """The sound of one letter; letters of unknown scripts stay as they are."""
    if "\u0400" <= sign <= "\u052f":
        return CYRILLIC.get(sign, "")
    if "\u0600" <= sign <= "\u06ff":
        return ARABIC.get(sign, "")
    name = unicodedata.name(sign, "")
    if name.startswith("ETHIOPIC SYLLABLE"):
        return _consonant(name.rpartition(" ")[2])
    return sign


def _consonant(syllable: str) -> str:
    """The consonant of a syllable as Unicode names it: ``KWAA`` gives ``k``."""
    consonants = syllable.rstrip("AEIOU")
    return ETHIOPIC.get(consonants, consonants[:1].lower())


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"
