"""A turn's time beside stock Rasa's: typed text, which is read, and buttons, which need no reading."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Let learners practise with both by turns, and compare."""
    from bench.turn import duel

    return duel.measure(options)
