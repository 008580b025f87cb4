"""The infobox against the text, told in the notation of conftest.py."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from testimonia.compare import check_infobox, compare_claims
from testimonia.model import Findings

Told = Callable[..., Findings]

CASES = [
    # label, the infobox, the text, verdict
    ("the same figure", "infobox: 20 killed of side 2", "army: 20 killed of side 2", "supported"),
    ("a figure within the range", "infobox: 20-30 killed of side 2", "army: 25 killed of raiders", "supported"),
    ("another figure", "infobox: 20 killed of side 2", "army: 90 killed of side 2", "contradicted"),
    ("a range that meets in part", "infobox: 20-30 killed of side 2", "army: 25-90 killed of side 2", "in part"),
    ("another side", "infobox: 20 killed of side 2", "army: 20 killed of side 1", "unsupported"),
    ("another measure", "infobox: 20 killed of side 2", "army: 20 wounded of side 2", "unsupported"),
    ("an episode of the article", "infobox: 20 killed of side 2", "article: 2 killed of side 2", "unsupported"),
    ("a denial", "infobox: 20 killed of army", "watch: not 20 killed of army", "contradicted"),
    ("the same figure of one day", "infobox: 20 killed of side 2", "army: 20 killed of side 2 at 2020-05-01", "in part"),
    ("another figure of one day", "infobox: 20 killed of side 2", "army: 9 killed of side 2 at 2020-05-01", "unsupported"),
    ("what it sums up", "infobox per army: 20-30 killed of side 2", "army: 20-30 neutralised of side 2", "supported"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "box", "text", "verdict"), CASES, ids=[case[0] for case in CASES])
def test_a_figure_of_the_infobox_is_judged_by_the_text(
    label: str, box: str, text: str, verdict: str, told: Told
) -> None:
    (figure,) = check_infobox(told(box, text)).figures
    assert figure.verdict == verdict
    assert {each.claim for each in (*figure.rests_on, *figure.rivals, *figure.beside)} <= {1}


def test_both_sentences_for_and_against_are_kept(told: Told) -> None:
    findings = told("infobox: 20 killed of side 2", "army: 20 killed of side 2", "watch: 31 killed of side 2")
    (figure,) = check_infobox(findings).figures
    assert figure.verdict == "contradicted"
    assert [each.claim for each in figure.rests_on] == [1]
    assert [each.claim for each in figure.rivals] == [2]
    assert "the ranges do not meet" in figure.rivals[0].ground


def test_of_tolls_that_name_nobody_only_one_of_the_same_number_stands_beside_a_side(told: Told) -> None:
    findings = told("infobox: 20 killed of side 2", "watch: 20 killed", "army: 31 killed of people")
    (figure,) = check_infobox(findings).figures
    assert (figure.verdict, [each.claim for each in figure.beside]) == ("unsupported", [1])


def test_what_the_infobox_does_not_count_is_left_out(told: Told) -> None:
    findings = told(
        "infobox: 20 killed of side 2",
        "army: 90 killed of side 2",
        "watch: 4 killed of side 1",
        "watch: 7 wounded of side 2",
        "watch: 3 killed of civilians",
        "army: 9 neutralised of side 2",
    )
    assert check_infobox(findings).left_out == (2, 3, 4)


def test_an_article_without_an_infobox_leaves_nothing_out(told: Told) -> None:
    checked = check_infobox(told("army: 90 killed of side 2"))
    assert (checked.figures, checked.left_out) == ((), ())


def test_two_infobox_figures_are_not_text_for_one_another(told: Told) -> None:
    findings = told("infobox: 20 killed of side 2", "infobox per watch: 90 killed of side 2")
    assert [each.verdict for each in check_infobox(findings).figures] == ["unsupported", "unsupported"]


def test_the_text_of_another_article_is_no_support(told: Told) -> None:
    findings = told("infobox: 20 killed of side 2", "army: 20 killed of side 2")
    assert [e.verdict for e in check_infobox(findings, articles=["a", "b"]).figures] == ["unsupported"]
    assert [e.verdict for e in check_infobox(findings, articles=["a", "a"]).figures] == ["supported"]


def test_a_value_that_is_no_figure_is_not_judged(told: Told) -> None:
    assert check_infobox(told("infobox: unknown killed of side 2")).figures == ()


def test_relations_that_are_known_are_not_worked_out_again(told: Told) -> None:
    findings = told("infobox: 20 killed of side 2", "army: 20 killed of side 2")
    known = replace(findings, relations=compare_claims(findings))
    assert check_infobox(known) == check_infobox(findings)
