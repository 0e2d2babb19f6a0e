"""A label that staff wrote otherwise is recognised at once, and so is the one of before."""

from collections.abc import Mapping

from bot.i18n import Catalogues
from bot.i18n.own import Own, OwnMessage, digest
from bot.journeys.understanding import Labels
from bot.settings import LOCALES


def test_a_label_is_recognised_in_the_old_and_the_new_wording() -> None:
    own: Mapping[str, Own] = {}
    catalogues = Catalogues.load(LOCALES, lambda: own)
    labels = Labels(catalogues)
    before = [*catalogues.labels("menu.tip")]
    assert labels.intent("💡 Hint") is None
    for words in ("💡 Hint", "💡 Advice"):
        own = {"en": Own({"menu.tip": OwnMessage((words,), digest(("💡 Tip",)))})}
        assert labels.intent(words) == "ask_tip"
    assert {labels.intent(label) for label in (*before, "💡 Hint")} == {"ask_tip"}
