"""Hearsay: a stance without a sayer, in its own clause only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

HEARSAY = [
    ("Four soldiers were reportedly captured.", "reported"),
    ("Reportedly four soldiers were captured.", "reported"),
    ("Four soldiers were allegedly captured.", "reported"),
    ("Four soldiers were supposedly captured.", "reported"),
    ("The ministry reportedly resigned; four soldiers were captured.", "unmarked"),
    ("The ministry reportedly resigned, and four soldiers were captured.", "unmarked"),
    ("Four soldiers were captured, but the ministry reportedly resigned.", "unmarked"),
    ("Four soldiers were captured.", "unmarked"),
    ("Allegedly, four soldiers were captured.", "reported"),
    ("There were reports of four soldiers being captured.", "reported"),
    ("Reports were received of four soldiers being captured.", "reported"),
    ("The duke read the reports of the battle, and four soldiers were captured.", "unmarked"),
    ("When Orr heard about the raid, he attacked the gate, capturing four soldiers.", "unmarked"),
    ("Satellite images showed four soldiers being captured.", "unmarked"),
    ("The mayor was determined to capture four soldiers.", "unmarked"),
]


@pytest.mark.parametrize(("text", "stance"), HEARSAY)
def test_hearsay_is_reported_by_nobody(text: str, stance: str, article_of: Callable[..., Article]) -> None:
    (claim,) = extract_findings(article_of(text)).claims
    assert (claim.stance, claim.claimants, claim.statement) == (stance, (), None)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It was claimed that four soldiers were captured.", "claimed"),
        ("It was announced that four soldiers were captured.", "claimed"),
        ("It was reported that four soldiers were captured.", "reported"),
        ("It was said that four soldiers were captured.", "reported"),
        ("It was determined that four soldiers were captured.", "confirmed"),
        ("Four tanks were claimed destroyed.", "claimed"),
        ("The shelling went on, with reports indicating that four soldiers had been killed.", "reported"),
        ("Footage suggested that four soldiers had been killed.", "reported"),
        ("Estimates suggest that four soldiers were killed.", "estimated"),
    ],
)
def test_what_nobody_answers_for_is_said_in_its_own_words(
    text: str, stance: str, article_of: Callable[..., Article]
) -> None:
    (claim,) = extract_findings(article_of(text)).claims
    assert (claim.stance, claim.claimants) == (stance, ())


@pytest.mark.parametrize(
    ("text", "sayers"),
    [
        ("State TV broadcast footage of the town, showing the corpses of 20 dead rebels.", ["State TV"]),
        ("Planners assumed that 20 rebels had been killed.", ["Planners"]),
        ("JG 3 claimed two fighters.", ["JG 3"]),
        ("Excavations revealed that 20 rebels had been killed.", []),
    ],
)
def test_who_opens_a_sentence_speaks_if_it_is_somebody(
    text: str, sayers: list[str], article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text))
    label = {actor.key: actor.label for actor in findings.actors}
    assert [[label[key] for key in claim.claimants] for claim in findings.claims] == [sayers]
