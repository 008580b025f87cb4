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
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_does_not_go_together_is_told(
    words: tuple[str, ...], sentence: str, example: Path, testimonia: Command
) -> None:
    ran = testimonia(*(example if word == "EXAMPLE" else word for word in words))
    assert (ran.code, ran.printed) == (2, "")
    assert sentence in ran.told
