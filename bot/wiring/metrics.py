"""Numbers for those who watch over the machine: in the form of Prometheus, and never about a person."""

import logging
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from bot.store import Store, counts

TURN_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2)


class Queues:
    """Counts, each time somebody asks, what waits in inbox and outbox and what was set aside."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the numbers, as prometheus-client asks for them."""
        rows = GaugeMetricFamily("werkmaat_queue_rows", "Rows not done with: new or parked", labels=["queue", "state"])
        for (queue, state), number in counts.of_queues(self._store).items():
            rows.add_metric([queue, state], number)
        yield rows


def queues_as_text(store: Store) -> bytes:
    """The numbers of the queues alone, which every process can tell."""
    registry = CollectorRegistry()
    registry.register(Queues(store))
    return generate_latest(registry)


class Metrics:
    """The numbers of the bot process, and of the queues."""

    def __init__(self, store: Store) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(Queues(store))
        self.turn_seconds = Histogram(
            "werkmaat_turn_seconds", "How long turns take", buckets=TURN_SECONDS, registry=self._registry
        )
        self._errors = Counter("werkmaat_errors", "Lines logged as errors", ["room"], registry=self._registry)

    def count_errors(self) -> None:
        """Count from now on every line that is logged as an error."""
        logging.getLogger("bot").addHandler(_Count(self._errors))

    def as_text(self) -> bytes:
        """All numbers, in the text format of Prometheus."""
        return generate_latest(self._registry)


class _Count(logging.Handler):
    def __init__(self, errors: Counter) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.labels(room=".".join(record.name.split(".")[1:2])).inc()
