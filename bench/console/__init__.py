"""The console with 10,000 learners beside the console with 100: pages, their queries, and the memory of exports."""

from bench.report import Finding, Options


def measure(options: Options) -> Finding:
    """Ask for the same pages and files in databases of different sizes, on SQLite and on PostgreSQL."""
    from bench.console import contest, finding

    sizes = contest.QUICK if options.quick else contest.Sizes()
    return finding.finding(sizes, contest.hold(options, sizes))
