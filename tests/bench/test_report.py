"""What a benchmark found, as Markdown, and its place in the document."""

from pathlib import Path

import pytest

from bench.command import DOCUMENT, benchmarks, show
from bench.report import Finding, NoPlace, markdown, put

FINDING = Finding(
    "A turn", ("", "ms", "of 2|3"), (("text", "4.0", "0.2"), ("button", "1.5", "0.1")), ("Said plainly.",)
)

PAGE = "# Page\n<!-- turn -->\nold\n<!-- /turn -->\nbetween\n<!-- growth -->\nother\n<!-- /growth -->\n"


def test_a_finding_is_a_table_with_its_notes_and_its_machine() -> None:
    assert markdown(FINDING, "2026-11-21, 2 cores").splitlines() == [
        "**A turn**",
        "",
        "|  | ms | of 2\\|3 |",
        "| --- | ---: | ---: |",
        "| text | 4.0 | 0.2 |",
        "| button | 1.5 | 0.1 |",
        "",
        "Said plainly.",
        "",
        "Measured on 2026-11-21, 2 cores.",
    ]


def test_a_table_takes_the_place_of_its_last_one_and_leaves_the_others() -> None:
    assert put(PAGE, "turn", "new\n") == PAGE.replace("old", "new")
    assert put(put(PAGE, "growth", "1"), "growth", "2") == PAGE.replace("other", "2")


@pytest.mark.parametrize(
    "page",
    [
        "no markers",
        "<!-- turn -->\nno end",
        "<!-- /turn -->\n<!-- turn -->",
        "<!-- turn --><!-- /turn --> <!-- turn --><!-- /turn -->",
    ],
)
def test_a_page_without_one_pair_of_markers_is_not_touched(page: str) -> None:
    with pytest.raises(NoPlace, match="<!-- turn -->"):
        put(page, "turn", "new")


def test_every_benchmark_has_its_place_in_the_document() -> None:
    page = DOCUMENT.read_text("utf-8")
    names = benchmarks().keys()
    assert {"turn", "growth"} <= names
    for name in names:
        put(page, name, "new")


def test_the_lock_of_stock_rasa_names_public_hosts_alone() -> None:
    lock = Path(__file__).parents[2] / "bench" / "stock" / "uv.lock"
    hosts = {line.split("://")[1].split("/")[0] for line in lock.read_text("utf-8").splitlines() if "://" in line}
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_a_wide_table_is_whole_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    columns = tuple(f"a column with number {number}" for number in range(8))
    show(Finding("A wide one", columns, (tuple("0.123" for _ in columns),)))
    printed = capsys.readouterr().out
    assert all(column in printed for column in columns)
    assert printed.count("0.123") == len(columns)
