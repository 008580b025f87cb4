"""A report that an editor can work from: every figure of the infobox, every sentence for and against it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Store

from testimonia.mapping import MappingOptions, map_article
from testimonia.pipeline import find_claims
from testimonia.read import read_article
from testimonia.report import ArticleReport, Sentence, report_graph, write_markdown, write_text

ARTICLE = """= Raid on Alder Ford =

Infobox
- Conflict: Raid on Alder Ford
- Date: 3 May 2019
- Place: Alder Ford, Ardia
- Combatant1: Ardia
- Combatant2: Red Hill Front
- Strength1: 200
- Casualties1: 12 killed
- Casualties2: 30 killed

The raid on Alder Ford was fought on 3 May 2019 between Ardia and the Red Hill Front.

== Aftermath ==
The Valley Watch said that 12 soldiers of Ardia had been killed. Ardia claimed that <b>45</b> fighters of the *Red Hill Front* were killed.
"""


def _reported(text: str) -> tuple[str, ArticleReport]:
    article = read_article(text.encode(), source="raid.txt")
    store = Store()
    store.extend(map_article(article, find_claims(article), MappingOptions()))
    (report,) = report_graph(store)
    return article.text, report


@pytest.fixture(scope="module")
def akabar(example: Path) -> ArticleReport:
    return _reported(example.read_text("utf-8"))[1]


def test_every_figure_of_the_infobox_is_reported(akabar: ArticleReport) -> None:
    assert akabar.title == "Battle of Akabar"
    assert {each.figure.section for each in akabar.figures} == {"infobox"}
    verdicts = {each.figure.says: each.verdict for each in akabar.figures}
    assert verdicts["3 combatants of MSA and GATIA were killed."] == "contradicted"
    assert verdicts["France had no losses."] == "supported"
    assert verdicts["2 combatants of Mali were wounded."] == "unsupported"


def test_every_sentence_is_told_with_its_place_and_its_words(akabar: ArticleReport) -> None:
    for checked in akabar.figures:
        for each in (checked.figure, *checked.rests_on, *checked.rivals, *checked.beside):
            start, end = each.mark
            assert each.line
            assert 0 <= start < end <= len(each.sentence)


def test_grounds_tell_why(akabar: ArticleReport) -> None:
    (worst,) = akabar.of("contradicted")
    assert [each.section for each in worst.rivals] == ["Aftermath"]
    assert "the ranges do not meet" in worst.rivals[0].ground


def test_the_markdown_has_a_chapter_and_a_list_for_each_verdict(akabar: ArticleReport) -> None:
    lines = write_markdown([akabar]).splitlines()
    assert lines[0] == "# Infobox against text: Battle of Akabar"
    assert [line for line in lines if line.startswith("## ")] == [
        "## Figures that the text contradicts",
        "## Figures without a sentence in the text",
        "## Figures that the text supports",
    ]
    assert "8 figures in the infobox: 1 contradicted, 1 unsupported, 6 supported." in lines


def test_the_words_of_an_article_are_never_markup() -> None:
    text, report = _reported(ARTICLE)
    written = write_markdown([report])
    assert "<b>" not in written
    assert "*Red Hill Front*" not in written.replace("\\*", "")
    assert "<b>" in text


def test_the_text_puts_the_words_in_brackets(akabar: ArticleReport) -> None:
    text = write_text([akabar])
    assert "[three MSA and GATIA fighters were killed]" in text
    assert "(infobox, line 13)" in text


def test_figures_that_the_infobox_leaves_out_are_listed() -> None:
    _, report = _reported(ARTICLE.replace("- Casualties1: 12 killed\n", ""))
    assert any("12 soldiers of Ardia" in each.sentence for each in report.left_out)
    assert f"; {len(report.left_out)} of the text " in write_text([report])
    assert "## Figures of the text that the infobox does not have" in write_markdown([report])


def test_figures_of_one_sentence_are_told_in_one_line_with_all_their_words_marked() -> None:
    two = "The Valley Watch said that 12 soldiers of Ardia had been killed and seven wounded."
    _, report = _reported(ARTICLE.replace("- Casualties1: 12 killed\n", "").replace(
        "The Valley Watch said that 12 soldiers of Ardia had been killed.", two))  # fmt: skip
    assert [each.sentence for each in report.left_out] == [two, two]
    (line,) = (line for line in write_text([report]).splitlines() if "Valley Watch" in line)
    assert line.count("[") == 2
    assert line.replace("[", "").replace("]", "").endswith(two)
    (quoted,) = (line for line in write_markdown([report]).splitlines() if "Valley Watch" in line)
    assert quoted.count("**") == 4


def test_words_of_two_figures_that_meet_are_marked_once() -> None:
    one = Sentence("", (), "Aftermath", 4, "All 35 captured, shot.", (4, 16))
    report = ArticleReport("Raid", "r", "", (), (one, replace(one, mark=(7, 21))))
    assert "  Aftermath, line 4: All [35 captured, shot]." in write_text([report]).splitlines()


def test_an_article_without_figures_in_its_infobox_has_nothing_to_check() -> None:
    plain = ARTICLE.replace("- Casualties1: 12 killed\n- Casualties2: 30 killed\n", "").replace(
        "- Strength1: 200\n", ""
    )
    _, report = _reported(plain)
    assert report.figures == ()
    assert "no figures in the infobox" in write_text([report])


def test_a_graph_without_claims_has_no_report() -> None:
    assert report_graph(Store()) == ()
    assert write_text([]) == ""
