"""The file of links: what people write into it in a spreadsheet is read, kept and told when it is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from testimonia.errors import LinksError
from testimonia.links import CLOSE, EXACT, MAY_BE, NO_TERM, SAME, Link, new_table, parse_links, read_links
from testimonia.links.prefixes import compact, expand

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """#mapping_set_id: https://k.example/links
#curie_map:
#  kg: https://k.example/
#  wd: http://www.wikidata.org/entity/
"""
COLUMNS = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tauthor_label\tmapping_date\tcomment\n"


def one(row: str) -> Link:
    (link,) = parse_links(f"{HEAD}{COLUMNS}{row}\n", "links.tsv").links
    return link


@pytest.mark.parametrize(
    ("why", "row", "verdict", "predicate"),
    [
        ("a candidate says nothing", "kg:place/kel\ttm:mayBe\t\twd:Q7", "candidate", MAY_BE),
        ("accepted, and signed", "kg:place/kel\tskos:exactMatch\t\twd:Q7\tAnn\t2026-05-31", "accepted", EXACT),
        ("nearly the same", "kg:place/kel\tskos:closeMatch\t\twd:Q7\tAnn\t2026-05-31", "accepted", CLOSE),
        ("the same for all purposes", "kg:place/kel\towl:sameAs\t\twd:Q7\tAnn\t2026-05-31", "accepted", SAME),
        ("nobody says who decided", "kg:place/kel\tskos:exactMatch\t\twd:Q7\t\t2026-05-31", "unsigned", EXACT),
        ("nobody says when", "kg:place/kel\tskos:exactMatch\t\twd:Q7\tAnn", "unsigned", EXACT),
        ("rejected", "kg:place/kel\tskos:exactMatch\tNot\twd:Q7\tAnn\t2026-05-31", "rejected", EXACT),
        ("a candidate struck out", "kg:place/kel\ttm:mayBe\tNot\twd:Q7", "rejected", MAY_BE),
        ("wider is not the same", "kg:place/kel\tskos:broadMatch\t\twd:Q7\tAnn\t2026-05-31", "beside", None),
        ("IRIs in full", "https://k.example/place/kel\ttm:mayBe\t\thttp://www.wikidata.org/entity/Q7", "candidate", MAY_BE),
        ("nothing like it there", "kg:place/kel\tskos:exactMatch\t\tsssom:NoTermFound\tAnn\t2026-05-31", "accepted", EXACT),
    ],
)  # fmt: skip
def test_a_row_says_what_was_decided(why: str, row: str, verdict: str, predicate: str | None) -> None:
    link = one(row)
    assert link.verdict == verdict, why
    assert link.subject == "https://k.example/place/kel"
    assert link.object in {"http://www.wikidata.org/entity/Q7", NO_TERM}
    assert predicate is None or link.predicate == predicate


@pytest.mark.parametrize(
    ("why", "text", "message"),
    [
        ("no columns", "", r"links\.tsv: there are no columns; a file of links needs subject_id"),
        ("commas instead of tabs", "subject_id,object_id\n", r":1: the column subject_id is missing; are the columns parted by tabs\?"),
        ("a column is missing", "subject_id\tobject_id\n", r":1: the column predicate_id is missing\."),
        ("a column stands there twice", f"{COLUMNS[:-1]}\tcomment\n", r":1: the column «comment» stands there twice\."),
        ("no subject", f"{COLUMNS}\ttm:mayBe\t\ttm:x\n", r":2: subject_id is empty\."),
        ("an unknown prefix", f"{COLUMNS}gn:7\ttm:mayBe\t\ttm:x\n", r":2: subject_id «gn:7»: the prefix «gn» is not declared in curie_map\."),
        ("no IRI at all", f"{COLUMNS}tm:x\tmay be\t\ttm:x\n", r":2: predicate_id «may be» is no IRI, neither in full nor with a prefix\."),
        ("a bare word in the place of theirs", f"{COLUMNS}tm:x\ttm:mayBe\t\tQ7\n", r":2: object_id «Q7» is no IRI"),
        ("an IRI with a sign that may not stand in one", f"{COLUMNS}tm:x\ttm:mayBe\t\thttps://g.example/[7]\n", r":2: object_id «https://g\.example/\[7\]» is no IRI: invalid IRI code point '\['"),
        ("a broken port", f"{COLUMNS}tm:x\ttm:mayBe\t\thttps://g.example:port/7\n", r":2: object_id «.*» is no IRI: invalid character 'p'"),
        ("another modifier", f"{COLUMNS}tm:x\ttm:mayBe\tperhaps\ttm:y\n", r":2: predicate_modifier «perhaps»: only Not may stand there\."),
        ("a day as a spreadsheet writes it", f"{COLUMNS}tm:x\ttm:mayBe\t\ttm:y\tAnn\t31.05.2026\n", r":2: mapping_date «31\.05\.2026»: a date such as 2026-05-31 is needed\."),
        ("the 32nd of May", f"{COLUMNS}tm:x\ttm:mayBe\t\ttm:y\tAnn\t2026-05-32\n", r":2: mapping_date «2026-05-32»"),
        ("a cell behind the last column", f"{COLUMNS}tm:x\ttm:mayBe\t\ttm:y\tAnn\t2026-05-31\t\tx\n", r":2: «x» stands behind the last column\."),
        ("two rows are wrong", f"{COLUMNS}tm:x\ttm:mayBe\t\tQ7\n\ntm:x\ttm:mayBe\t\tQ8\n", r":2: object_id «Q7» .* \(1 more rows are wrong\)\."),
        ("a score in words", "subject_id\tpredicate_id\tobject_id\tscore\ntm:x\ttm:mayBe\ttm:y\thigh\n", r":2: score «high» is no number\."),
        ("a justification that is none", "subject_id\tpredicate_id\tobject_id\tmapping_justification\ntm:x\ttm:mayBe\ttm:y\tme\n", r":2: mapping_justification «me» is no IRI"),
        ("a broken prefix", f"#curie_map:\n#  kg\n{COLUMNS}", r":2: «kg» is no prefix with its namespace\."),
        ("prefixes in one line", f"#curie_map: {{kg: https://k.example/}}\n{COLUMNS}", r":1: «curie_map: .*»: prefixes have to stand on lines of their own\."),
        ("a quotation mark that never closes", f'{COLUMNS}tm:x\ttm:mayBe\t\ttm:y\tAnn\t\t"no end\n', r":2: the row cannot be read: unexpected end of data\."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_words(why: str, text: str, message: str) -> None:
    with pytest.raises(LinksError, match=message):
        parse_links(text, "links.tsv")


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(LinksError, match=r"none\.tsv: cannot be read: no such file"):
        read_links(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes("é".encode("latin-1"))
    with pytest.raises(LinksError, match=r"latin\.tsv: is not UTF-8 text \(byte 0\); save it as UTF-8\."):
        read_links(tmp_path / "latin.tsv")


def test_a_spreadsheet_may_have_had_it_in_its_hands(tmp_path: Path) -> None:
    """A byte order mark, metadata padded with tabs and in quotation marks, Windows line ends, empty rows."""
    path = tmp_path / "links.tsv"
    text = (
        '"#comment: ""careful"""\t\t\t\t\t\t\r\n#curie_map:\t\t\t\t\t\t\r\n#  kg: https://k.example/\t\t\t\t\t\t\r\n'
        f"{COLUMNS[:-1]}\t\r\n kg:place/kel \ttm:mayBe\t\tkg:x\tAnn\t2026-05-31\tnear the ford\r\n\t\t\t\t\t\t\r\n"
    )
    path.write_bytes(text.encode("utf-8-sig"))
    table = read_links(path)
    assert table.metadata[0] == 'comment: "careful"'
    (link,) = table.links
    assert (link.subject, link.cell("comment"), link.line) == (
        "https://k.example/place/kel",
        "near the ford",
        5,
    )


def test_what_other_programs_say_once_for_all_rows_is_said_of_each() -> None:
    """The reference tools write a space behind "#" and move what all rows have in common to the metadata."""
    text = (
        "# curie_map:\n#   kg: https://k.example/\n# curation_rule_text:\n# - alone\n# - and high\n"
        "# mapping_date: '2026-05-31'\n# mapping_tool: A gazetteer\n# mapping_set_id: https://k.example/links\n"
        "subject_id\tpredicate_id\tobject_id\tauthor_label\tmapping_tool\n"
        "kg:a\tskos:exactMatch\tkg:x\tAnn\t\nkg:b\ttm:mayBe\tkg:y\t\tAnother\n"
    )
    table = parse_links(text, "links.tsv")
    first, second = table.links
    assert (first.verdict, first.decided_on, first.cell("curation_rule_text")) == (
        "accepted",
        "2026-05-31",
        "alone|and high",
    )
    assert (first.cell("mapping_tool"), second.cell("mapping_tool")) == (
        "",
        "Another",
    )  # a row says something else
    assert table.with_prefix("wd", "http://www.wikidata.org/entity/").metadata[:3] == (
        "curie_map:", "  kg: https://k.example/", "  wd: http://www.wikidata.org/entity/",
    )  # fmt: skip


def test_columns_and_metadata_that_people_add_stay() -> None:
    text = f"{HEAD}#mapping_set_description: ours\n{COLUMNS[:-1]}\tour_own\nkg:a\ttm:mayBe\t\twd:Q7\t\t\t\tmine\n"
    table = parse_links(text, "links.tsv").with_prefix("geo", "https://sws.geonames.org/")
    written = table.write().decode()
    assert "#mapping_set_description: ours\n" in written
    assert "#  geo: https://sws.geonames.org/\n" in written
    (link,) = parse_links(written, "links.tsv").links
    assert link.cell("our_own") == "mine"


def test_a_prefix_that_means_something_else_is_left_alone() -> None:
    table = parse_links(f"{HEAD}{COLUMNS}", "links.tsv")
    assert table.with_prefix("wd", "https://other.example/") is table
    assert table.with_prefix("wikidata", "http://www.wikidata.org/entity/") is table
    assert table.with_prefix("", "https://other.example/") is table
    bare = parse_links(COLUMNS, "links.tsv").with_prefix("wd", "http://www.wikidata.org/entity/")
    assert bare.metadata == ("curie_map:", "  wd: http://www.wikidata.org/entity/")


def test_whose_links_they_are_is_told_by_the_prefix_or_the_name_of_the_set() -> None:
    assert parse_links(f"{HEAD}{COLUMNS}", "t").base == "https://k.example/"
    assert (
        parse_links(f"#mapping_set_id: https://o.example/links\n{COLUMNS}", "t").base == "https://o.example/"
    )
    assert parse_links(COLUMNS, "t").base == new_table().base


def test_a_data_set_is_told_by_its_namespace_else_by_all_but_the_last_part() -> None:
    table = parse_links(f"{HEAD}{COLUMNS}", "t")
    assert table.space("http://www.wikidata.org/entity/Q7") == "http://www.wikidata.org/entity/"
    assert table.space("https://sws.geonames.org/2453348/") == "https://sws.geonames.org/"
    assert table.space("https://pleiades.example/places#579885") == "https://pleiades.example/places#"


def test_rows_stand_by_subject_the_best_candidate_first() -> None:
    rows = [
        "kg:b\ttm:mayBe\twd:Q1\t3",
        "kg:a\ttm:mayBe\twd:Q2\t",
        "kg:a\ttm:mayBe\twd:Q3\t70",
        "kg:a\ttm:mayBe\twd:Q4\t8e1",
    ]
    text = f"{HEAD}subject_id\tpredicate_id\tobject_id\tscore\n" + "\n".join(rows)
    table = parse_links(text, "t")
    names = [table.compact(link.object) for link in table.with_links(table.links).links]
    assert names == ["wd:Q4", "wd:Q3", "wd:Q2", "wd:Q1"]


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("- Place: Kel", "'- Place: Kel"),
        ('=HYPERLINK("https://x.example")', '"\'=HYPERLINK(""https://x.example"")"'),
        ("+49 riders", "'+49 riders"),
        ("@home", "'@home"),
        ("'=1", "''=1"),
        ("'Kel'", "'Kel'"),
        ("-7.5", "-7.5"),
        ("Kel-on-Orr", "Kel-on-Orr"),
    ],
)
def test_a_spreadsheet_finds_words_and_no_formulas(words: str, cell: str) -> None:
    table = parse_links(f"{HEAD}{COLUMNS}kg:a\ttm:mayBe\t\twd:Q7\t\t\t\n", "t")
    (link,) = table.links
    written = table.with_links([replace(link, cells={**link.cells, "comment": words})]).write().decode()
    assert f"\t{cell}\t" in written
    assert parse_links(written, "t").links[0].cell("comment") == words


WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30).map(
    lambda words: " ".join(words.split())
)


@given(st.lists(st.tuples(st.integers(1, 99), WORDS, WORDS, st.floats(-1e6, 1e6)), max_size=8))
def test_what_is_written_is_read_as_it_was(rows: list[tuple[int, str, str, float]]) -> None:
    table = new_table("https://k.example/").with_prefix("wd", "http://www.wikidata.org/entity/")
    links = []
    for number, label, comment, score in rows:
        cells = {
            "subject_id": f"kg:place/{number}",
            "predicate_id": "tm:mayBe",
            "object_id": f"wd:Q{number}",
            "object_label": label,
            "comment": comment,
            "score": f"{score:.6f}",
        }
        given_cells = {name: cell for name, cell in cells.items() if cell}
        iri = f"http://www.wikidata.org/entity/Q{number}"
        links.append(Link(f"https://k.example/place/{number}", MAY_BE, iri, table.space(iri), given_cells))
    written = table.with_links(links).write()
    again = parse_links(written.decode(), "links.tsv")
    assert again.write() == written
    assert [(link.pair, link.cells) for link in again.links] == [
        (link.pair, link.cells) for link in table.with_links(links).links
    ]


@given(st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=1, max_size=12))
def test_what_is_shortened_is_the_same_in_full(name: str) -> None:
    prefixes = {"k": "https://k.example/", "kp": "https://k.example/place/"}
    iri = f"https://k.example/place/{name}"
    try:
        whole = expand(iri, prefixes)
    except LinksError:
        with pytest.raises(ValueError, match="Invalid IRI"):
            NamedNode(iri)
        return
    assert expand(compact(whole, prefixes), prefixes) == iri
