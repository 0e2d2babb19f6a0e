"""The phrases by which the understanding is judged, and how it is judged."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bench.report import Options, markdown
from bench.understanding import contest
from bench.understanding.few import EACH, write_sample
from bench.understanding.flagging import false_flags, flagged
from bench.understanding.marks import false_accepts, intents_right, topics_right, worst
from bench.understanding.phrases import Phrase, Told, development, judged, told, training_texts
from bench.understanding.reader import Read, understood
from bot.safeguarding.normalising import normalise
from bot.safeguarding.phrasebook import Phrasebook
from bot.settings import ROOT

LANGUAGES = {path.name for path in (ROOT / "locales").iterdir() if path.is_dir()} - {"fa_AF"} | {"fa"}
ENGLISH = ROOT / "nlu_data" / "examples" / "en"
HOW = {"explicit": 32, "veiled": 26, "third_party": 16, "harmless": 24}
BOOK = Phrasebook.from_raw([{"language": "en", "flags": {"violence": [{"phrase": "hits me"}]}}])


def labels() -> set[str]:
    raw = [yaml.safe_load(path.read_text())["nlu"] for path in ENGLISH.glob("*.yml")]
    return {entry["intent"] for entries in raw for entry in entries if not entry["intent"].startswith("danger/")}


def pair(language: str, meant: str, was: str, topic: str | None = None, fits: float = 1.0) -> tuple[Phrase, Read]:
    return Phrase(language, meant, meant, topic), Read(was, topic, fits, 0.01)


def test_every_label_is_judged_in_every_language() -> None:
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for phrase in development():
        counts[phrase.language][f"{phrase.intent}/{phrase.topic}" if phrase.topic else phrase.intent] += 1
    for language, count in counts.items():
        assert set(count) == labels(), language
        assert count["out_of_scope"] == 24, language
        assert {number for label, number in count.items() if "/" in label} == {7}, language
        assert {count[label] for label in count if "/" not in label and label != "out_of_scope"} == {8}, language


def test_every_flag_is_judged_in_every_language() -> None:
    counts = Counter((one.language, one.how) for one in told())
    assert counts == {(language, how): number for language in LANGUAGES for how, number in HOW.items()}


def test_nothing_that_was_learned_is_judged() -> None:
    left = judged()
    assert not {normalise(phrase.text) for phrase in left} & {normalise(text) for text in training_texts()}
    counts = Counter(phrase.language for phrase in left)
    # What everybody writes (hello, no thanks) stands in both; most of the set must be left.
    assert min(counts[language] for language in LANGUAGES) > 250


def test_the_training_phrases_are_read_as_rasa_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "a.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - dag - allemaal\n'
    )
    monkeypatch.setattr("bench.understanding.phrases.EXAMPLES", tmp_path)
    assert training_texts() == ["dag - allemaal"]


def test_both_learn_the_same_few_phrases_of_every_label(tmp_path: Path) -> None:
    file = tmp_path / "sample.yml"
    number = write_sample(file, "en")
    written = {entry["intent"]: entry["examples"] for entry in yaml.safe_load(file.read_text())["nlu"]}
    assert {label for label in written if not label.startswith("danger/")} == labels()
    assert {len(examples.splitlines()) for examples in written.values()} == {EACH}
    assert number == EACH * len(written)
    assert {line.removeprefix("- ") for line in written["greet"].splitlines()} < set(training_texts())


@pytest.mark.parametrize(
    ("language", "text", "is_so"),
    [("ar", "mrid", True), ("ar", "مريض", False), ("nl", "ziek", False), ("ru", "a б в", False)],
)
def test_what_is_transliterated(language: str, text: str, is_so: bool) -> None:
    assert Phrase(language, text, "greet").transliterated == is_so


def test_marks() -> None:
    pairs = [pair("nl", "greet", "greet"), pair("nl", "thank", "deny"), pair("nl", "ask_tip", "deny", "contract")]
    assert intents_right(pairs) == pytest.approx(1 / 3)
    assert topics_right(pairs) == 1
    assert worst(pairs, 1) == [("ask_tip", 0.0, "deny")]


def test_false_accepts_are_counted_where_95_of_a_hundred_pass() -> None:
    within = [pair("nl", "greet", "greet", fits=number / 100) for number in range(1, 101)]
    without = [pair("nl", "out_of_scope", "greet", fits=fits) for fits in (0.01, 0.04, 0.5, 0.9)]
    assert false_accepts([*within, *without]) == 0.5


def test_what_rasa_says_in_our_words() -> None:
    ranking = [{"name": "out_of_scope", "confidence": 0.6}, {"name": "greet", "confidence": 0.4}]
    assert understood({"intent": ranking[0], "intent_ranking": ranking}, 0.1) == Read("out_of_scope", None, 0.4, 0.1)


def test_flags_are_found_and_none_where_there_is_no_danger() -> None:
    unread, alarmed = Read("deny", None, 0.1, 0.01), Read("deny", None, 0.1, 0.01, flag="self_harm")
    told_and_read = [
        (Told("en", "he hits me", "explicit", "violence"), unread),
        (Told("en", "i look at the rails", "veiled", "self_harm"), alarmed),
        (Told("en", "he hits me", "third_party", "violence"), alarmed),
        (Told("en", "nobody hits me", "harmless", None), unread),
        (Told("nl", "hij slaat mij", "explicit", "violence"), unread),
    ]
    found = flagged(BOOK, told_and_read, "en")
    assert found == {"explicit": 1.0, "veiled": 1.0, "third_party": 1.0, "harmless": 1.0}
    ordinary = [Phrase("en", text, "greet") for text in ("hello", "it hits me", "hi")]
    assert false_flags(BOOK, zip(ordinary, (unread, unread, alarmed), strict=True)) == 2


def test_the_table_has_a_row_for_each_language_and_what_is_in_latin_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meant = {one.text: Phrase(one.language, one.text, "feeling_bad") for one in told()}
    meant |= {phrase.text: phrase for phrase in development()}

    def read(model: Path, texts: list[str], doing: str) -> list[Read]:
        phrases = [meant[text] for text in texts]
        # Stock Rasa takes everything for a greeting.
        return [Read("greet" if model.name == "stock" else one.intent, one.topic, 0.9, 0.01) for one in phrases]

    model = tmp_path / "ours"
    model.write_bytes(b"m" * 2_000_000)
    monkeypatch.setattr(contest, "read_all", read)
    monkeypatch.setattr(contest, "train_ours", lambda folder, sample: (folder / "few", 6.0))
    monkeypatch.setattr(contest, "train_stock", lambda folder, sample, quick: (folder / "stock", 60.0))
    monkeypatch.setattr("bench.understanding.contest.model.own_model", lambda folder: model)
    finding = contest.measure(Options(quick=True, data=tmp_path))
    assert {row[0] for row in finding.rows} == LANGUAGES | {"all, mean", "own script", "in Latin letters"}
    assert {len(row) for row in finding.rows} == {len(finding.columns)}
    (mean,) = (row for row in finding.rows if row[0] == "all, mean")
    assert mean[2] == "1.000"
    assert mean[5] == "1.000"
    assert float(mean[6]) < 0.1
    assert "Our model has 2.0 MB" in markdown(finding, "today")
