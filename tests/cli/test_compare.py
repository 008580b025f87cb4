"""`testimonia compare`: what is printed, what is written, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

ARTICLE = """= Raid on Dorga =

The raid on Dorga was an attack on 4 May 2013 in Dorga, Mali.

== Casualties ==
{}
"""


@pytest.fixture
def folder(testimonia: Command, tmp_path: Path) -> Path:
    """Two revisions of one article, built."""
    for name, told in (
        ("old.txt", "Police said that 12 people were killed."),
        ("new.txt", "The Red Cross said that 25 people were killed."),
    ):
        (tmp_path / name).write_text(ARTICLE.format(told), encoding="utf-8")
    assert testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet").code == 0
    return tmp_path / "out"


def test_contradictions_between_articles_are_printed_and_kept(testimonia: Command, folder: Path) -> None:
    ran = testimonia("compare", folder)
    assert (ran.code, ran.told) == (0, "")
    title, told, relation, _, summary = ran.printed.splitlines()
    assert title == "Raid on Dorga"
    assert told.startswith("told of by Raid on Dorga (")
    assert relation.startswith("  contradicts: ")
    assert "12 killed (people)" in relation
    assert "25 killed (people)" in relation
    assert summary == f"1 event told of by several articles: contradicts 1 → {folder / 'comparisons.trig'}"
    assert testimonia("validate", folder).code == 0
    assert "25 people were killed" in testimonia("query", "conflicts", folder, "--format", "csv").printed


def test_the_same_graph_gives_the_same_bytes(testimonia: Command, folder: Path) -> None:
    testimonia("compare", folder)
    first = (folder / "comparisons.trig").read_bytes()
    testimonia("compare", folder)
    assert (folder / "comparisons.trig").read_bytes() == first


def test_the_graph_goes_to_standard_output(testimonia: Command, folder: Path) -> None:
    (folder / "comparisons.trig").unlink()
    ran = testimonia("compare", folder, "--output", "-")
    assert ran.printed.startswith("@prefix tm:")
    assert "tm:ClaimComparison" in ran.printed
    assert ran.told.startswith("1 event told of by several articles")
    assert not (folder / "comparisons.trig").exists()


def test_where_no_event_is_told_of_twice_nothing_is_written(testimonia: Command, graph: Path) -> None:
    ran = testimonia("compare", graph)
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed == "no two articles tell of one event in figures that can be compared\n"
    assert not (graph / "comparisons.trig").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nowhere",), "nowhere is no folder; say with --output where the relations are to be written."),
        (("out", "--output", "x.rdf"), "x.rdf: the name should end in one of .trig, .nq, .ttl, .jsonld."),
    ],
)
def test_what_cannot_be_written_is_told(
    words: tuple[str, ...], message: str, testimonia: Command, folder: Path
) -> None:
    ran = testimonia("compare", *words)
    assert ran.code == 2
    assert message in ran.told
