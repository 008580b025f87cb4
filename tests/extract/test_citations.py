"""Which references stand behind a claim: the nearest that follow it, in its sentence or its line."""

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_article


def behind(text: str) -> list[tuple[str, list[str]]]:
    """Give the quote of each claim, and the words of what is cited behind it."""
    article = read_article(text, form="wikitext")
    findings = extract_findings(article)
    words = {source.key: source.text for source in findings.sources}
    assert {citation.source for claim in findings.claims for citation in claim.citations} == set(words)
    return [
        (article.quote(claim.span), [words[citation.source] for citation in claim.citations])
        for claim in findings.claims
    ]


@pytest.mark.parametrize(
    ("why", "sentence", "expected"),
    [
        ("behind the figure", "Four guards were killed<ref>One</ref> near the ford.", [["One"]]),
        ("behind the full stop", "Four guards were killed.<ref>One</ref> The rest fled.", [["One"]]),
        ("behind full stop and blank", "Four guards were killed. <ref>One</ref> The rest fled.", [["One"]]),
        ("two at once", "Four guards were killed.<ref>One</ref><ref>Two</ref>", [["One", "Two"]]),
        ("two, a comma between", "Four guards were killed<ref>One</ref>, <ref>Two</ref>.", [["One", "Two"]]),
        ("each its own", "Four guards were killed<ref>One</ref> and two riders were wounded.<ref>Two</ref>", [["One"], ["Two"]]),
        ("one for both", "Four guards were killed and two riders were wounded.<ref>One</ref>", [["One"], ["One"]]),
        ("before the figure", "In May<ref>One</ref> four guards were killed.", [[]]),
        ("in the next sentence", "Four guards were killed. The rest fled.<ref>One</ref>", [[]]),
        ("the same one twice", "Four guards were killed.<ref name=a>One</ref><ref name=a/>", [["One"]]),
        ("none", "Four guards were killed.", [[]]),
        ("pages alone", "Four guards were killed.{{rp|35}}", [[]]),
        ("in another paragraph", "Four guards were killed.\n\nThe rest fled.<ref>One</ref>", [[]]),
    ],
)  # fmt: skip
def test_in_a_sentence(why: str, sentence: str, expected: list[list[str]]) -> None:
    assert [sources for _, sources in behind(f"The '''raid''' was in 1612.\n\n{sentence}")] == expected


def test_in_the_infobox_a_line_has_its_own() -> None:
    text = (
        "{{Infobox military conflict\n| conflict = Raid on Alder Ford\n| combatant1 = Alder\n| combatant2 = Riders\n"
        "| casualties1 = 400 killed<ref>One</ref><br>30 wounded\n| casualties2 = {{plainlist|\n* 5 killed{{sfn|Roe|1999}}\n* 7 wounded<ref>Two</ref>\n}}\n}}\n"
    )
    assert behind(text) == [
        ("400 killed", ["One"]),
        ("30 wounded", []),
        ("5 killed", ["Roe 1999"]),
        ("7 wounded", ["Two"]),
    ]


def test_pages_beside_a_reference_belong_to_it() -> None:
    article = read_article("Four guards were killed.<ref>One</ref>{{rp|35}}<ref>Two</ref>", form="wikitext")
    (claim,) = extract_findings(article).claims
    assert [citation.pages for citation in claim.citations] == ["35", None]


def test_a_caption_within_a_paragraph_keeps_to_itself() -> None:
    text = "It was war.<ref>One</ref> [[File:A.jpg|thumb|Four guards were killed.]] Six riders were wounded.<ref>Two</ref>"
    assert dict(behind(text)) == {
        "Four guards were killed": [],
        "Six riders were wounded": ["Two"],
    }
