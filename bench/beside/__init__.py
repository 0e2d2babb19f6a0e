"""The bot's turn beside the console: with two pages a second, and without."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Let learners practise while somebody turns pages and while nobody does, by turns."""
    from bench.beside import blocks

    return blocks.measure(options)
