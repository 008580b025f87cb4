"""Raw wikitext: the infobox, the running text, and what a reader sees of them."""

import pytest

from testimonia.errors import InputError
from testimonia.model import Article
from testimonia.pipeline import build_article
from testimonia.read import read_article

PAGE = """{{short description|Battle of 1921}}
{{Infobox military conflict <!-- scroll down -->
| conflict = Battle of Orun
| partof = the [[Orun War]]
| date = {{start date|1921|05|03|df=y}}
| place = near [[Orun]], [[Ruland|the Ru country]]
| coordinates = {{coord|15|30|N|2|15|E|display=inline}}
| combatant1 = {{flag|Ruland}}
* [[Orun Guard]]<ref name="a">A Book</ref>
| combatant2 = {{plainlist|
* {{flagcountry|Estmark}}
* Hill riders
}}
| commander1 = {{flagicon|Ruland}} [[Ann Dole|A. Dole]]{{KIA}}<br />{{flagicon|Estmark|1900}} B. Ferm {{POW}}
| strength1 =
| casualties1 = 12 killed{{efn|Or 13}}<br>30&nbsp;wounded
| campaignbox = {{Campaignbox Orun War}}
}}
{{Campaignbox Orun War}}
[[File:Orun 1921.jpg|thumb|upright=1.2|The ''walls'' of [[Orun]]]]
The '''Battle of Orun''' was fought{{sfn|Dole|1930|p=4}} in
May 1921<ref>Dole, ''A Book'', 400 killed</ref> by {{convert|300|km|mi}} of hills.

It lasted <!-- perhaps --> a day.

==Prelude== <!-- note -->
Both [[army|armies]] had marched.
* ''1st'' Brigade
# 2nd Brigade

=== The river ===
{| class="wikitable"
|+ Losses
! Area !! Dead
|-
| style="width:3em" | Orun || 60
|-
| [[Hill country|Hills]]
| 12<br>or 13
|}
Peace came.

== References ==
{{reflist}}
* Dole, ''A Book'', 400 killed

[[Category:Battles of 1921]]
[[fr:Bataille d'Orun]]
"""


@pytest.fixture(scope="module")
def page() -> Article:
    """The page, read."""
    return read_article(PAGE)


def shown(text: str) -> str:
    """Give what a reader sees of one paragraph."""
    return "|".join(passage.shown for passage in read_article(text, form="wikitext").passages)


def test_the_infobox_is_found_by_name_and_its_parameters_shown(page: Article) -> None:
    assert (page.form, page.title, page.infobox) == (
        "wikitext",
        "Battle of Orun",
        "infobox military conflict",
    )
    assert {p.key: p.passage.shown for p in page.parameters} == {
        "conflict": "Battle of Orun",
        "partof": "the Orun War",
        "date": "3 May 1921",
        "place": "near Orun, the Ru country",
        "coordinates": "",
        "combatant1": "Ruland\nOrun Guard",
        "combatant2": "Estmark\nHill riders",
        "commander1": "A. Dole\nB. Ferm",
        "casualties1": "12 killed\n30\u00a0wounded",
    }


def test_a_parameter_spans_key_and_value(page: Article) -> None:
    place = next(p for p in page.parameters if p.key == "place")
    assert page.quote(place.span) == "place = near [[Orun]], [[Ruland|the Ru country]]"
    assert page.quote(place.passage.source(5, 9)) == "Orun"


def test_flags_and_fates_are_marks(page: Article) -> None:
    commanders = next(p.passage for p in page.parameters if p.key == "commander1")
    assert [(m.kind, m.value, m.start) for m in commanders.marks] == [
        ("flag", "Ruland", 0),
        ("link", "Ann Dole", 0),
        ("template", "KIA", 7),
        ("flag", "Estmark", 8),
        ("template", "POW", 15),
    ]


def test_running_text_is_shown_in_reading_order(page: Article) -> None:
    assert [(p.shown, p.zone, p.section, p.item) for p in page.passages] == [
        ("Or 13", "infobox", 0, False),
        ("The walls of Orun", "caption", 0, False),
        ("The Battle of Orun was fought in May 1921 by 300 km of hills.", "lead", 0, False),
        ("It lasted a day.", "lead", 0, False),
        ("Both armies had marched.", "prose", 1, False),
        ("1st Brigade", "prose", 1, True),
        ("2nd Brigade", "prose", 1, True),
        ("Losses", "table", 2, False),
        ("Area", "table", 2, False),
        ("Dead", "table", 2, False),
        ("Orun", "table", 2, False),
        ("60", "table", 2, False),
        ("Hills", "table", 2, False),
        ("12\nor 13", "table", 2, False),
        ("Peace came.", "prose", 2, False),
    ]


def test_cells_know_their_row_and_column(page: Article) -> None:
    cells = [(p.shown, p.cell.row, p.cell.column) for p in page.passages if p.cell is not None]
    assert cells == [
        ("Losses", -1, -1),
        ("Area", 0, 0),
        ("Dead", 0, 1),
        ("Orun", 1, 0),
        ("60", 1, 1),
        ("Hills", 2, 0),
        ("12\nor 13", 2, 1),
    ]


def test_sections_are_found_with_their_path(page: Article) -> None:
    assert [(s.title, s.level, s.path) for s in page.sections] == [
        ("", 0, ()),
        ("Prelude", 2, ("Prelude",)),
        ("The river", 3, ("Prelude", "The river")),
        ("References", 2, ("References",)),
    ]


def test_links_references_and_type_are_marks(page: Article) -> None:
    lead = page.passages[2]
    assert [(m.kind, m.value, lead.shown[m.start : m.end]) for m in lead.marks] == [
        ("bold", "", "Battle of Orun"),
        ("reference", "{{sfn|Dole|1930|p=4}}", ""),
        ("reference", "<ref>Dole, ''A Book'', 400 killed</ref>", ""),
    ]
    assert page.quote(page.passages[4].marks[0].span) == "[[army|armies]]"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Infobox military operation", "infobox military operation"),
        ("infobox_civilian_attack", "infobox civilian attack"),
        ("Warbox", "warbox"),
        ("Template:Infobox battle", "infobox battle"),
        ("Infobox person", None),
    ],
)
def test_relatives_of_the_infobox_are_known(name: str, expected: str | None) -> None:
    article = read_article(f"{{{{{name}\n|location=Orun\n|fatalities=4\n}}}}\nWords.", form="wikitext")
    assert article.infobox == expected
    assert [p.key for p in article.parameters] == (["place", "fatalities"] if expected else [])


def test_an_infobox_that_never_closes_is_read_by_its_lines() -> None:
    text = (
        "{{Infobox military conflict\n| place = [[Orun\n| strength1 = {{flag|Ruland}} 4\n}}\nIt was [[war]]."
    )
    article = read_article("{{open|" + text, form="wikitext")
    assert [p.passage.shown for p in article.parameters] == ["Orun", "Ruland 4"]


def test_an_infobox_without_any_end_is_read_too() -> None:
    article = read_article("{{Infobox battle\n| place = Orun\n| date = {{x\n\nIt was war.", form="wikitext")
    assert article.parameters[0].passage.shown == "Orun"
    assert [p.shown for p in article.passages] == ["It was war."]


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [
        ("a pipe trick", "The [[Orun (city)|]] fell.", "The Orun fell."),
        ("a link to a category", "The [[:Category:Orun|class]] fell.[[Category:Orun]]", "The class fell."),
        ("a link with a colon", "The [[:Orun]] fell.", "The Orun fell."),
        ("a link with type within", "HMS [[HMS Orun|''Orun'']] sank.", "HMS Orun sank."),
        ("a link with an entity", "The [[Orun&ndash;Ruland War]] began.", "The Orun–Ruland War began."),
        ("an image without caption", "[[File:A.jpg|thumb|left]]It fell.", "It fell."),
        ("an icon is a flag", "[[File:Flag of Orun.svg|20px]] Orun fell.", "Orun fell."),
        ("a link of another wiki", "It fell.\n[[de:Orun]]", "It fell."),
        ("an outside link", "See [https://example.org/a the list] here.", "See the list here."),
        ("an outside link without words", "See [https://example.org/a] here.", "See here."),
        ("bold and italic", "'''''Orun''''' fell.", "Orun fell."),
        ("four quotes", "''''Orun'''' fell.", "'Orun' fell."),
        ("a break", "It fell.<br>It rose.", "It fell.\nIt rose."),
        ("tags of HTML", "It <small>fell</small> <sup>2</sup>.", "It fell 2."),
        ("no tag", "It fell <soon> a <b.", "It fell <soon> a <b."),
        ("nowiki", "It <nowiki>[[fell]]</nowiki> down.", "It [[fell]] down."),
        ("mathematics", "It <math>x^2</math> fell.", "It fell."),
        ("a reference that never closes", "It fell<ref>A Book. It rose.", "It fellA Book. It rose."),
        ("a comment that never closes", "It fell <!-- and rose.", "It fell and rose."),
        ("a gallery that never closes", "It fell.<gallery> It rose.", "It fell. It rose."),
        ("brackets that never close", "It [[fell and {{rose again.", "It fell and rose again."),
        ("brackets that never opened", "It]] fell}} soon.", "It fell soon."),
        ("a template that never closes", "It fell.{{efn|It rose.", "It fell.It rose."),
        ("a reference in a reference", "It fell{{#tag:ref|Or {{nowrap|not}}}}.", "It fell.|Or not"),
        ("a nested reference", "It fell<ref>A <i>Book</i> of {{nowrap|old}}</ref>.", "It fell."),
        ("a used reference", 'It fell<ref name="a"/>.', "It fell."),
        ("a magic word", "__NOTOC__It fell.", "It fell."),
        ("a hatnote", "{{Main|Fall of Orun}}\nIt fell.", "It fell."),
        ("a line of its own", "It fell\n----\nIt rose.", "It fell|It rose."),
        ("a gallery", "<gallery>\nFile:A.jpg|The ''wall''\nFile:B.jpg\n</gallery>", "The wall"),
        ("an indented quotation", ":It fell.", "It fell."),
        ("a table that never closes", "{| class=x\nIt fell.", "{| class=x It fell."),
        ("a table in a table", "{|\n| It\n{|\n| fell\n|}\n|}", "It|fell"),
        ("a caption with a table of cells", "{|\n|+ Dead\n! A !! B || C\n|}", "Dead|A|B|C"),
        ("cells without attributes", "{|\n| a = b or c | d\n|}", "a = b or c | d"),
    ],
)
def test_what_a_reader_sees(why: str, text: str, expected: str) -> None:
    assert shown(text) == expected


def test_headings_show_no_markup() -> None:
    article = read_article("== The ''[[Orun|river]]''<ref>x</ref> ==\nWords.\n=Part=\nMore.", form="wikitext")
    assert [(s.title, s.level) for s in article.sections[1:]] == [("The river", 2), ("Part", 1)]


def test_windows_line_ends_are_read() -> None:
    article = read_article(PAGE.replace("\n", "\r\n"))
    assert [s.title for s in article.sections] == ["", "Prelude", "The river", "References"]
    assert next(p.passage.shown for p in article.parameters if p.key == "combatant1") == "Ruland\nOrun Guard"
    assert article.passages[5].shown == "1st Brigade"


def test_a_redirect_tells_nothing() -> None:
    article = read_article(
        "#redirect [[Battle of Orun]]\n\n[[Category:Battles]]\n", source="Fall_of_Orun.wikitext"
    )
    assert (article.form, article.title, article.passages) == ("wikitext", "Fall of Orun", ())


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("{{nowrap|", "}}"), ("{{", "}}"), ("[[", "]]"), ("<ref>", "</ref>"), ("\n{|\n|", "\n|}"), ("{{{", "}}}"), ("{{a|", ""), ("[[a|", "")],
)  # fmt: skip
def test_markup_a_thousand_deep_costs_no_other_paragraph(opening: str, closing: str) -> None:
    deep = opening * 1000 + "x" + closing * 1000
    box = "{{Infobox battle\n| place = Orun\n| casualties1 = 4 killed\n}}"
    article = read_article(f"{box}\nIt was [[war]].\n\n{deep}\n\n== Then ==\nPeace came.", form="wikitext")
    assert [parameter.key for parameter in article.parameters] == ["place", "casualties1"]
    assert article.passages[0].shown == "It was war."
    if closing:
        assert article.passages[-1].shown == "Peace came."


def test_a_page_of_ten_megabytes_is_refused_in_one_sentence() -> None:
    with pytest.raises(
        InputError, match=r"^long\.wikitext: 10 MB are too much for one article; 4 MB .* at most\.$"
    ):
        build_article(b"It was [[war]]. " * 655_360, "long.wikitext")


def test_a_note_that_tells_something_is_a_passage_of_its_own_behind_the_one_that_it_stands_in() -> None:
    article = read_article(
        "{{Infobox military conflict|conflict=Raid}}\nIt fell.{{efn|name=a|Nine men died.<ref>Roe</ref>}} It rose.{{#tag:ref|Ten fled.|group=N}}\n\nIt stood."
    )
    assert [passage.shown for passage in article.passages] == [
        "It fell. It rose.",
        "Nine men died.",
        "Ten fled.",
        "It stood.",
    ]
    assert [passage.zone for passage in article.passages] == ["lead"] * 4


def test_a_note_within_the_infobox_is_a_passage_of_its_own() -> None:
    article = read_article(
        "{{Infobox military conflict|conflict=Raid|casualties1=9 dead{{efn|Nine men died.{{refn|Some drowned.}}}}}}\nIt fell."
    )
    assert [(passage.shown, passage.zone) for passage in article.passages] == [
        ("Nine men died.", "infobox"),
        ("Some drowned.", "infobox"),
        ("It fell.", "lead"),
    ]
