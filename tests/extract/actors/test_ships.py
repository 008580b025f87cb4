"""Whose ships they are that go by a bare name later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings
from testimonia.extract.actors.ships import find_ships
from testimonia.extract.sentences import split_article
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

TOLD = [
    ("USS Roe sank.", [("Roe", "USS")]),
    ("HMS Prince of Dow sank.", [("Prince of Dow", "HMS")]),
    ("The Italian destroyer Roe sank.", [("Roe", "Italian")]),
    ("The Italian light cruisers Roe and Dow sank.", [("Roe", "Italian"), ("Dow", "Italian")]),
    ("The Italian destroyer Roe and Dow sank.", [("Roe", "Italian")]),
    ("The Italian general Roe fell.", []),
    ("The destroyer Roe sank.", []),
    ("The Italian destroyers were German.", []),
    ("The Italian destroyer German Roe sank.", [("German Roe", "Italian")]),
    ("The Italian cruisers German sank.", []),
]


@pytest.mark.parametrize(("text", "ships"), TOLD, ids=[text for text, _ in TOLD])
def test_a_nation_or_prefix_tells_the_navy(
    text: str, ships: list[tuple[str, str]], article_of: Callable[..., Article]
) -> None:
    assert list(find_ships(split_article(article_of(text)))) == ships


LINKS = [
    ("[[Italian destroyer Roe (1927)|Roe]]", [("Roe", "Italian")]),
    ("[[USS Roe (DD-692)|Roe]]", [("Roe", "USS")]),
    ("[[Italian general Roe|Roe]]", []),
    ("[[Roe]]", []),
    ("[[Italian destroyer Roe|Dow]]", []),
]


@pytest.mark.parametrize(("link", "ships"), LINKS, ids=[link for link, _ in LINKS])
def test_the_target_of_a_link_tells_the_navy(link: str, ships: list[tuple[str, str]]) -> None:
    article = read_article(
        "{{Infobox military conflict|conflict=Battle of the Ford}}\nThe " + link + " sank.\n"
    )
    assert list(find_ships(split_article(article))) == ships


def test_a_bare_name_has_the_side_of_its_navy(article_of: Callable[..., Article]) -> None:
    text = "HMS Roe met the Italian destroyer Dow. Dow sank."
    findings = extract_findings(article_of(text, infobox="- Combatant1: United Kingdom\n- Combatant2: Italy"))
    assert [(claim.side, claim.parties) for claim in findings.claims if claim.measure == "materiel_lost"] == [
        (2, ())
    ]
