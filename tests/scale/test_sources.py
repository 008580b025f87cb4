"""What the user names becomes a list of articles."""

import io
from pathlib import Path

import pytest

from testimonia.errors import InputError
from testimonia.scale import Source, find_articles


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.wikitext",
        "picture.png",
        ".hidden/d.txt",
        ".e.txt",
        "README.md",
        "deep/dump.xml.bz2",
        "deep/dump-multistream-index.txt.bz2",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}", encoding="utf-8")
    return tmp_path


def names(sources: tuple[Source, ...]) -> list[str]:
    return [source.name for source in sources]


@pytest.mark.usefixtures("place")
def test_a_folder_gives_its_articles_and_dumps_sorted_and_leaves_out_readme_and_what_is_hidden() -> None:
    assert names(find_articles(["."])) == [
        "a.md",
        "b.txt",
        "deep/dump.xml.bz2",
        "deep/er/c.wikitext",
    ]


@pytest.mark.usefixtures("place")
def test_a_file_that_is_named_may_be_called_anything() -> None:
    assert names(find_articles(["picture.png"])) == ["picture.png"]


@pytest.mark.usefixtures("place")
def test_what_is_named_twice_is_listed_once_in_the_order_given() -> None:
    assert names(find_articles(["b.txt", ".", "-", "b.txt"])) == [
        "b.txt",
        "a.md",
        "deep/dump.xml.bz2",
        "deep/er/c.wikitext",
        "-",
    ]


@pytest.mark.usefixtures("place")
def test_a_name_without_anything_behind_it_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^nothing\.txt: no such file or folder\.$"):
        find_articles(["b.txt", "nothing.txt"])


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"the folder holds no articles"):
        find_articles([str(tmp_path)])


def test_a_source_gives_its_bytes(place: Path) -> None:
    with Source("b.txt", place / "b.txt").open() as stream:
        assert stream.read() == b"words of b.txt"
    assert Source("b.txt", place / "b.txt").size == 14


def test_standard_input_gives_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    with Source("-", None).open() as stream:
        assert stream.read() == b"words"
    assert Source("-", None).size is None


def test_a_file_that_has_gone_is_an_error_that_names_it(place: Path) -> None:
    gone = Source("gone.txt", place / "gone.txt")
    assert gone.size is None
    with (
        pytest.raises(InputError, match=r"^gone\.txt: cannot be read: no such file or directory\.$"),
        gone.open(),
    ):
        pass
