"""How log lines look. They say what happened and where, never a learner's words nor the token."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TypeAlias

from bot.settings import LogFormat

ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

OURS = ("bot", "actions")


def set_up(form: LogFormat) -> None:
    """Log to standard error: results alone go to standard output."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson() if form is LogFormat.JSON else AsText())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # Set here, since libraries change the level of all others when they are imported.
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    # What old libraries deprecate fills screens and helps nobody who runs this.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)


class WithoutWords(logging.Formatter):
    """Tells of an exception its type and where it came from; its text may hold a learner's words."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's name
        frames = traceback.extract_tb(ei[2])
        places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]
        return f"{ei[0].__name__ if ei[0] else 'Exception'} ({' > '.join(places)})"


class AsText(WithoutWords):
    """For people: one line, with the time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{_moment(record)} {record.levelname:<7} {record.name}: {record.getMessage().rstrip()}"
        return f"{line}: {self.formatException(record.exc_info)}" if record.exc_info else line


class AsJson(WithoutWords):
    """For programs: one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": _moment(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
