"""Rasa made discreet before it is imported: no telemetry, and no line of its logs, which hold learners' words."""

import logging
import os

import structlog

LOGGERS = ("rasa", "rasa_sdk")

NEVER = logging.CRITICAL + 1


def make_discreet() -> None:
    """Silence Rasa, whatever level the program logs at. Call it before anything of Rasa is imported.

    Rasa logs through both logging and structlog, and even its warnings quote what was typed. What goes wrong in a
    turn is told by us (``Decision.failure``) instead.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    for name in LOGGERS:
        logging.getLogger(name).setLevel(NEVER)
    # Nothing else here logs with structlog.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=True,
    )
