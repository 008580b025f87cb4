"""`testimonia report`: printed for a terminal or a pipe, written as Markdown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_a_report_is_printed(testimonia: Command, graph: Path) -> None:
    ran = testimonia("report", graph)
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed.startswith("Battle of Akabar\n8 figures in the infobox:")


def test_a_report_is_written_as_markdown(testimonia: Command, graph: Path, tmp_path: Path) -> None:
    ran = testimonia("report", graph, "--format", "markdown", "--output", "report.md")
    assert (ran.code, ran.printed) == (0, "1 article → report.md\n")
    assert (
        (tmp_path / "report.md").read_text("utf-8").startswith("# Infobox against text: Battle of Akabar\n")
    )


def test_a_folder_that_is_not_there_is_told(testimonia: Command) -> None:
    ran = testimonia("report", "nowhere")
    assert (ran.code, ran.printed) == (2, "")
    assert ran.told == "testimonia: nowhere: no such file or folder.\n"
