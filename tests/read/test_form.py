"""The form of an article is told by its content."""

import pytest

from testimonia.read import recognise_form

FORMS = [
    # why, the text, the form
    ("a title line", "= Battle of Orun =\n\nWords.", "plain"),
    ("a title line behind a mark", "\ufeff\n= Battle of Orun =\r\nWords.", "plain"),
    ("an infobox of lines", "Infobox\n- Date: 1921\n", "plain"),
    ("headings of equals signs", "It was war.\n\n== Battle ==\nIt began.\n", "plain"),
    (
        "a stray link in the plain form",
        "= Orun =\n\nInfobox\n- Combatant1: [[Image:A.svg|15px]] Orun\n",
        "plain",
    ),
    ("an infobox template", "{{Infobox military conflict|place=Orun}} It was war.", "wikitext"),
    ("links and bold type", "The '''siege''' of [[Orun]] in [[Ruland]].\n\n== Battle ==\n", "wikitext"),
    ("templates", "{{Use dmy dates|date=May 2020}}\n{{Short description|War}}\nWords.", "wikitext"),
    ("a redirect", "#REDIRECT [[Battle of Orun]]", "wikitext"),
    ("words only", "It was war.\n\n\nBattle\n\nIt began.", "prose"),
    ("Markdown", "# Orun\n\n## Battle\n\nIt *began*.", "prose"),
    ("a template for an apostrophe", "_Orun_{{'}}s fleet and _Ru_{{'}}s fleet sank.", "prose"),
    ("the end of a caption", "walls]] The SIEGE began. <ref>", "prose"),
    ("a title of Markdown underlined", "Orun\n====\n\nIt began.", "prose"),
]


@pytest.mark.parametrize(("why", "text", "form"), FORMS, ids=[case[0] for case in FORMS])
def test_the_form_is_told_by_content(why: str, text: str, form: str) -> None:
    assert recognise_form(text) == form
