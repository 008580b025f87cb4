"""The loader: what it reads, and how it says what is wrong with a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import LexiconError
from testimonia.lexicon import names, rows
from testimonia.lexicon.load import parse

FAULTS = [
    # what is wrong, the table, what the message says
    ("too few cells", b"form\tkind\ngalley\n", 't.tsv:2: "galley" has 1 cells, the header has 2.'),
    ("too many cells", b"form\n# a\n\nlorry\tx\n", 't.tsv:4: "lorry\tx" has 2 cells, the header has 1.'),
    ("a key twice", b"form\tkind\na\tx\nb\tx\na\ty\n", 't.tsv:4: "a" already stands in line 2.'),
    ("a composed key twice", b"f*\tr*\n# b\na\tx\n\na\tx\n", 't.tsv:5: "a, x" already stands in line 3.'),
    ("no header", b"", 't.tsv:1: "" does not name the columns.'),
    ("a comment for a header", b"# words\nform\n", 't.tsv:1: "# words" does not name the columns.'),
    ("a column named twice", b"form\tform*\n", 't.tsv:1: "form\tform*" does not name the columns.'),
    ("another encoding", b"form\nok\ncommuniqu\xe9\n", "t.tsv:3: byte 0xe9 is not UTF-8."),
]

words = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1)


def test_a_table_is_rows_of_named_cells() -> None:
    table = b"form\tkind\n# words for ships\ngalley\tship\n\nlorry\tvehicle\n"
    assert parse(table, "t.tsv") == ({"form": "galley", "kind": "ship"}, {"form": "lorry", "kind": "vehicle"})


def test_the_last_cell_may_be_empty() -> None:
    assert parse(b"form\tabbreviation\nColonel\t\n", "t.tsv") == ({"form": "Colonel", "abbreviation": ""},)


def test_a_table_may_have_no_rows() -> None:
    assert parse(b"form\n", "t.tsv") == ()


def test_starred_columns_make_the_key_together() -> None:
    table = parse(b"form*\trole*\nput\tpast\nput\tpresent\n", "t.tsv")
    assert table == ({"form": "put", "role": "past"}, {"form": "put", "role": "present"})


@pytest.mark.parametrize(("fault", "table", "message"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_told_with_file_line_and_words(fault: str, table: bytes, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse(table, "t.tsv")
    assert str(caught.value) == message, fault


def test_an_unknown_table_is_an_error_that_names_it() -> None:
    with pytest.raises(LexiconError, match='no table "dragons"'):
        rows("dragons")


def test_a_table_is_read_once() -> None:
    assert rows("numbers") is rows("numbers")


def test_every_table_has_a_name() -> None:
    assert {"casualty", "people", "reporting"} <= set(names())
    assert list(names()) == sorted(names())


@given(st.dictionaries(words.filter(lambda word: word[0] != "#"), words))
def test_what_is_written_is_what_is_read(cells: dict[str, str]) -> None:
    lines = ["form\tkind", *(f"{form}\t{kind}" for form, kind in cells.items())]
    table = parse("\n".join(lines).encode(), "t.tsv")
    assert {row["form"]: row["kind"] for row in table} == cells
