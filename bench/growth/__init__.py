"""What a turn costs when a learner has been here for long: after 2,000 turns as after 200."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Let one learner practise for long with both, and compare late turns with early ones."""
    from bench.growth import years

    return years.measure(options)
