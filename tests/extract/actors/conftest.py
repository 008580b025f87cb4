"""Invented articles around the names under test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from testimonia.extract.actors import Cast, gather_cast
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.sentences import split_article
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Actor

STATES = """
- Combatant1: Mali
- Combatant2: Niger
"""
REBELS = """
- Combatant1: Mali
- Combatant2: Free Kayes Army, Sahara Relief Front
"""


class CastOf(Protocol):
    """Makes the cast of a small article."""

    def __call__(self, text: str, infobox: str = "") -> Cast: ...


def build(text: str, infobox: str = "") -> Cast:
    head = "= Battle of the Ford =\n\n" + (f"Infobox\n{infobox.strip()}\n\n" if infobox else "")
    article = read_article(f"{head}== Battle ==\n{text}\n")
    entries = extract_infobox(article).entries
    return gather_cast(split_article(article), entries, article.parameters)


@pytest.fixture(scope="session")
def cast_of() -> CastOf:
    """Gather the cast of some prose with an infobox."""
    return build


@pytest.fixture(scope="session")
def actor_named() -> Callable[[Cast, str], Actor | None]:
    """Give the actor of a cast that goes by exactly this name."""

    def find(cast: Cast, name: str) -> Actor | None:
        return next((actor for actor in cast.actors() if name in {actor.label, *actor.aliases}), None)

    return find
