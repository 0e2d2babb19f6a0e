"""Loading the brain: twenty seconds, most of them Rasa's and TensorFlow's imports."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.dialogue.discretion import make_discreet
from bot.dialogue.model import own_model

if TYPE_CHECKING:
    from bot.dialogue.brain import RasaBrain


def load(model_dir: Path, actions: str = "actions") -> "RasaBrain":
    """The brain with the model that was trained into ``model_dir``.

    Args:
        model_dir: the folder that ``train`` was given.
        actions: the package whose actions are to be run.

    Raises:
        NoModel: there is none, or it is not the one that was trained there.
    """
    file = own_model(model_dir)
    make_discreet()
    # Before scikit-learn brings in OpenMP, which asks once: a turn is too short to be shared among threads.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from rasa.core.agent import Agent

    from bot.dialogue.brain import RasaBrain
    from bot.dialogue.endpoint import InProcess, trust_own_actions
    from bot.dialogue.lock import OneByOne
    from bot.dialogue.tracker import RebuiltTracker

    trust_own_actions()
    agent = Agent.load(
        file, tracker_store=RebuiltTracker(None), lock_store=OneByOne(), action_endpoint=InProcess(actions)
    )
    # A rule is one action. After it Rasa would only find out, as slowly as before, that it is to listen.
    agent.processor.max_number_of_predictions = 1
    # What Rasa and TensorFlow brought stays for good: looking through half a million objects again and again for what
    # may be thrown away would hold up a turn each time.
    gc.collect()
    gc.freeze()
    return RasaBrain(agent)
