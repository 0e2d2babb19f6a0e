"""For developers: ``python -m bot.store.migrations "what changed"`` drafts the next migration.

It writes a file into ``versions/``, to be read and mended before it is committed.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store import Store, migrating


def main(message: str) -> None:
    """Compare the tables with what the migrations so far make of an empty database."""
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'draft.db'}")
        migrating.draft(store, message)
        store.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit('usage: python -m bot.store.migrations "what changed"')
    main(" ".join(sys.argv[1:]))
