"""The command line: ``werkmaat ...``. Results stand on standard output, everything else on standard error."""

from bot.cli import alert, audio, content, database, doctor, learner, locales, report, run, simulator, staff, understand
from bot.cli.common import group

app = group("Werkmaat: a Telegram coach for migrants who look for work or have just started.")

app.command()(run.run)
app.command()(understand.train)
app.command()(understand.understand)
app.command()(simulator.simulator)
app.command()(doctor.doctor)
app.command("report")(report.show)
app.add_typer(database.app, name="db")
app.add_typer(staff.app, name="staff")
app.add_typer(learner.app, name="learner")
app.add_typer(alert.app, name="alert")
app.add_typer(content.app, name="content")
app.add_typer(locales.app, name="locales")
app.add_typer(audio.app, name="audio")


def main() -> None:
    """What the command ``werkmaat`` runs."""
    app(prog_name="werkmaat")
