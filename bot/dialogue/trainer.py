"""The process that trains: ``python -m bot.dialogue.trainer FILE``, run in the folder of config.yml.

Standard output is for signs of progress, a line each; everything else goes to standard error.
"""

import logging
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TextIO

STAGES = {
    "Starting to train component 'RulePolicy'.": "Checking the rules",
}
"""What Rasa logs, and how a person is told."""

TELLING = ("rasa.engine.training.hooks", "bot.dialogue.components")


class Stages(logging.Handler):
    """Passes on what says how far the training is."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        told = said if record.name.startswith("bot.") else STAGES.get(said)
        if told:
            print(told, file=self._out, flush=True)


def train(trained: Path) -> None:
    """Train a model into the file ``trained``."""
    from rasa.model_training import train as rasa_train

    rasa_train(
        domain="nlu_data/domain",
        config="config.yml",
        training_files="nlu_data",
        output=str(trained.parent),
        fixed_model_name=trained.name,
        force_training=True,
    )


def main() -> None:
    """Train, and tell of it."""
    handler = Stages(sys.stdout)
    for name in TELLING:
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)
    with redirect_stdout(sys.stderr):
        train(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
