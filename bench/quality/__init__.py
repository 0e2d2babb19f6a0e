"""The quality numbers of exercises: counting two million attempts for the first time, and those of a day later."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Count the lessons of 10,000 learners, on SQLite and on PostgreSQL, and open the page that shows the numbers."""
    from bench.quality import counting

    return counting.measure(options)
