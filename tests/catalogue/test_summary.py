from datetime import date
from pathlib import Path

from bot.catalogue.summary import Coverage, summary
from tests.catalogue.conftest import TODAY, change


def test_a_summary_counts_the_course_and_its_translations(course: Path) -> None:
    change(course, "locales/ar/LC_MESSAGES/content.po", 'msgstr "[ar] Bouw"', 'msgstr ""')
    counted = summary(course / "content", course / "locales", TODAY)
    assert counted.items_by_sector == {"shared": 1, "construction": 2}
    assert counted.items_by_level == {"pre-A1": 2, "A1": 1}
    assert counted.items_by_type == {"choose_word": 1, "fill_gap": 1, "type_word": 1}
    assert counted.items_by_unit == {"shared.greeting": 1, "construction.gear": 2}
    assert counted.items_by_pack == {"nl/shared/pre-A1": 1, "nl/construction/pre-A1": 1, "nl/construction/A1": 1}
    assert counted.tips_by_topic == {"payslip_wage": 2}
    assert counted.coverage == {
        "ar": Coverage(34, 33, 1),
        "en": Coverage(34, 34, 1),
        "nl": Coverage(34, 34, 0),
    }


def test_facts_are_counted_by_their_age(course: Path) -> None:
    def facts(day: date) -> dict[str, int]:
        return summary(course / "content", course / "locales", day).facts_by_age

    assert facts(date(2026, 12, 1)) == {"checked 1 to 2 months ago": 3, "not checked": 1}
    assert facts(date(2027, 6, 1)) == {"to be checked again": 3, "not checked": 1}
