"""From scores to chances that mean what they say."""

from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar


def logs(scores: Any) -> Any:
    """The logarithms of chances (softmax), one row a text."""
    top = scores - scores.max(axis=1, keepdims=True)
    return top - np.log(np.exp(top).sum(axis=1, keepdims=True))


def sharpness(scores: Any, labels: Any) -> float:
    """The factor on the scores that makes the chances fit labels that were not learned from.

    It is temperature scaling: Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, 2017.
    """

    def loss(log_factor: float) -> float:
        chances = logs(np.exp(log_factor) * scores)
        return float(-chances[np.arange(len(labels)), labels].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-4.0, 4.0), method="bounded").x))
