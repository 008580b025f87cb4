"""Prose without an infobox: Markdown, and bare paragraphs with bare headings."""

import pytest

from testimonia.model import Article
from testimonia.read import read_article

BARE = """The BATTLE OF ORUN was fought in May 1921.[1] It lasted a day.[2][3]


Background

The _Orun Guard_ had marched for days.


Battle

First attack

At dawn 12 men were killed.

-   1st Brigade
-   _2nd_ Brigade
    -   3rd Company


See also

-   Battle of Elsewhere, 400 killed


References

Category:Battles of 1921 Category:Orun

[1] A Book, 30 killed.

[2]

[3] Another Book.
"""

MARKDOWN = """# Battle of Orun

It was fought in [May](https://example.org/may) 1921[^1].

## Background
Both *armies* had **marched**.

### The river

The bridge was burned.

[^1]: A note with 4 killed.

## Aftermath

Peace came.
"""

INLINE = [
    # why, the paragraph, what is shown
    ("footnote marks", "It fell.[12][13] Peace[a] came.[note 2]", "It fell. Peace came."),
    ("a missing reference", "It fell[citation needed] early.", "It fell early."),
    ("italic and bold type", "The _Orun Guard_ **fled** that day.", "The Orun Guard fled that day."),
    ("an underscore within a name is no italic", "The file_name stayed.", "The file_name stayed."),
    ("a picture in Markdown", "![A map](map.png) The army came.", "The army came."),
    ("an image's name", "15orun.png Early on 2 May the army came.", "Early on 2 May the army came."),
    ("the end of a caption", "the walls in 1815]] The SIEGE began.", "The SIEGE began."),
    ("the end of a caption within", "It began. e on a ship]] It ended.", "It began. It ended."),
    ("two ends of captions", "a gate]] a wall]] The SIEGE began.", "The SIEGE began."),
    ("a whole link", "The [[Orun Guard|Guard]] fled.", "The Guard fled."),
    ("an image in brackets", "[[File:Orun.jpg|thumb|The walls]] The SIEGE began.", "The SIEGE began."),
    ("a gallery line", "File:Orun walls.jpg|The walls in 1815.", "The walls in 1815."),
    ("a cut file name", "Map_of_the_walls, The SIEGE began.", "The SIEGE began."),
    ("a magic word", "__NOTOC__ The SIEGE began.", "The SIEGE began."),
    ("a template for an apostrophe", "_Orun_{{'}}s army fled.", "Orun's army fled."),
    ("an outside link", "See [https://example.org the list] of dead.", "See the list of dead."),
]


def read(text: str) -> Article:
    """Read prose."""
    return read_article(text, form="prose")


def test_bare_headings_are_told_by_shape_and_their_level_by_empty_lines() -> None:
    article = read_article(BARE, source="Battle_of_Orun.md")
    assert (article.form, article.title, article.infobox) == ("prose", "Battle of Orun", None)
    assert [(s.title, s.level, s.path) for s in article.sections[1:5]] == [
        ("Background", 2, ("Background",)),
        ("Battle", 2, ("Battle",)),
        ("First attack", 3, ("Battle", "First attack")),
        ("See also", 2, ("See also",)),
    ]


def test_footnotes_categories_and_back_matter_tell_nothing() -> None:
    article = read_article(BARE)
    assert [(p.shown, p.section, p.item) for p in article.passages] == [
        ("The BATTLE OF ORUN was fought in May 1921. It lasted a day.", 0, False),
        ("The Orun Guard had marched for days.", 1, False),
        ("At dawn 12 men were killed.", 3, False),
        ("1st Brigade", 3, True),
        ("2nd Brigade", 3, True),
        ("3rd Company", 3, True),
    ]


def test_footnote_marks_are_references() -> None:
    passage = read_article(BARE).passages[0]
    marks = [(mark.kind, mark.value, mark.start) for mark in passage.marks]
    first = len("The BATTLE OF ORUN was fought in May 1921.")
    assert marks == [("reference", "[1]", first), ("reference", "[2]", 59), ("reference", "[3]", 59)]


def test_markdown_headings_and_title_are_found() -> None:
    article = read_article(MARKDOWN)
    assert (article.form, article.title) == ("prose", "Battle of Orun")
    assert [(s.title, s.level) for s in article.sections] == [
        ("", 0),
        ("Background", 2),
        ("The river", 3),
        ("Aftermath", 2),
    ]
    assert [p.shown for p in article.passages] == [
        "It was fought in May 1921.",
        "Both armies had marched.",
        "The bridge was burned.",
        "Peace came.",
    ]


def test_an_underlined_heading_is_a_heading() -> None:
    article = read("Battle of Orun\n==============\n\nIt was fought.\n\nAftermath\n---------\nPeace came.\n")
    assert article.title == "Battle of Orun"
    assert [(s.title, s.level) for s in article.sections[1:]] == [("Aftermath", 2)]
    assert [p.shown for p in article.passages] == ["It was fought.", "Peace came."]


def test_a_bare_first_line_is_the_title() -> None:
    article = read("Battle of Orun\n\nIt was fought in 1921.\n\nAftermath\n\nPeace came.\n")
    assert article.title == "Battle of Orun"
    assert [(s.title, s.level) for s in article.sections[1:]] == [("Aftermath", 2)]


@pytest.mark.parametrize(
    "line",
    [
        "He fled.",
        "upright=1.4",
        "the walls",
        "- an item",
        "Other forces:",
        "[1] A Book",
        "Orun.jpg",
        "• • •",
        "A; b",
    ],
)
def test_a_short_line_is_not_always_a_heading(line: str) -> None:
    assert len(read(f"It began.\n\n\n{line}\n\nIt ended.\n").sections) == 1


def test_a_last_short_line_is_no_heading() -> None:
    assert len(read("It began.\n\nThe end of it all\n").sections) == 1


@pytest.mark.parametrize(("why", "paragraph", "shown"), INLINE, ids=[case[0] for case in INLINE])
def test_residue_in_paragraphs_is_not_shown(why: str, paragraph: str, shown: str) -> None:
    article = read(f"It was war.\n\n{paragraph}\n")
    assert [passage.shown for passage in article.passages[1:]] == [shown]


def test_a_paragraph_broken_by_width_is_one_passage() -> None:
    article = read("The army came\nin the night.\r\nIt was cold.\n")
    assert [passage.shown for passage in article.passages] == ["The army came in the night.  It was cold."]


def test_tables_are_cells_and_ruled_lines_rows() -> None:
    grid = "+------+------+\n| Area | Dead |\n+======+======+\n| Orun | 60   |\n+------+------+\n"
    ruled = "  ------ ------\n  Orun   60\n  ------ ------\n"
    article = read(f"It was war.\n\n{grid}\n{ruled}\n")
    assert [(p.shown, p.zone) for p in article.passages[1:]] == [
        ("Area", "table"),
        ("Dead", "table"),
        ("Orun", "table"),
        ("60", "table"),
        ("Orun   60", "table"),
    ]
