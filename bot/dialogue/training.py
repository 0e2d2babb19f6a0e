"""Training: when anything it depends on has changed, in a process of its own, with signs of progress."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.dialogue import model
from bot.dialogue.remembered import VECTORS_FILE

LAST_LINES = 20
"""How much of what Rasa printed is shown when training fails."""


class TrainingFailed(Exception):
    """Rasa could not train; the message ends with what Rasa said."""


def train(
    model_dir: Path,
    *,
    force: bool = False,
    progress: Callable[[str], None] = lambda stage: None,
    root: Path = model.ROOT,
) -> bool:
    """Train the model of ``model_dir`` if its configuration, data or libraries have changed, or if ``force`` says so.

    Args:
        model_dir: the folder of the model; made if it is not there.
        force: train even though nothing has changed.
        progress: is told, in plain words, what is going on.
        root: the folder with ``config.yml`` and ``nlu_data/``.

    Returns:
        Whether anything was trained.

    Raises:
        TrainingFailed: the model of before is still there.
    """
    if model.is_current(model_dir, root) and not force:
        return False
    wanted = model.fingerprint(root)
    model_dir.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=model_dir) as folder:
        trained = Path(folder) / model.MODEL
        _run(trained, root, _environment(Path(folder), model_dir), progress)
        model.take_over(trained, model_dir, wanted)
    return True


def _run(trained: Path, root: Path, environment: dict[str, str], progress: Callable[[str], None]) -> None:
    """Train in another process: it takes memory and threads that the bot is better off without."""
    said = trained.with_name("said")
    command = [sys.executable, "-W", "ignore", "-m", "bot.dialogue.trainer", str(trained)]
    progress("Loading Rasa")
    with (
        said.open("w") as errors,
        subprocess.Popen(
            command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        for line in process.stdout or ():
            progress(line.rstrip())
    if process.returncode or not trained.is_file():
        lines = said.read_text(errors="replace").splitlines()[-LAST_LINES:]
        failed = f"Training failed with exit code {process.returncode}. What Rasa said:"
        raise TrainingFailed("\n".join([failed, *lines]))


def _environment(folder: Path, model_dir: Path) -> dict[str, str]:
    return {
        **os.environ,
        VECTORS_FILE: str(model_dir / "vectors.npz"),
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(folder),
        "RASA_MAX_CACHE_SIZE": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "OMP_NUM_THREADS": str(os.cpu_count() or 1),
        "OMP_WAIT_POLICY": "passive",
    }
