"""werkmaat db: the database's tables."""

import typer

from bot.cli.common import fail, group, progress_bar, settings
from bot.settings import Settings
from bot.store.migrating import CannotMigrate, upgrade
from bot.wiring.parts import clock, open_store

app = group("The database.")


@app.command("upgrade")
def upgrade_tables() -> None:
    """Bring the tables up to date. Run it before the first start and after every new version."""
    count = bring_up_to_date(settings())
    typer.echo(f"{count} migrations applied" if count else "up to date")


def bring_up_to_date(found: Settings) -> int:
    """Apply the migrations that are missing. Returns how many; the command ends when that cannot be."""
    store = open_store(found)
    try:
        with progress_bar() as bar:
            task = bar.add_task("Upgrading the database", total=None)
            return upgrade(store, clock(), progress=lambda done, total: bar.update(task, completed=done, total=total))
    except CannotMigrate as error:
        fail(str(error))
    finally:
        store.close()
