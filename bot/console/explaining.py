"""The words of the sheet that explains the others in a workbook, in the language of who fills it in."""

from collections.abc import Sequence

from bot.catalogue.exchange.books import Explainer
from bot.console.shaping.labels import Labels
from bot.i18n import Catalogues

LANGUAGE = "nl"


def explainer(catalogues: Catalogues) -> Explainer:
    """What explains each column as its field in a form does."""

    def label(type_name: str, holders: Sequence[str], name: str) -> str:
        labels = Labels(catalogues, LANGUAGE, type_name)
        return ". ".join(
            filter(None, (labels.label(holders, name).rstrip("."), labels.help(holders, name).rstrip(".")))
        )

    return Explainer(lambda part: catalogues.plain(part, LANGUAGE), label)
