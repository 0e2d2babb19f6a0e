"""Stock Rasa: the pipeline that its documentation starts with, trained on our phrases."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import yaml

from bench.understanding.phrases import EXAMPLES

EPOCHS = 100
LETTERS = {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
FEATURES = ("WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer", "CountVectorsFeaturizer")


def train_stock(folder: Path, quick: bool) -> tuple[Path, float]:
    """Train stock Rasa's model into a folder. Returns its file, and the seconds that it took.

    Raises:
        CalledProcessError: Rasa failed; it says why on standard error.
    """
    config = folder / "stock.yml"
    config.write_text(yaml.safe_dump(_config(1 if quick else EPOCHS)))
    phrases = EXAMPLES / "en" if quick else EXAMPLES
    began = perf_counter()
    command = ["-m", "rasa", "train", "nlu", "--nlu", str(phrases), "--config", str(config), "--out", str(folder)]
    subprocess.run(
        [sys.executable, "-W", "ignore", *command, "--fixed-model-name", "stock"],
        check=True,
        stdout=sys.stderr,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"},
    )
    return folder / "stock.tar.gz", perf_counter() - began


def _config(epochs: int) -> dict[str, object]:
    diet = {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True}
    pipeline = [*({"name": name} for name in FEATURES), LETTERS, diet]
    return {"recipe": "default.v1", "language": "en", "pipeline": pipeline}
