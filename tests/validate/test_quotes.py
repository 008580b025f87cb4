"""Every mention's exact words are what the text has between its offsets."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.graphs import read_graph
from testimonia.validate import check_quotes
from testimonia.vocab import BASE, term

CONFORMING = Path(__file__).resolve().parents[1] / "broken" / "conforming.ttl"
TEXT = "Raiders killed at least nine guards at Alder Ford, the mayor said."
REVISION = f"{BASE}article/raid-on-alder-ford/rev/71"


def mention(
    start: int | None, end: int | None, quote: str | None, revision: str = REVISION
) -> list[pyoxigraph.Quad]:
    """A mention with what is given of its selectors."""
    node, selector = (pyoxigraph.NamedNode(f"{revision}/char/1-2{part}") for part in ("", "#both"))
    facts = [
        (node, "oa:hasSource", pyoxigraph.NamedNode(revision)),
        (node, "oa:hasSelector", selector),
        (selector, "oa:start", None if start is None else pyoxigraph.Literal(start)),
        (selector, "oa:end", None if end is None else pyoxigraph.Literal(end)),
        (selector, "oa:exact", None if quote is None else pyoxigraph.Literal(quote)),
    ]
    return [pyoxigraph.Quad(s, pyoxigraph.NamedNode(term(p)), o) for s, p, o in facts if o is not None]


def test_quotes_that_stand_in_the_text_are_right() -> None:
    assert check_quotes(TEXT, read_graph(CONFORMING)).conforms


def test_in_another_text_they_are_violations() -> None:
    results = check_quotes(TEXT.replace("nine", "nain"), read_graph(CONFORMING)).results
    assert {(result.code, result.severity) for result in results} == {("M490", "violation")}
    assert len(results) == 2


WRONG = [
    ("other words", mention(0, 7, "raiders"), "The text has «Raiders» from 0 to 7, not «raiders»."),
    ("beyond the text", mention(60, 99, "said"), "The text does not have the offsets 60 to 99 of «said»."),
    ("no start", mention(None, 7, "Raiders"), "The text does not have the offsets None to 7 of «Raiders»."),
    ("no end", mention(0, None, "Raiders"), "The text does not have the offsets 0 to None of «Raiders»."),
    ("no words", mention(0, 7, None), "The mention has no exact words that could be compared with the text."),
]


@pytest.mark.parametrize(("why", "quads", "message"), WRONG, ids=[row[0] for row in WRONG])
def test_a_quote_is_wrong_for(why: str, quads: list[pyoxigraph.Quad], message: str) -> None:
    (result,) = check_quotes(TEXT, quads).results
    assert result.message == message
    assert result.focus == f"{REVISION}/char/1-2"
    assert result.source is not None


def test_mentions_of_other_revisions_are_left_out() -> None:
    quads = mention(0, 7, "Raiders") + mention(0, 7, "Farmers", revision=f"{BASE}article/elm/rev/1")
    assert check_quotes(TEXT, quads, revision=REVISION).conforms
    assert not check_quotes(TEXT, quads).conforms


@given(st.text(min_size=1), st.data())
def test_every_span_of_every_text_is_its_own_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert check_quotes(text, mention(start, end, text[start:end])).conforms
