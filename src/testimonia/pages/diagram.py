"""The classes of the ontology and how properties join them, drawn as SVG.

Where a class stands is said here; that each arrow is a property of the ontology that may lead so, a test
holds against its domain and range.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.pages.terms import Term

__all__ = ["ARROWS", "PLACES", "draw_diagram", "tell_diagram"]

PLACES: dict[str, tuple[int, int]] = {
    "Place": (0, 0),
    "TimeSpan": (1, 0),
    "Happening": (2, 0),
    "ClaimComparison": (3, 0),
    "Estimate": (4, 0),
    "Side": (0, 1),
    "ConflictEvent": (1, 1),
    "Claim": (3, 1),
    "Quantity": (4, 1),
    "Participation": (0, 2),
    "Actor": (1, 2),
    "Statement": (2, 2),
    "Reading": (3, 2),
    "Mention": (4, 2),
    "ExtractionRun": (2, 3),
    "ArticleRevision": (4, 3),
}
"""Class to column and row."""
ARROWS: tuple[tuple[str, str, str], ...] = (
    ("ConflictEvent", "tm:place", "Place"),
    ("ConflictEvent", "tm:time", "TimeSpan"),
    ("Happening", "tm:happeningOf", "ConflictEvent"),
    ("Side", "tm:sideOf", "ConflictEvent"),
    ("Participation", "tm:participationIn", "ConflictEvent"),
    ("Participation", "tm:participant", "Actor"),
    ("Claim", "tm:about", "ConflictEvent"),
    ("Claim", "tm:claimant", "Actor"),
    ("Claim", "tm:madeIn", "Statement"),
    ("Claim", "tm:quantity", "Quantity"),
    ("Claim", "tm:reading", "Reading"),
    ("Claim", "tm:evidence", "Mention"),
    ("Statement", "tm:speaker", "Actor"),
    ("ClaimComparison", "tm:leftClaim", "Claim"),
    ("Estimate", "tm:restsOn", "Claim"),
    ("Reading", "tm:mention", "Mention"),
    ("Reading", "prov:wasGeneratedBy", "ExtractionRun"),
    ("Mention", "oa:hasSource", "ArticleRevision"),
)
"""Class, property, class."""

_WIDTH, _HEIGHT = 172, 48
_ACROSS, _DOWN = 336, 124
_MARGIN = 14
_HEAD = (
    '<defs><marker id="arrow-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    'orient="auto"><path class="head" d="M0 0L10 5L0 10z"/></marker></defs>'
)


def draw_diagram(terms: tuple[Term, ...]) -> str:
    """Draw the diagram; classes are called by their labels."""
    labels = {term.name: term.label for term in terms}
    width = 4 * _ACROSS + _WIDTH + 2 * _MARGIN
    height = 3 * _DOWN + _HEIGHT + 2 * _MARGIN
    drawn = [_arrow(*arrow) for arrow in ARROWS] + [_box(name, labels[name]) for name in PLACES]
    return "\n".join([
        f'<svg class="diagram" viewBox="0 0 {width} {height}" role="img" aria-labelledby="diagram-title">',
        f'<title id="diagram-title">{escape(tell_diagram(terms))}</title>',
        _HEAD,
        *drawn,
        "</svg>",
    ])  # fmt: skip


def tell_diagram(terms: tuple[Term, ...]) -> str:
    """Tell in words what the diagram shows, for those who do not see it."""
    labels = {term.name: term.label for term in terms}
    told = (f"{labels[one]} {name} {labels[other]}" for one, name, other in ARROWS)
    return f"How the classes are joined: {'; '.join(told)}."


def _box(name: str, label: str) -> str:
    x, y = _corner(name)
    kind = "main" if name == "Claim" else "plain"
    return (
        f'<rect class="box {kind}" x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="7"/>'
        f'<text class="{kind}-name" x="{x + _WIDTH // 2}" y="{y + _HEIGHT // 2 + 5}">{escape(label)}</text>'
    )


def _arrow(one: str, name: str, other: str) -> str:
    """Draw an arrow from the edge of one box to that of another, its property in the middle."""
    start, end = _edge(one, other), _edge(other, one)
    x, y = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    return (
        f'<path class="arrow" d="M{start[0]} {start[1]}L{end[0]} {end[1]}"/>'
        f'<text class="arrow-name" x="{x}" y="{y + 4}">{name}</text>'
    )


def _corner(name: str) -> tuple[int, int]:
    column, row = PLACES[name]
    return _MARGIN + column * _ACROSS, _MARGIN + row * _DOWN


def _middle(name: str) -> tuple[int, int]:
    x, y = _corner(name)
    return x + _WIDTH // 2, y + _HEIGHT // 2


def _edge(name: str, towards: str) -> tuple[int, int]:
    """Give the point where the line to another box leaves this one."""
    (x, y), (to_x, to_y) = _middle(name), _middle(towards)
    across, down = to_x - x, to_y - y
    reach = min(
        _WIDTH / 2 / abs(across) if across else float("inf"),
        _HEIGHT / 2 / abs(down) if down else float("inf"),
    )
    return round(x + across * reach), round(y + down * reach)
