"""The sentence that is worked end to end on the page of the ontology."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from testimonia.pages.worked import TEXT, work_through
from testimonia.vocab import BASE, PREFIXES

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sentence_is_one_of_the_example(checkout: Path) -> None:
    article = (checkout / "examples" / "battle-of-akabar.txt").read_text(encoding="utf-8")
    assert TEXT.rstrip().rpartition("\n")[2] in article


def test_the_marks_leave_the_sentence_whole() -> None:
    worked = work_through()
    assert "".join(piece.words for piece in worked.sentence) in TEXT
    marked = [piece for piece in worked.sentence if piece.claim]
    assert [piece.claim for piece in marked] == list(range(1, len(worked.claims) + 1))


def test_each_step_tells_what_it_understood() -> None:
    worked = work_through()
    first, second = map(dict, worked.claims)
    assert first["words"] in TEXT
    assert first["figure"].endswith("from 12, no upper end")
    assert second["figure"] == "range: 30 to 40"
    assert second["said on"] == "2018-04-23"
    start, end = map(int, second["characters"].split("–"))
    assert TEXT[start:end] == second["words"]


def test_the_turtle_is_that_claim_with_all_it_points_to() -> None:
    turtle = work_through().turtle
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    kinds = {
        quad.object.value.rpartition("#")[2]
        for quad in parse(f"@prefix : <{BASE}> .\n{head}{_prefixed(turtle)}", RdfFormat.TURTLE, base_iri=BASE)
        if quad.predicate.value.endswith("#type") and hasattr(quad.object, "value")
    }
    assert {"CasualtyClaim", "Quantity", "Statement", "Mention", "TextPositionSelector"} <= kinds


def _prefixed(turtle: str) -> str:
    """Declare the prefixes that the writer invents for the kinds of things."""
    declared = {name for name in re.findall(r"(?<![\w<\"])([a-z]+):", turtle) if name not in PREFIXES}
    return "".join(f"@prefix {name}: <{BASE}{name}/> .\n" for name in declared - {"https", "http"}) + turtle
