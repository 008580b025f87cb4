"""A user says what more templates mean: infoboxes, parameters, flags, citations; no code is touched."""

from pathlib import Path

import pytest

from testimonia.cli import main
from testimonia.errors import InputError
from testimonia.extract import extract_findings
from testimonia.read import load_templates, meanings_of, read_article

DUEL = """template\tmeaning\tshows
# The duels of an invented wiki.
Duel sheet\tinfobox\tbattle
challenger\tparameter\tcombatant1
challenged\tparameter\tcombatant2
fallen\tparameter\tcasualties
arms of\tcountry\t{1}
count of\tshow\t{2} {1}
house *\tflag\t{1}
Chronicle\tsource\t
nomen\tcitation\ttitle
Duel list\tcampaignbox\t
"""
PAGE = """{{Duel sheet
| challenger = {{arms of|Alder}}
| challenged = {{house banner|Ruland}} Hill Riders
| fallen1 = {{count of|killed|40}}<ref>{{Chronicle|nomen=The Duels}}</ref>
}}
It was a [[duel]].
{{Duel list Alder|battles=* [[Raid on Alder Ford]] * [[siege of Alder#End|siege]] [[File:A.jpg]] [[Category:Duels]]}}
"""


@pytest.fixture
def duel(tmp_path: Path) -> Path:
    file = tmp_path / "duel.tsv"
    file.write_text(DUEL, encoding="utf-8")
    return file


def test_a_new_infobox_needs_no_code(duel: Path) -> None:
    article = read_article(PAGE, form="wikitext", templates=load_templates(duel))
    assert article.infobox == "duel sheet"
    assert [(p.key, p.passage.shown) for p in article.parameters] == [
        ("combatant1", "Alder"),
        ("combatant2", "Hill Riders"),
        ("casualties1", "40 killed"),
    ]
    assert [m.value for p in article.parameters for m in p.passage.marks if m.kind == "flag"] == [
        "Alder",
        "Ruland",
    ]
    findings = extract_findings(article)
    assert [(c.measure, c.quantity.low, c.side) for c in findings.claims] == [("killed", 40, 1)]
    assert [source.title for source in findings.sources] == ["The Duels"]


def test_without_the_file_the_page_has_no_infobox() -> None:
    assert read_article(PAGE, form="wikitext").infobox is None


def test_a_row_of_the_user_stands_above_ours(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("template\tmeaning\tshows\nnowrap\tshow\t«{1}»\nlang-*\tshow\t{1}!\n", encoding="utf-8")
    page = "It was {{nowrap|a [[war]]}} of {{lang-ru|x}}."
    (passage,) = read_article(page, form="wikitext", templates=load_templates(file)).passages
    assert passage.shown == "It was «a war» of x!."


def test_the_same_rows_give_the_same_tables(duel: Path) -> None:
    assert meanings_of(load_templates(duel)) is meanings_of(load_templates(duel))
    assert meanings_of() is meanings_of(())


def test_any_number_of_unknown_names_is_taken() -> None:
    meanings = meanings_of()
    assert {meanings.of(f"unknown {number}").kind for number in range(10_000)} == {""}


@pytest.mark.parametrize(
    ("why", "text", "sentence"),
    [
        ("other columns", "name\tmeaning\tshows\na\tflag\t\n", "own.tsv:1: the columns should be template, meaning and shows, parted by tabs."),
        ("blanks for tabs", "template meaning shows\na flag b\n", "own.tsv:1: the columns should be template, meaning and shows, parted by tabs."),
        ("a cell too many", "template\tmeaning\tshows\na\tflag\t\t\n", 'own.tsv:2: "a\tflag\t\t" has 4 cells, the header has 3.'),
        ("twice the same", "template\tmeaning\tshows\na\tflag\t\na\tshow\t\n", 'own.tsv:3: "a" already stands in line 2.'),
        ("no name", "template\tmeaning\tshows\n \tflag\t\n", "own.tsv:2: the name of the template is missing."),
        ("no meaning", "template\tmeaning\tshows\na\tfleg\t\n", "own.tsv:2: «fleg» is not a meaning; there are break, campaignbox, "),
        ("no kind", "template\tmeaning\tshows\n\na\tinfobox\tduel\n", "own.tsv:3: «duel» is not a kind of event; there are battle, "),
        ("no parameter", "template\tmeaning\tshows\na\tparameter\tcombatnat1\n", "own.tsv:2: «combatnat1» is not a parameter of the military-conflict infobox"),
        ("no field", "template\tmeaning\tshows\na\tcitation\tname\n", "own.tsv:2: «name» is not a field of a citation; there are author, "),
    ],
)  # fmt: skip
def test_a_faulty_file_is_told_by_line_and_words(why: str, text: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_templates(file)
    assert str(caught.value).startswith(f"{tmp_path}/{sentence}")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.tsv: cannot be read: no such file or directory\."):
        load_templates(tmp_path / "no.tsv")


def test_the_command_takes_files_of_templates(
    duel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "duel.wikitext").write_text(PAGE, encoding="utf-8")
    words = ["build", str(tmp_path / "duel.wikitext"), "--output", str(tmp_path / "out"), "--quiet"]
    assert main([*words, "--templates", str(duel)]) == 0
    assert main(["query", "claims", str(tmp_path / "out"), "--format", "csv"]) == 0
    assert ",killed,40,40," in capsys.readouterr().out
    graph = (tmp_path / "out" / "duel.ttl").read_text(encoding="utf-8")
    assert 'tm:neighbourTitle "Raid on Alder Ford", "Siege of Alder"' in " ".join(graph.split())
    manifest = (tmp_path / "out" / "manifest.json").read_bytes()
    assert b'"house *"' in manifest
    assert main(words) == 0  # without the file the article counts as changed and is built again
    assert (tmp_path / "out" / "manifest.json").read_bytes() != manifest


def test_campaign_boxes_name_the_campaign_and_its_engagements() -> None:
    text = (
        "{{Infobox battle\n| place = Orun\n| campaignbox = {{Campaignbox_Orun War}}\n}}\nIt was [[war]].\n"
        "{{Campaignbox Orun War}}\n{{Campaignbox|title=[[Ford War]]|battles=[[raid on Alder]] {{nowrap|[[Siege of Alder|Alder]]}}}}"
    )
    article = read_article(text)
    assert article.campaigns == ("Orun War", "Ford War")
    assert article.neighbours == ("Raid on Alder", "Siege of Alder")
    assert [passage.shown for passage in article.passages] == ["It was war."]


@pytest.mark.parametrize(
    ("language", "box"),
    [
        ("German", "{{Infobox Militärischer Konflikt\n|KONFLIKT=Orun\n|DATUM=1921\n|ORT=Orun\n|AUSGANG=Sieg\n|KONTRAHENT1=Ruland\n|KONTRAHENT2=Estmark\n|TRUPPENSTÄRKE1=4000\n|VERLUSTE2=300\n}}"),
        ("French", "{{Infobox Conflit militaire\n|conflit=Orun\n|date=1921\n|lieu=Orun\n|issue=Victoire\n|combattants1=Ruland\n|combattants2=Estmark\n|forces1=4000\n|pertes2=300\n}}"),
        ("Russian", "{{Вооружённый конфликт\n|конфликт=Orun\n|дата=1921\n|место=Orun\n|итог=Победа\n|противник1=Ruland\n|противник2=Estmark\n|силы1=4000\n|потери2=300\n}}"),
        ("Spanish", "{{Ficha de conflicto militar\n|nombre=Orun\n|fecha=1921\n|lugar=Orun\n|resultado=Victoria\n|beligerantes1=Ruland\n|beligerantes2=Estmark\n|fuerzas1=4000\n|bajas2=300\n}}"),
        ("Portuguese", "{{Info/Conflito militar\n|conflito=Orun\n|data=1921\n|local=Orun\n|resultado=Vitória\n|combatente1=Ruland\n|combatente2=Estmark\n|força1=4000\n|baixas2=300\n}}"),
        ("Spanish, older", "{{Ficha de conflicto\n|nombre=Orun\n|fecha=1921\n|lugar=Orun\n|resultado=Victoria\n|combatientes1={{bandera2|Ruland}}\n|combatientes2={{bandera|Estmark}} [[Estmark]]\n|soldados1=4 000\n|bajas2=300\n}}"),
        ("Italian", "{{Conflitto\n|Nome del conflitto=Orun\n|Data=1921\n|Luogo=Orun\n|Esito=Vittoria\n|Schieramento1={{bandiera|RUL}} Ruland\n|Schieramento2=[[File:Est.svg|20px]] Estmark\n|Effettivi1=4&nbsp;000\n|Perdite2=300\n}}"),
        ("Italian, in full", "{{Infobox conflitto\n|Nome del conflitto=Orun\n|Data=1921\n|Luogo=Orun\n|Esito=Vittoria\n|Schieramento1=Ruland\n|Schieramento2=Estmark\n|Effettivi1=4000\n|Perdite2=300\n}}"),
    ],
)  # fmt: skip
def test_the_infoboxes_of_other_wikipedias_are_known(language: str, box: str) -> None:
    article = read_article(f"{box}\n[[Orun]].", form="wikitext")
    assert [parameter.key for parameter in article.parameters] == [
        "conflict", "date", "place", "result", "combatant1", "combatant2", "strength1", "casualties2",
    ]  # fmt: skip
    claims = extract_findings(article).claims
    assert [(claim.measure, claim.quantity.low, claim.side) for claim in claims] == [
        ("strength", 4000, 1),
        ("losses", 300, 2),
    ]
