"""The plain form: title, infobox, sections, paragraphs, and residue of markup in them."""

import pytest

from testimonia.model import Article
from testimonia.read import read_article

BATTLE = """= Battle of Orun =

Infobox
- Conflict: Battle of Orun
- Date: 3–4 May 1921
- Combatant1: Ruland
- Casualties1: 12 killed

The battle of Orun was fought in May 1921.

== Prelude ==
Both armies had marched for days.

=== The river ===
The bridge had been burned.

== References ==
 * A Book, with 300 killed in its title
"""

VALUES = [
    # why, the value in the source, what is shown, the flags and what they stand for
    ("words stay as they are", "12 killed, 3 wounded", "12 killed, 3 wounded", []),
    ("an image's options are an unknown flag", "border|20pxOrun Guard", "Orun Guard", [""]),
    ("two images are two flags", "1 killed, border|20pxborder|20px 3 killed", "1 killed, 3 killed", ["", ""]),
    ("options without border", "24px Ruland", "Ruland", [""]),
    ("a flag emoji is its country", "🇲🇱 Mali, 🇫🇷 France", "Mali, France", ["Mali", "France"]),
    ("a flag of a region", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scots", "Scots", ["Scotland"]),
    ("an emoji that is no country", "🇦🇧 Somebody", "Somebody", [""]),
    ("a file name before a name", "Orun Legion calligraphy.jpg Orun Legion", "Orun Legion", ["Orun Legion"]),
    ("a file name behind a comma", "Ruland, Flag of Orun.svg Orun", "Ruland, Orun", ["Orun"]),
    ("a file name behind words", "Ruland Logo of the Dawn.svg Dawn", "Ruland Dawn", ["Dawn"]),
    ("a file that shows no flag", "Map1921.png 12 killed", "12 killed", [""]),
    ("a link", "the [[Orun Guard|Guard]]", "the Guard", []),
    ("a link to an image's page", "see the [[:File:Orun 1921.svg|map]]", "see the map", []),
    ("an image", "[[File:Flag of Orun.svg|20px]] Orun", "Orun", ["Orun"]),
    ("a template of a flag", "{{flag|Ruland}}", "Ruland", ["Ruland"]),
    ("a template left open", "{{plainlist| 12 killed", "12 killed", []),
    ("closing brackets alone", "12 killed}} ]]", "12 killed", []),
    ("a reference left open", '12 killed<ref name="a">', "12 killed", []),
    ("a reference closed only", "12 killed</ref>", "12 killed", []),
    ("a whole reference", "12 killed<ref>A Book, 40 killed</ref>", "12 killed", []),
    ("a line break", "12 killed<br/>3 wounded", "12 killed\n3 wounded", []),
    ("a comment", "12 <!-- or 13 --> killed", "12  killed", []),
    ("an entity", "12&nbsp;killed &amp; wounded", "12\u00a0killed & wounded", []),
    ("an unknown entity", "R&amx; killed", "R&amx; killed", []),
    ("a list's stars", "*1st Brigade, * 2nd Brigade", "1st Brigade, 2nd Brigade", []),
    ("a star behind a word is a note", "92 killed*, 3 wounded", "92 killed*, 3 wounded", []),
    ("undefined is not a word", "c. undefined 800 fighters", "c. 800 fighters", []),
    ("italic quotes", "''Orun'' and '''Ruland'''", "Orun and Ruland", []),
    ("less than is no tag", "<3 killed", "<3 killed", []),
]


def read(text: str) -> Article:
    """Read a text of the plain form."""
    return read_article(text, form="plain")


def test_title_infobox_and_sections_are_found() -> None:
    article = read_article(BATTLE)
    assert (article.form, article.title, article.infobox) == ("plain", "Battle of Orun", "infobox")
    assert [parameter.key for parameter in article.parameters] == [
        "conflict",
        "date",
        "combatant1",
        "casualties1",
    ]
    assert article.quote(article.parameters[3].span) == "- Casualties1: 12 killed"
    assert [(s.title, s.level, s.path) for s in article.sections] == [
        ("", 0, ()),
        ("Prelude", 2, ("Prelude",)),
        ("The river", 3, ("Prelude", "The river")),
        ("References", 2, ("References",)),
    ]


def test_a_section_spans_its_heading_and_its_subsections() -> None:
    article = read_article(BATTLE)
    assert article.quote(article.sections[1].span).startswith("== Prelude ==\nBoth")
    assert article.quote(article.sections[1].span).endswith("burned.\n\n")
    assert article.quote(article.sections[0].span).endswith("May 1921.\n\n")


def test_paragraphs_know_zone_and_section_and_back_matter_tells_nothing() -> None:
    article = read_article(BATTLE)
    assert [(p.shown, p.zone, p.section) for p in article.passages] == [
        ("The battle of Orun was fought in May 1921.", "lead", 0),
        ("Both armies had marched for days.", "prose", 1),
        ("The bridge had been burned.", "prose", 2),
    ]


def test_words_without_residue_are_ranges_of_the_source() -> None:
    passage = read_article(BATTLE).passages[0]
    assert isinstance(passage.starts, range)
    assert BATTLE[passage.starts[0] : passage.ends[-1]] == passage.shown


@pytest.mark.parametrize(("why", "value", "shown", "flags"), VALUES, ids=[case[0] for case in VALUES])
def test_residue_in_values_is_not_shown(why: str, value: str, shown: str, flags: list[str]) -> None:
    text = f"= T =\n\nInfobox\n- Casualties1: {value}\n- Date: 1921\n\nWords.\n"
    passage = read(text).parameters[0].passage
    assert passage.shown == shown
    assert [mark.value for mark in passage.marks if mark.kind == "flag"] == flags


def test_a_flag_stands_before_the_words_it_belongs_to() -> None:
    passage = read("Infobox\n- Casualties1: 1 killed, 🇫🇷 3 killed\n").parameters[0].passage
    assert passage.shown[passage.marks[0].start :] == "3 killed"


def test_a_value_goes_on_over_lines() -> None:
    article = read("= T =\n\nInfobox\n- Combatant1: Ruland,\nOrun\n- Date: 1921\n\nWords.\n")
    assert article.parameters[0].passage.shown == "Ruland, Orun"
    assert article.quote(article.parameters[0].span) == "- Combatant1: Ruland,\nOrun"
    assert article.parameters[1].key == "date"


def test_an_infobox_goes_on_behind_an_empty_line_with_a_known_key() -> None:
    article = read(
        "Infobox\n- Date: 1921\n\n- Casualties1: 4 killed\n\n- A list item: not a key\n\nWords here.\n"
    )
    assert [parameter.key for parameter in article.parameters] == ["date", "casualties1"]
    assert [passage.shown for passage in article.passages] == ["A list item: not a key", "Words here."]


def test_a_second_infobox_is_skipped() -> None:
    article = read(
        "Infobox\n- Casualties1: 4 killed\n\nWords.\n\nInfobox\n- Casualties1: 9 killed\n\nMore.\n"
    )
    assert [parameter.passage.shown for parameter in article.parameters] == ["4 killed"]
    assert [passage.shown for passage in article.passages] == ["Words.", "More."]


TABLE = "|     |     |\n| --- | --- |\n| date | 1921 |\n| place | Orun |\n| casualties1 | 4 killed |\n"


def test_a_table_that_repeats_the_infobox_is_skipped() -> None:
    article = read(f"= T =\n\nInfobox\n- Casualties1: 4 killed\n\n{TABLE}The battle began.\n")
    assert len(article.parameters) == 1
    assert [passage.shown for passage in article.passages] == ["The battle began."]


def test_such_a_table_is_the_infobox_where_there_is_no_other() -> None:
    article = read(f"= T =\n\n{TABLE}The battle began.\n")
    assert [(p.key, p.passage.shown) for p in article.parameters] == [
        ("date", "1921"),
        ("place", "Orun"),
        ("casualties1", "4 killed"),
    ]


def test_other_tables_are_cells() -> None:
    article = read("= T =\n\n| Area | Killed |\n|  ---  |  ---  |\n| Orun | 60 |\n")
    assert [(p.shown, p.zone) for p in article.passages] == [
        ("Area", "table"),
        ("Killed", "table"),
        ("Orun", "table"),
        ("60", "table"),
    ]
    cells = [p.cell for p in article.passages if p.cell is not None]
    assert [(cell.row, cell.column) for cell in cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert len({cell.table for cell in cells}) == 1


def test_list_items_are_passages_without_their_bullets() -> None:
    article = read("= T =\n\n == no heading\n * 1st Brigade\n * 🇫🇷 2nd Brigade\n")
    assert [(p.shown, p.item) for p in article.passages[1:]] == [("1st Brigade", True), ("2nd Brigade", True)]


@pytest.mark.parametrize("line", [".jpg?)", "_01.jpg?>)", "%2C_1921_(03).svg?)"])
def test_a_line_that_is_the_rest_of_an_image_is_skipped(line: str) -> None:
    article = read(f"= T =\n\n== Battle ==\n{line}\nThe army came.\n")
    assert [passage.shown for passage in article.passages] == ["The army came."]


def test_lines_broken_by_width_are_one_paragraph() -> None:
    lines = "The army came down from the hills in the early morning\nand crossed the river."
    article = read(f"= T =\n\n{lines}\nIt was cold.\n")
    assert [passage.shown for passage in article.passages] == [lines.replace("\n", " "), "It was cold."]


def test_windows_line_ends_keep_offsets_true() -> None:
    text = BATTLE.replace("\n", "\r\n")
    article = read_article(text)
    assert article.text == text
    assert article.title == "Battle of Orun"
    assert [p.passage.shown for p in article.parameters][-1] == "12 killed"
    assert [p.shown for p in article.passages] == [p.shown for p in read_article(BATTLE).passages]
    assert article.sections[1].title == "Prelude"


def test_a_byte_order_mark_stays_in_the_text_and_is_not_shown() -> None:
    article = read_article(b"\xef\xbb\xbf" + BATTLE.encode())
    assert article.text[0] == "\ufeff"
    assert article.title == "Battle of Orun"
    assert article.quote(article.parameters[0].span) == "- Conflict: Battle of Orun"


def test_an_article_without_title_takes_the_conflict_or_the_file_name() -> None:
    assert read("Infobox\n- Conflict: Raid on Orun\n").title == "Raid on Orun"
    assert (
        read_article("== A ==\nWords.\n", source="x/Siege_of_Orun_(1921).txt").title == "Siege of Orun (1921)"
    )
    assert read_article("== A ==\nWords.\n", source="-").title == "Untitled"
