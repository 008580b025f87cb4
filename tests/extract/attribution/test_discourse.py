"""Whom "they said", "he added" and "the report" mean, from sentence to sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

FAR = " The road was long and dusty, and the river that ran beside it was dry for most of the year." * 8

MEANT = [
    ("the last sayer", "The ministry said that nine men fell. It added that ten men were wounded.", ["ministry"]),
    ("a subject of the sentence for they", "The ministry said that nine men fell. Later, the rebels struck a convoy, in which they claimed to have killed ten guards.", ["rebels"]),
    ("the sayer in the same sentence", "The rebels said that the town was theirs and that they believed that ten guards were killed.", ["rebels"]),
    ("nobody's it any more", f"The ministry said that nine men fell.{FAR} He said that ten men were killed.", []),
    ("a person named since", f"The ministry said that nine men fell.{FAR} Tom Orr came to the town. He said that ten men were killed.", ["Tom Orr"]),
    ("no two persons for he", "Tom Orr and Ann Roe said that nine men fell. Ben Dow came back. He said that ten men were killed.", ["Ben Dow"]),
    ("a person by his account", "The ministry said that nine men fell. Tom Orr held the ford. According to his account, ten men were killed.", ["Tom Orr"]),
    ("who issued the paper", "The council issued a report on 5 May. The report said that ten men were killed.", ["council"]),
    ("who wrote the paper", "A document prepared in May by the army staff told of the march. It put the losses at ten men.", ["army staff"]),
    ("the paper itself", "The report said that ten men were killed.", ["report"]),
    ("nobody who is named", "The army said that nine men fell, while a third gave ten killed.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sayers"), [pytest.param(text, sayers, id=label) for label, text, sayers in MEANT]
)
def test_the_last_claim_is_said_by(text: str, sayers: list[str], article_of: Callable[..., Article]) -> None:
    findings = extract_findings(article_of(text, infobox="- Date: 2 May 2013"))
    labels = {actor.key: actor.label for actor in findings.actors}
    assert [labels[key] for key in findings.claims[-1].claimants] == sayers
