"""What holds for the findings of every text, sense or nonsense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.extract import extract_findings
from testimonia.read import read_article

if TYPE_CHECKING:
    from testimonia.model import (
        Actor,
        Article,
        Assertion,
        Claim,
        Event,
        Findings,
        Happening,
        Place,
        Span,
        Statement,
        Unexplained,
    )  # fmt: skip

VOCABULARY = (
    "the a The army Army said claimed that Nine nine 12 20-30 men soldiers rebels tank tanks were was had been killed wounded captured "
    "lost died by of and or but while , . ; : ( ) \" “ ” 's and injured missing at least about over dozen several heavy losses casualties "
    "its own their his He They it according to Roe Ann Front Ridge on 3 May 2013 in including among them whom who which losses toll rose "
    "to suffered inflicted on dead left prisoners took surrendered reportedly responsibility claimed for attack battle fought no none not "
    "shot down sank ships a force of numbered strong - – % *"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n"])
NONSENSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
INFOBOXES = st.sampled_from(
    [
        "",
        "Infobox\n- Date: 2 May 2013\n- Combatant1: Army of Roe\n- Combatant2: Ridge Front\n- Casualties1: 9 killed\n\n",
    ]
)
ARTICLES = st.tuples(INFOBOXES, NONSENSE).map(
    lambda parts: f"= Battle of Roe =\n\n{parts[0]}== Battle ==\n{parts[1]}\n"
)
READABLE = st.one_of(st.characters(exclude_categories=("Cc", "Cs")), st.just("\n"))
ANY_TEXT = st.text(READABLE, max_size=200).map(lambda text: f"= Battle of Roe =\n\n{text}\n")


def spans_of(findings: Findings) -> list[Span]:
    told: list[Claim | Assertion | Happening | Unexplained] = [
        *findings.claims, *findings.assertions, *findings.happenings, *findings.unexplained,
    ]  # fmt: skip
    named: list[Actor | Statement | Event | Place] = [
        *findings.actors,
        *findings.statements,
        *findings.events,
        *findings.places,
    ]
    return [one.span for one in named] + [span for one in told for span in (one.span, one.sentence)]


def check(article: Article) -> Findings:
    """Assert what must hold for the findings of an article."""
    findings = extract_findings(article)
    actors = {actor.key for actor in findings.actors}
    statements = {one.key for one in findings.statements}
    assert len(actors) == len(findings.actors)
    for span in spans_of(findings):
        assert 0 <= span.start < span.end <= len(article.text)
    for number, claim in enumerate(findings.claims):
        assert article.quote(claim.span).strip()
        assert claim.zone == "infobox" or claim.sentence.covers(claim.span)
        assert {*claim.parties, *claim.claimants} <= actors
        assert claim.statement is None or claim.statement in statements
        assert claim.subset_of is None or (
            claim.subset_of != number and 0 <= claim.subset_of < len(findings.claims)
        )
        assert 0 < claim.confidence <= 1
        low, high = claim.quantity.low, claim.quantity.high
        assert low is None or high is None or low <= high
    for one in findings.assertions:
        assert {*one.parties, *one.claimants} <= actors
    for said in findings.statements:
        assert {*said.speakers, *said.on_behalf_of, *([said.outlet] if said.outlet else [])} <= actors
    return findings


@settings(max_examples=60)
@given(ARTICLES)
def test_nonsense_of_the_words_of_war_is_read_without_fault(text: str) -> None:
    article = read_article(text)
    assert check(article) == extract_findings(read_article(text))


@settings(max_examples=60)
@given(ANY_TEXT)
def test_any_text_is_read_without_fault(text: str) -> None:
    check(read_article(text))
