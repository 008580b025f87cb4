"""Bad input is refused in one sentence that names the file and the place."""

from pathlib import Path

import pytest

from testimonia.errors import InputError
from testimonia.read import read_article, read_path

REFUSED = [
    # what is wrong, the bytes, what the sentence says
    ("empty", b"", "a.txt: it is empty, so there is no article."),
    ("blanks", b" \n\t\r\n", "a.txt: there are only blanks in it, so there is no article."),
    ("a mark alone", b"\xef\xbb\xbf\n", "a.txt: there are only blanks in it, so there is no article."),
    (
        "a NUL byte",
        b"A line.\nAnother\0",
        "a.txt, line 2: the character U+0000 does not occur in text, so this is not an article.",
    ),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a.txt: it is binary, not text (byte 0 is 0x89)."),
    (
        "Latin-1",
        b"Line one.\nThe caf\xe9 fell.\n",
        (
            'a.txt, line 2: byte 17 (0xE9, after "The caf") is not UTF-8; '
            "if the text is in another encoding, save it as UTF-8."
        ),
    ),
    (
        "UTF-16, little end first",
        "Orun".encode("utf-16"),
        "a.txt: it is in UTF-16 by its byte order mark; save it as UTF-8.",
    ),
    (
        "UTF-16, big end first",
        b"\xfe\xff\0O",
        "a.txt: it is in UTF-16 by its byte order mark; save it as UTF-8.",
    ),
    ("UTF-32", "Orun".encode("utf-32"), "a.txt: it is in UTF-32 by its byte order mark; save it as UTF-8."),
]


@pytest.mark.parametrize(("wrong", "data", "sentence"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_is_no_article_is_refused(wrong: str, data: bytes, sentence: str) -> None:
    with pytest.raises(InputError) as error:
        read_article(data, source="a.txt")
    assert str(error.value) == sentence


def test_an_input_without_a_name_is_called_the_input() -> None:
    with pytest.raises(InputError, match=r"^the input: it is empty"):
        read_article("")


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "Siege_of_Orun.md"
    path.write_bytes(b"It was war.\r\n")
    article = read_path(path)
    assert (article.text, article.title, article.source) == ("It was war.\r\n", "Siege of Orun", str(path))


def test_a_form_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It was [[war]].", encoding="utf-8")
    assert [read_path(path, form=form).form for form in ("plain", "prose", "wikitext")] == [
        "plain",
        "prose",
        "wikitext",
    ]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(InputError, match="this is a folder, not an article"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="the file cannot be read: embedded null byte"):
        read_path("a\0b")
    with pytest.raises(InputError, match="the file cannot be read: File name too long"):
        read_path(tmp_path / ("a" * 300))


def test_what_is_known_of_a_revision_passes_through() -> None:
    article = read_article(
        "It was war.", url="https://example.org/Orun", revision_id="12", timestamp="2020-05-01T00:00:00Z"
    )
    assert (article.url, article.revision_id) == ("https://example.org/Orun", "12")
    assert article.timestamp == "2020-05-01T00:00:00Z"
    assert read_article("x y", source="https://example.org/wiki/Battle_of_Orun").title == "Battle of Orun"
