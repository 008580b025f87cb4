"""Which figures stand together, and how each is drawn."""

from __future__ import annotations

from typing import Any

from testimonia.pages.figures import panels_of, voices_of

Shelf = Any


def drawn(
    shelf: Shelf, event: str, panel: int, measure: str = "killed"
) -> dict[str, tuple[str, float, float]]:
    blocks = panels_of(shelf.event(event))[panel].blocks
    block = next(one for one in blocks if one.measure == measure)
    return {said.record.quote: (bar.shape, bar.start, bar.end) for said, bar in block.rows}


def test_sides_come_before_civilians(shelf: Shelf) -> None:
    panels = panels_of(shelf.event("Orr Hill"))
    assert [panel.key for panel in panels] == ["1", "2", "civilians"]
    assert [panel.camp.name if panel.camp else "" for panel in panels] == ["Mali", "Red Column", ""]


def test_rival_figures_share_an_axis(shelf: Shelf) -> None:
    assert drawn(shelf, "Orr Hill", 0) == {
        "9 killed": ("point", 33.84, 33.84),
        "25 Malian soldiers were killed": ("point", 94.0, 94.0),
    }


def test_an_open_end_goes_to_the_edge(shelf: Shelf) -> None:
    bars = drawn(shelf, "Orr Hill", 1)
    assert bars["at least 30 Red Column fighters were killed"] == ("from", 70.5, 100.0)
    assert bars["12 of its fighters were killed"][0] == "point"
    shape, start, end = next(bar for words, bar in drawn(shelf, "Tall Gate", 1).items() if "90,000" in words)
    assert (shape, start) == ("upto", 0.0)
    assert end > 0


def test_a_word_without_a_number_is_no_point(shelf: Shelf) -> None:
    assert drawn(shelf, "Orr Hill", 2) == {"several civilians were killed": ("vague", 0.0, 100.0)}


def test_one_figure_alone_needs_no_axis(shelf: Shelf) -> None:
    blocks = {block.measure: block for block in panels_of(shelf.event("Orr Hill"))[1].blocks}
    assert blocks["killed"].drawn
    assert not blocks["strength"].drawn


def test_a_legend_tells_the_sides_first(shelf: Shelf) -> None:
    assert voices_of(shelf.event("Orr Hill").claims) == ("1", "2", "outside", "article")
