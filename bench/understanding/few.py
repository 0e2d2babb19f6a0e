"""Stock Rasa and ours, trained on the same few phrases: with all of them stock Rasa would learn for many hours."""

import os
import subprocess
import sys
from hashlib import md5
from pathlib import Path
from time import perf_counter

import yaml

from bench.understanding.phrases import training
from bot.settings import ROOT

EACH = 3
"""Phrases of each label and language that both learn from."""

QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_MAX_CACHE_SIZE": "0"}
"""Rasa's cache does not see when our readers change, and would give back what they learned before."""

EPOCHS = 100
LETTERS = {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
FEATURES = ("WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer", "CountVectorsFeaturizer")


def write_sample(file: Path, languages: str = "*") -> int:
    """Write some phrases of every label and language into a file for Rasa. Returns how many they are.

    Which ones is left to a digest, so that every run takes the same.
    """
    labels: dict[str, list[str]] = {}
    for label, texts in training(languages):
        labels.setdefault(label, []).extend(sorted(texts, key=lambda text: md5(text.encode()).digest())[:EACH])
    nlu = [{"intent": label, "examples": "".join(f"- {text}\n" for text in texts)} for label, texts in labels.items()]
    file.write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), encoding="utf-8")
    return sum(map(len, labels.values()))


def train_stock(folder: Path, sample: Path, quick: bool) -> tuple[Path, float]:
    """Train the pipeline that Rasa's documentation starts with. Returns its file, and the seconds that it took.

    Raises:
        CalledProcessError: Rasa failed; it says why on standard error.
    """
    config = folder / "stock.yml"
    config.write_text(yaml.safe_dump(_config(1 if quick else EPOCHS)))
    return _train(folder, sample, config, "stock")


def train_ours(folder: Path, sample: Path) -> tuple[Path, float]:
    """Train our pipeline likewise. Raises CalledProcessError as ``train_stock`` does."""
    return _train(folder, sample, ROOT / "config.yml", "ours")


def _train(folder: Path, sample: Path, config: Path, name: str) -> tuple[Path, float]:
    began = perf_counter()
    command = ["-m", "rasa", "train", "nlu", "--nlu", str(sample), "--config", str(config), "--out", str(folder)]
    subprocess.run(
        [sys.executable, "-W", "ignore", *command, "--fixed-model-name", name],
        check=True,
        stdout=sys.stderr,
        cwd=ROOT,
        env={**os.environ, **QUIET},
    )
    return folder / f"{name}.tar.gz", perf_counter() - began


def _config(epochs: int) -> dict[str, object]:
    diet = {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True}
    pipeline = [*({"name": name} for name in FEATURES), LETTERS, diet]
    return {"recipe": "default.v1", "language": "en", "pipeline": pipeline}
