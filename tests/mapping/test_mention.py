"""Where a span stands, and its exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from testimonia.mapping.mention import AROUND, Layout
from testimonia.model import Article, Span

if TYPE_CHECKING:
    from types import ModuleType

    from pyoxigraph import Store


@pytest.mark.parametrize(
    ("words", "zone", "section", "line"),
    [
        ("~60", "infobox", 0, 12),
        ("Battle of Akabar", "lead", 0, 1),
        ("between French and Malian forces", "lead", 0, 16),
        ("on March 28, 2018", "prose", 1, 19),
        ("== Aftermath ==", "prose", 3, 24),
        ("Bruno Guibert", "prose", 3, 27),
    ],
)
def test_a_span_has_a_zone_a_section_and_a_line(
    akabar: ModuleType, words: str, zone: str, section: int, line: int
) -> None:
    layout, span = Layout(akabar.ARTICLE), akabar.at(words)
    assert (layout.zone(span), layout.section(span), layout.line(span)) == (zone, section, line)


def test_an_article_without_parts_is_all_lead() -> None:
    layout = Layout(Article("One guard fell.", "Ford", "prose", (), ()))
    assert (layout.zone(Span(0, 3)), layout.section(Span(0, 3)), layout.line(Span(0, 3))) == ("lead", 0, 1)


def test_the_quote_of_every_mention_is_the_text_at_its_offsets(akabar: ModuleType, store: Store) -> None:
    rows: Any = store.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT * { GRAPH ?g { ?mention oa:hasSelector ?p, ?q . ?p oa:start ?start ; oa:end ?end .
                              ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix } }"""
    )
    count = 0
    for row in rows:
        start, end = int(row["start"].value), int(row["end"].value)
        assert akabar.TEXT[start:end] == row["exact"].value
        assert akabar.TEXT[:start].endswith(row["prefix"].value)
        assert akabar.TEXT[end:].startswith(row["suffix"].value)
        assert len(row["prefix"].value) == min(AROUND, start)
        count += 1
    assert count > 50
