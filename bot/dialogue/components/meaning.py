"""The slow reader: labels from sentence vectors. What means the same lies close together, whatever the language."""

import warnings
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

HIDDEN = 1536
"""With 768 topics are read slightly worse, and three networks of 768 are no better."""

ROUNDS = 14
"""How often the training phrases are gone through; more rounds learn them by heart."""

LENGTH = 8.0
"""Of the vectors as the network gets them: with length 1 it learns very slowly."""


class Meaning:
    """A network with one hidden layer over sentence vectors."""

    def __init__(self) -> None:
        self.arrays: dict[str, Any] = {}

    def learn(self, vectors: Any, labels: Any) -> "Meaning":
        """Learn from vectors, one a row, and the numbers of their labels, which begin at 0 and leave none out."""
        self.arrays["middle"] = vectors.mean(axis=0)
        network = MLPClassifier(
            (HIDDEN,), alpha=3e-3, batch_size=min(128, len(vectors)), max_iter=ROUNDS, random_state=1
        )
        with warnings.catch_warnings():
            # It has not converged, and should not.
            warnings.simplefilter("ignore", ConvergenceWarning)
            network.fit(self._seen(vectors), labels)
        for number, (weights, bias) in enumerate(zip(network.coefs_, network.intercepts_, strict=True)):
            self.arrays[f"weights{number}"], self.arrays[f"bias{number}"] = _both_sides(weights, bias)
        return self

    def scores(self, vectors: Any) -> Any:
        """How well each label fits, one row a vector: the higher, the better."""
        hidden = self._seen(vectors) @ self.arrays["weights0"] + self.arrays["bias0"]
        return np.maximum(hidden, 0) @ self.arrays["weights1"] + self.arrays["bias1"]

    def _seen(self, vectors: Any) -> Any:
        # All vectors of this encoder point more or less the same way: without their mean, the rest tells more.
        rest = vectors - self.arrays["middle"]
        return LENGTH * rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-9)


def _both_sides(weights: Any, bias: Any) -> tuple[Any, Any]:
    """Of two labels scikit-learn keeps one column, which says how far it is the second."""
    if weights.shape[1] > 1:
        return weights, bias
    return np.hstack([-weights, weights]), np.hstack([-bias, bias])
