"""Figures that take the place of others: "later revised to 35"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

INFOBOX = "- Date: 2 May 2013\n- Combatant1: Kingdom of Arvo\n- Combatant2: Ridge Front"

CASES = [
    # label, text, figures, which replaces which
    ("a participle", "The army said that 20 rebels had been killed, later revised to 35.", [20, 35], {1: 0}),
    ("the word figure", "The mayor put the number of dead at 12, a figure later revised to 17.", [12, 17], {1: 0}),
    ("a pronoun", "The Front said 40 soldiers were killed; it later revised this figure to 25.", [40, 25], {1: 0}),
    ("a relative clause", "The army reported nine men killed, which it corrected to ten.", [9, 10], {1: 0}),
    ("a second verb", "The army said 15 rebels were killed, but later revised the figure downward to 11.", [15, 11], {1: 0}),
    ("the sentence before", "The army said 15 rebels were killed. The toll was later raised to 22.", [15, 22], {1: 0}),
    ("twice", "The army reported nine men killed, later revised to ten. This was later corrected to eleven.", [9, 10, 11], {1: 0, 2: 1}),
    ("a read count", "Nine people were killed. The death toll was later raised to 12.", [9, 12], {1: 0}),
    # what only looks like it
    ("a force that grew", "The garrison of 90 men was later raised to 300.", [90, 300], {}),
    ("another thing", "Nine men were killed. The plan was revised to 12.", [9], {}),
    ("not revised", "Nine men were killed, a figure that was not revised to 12.", [9], {}),
    ("two sentences between", "Nine men were killed. It rained. The toll was later raised to 22.", [9, 22], {}),
    ("a figure with a noun of its own", "Nine men were killed, and the fine was revised to 40 coins.", [9], {}),
    ("nothing to revise", "The toll was later revised to.", [], {}),
]  # fmt: skip


@pytest.mark.parametrize(("label", "text", "figures", "replaced"), CASES, ids=[case[0] for case in CASES])
def test_a_revised_figure_counts_what_the_first_one_counted(
    label: str, text: str, figures: list[int], replaced: dict[int, int], article_of: Callable[..., Article]
) -> None:
    article = article_of(text, infobox=INFOBOX)
    claims = extract_findings(article).claims
    assert [claim.quantity.low for claim in claims] == figures
    assert {at: claim.replaces for at, claim in enumerate(claims) if claim.replaces is not None} == replaced
    for later, earlier in replaced.items():
        one, other = claims[later], claims[earlier]
        assert (one.measure, one.parties, one.side) == (other.measure, other.parties, other.side)
        assert one.quantity.verbatim in article.quote(one.span)


VOICES = [
    # label, text, who gives the second figure, and when
    ("the same voice", "The army said on 3 May 2013 that 20 rebels had been killed, later revised to 35.", ["army"], None),
    ("a day of its own", "On 3 May 2013 the army said that 20 rebels had been killed, which it revised to 35 on 6 May.", ["army"], "2013-05-06"),
    ("another voice", "The army said 20 rebels were killed. The ministry later revised this figure to 35.", ["ministry"], None),
    ("by another voice", "The army said 20 rebels were killed. The figure was later revised to 35 by the ministry.", ["ministry"], None),
    ("nobody", "In all 20 rebels were killed. The figure was later revised to 35.", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "text", "who", "day"), VOICES, ids=[case[0] for case in VOICES])
def test_a_revised_figure_has_its_voice_and_day(
    label: str, text: str, who: list[str], day: str | None, article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text, infobox=INFOBOX))
    labels = {actor.key: actor.label for actor in findings.actors}
    said = {statement.key: statement.when for statement in findings.statements}
    claim = findings.claims[-1]
    assert [labels[key] for key in claim.claimants] == who
    when = said[claim.statement] if claim.statement else None
    assert (when.start if when else None) == day
    assert claim.statement is None or claim.statement != findings.claims[0].statement
