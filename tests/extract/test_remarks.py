"""What sayers say of the event without a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article, Assertion

INFOBOX = "- Combatant1: Kingdom of Arvo\n- Combatant2: Ridge Front, Dune Watch"
REMARKS = [
    (
        "The mayor said that the battle was fought by the Ridge Front.",
        "participation",
        "affirmed",
        "Ridge Front",
    ),
    (
        "The mayor said that the battle was fought jointly by the Ridge Front and the Dune Watch.",
        "participation",
        "affirmed",
        "Ridge Front|Dune Watch",
    ),
    (
        "The mayor said that the attack was carried out by the Dune Watch.",
        "responsibility",
        "affirmed",
        "Dune Watch",
    ),
    (
        "The mayor said that the attack was not planned by the Dune Watch.",
        "responsibility",
        "negated",
        "Dune Watch",
    ),
    ("The mayor said that the attack was not planned by either group.", "characterisation", "negated", ""),
    ("The Ridge Front claimed responsibility for the attack.", "responsibility", "affirmed", "Ridge Front"),
    ("The Ridge Front took responsibility for the attack.", "responsibility", "affirmed", "Ridge Front"),
    ("The Ridge Front denied responsibility for the attack.", "responsibility", "negated", "Ridge Front"),
]
NO_REMARKS = [
    "The mayor said that the town was calm.",
    "The mayor said that the bridge was built by the Ridge Front.",
    "The mayor said that the battle was won.",
    "The battle was fought by the Ridge Front.",
    "The Ridge Front claimed victory.",
    "Responsibility was claimed for the attack.",
    "The Ridge Front claimed that nine men were killed.",
]


@pytest.fixture(scope="session")
def remarks_of(article_of: Callable[..., Article]) -> Callable[[str], list[Assertion]]:
    def remarks(text: str) -> list[Assertion]:
        found = extract_findings(article_of(text, infobox=INFOBOX)).assertions
        return [one for one in found if one.kind not in {"attribute", "outcome"}]

    return remarks


FALSE = "a name whose last word is a noun of force (Front) is not taken for a name"


@pytest.mark.parametrize(
    ("text", "kind", "polarity", "parties"),
    [
        pytest.param(
            *row,
            marks=[pytest.mark.xfail(reason=FALSE, strict=True, raises=AssertionError)]
            if "fought by the Ridge" in row[0] or "fought jointly" in row[0]
            else [],
        )
        for row in REMARKS
    ],
)
def test_a_sayer_tells_something_of_the_event(
    text: str,
    kind: str,
    polarity: str,
    parties: str,
    remarks_of: Callable[[str], list[Assertion]],
    article_of: Callable[..., Article],
) -> None:
    (one,) = remarks_of(text)
    labels = {actor.key: actor.label for actor in extract_findings(article_of(text, infobox=INFOBOX)).actors}
    assert (one.kind, one.polarity) == (kind, polarity)
    assert [labels[key] for key in one.parties] == [name for name in parties.split("|") if name]
    assert one.claimants


@pytest.mark.parametrize("text", NO_REMARKS)
def test_other_words_are_no_remark(text: str, remarks_of: Callable[[str], list[Assertion]]) -> None:
    assert remarks_of(text) == []


def test_the_proposition_of_a_negated_remark_is_told_affirmed(
    remarks_of: Callable[[str], list[Assertion]],
) -> None:
    (one,) = remarks_of("The mayor said that the attack was not planned by either group.")
    assert one.text == "The attack was planned by one group."


def test_a_denial_is_denied_by_the_one_who_denies(remarks_of: Callable[[str], list[Assertion]]) -> None:
    (one,) = remarks_of("The Ridge Front denied responsibility for the attack.")
    assert (one.stance, one.side) == ("denied", 2)


def test_parties_of_two_sides_are_on_none(remarks_of: Callable[[str], list[Assertion]]) -> None:
    (one,) = remarks_of(
        "The mayor said that the battle was fought by the Kingdom of Arvo and the Dune Watch."
    )
    assert one.side is None
