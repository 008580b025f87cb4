"""What templates show: a table of a template, its meaning and the words a reader sees."""

import pytest

from testimonia.model import Passage
from testimonia.read import read_article
from testimonia.read.meanings import SHOWN as SHOWN_WITHIN
from testimonia.read.tables import table
from testimonia.read.wikitext.templates import KINDS, TEMPLATES

SHOWN = [
    ("{{ship|2=''Orun''|1=HMS}}", "HMS Orun", []),
    # the value in the source, what is shown, the marks (kind and value)
    ("{{flag|Ruland}}", "Ruland", [("flag", "Ruland")]),
    ("{{flag|GER}}", "Germany", [("flag", "Germany")]),
    ("{{flagcountry|Ruland|1900|name=Rus}}", "Rus", [("flag", "Ruland")]),
    ("{{flag}} 4 men", "4 men", [("flag", "")]),
    ("{{army|Ruland}}", "Ruland Army", [("flag", "Ruland")]),
    ("{{UK}}", "United Kingdom", [("flag", "United Kingdom")]),
    ("{{flagicon|FRA}} 4 men", "4 men", [("flag", "France")]),
    ("{{flagicon image|Flag of Orun.svg}} 4 men", "4 men", [("flag", "Orun")]),
    ("{{flagicon image|File:Seal of Orun (1900).svg|30px}} 4 men", "4 men", [("flag", "Orun")]),
    ("A. Dole{{KIA}}", "A. Dole", [("template", "KIA")]),
    ("A. Dole{{Killed in action|alt=d}}", "A. Dole", [("template", "KIA")]),
    ("A. Dole{{surrendered}}", "A. Dole", [("template", "surrendered")]),
    ("A. Dole{{†}}", "A. Dole", [("template", "KIA")]),
    ("{{ubl|Ruland|[[Orun]]}}", "Ruland\nOrun", [("link", "Orun")]),
    ("{{ubl|1={{nowrap|a b}}|2=c}}", "a b\nc", []),
    ("{{plainlist|\n* Ruland\n* Orun\n}}", "Ruland\nOrun", []),
    ("{{hlist|Ruland|Orun}}", "Ruland\nOrun", []),
    ("{{collapsible list|title=Others|Ruland|Orun}}", "Others\nRuland\nOrun", []),
    ("4 men{{efn|or ''5''}}", "4 men", [("reference", "{{efn|or ''5''}}")]),
    ("4 men{{sfn|Dole|1930}}", "4 men", [("reference", "{{sfn|Dole|1930}}")]),
    ("4 men{{cite book|title=A}}", "4 men", [("reference", "{{cite book|title=A}}")]),
    ("{{convert|5|km}}", "5 km", []),
    ("{{cvt|5|to|6|mi|km|0}}", "5 to 6 mi", []),
    ("{{start date|1921|5|3|df=yes}}", "3 May 1921", []),
    ("{{start date|1921|5}}", "May 1921", []),
    ("{{start date|1921}}", "1921", []),
    ("{{start date|1921|17|3}}1921", "1921", []),
    ("{{start and end dates|1921|5|3|1921|6|4}}", "3 May 1921 – 4 June 1921", []),
    ("{{start date|3 May 1921}}", "3 May 1921", []),
    ("{{nowrap|4 ''brave'' men}}", "4 brave men", [("italic", "")]),
    ("{{small|(from [[May]])}}", "(from May)", [("link", "May")]),
    ("{{lang|de|Kampf}}", "Kampf", [("italic", "")]),
    ("{{lang-de|Kampf}}", "Kampf", [("italic", "")]),
    ("{{circa|400}} men", "c. 400 men", []),
    ("{{ill|Orun|de|Orun (Stadt)}}", "Orun", []),
    ("{{HMS|Orun|22|6}}", "HMS Orun", []),
    ("{{GS|U-12||2}}", "U-12", []),
    ("{{sclass-|Orun|cruiser|1}}", "Orun-class cruiser", []),
    ("{{frac|1|2}} a mile", "1/2 a mile", []),
    ("{{frac|7|1|2}} miles", "7 1/2 miles", []),
    ("{{frac|3}} a mile", "1/3 a mile", []),
    ("{{formatnum:4000}} men", "4000 men", []),
    ("Orun{{'}}s men", "Orun's men", []),
    ("Orun{{'s}} men", "Orun's men", []),
    ("4{{ndash}}5 men", "4–5 men", []),
    ("4{{snd}}5 men", "4 – 5 men", []),
    ("4 men{{br}}5 horses", "4 men\n5 horses", []),
    ("{{quote|text=It fell.|A. Dole}}", "It fell.", []),
    ("4 men{{unheard of|400}}", "4 men", [("template", "{{unheard of|400}}")]),
    (
        "{{nowrap|{{flagicon|FRA}} {{lang|fr|Garde}}{{KIA}}}}",
        "Garde",
        [("flag", "France"), ("italic", ""), ("template", "KIA")],
    ),
    ("4 men<br>* 5 horses<br />\n* 6 carts", "4 men\n5 horses\n6 carts", []),
    ("4 men\n----\n5 horses", "4 men\n5 horses", [("rule", "")]),
]


def value(source: str) -> Passage:
    """Read one value of an infobox."""
    text = f"{{{{Infobox battle\n| place = [[Orun]]\n| strength1 = {source}\n}}}}\n"
    article = read_article(text, form="wikitext")
    return article.parameters[-1].passage


@pytest.mark.parametrize(("source", "shown", "marks"), SHOWN, ids=[case[0] for case in SHOWN])
def test_a_template_shows_its_meaning(source: str, shown: str, marks: list[tuple[str, str]]) -> None:
    passage = value(source)
    assert passage.shown == shown
    assert [(mark.kind, mark.value) for mark in passage.marks] == marks


def test_every_meaning_in_the_table_is_known() -> None:
    assert {row["meaning"] for row in table("templates")} - {"campaignbox"} == set(KINDS) - {""}
    assert set(KINDS) - {""} == SHOWN_WITHIN
    assert set(TEMPLATES) == {"open", "simple"}


def test_a_template_deeper_than_any_reader_sees_is_hidden() -> None:
    deep = "{{nowrap|" * 60 + "4 men" + "}}" * 60
    assert read_article(f"It was [[war]]. {deep}\n", form="wikitext").passages[0].shown == "It was war."
