"""Infoboxes for the tests of this room, about events that never happened."""

from collections.abc import Callable

import pytest

from testimonia.extract.drafts import ClaimDraft, InfoboxDraft
from testimonia.extract.infobox import extract_infobox
from testimonia.model import Article
from testimonia.read import read_article

SIDES = {
    "conflict": "Battle of Orrin",
    "date": "3–9 May 1984",
    "combatant1": "Vastland, Lorn Army (LA)",
    "combatant2": "Northern Front, Dawn Brigades",
}

Row = tuple[str, object, object, str, int | None, str, str]


def plain(lines: dict[str, str], prose: str = "A battle was fought at Orrin.") -> Article:
    """Make an article in the plain form from the lines of an infobox."""
    box = "\n".join(f"- {key.capitalize()}: {value}" for key, value in lines.items())
    return read_article(f"= Battle of Orrin =\n\nInfobox\n{box}\n\n{prose}\n")


def wikitext(lines: dict[str, str], prose: str = "A '''battle''' was fought at [[Orrin]].") -> Article:
    """Make an article in wikitext from the lines of an infobox."""
    box = "\n".join(f"| {key} = {value}" for key, value in lines.items())
    return read_article(f"{{{{Infobox military conflict\n{box}\n}}}}\n{prose}\n")


def row_of(article: Article, claim: ClaimDraft) -> Row:
    """Bring a claim down to what a reader asks: what, how many, whose, who says so."""
    said = ", ".join(name.words for name in claim.saying.speakers) if claim.saying else ""
    quantity = claim.quantity
    return (
        claim.measure, quantity.low, quantity.high, ", ".join(n.words for n in claim.parties), claim.side,
        said, article.quote(claim.span),
    )  # fmt: skip


def claims_of(key: str, value: str, **more: str) -> list[Row]:
    """Read one parameter of an infobox in the plain form."""
    article = plain({**SIDES, **more, key: value})
    return [row_of(article, claim) for claim in extract_infobox(article).claims]


@pytest.fixture
def read_value() -> Callable[..., list[Row]]:
    return claims_of


@pytest.fixture
def make_plain() -> Callable[..., Article]:
    return plain


@pytest.fixture
def make_wikitext() -> Callable[..., Article]:
    return wikitext


@pytest.fixture
def draft() -> Callable[..., InfoboxDraft]:
    def read(**lines: str) -> InfoboxDraft:
        return extract_infobox(plain({**SIDES, **lines}))

    return read
