"""The studio with 20,000 exercises beside the studio with 200, and how soon the bot has what is published."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Ask for the same pages in databases of different sizes, on SQLite and on PostgreSQL."""
    from bench.studio import contest

    return contest.measure(options)
