"""Commands in a pipe: standard input and output in place of files and folders."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.usefixtures("unmeasured")
def test_articles_go_through_a_pipe(example: Path, graph: Path, testimonia: Command) -> None:
    shell = f'"{sys.executable}" -m testimonia build - --format nquads < "{example}" | "{sys.executable}" -m testimonia query claims - --format csv'
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=True)
    assert done.stderr == b"1 built: 19 claims, 3 contradictions, 0 unexplained figures\n"
    assert done.stdout.decode() == testimonia("query", "claims", graph, "--format", "csv").printed


def test_turtle_is_what_comes_without_a_format(example: Path, graph: Path, testimonia: Command) -> None:
    ran = testimonia("build", example, "--quiet")
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed == (graph / "battle-of-akabar.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [("show",), ("validate",), ("query", "claims"), ("explain", "over a dozen")],
    ids=" ".join,
)
def test_every_question_can_be_asked_of_standard_input(
    words: tuple[str, ...], graph: Path, testimonia: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = graph / "battle-of-akabar.ttl"
    give(monkeypatch, file.read_bytes())
    piped = testimonia(*words, "-")
    assert (piped.code, piped.told) == (0, "")
    expected = testimonia(*words, file).printed
    assert piped.printed.replace("- conforms", f"{file} conforms") == expected


PIPES = [
    # a command that reads a graph in a pipe, and the same with a file in place of "-"
    ("report -", "report GRAPH"),
    ("report - --format markdown --output -", "report GRAPH --format markdown"),
    ("export csv -", "export csv GRAPH"),
    ("export ucdp - --output -", "export ucdp GRAPH"),
    ("export acled -", "export acled GRAPH"),
    ("export quickstatements - --output -", "export quickstatements GRAPH"),
    ("export wikibase-json -", "export wikibase-json GRAPH"),
    ("export parquet - --output -", "export parquet GRAPH --output -"),
    ("export nanopub - --output -", "export nanopub GRAPH --output -"),
    ("estimate - --policy ucdp", "estimate GRAPH --policy ucdp --output -"),
    ("diff - GRAPH", "diff GRAPH GRAPH"),
    ("diff GRAPH -", "diff GRAPH GRAPH"),
    ("query claims - --format json", "query claims GRAPH --format json"),
]


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(("piped", "plain"), PIPES, ids=[piped for piped, _ in PIPES])
def test_a_command_gives_the_same_bytes_in_a_pipe(
    piped: str, plain: str, graph: Path, tmp_path: Path
) -> None:
    file = graph / "battle-of-akabar.ttl"

    def run(words: str) -> bytes:
        command = [str(file) if word == "GRAPH" else word for word in words.split()]
        with file.open("rb") as stdin:
            done = subprocess.run(
                [sys.executable, "-m", "testimonia", *command],
                stdin=stdin,
                capture_output=True,
                check=True,
                cwd=tmp_path,
            )
        return done.stdout

    assert run(piped) == run(plain)
    assert not list(tmp_path.iterdir())


def test_what_goes_into_a_pipe_is_what_is_written(graph: Path, testimonia: Command, tmp_path: Path) -> None:
    from pyoxigraph import RdfFormat, parse

    printed = testimonia("estimate", graph, "--policy", "ucdp", "--output", "-")
    testimonia("estimate", graph, "--policy", "ucdp", "--output", "ucdp.trig")
    assert printed.printed == (tmp_path / "ucdp.trig").read_text(encoding="utf-8")
    assert printed.told == "ucdp: most reliable statement, between the extremes of the credible ones\n"
    papers = testimonia("export", "nanopub", graph, "--output", "-").printed
    testimonia("export", "nanopub", graph, "--output", "np")
    apart = {
        str(quad) for file in (tmp_path / "np").iterdir() for quad in parse(file.read_bytes(), RdfFormat.TRIG)
    }
    assert {str(quad) for quad in parse(papers.encode(), RdfFormat.TRIG)} == apart


def test_a_question_comes_through_a_pipe(
    graph: Path, testimonia: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "ASK { ?claim tm:measure tmc:killed }"
    give(monkeypatch, b"\xef\xbb\xbf" + question.encode())
    assert testimonia("query", "-", graph).printed == testimonia("query", question, graph).printed
    give(monkeypatch, b"ASK { \xff }")
    assert testimonia("query", "-", graph).told == "testimonia: standard input: is not UTF-8 text (byte 6).\n"


COMMANDS = ["build EXAMPLE --format nquads", "query claims GRAPH", "query --list", "report GRAPH", "show GRAPH", "export csv GRAPH",
            "estimate GRAPH --policy ucdp --output -", "validate GRAPH", "explain France GRAPH"]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS)
def test_a_reader_that_has_seen_enough_ends_a_command_quietly(
    words: str, graph: Path, example: Path, tmp_path: Path
) -> None:
    places = {"GRAPH": str(graph), "EXAMPLE": str(example)}
    command = [sys.executable, "-m", "testimonia", *(places.get(word, word) for word in words.split())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert process.returncode == 141, told
    assert "Traceback" not in told
    assert "roken" not in told


def test_a_store_is_made_of_standard_input(
    graph: Path, testimonia: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, (graph / "battle-of-akabar.ttl").read_bytes())
    ran = testimonia("store", "-", "--output", "kept")
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed.endswith("named graphs → kept\n")
    assert testimonia("query", "claims", "kept").printed == testimonia("query", "claims", graph).printed


def test_build_keeps_a_store(example: Path, testimonia: Command, tmp_path: Path) -> None:
    assert testimonia("build", example, "--output", "output", "--store").code == 0
    assert (tmp_path / "output" / "store" / "store.json").is_file()
    assert testimonia("store", "output").printed.startswith("unchanged: ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("build", "EXAMPLE", "--format", "turtle,nquads"), "Standard output takes one format"),
        (("build", "EXAMPLE", "--store"), "--store keeps a store in a folder"),
        (("store", "EXAMPLE"), "is no folder to keep a store in"),
        (("store", "EXAMPLE", "--output", "-"), "cannot go to standard output"),
        (("diff", "-", "-"), "standard input holds one graph"),
        (("query", "-", "-"), "standard input is either the question or the graph"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_does_not_go_together_is_told(
    words: tuple[str, ...], sentence: str, example: Path, testimonia: Command
) -> None:
    ran = testimonia(*(example if word == "EXAMPLE" else word for word in words))
    assert (ran.code, ran.printed) == (2, "")
    assert sentence in ran.told
