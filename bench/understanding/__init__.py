"""How well free text is understood, beside stock Rasa's DIET trained on the same phrases."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Read the development set with both, and compare."""
    from bench.understanding import contest

    return contest.measure(options)
