"""Which place of a chain lies in which."""

import re

import pytest

from testimonia.extract.containment import find_around
from testimonia.extract.drafts import Named
from testimonia.model import Span

CHAINS = [
    # the places of an event, each in [brackets], and where each lies
    ("[Akabar], [Menaka Region], [Mali]", ["Menaka Region", "Mali", None]),
    ("[Kayes Region], [Gao Region] and [Segou], [Mali]", ["Mali", "Mali", "Mali", None]),
    ("[Kayes Region], [Gao Region], and [Segou Region], [Mali]", ["Mali", "Mali", "Mali", None]),
    ("[Akabar] and [Dow], [Menaka Region], [Mali]", ["Menaka Region", "Menaka Region", "Mali", None]),
    ("[Kayes] and [Gao] regions, [Mali]", ["Mali", "Mali", None]),
    ("[Akabar Forest] ([Akabar] and [Dow]), [Mali]", ["Mali", "Mali", "Mali", None]),
    ("[Akabar], near [Gao], [Mali]", ["Mali", "Mali", None]),
    ("[Akabar], 5 km north of [Gao], [Mali]", ["Mali", "Mali", None]),
    ("[Normandy], [France]", ["France", None]),
    ("[Roe SSR], [Soviet Union]", ["Soviet Union", None]),
    ("[Eastern Ukraine], [Ukraine]", ["Ukraine", None]),
    ("[Akabar], [Orrland]", ["Orrland", None]),
    ("[Roe County], [Orrland]", ["Orrland", None]),
    ("[Roe Region], [Orrland]", ["Orrland", None]),
    # what lies in nothing that is named
    ("[Mali], [Akabar]", [None, None]),
    ("[Finland], [Karelia] and [Dow]", [None, None, None]),
    ("[France], [Belgium], [Luxembourg]", [None, None, None]),
    ("[Kayes Region], the town of [Akabar]", [None, None]),
    ("[Kayes Region], [Akabar], [Mali]", ["Mali", "Mali", None]),
    ("[Akabar Forest], [Akabar]", [None, None]),
    ("[Eastern Ukraine], [Donetsk Oblast]", [None, None]),
    ("[Akabar]: [Gao]", [None, None]),
    ("[Kreis Roe], [Kreis Dow]", [None, None]),
    ("[Mali] ([Gao Region]) and [Niger] ([Dow Region])", [None, None, None, None]),
]


@pytest.mark.parametrize(("value", "around"), CHAINS, ids=[case[0] for case in CHAINS])
def test_where_the_places_of_a_chain_lie(value: str, around: list[str | None]) -> None:
    places = [Named(match[1], Span(*match.span())) for match in re.finditer(r"\[([^]]+)\]", value)]
    found = [find_around(places, number, value) for number in range(len(places))]
    assert [place.words if place else None for place in found] == around
