"""What cannot be read or written ends in one clear line, the right exit code, and no half-made file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

BAD = {
    "an empty file": b"",
    "a file of blanks": b" \n\n\t \n",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10" + bytes(range(256)),
    "an archive": b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(200),
    "Latin-1": "= Gefecht bei Müllrose =\n\nFünf Männer fielen.\n".encode("latin-1"),
    "UTF-16": "= Raid on Northford =\n\nFive soldiers were killed.\n".encode("utf-16"),
}


def left_behind(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*"))


@pytest.mark.parametrize("kind", BAD)
def test_an_unreadable_article_is_one_line_and_nothing_is_left(
    testimonia: Command, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "article.txt").write_bytes(BAD[kind])
    ran = testimonia("build", "article.txt", "--output", "out")
    assert ran.code == 2
    assert ran.told.startswith("testimonia: article.txt")
    assert ran.told.count("\n") == 1
    assert ran.told.endswith(".\n")
    assert left_behind(tmp_path) == ["article.txt"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["build", "missing.txt", "--output", "out"], "testimonia: missing.txt: no such file or folder.\n"),
        (["build", "empty", "--output", "out"], "testimonia: empty: the folder holds no articles"),
        (["build"], "testimonia: the following arguments are required: INPUT"),
        (["build", "a.txt", "--output", "out", "--format", "pdf"], "testimonia: «pdf» is not a format"),
        (
            ["build", "a.txt", "--output", "out", "--base", "here"],
            "testimonia: «here» is not an absolute IRI",
        ),
        (["build", "a.txt", "--output", "out", "--workers", "0"], "testimonia: --workers 0: at least one"),
        (
            ["build", "a.txt", "--output", "out", "--tolerance", "x"],
            "testimonia: argument --tolerance: invalid",
        ),
        (["build", "a.txt", "--output", "out", "--timestamp", "soon"], "testimonia: «soon» is not a date"),
        (["build", "a.txt", "--output", "a.txt"], "testimonia: a.txt: cannot be written"),
        (["build", "a.txt", "--output", "a.txt/below"], "testimonia: a.txt/below: cannot be written"),
        (["validate", "missing"], "testimonia: missing: "),
        (["validate", "empty"], "testimonia: empty: "),
        (["query", "claims", "missing"], "testimonia: missing: "),
        (["explain", "killed", "missing"], "testimonia: missing: "),
        (["diff", "missing", "empty"], "testimonia: missing: "),
        (["show", "missing"], "testimonia: missing: "),
        ([], "testimonia: the following arguments are required: COMMAND"),
        (["burn", "a.txt"], "testimonia: argument COMMAND: invalid choice: 'burn'"),
        (["--loud"], "testimonia: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_line_and_exit_code_2(
    testimonia: Command, tmp_path: Path, words: list[str], expected: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("= Raid on Northford =\n\nFive soldiers were killed.\n", encoding="utf-8")
    before = left_behind(tmp_path)
    ran = testimonia(*words)
    assert (ran.code, ran.printed) == (2, "")
    assert ran.told.startswith(expected)
    assert ran.told.count("\n") == 1
    assert left_behind(tmp_path) == before


def test_fifty_megabytes_on_one_line_are_refused_in_one_line(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"five soldiers were killed " * 2_000_000)
    ran = testimonia("build", "long.txt", "--output", "out")
    assert ran.code == 2
    assert ran.told == "testimonia: long.txt: 52 MB are too much for one article; 4 MB are taken at most.\n"
    assert left_behind(tmp_path) == ["long.txt"]


def test_a_bad_article_does_not_cost_the_good_ones(
    testimonia: Command, tmp_path: Path, example: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a-bad.txt").write_bytes(BAD["a picture"])
    (folder / "good.txt").write_bytes(example.read_bytes())
    ran = testimonia("build", "articles", "--output", "out")
    assert ran.code == 1
    assert "testimonia: articles/a-bad.txt" in ran.told
    assert "1 built, 1 failed" in ran.printed
    assert (tmp_path / "out" / "battle-of-akabar.ttl").is_file()


def test_a_football_match_becomes_a_graph_that_claims_no_deaths(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "match.txt").write_text(
        "= Northford United v Eastmoor Rovers =\n\n"
        "Northford United met Eastmoor Rovers in the county cup final on 3 May 1998 at Mill Lane. "
        "United attacked from the first whistle, and 12,000 spectators saw Hale score twice. "
        "Rovers defended well after the break but lost 2-1.\n",
        encoding="utf-8",
    )
    assert testimonia("build", "match.txt", "--output", "out").code == 0
    ran = testimonia("query", "claims", "out", "--format", "csv")
    assert "killed" not in ran.printed
    events = testimonia("query", "events", "out", "--format", "csv")
    assert ",other," in events.printed
