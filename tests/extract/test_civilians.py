"""When "people" are civilians: what was hit tells, in the sentence or in the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings
from testimonia.extract.civilians import civilian_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

TITLES = [
    ("Kayes bus attack", True),
    ("Kayes Bar bombing", True),
    ("Kayes hospital airstrike", True),
    ("Kayes barracks attack", False),
    ("Battle of the Bar", False),
]


@pytest.mark.parametrize(("title", "civilian"), TITLES)
def test_a_title_names_a_civilian_place(title: str, civilian: bool) -> None:
    assert civilian_title(title) is civilian


@pytest.mark.parametrize(
    ("title", "category"), [("Kayes bus attack", "civilians"), ("Kayes barracks attack", "unknown")]
)
def test_an_attack_on_a_civilian_place_harms_civilians(
    title: str, category: str, article_of: Callable[..., Article]
) -> None:
    article = article_of("Nine Malians were killed.", title=title)
    assert [claim.category for claim in extract_findings(article).claims] == [category]


def test_soldiers_are_none(article_of: Callable[..., Article]) -> None:
    article = article_of("Nine soldiers were killed.", title="Kayes bus attack")
    assert [claim.category for claim in extract_findings(article).claims] == ["combatants"]


BESIDE = [
    ("members of a force", "A shell hit a market and three members of the security forces were killed.", "combatants"),
    ("soldiers of a people beside civilians", "Some 200 civilians and 19 Malian Army men were killed.", "combatants"),
    ("people beside civilians", "Two civilians were killed and seven people were wounded.", "civilians"),
    ("men without arms", "Soldiers executed 20 unarmed men.", "civilians"),
    ("a local man", "A local man died.", "civilians"),
    ("men with women and children", "Some 46 Roe men, women, and children were killed.", "civilians"),
    ("men alone", "Some 46 men were killed.", "combatants"),
    ("children among those killed", "Six Roes were killed, three of them children.", "civilians"),
    ("people at a market", "A shell hit a market and three people were killed.", "civilians"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "category"), [pytest.param(text, category, id=label) for label, text, category in BESIDE]
)
def test_whoever_is_told_to_fight_is_no_civilian(
    text: str, category: str, article_of: Callable[..., Article]
) -> None:
    assert extract_findings(article_of(text)).claims[-1].category == category
