"""One name in two articles is one actor only where it tells who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from testimonia.mapping.identity import is_known_everywhere
from testimonia.model import Actor, ActorKind, Span
from testimonia.pipeline import Options, build_article
from testimonia.validate import validate_graph
from testimonia.vocab import TM, term

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Span(0, 1)

EVERYWHERE: dict[ActorKind, list[str]] = {
    "state": ["Northland", "United States", "Kingdom of Kel", "UK"],
    "state force": ["Keldish Army", "1st Keldish Guards Division", "United States Army", "Army of Northland"],
    "armed group": ["Free Keldish Army", "Movement for the Salvation of Kel", "Hizb al-Kel"],
    "organisation": ["Kel Watch", "Institute for Northland Studies", "Keldish Ministry of Defence"],
    "media": ["Radio Kel", "RFI", "Kel Times"],
    "person": ["Ada Reed", "Ann M. Dow", "Colonel Ben Roe", "Bashar al-Roe", "Ada von Kel"],
}
HERE_ALONE: dict[ActorKind, list[str]] = {
    "state": ["the Republic"],
    "state force": [
        "1st Battalion",
        "XXX Corps",
        "Third Army",
        "Royal Guard",
        "Air Force",
        "10th Armoured Division",
    ],
    "armed group": ["National Liberation Front", "rebels", "KLF"],
    "organisation": ["government", "Ministry of Defence", "Foreign Ministry", "SOHK", "the police"],
    "person": ["Ford", "Lord Roe", "Charles II", "A. Reed", "General Dow", "Kel-Dow"],
    "described group": ["Keldish fighters"],
}


def cases(table: dict[ActorKind, list[str]]) -> Iterable[tuple[str, ActorKind]]:
    return [(label, kind) for kind, labels in table.items() for label in labels]


@pytest.mark.parametrize(("label", "kind"), cases(EVERYWHERE))
def test_a_name_of_its_own_means_the_same_in_every_article(label: str, kind: ActorKind) -> None:
    assert is_known_everywhere(Actor("a", label, kind, HERE))


@pytest.mark.parametrize(("label", "kind"), cases(HERE_ALONE))
def test_a_common_name_means_somebody_else_in_the_next_article(label: str, kind: ActorKind) -> None:
    assert not is_known_everywhere(Actor("a", label, kind, HERE))


INFOBOX = """= Battle of Kel Ford =

Infobox
- Conflict: Battle of Kel Ford
- Date: May 4, 2020
- Location: Kel Ford, Northland
- Combatant1: Northland
- Combatant2: Free Keldish Army
- Casualties1: 9 killed
- Casualties2: 20 killed (per Northland)

"""
FIRST = INFOBOX + "The Free Keldish Army said on 5 May 2020 that 30 soldiers of Northland had been killed.\n"
LATER = INFOBOX + (
    "The battle was fought at a ford. The Free Keldish Army said on 5 May 2020 that 30 soldiers of Northland had been "
    "killed. Northland said on 6 May 2020 that 12 soldiers of Northland had been killed.\n"
)
WIKITEXT = """{{Infobox military conflict
| conflict = Battle of Kel Ford
| date = May 4, 2020
| place = Kel Ford, Northland
| combatant1 = Northland
| combatant2 = Free Keldish Army
| casualties1 = 9 killed
| casualties2 = 20 killed (per Northland)
}}
The '''Battle of Kel Ford''' was fought at a ford. The Free Keldish Army said on 5 May 2020 that 30 soldiers of Northland
had been killed.
"""
FORD = """= Skirmish at Kel Mill =

Infobox
- Conflict: Skirmish at Kel Mill
- Date: June 1, 2020
- Location: Kel Mill
- Combatant1: Ford
- Combatant2: 1st Battalion
- Casualties1: 3 killed

The skirmish was fought at a mill.
"""
COLONEL = """= Siege of Kel =

Infobox
- Conflict: Siege of Kel
- Date: July 2020
- Location: Kel
- Combatant1: Northland
- Combatant2: 1st Battalion
- Commander1: Colonel Ford
- Casualties2: 5 killed

Ford said that 5 men had been killed.
"""


def graph(*articles: str) -> Store:
    store = Store()
    for number, text in enumerate(articles):
        built = build_article(text.encode(), f"{number}.txt", Options(formats=("nquads",)))
        store.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
    return store


def claims(store: Store) -> dict[str, int]:
    """Each claim with a figure, and in how many places it was read."""
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(f"{TM}quantity"), None, None):
        readings = store.quads_for_pattern(quad.subject, NamedNode(f"{TM}reading"), None, None)
        found[str(quad.subject)] = {str(reading.object) for reading in readings}
    return {claim: len(readings) for claim, readings in found.items()}


def test_two_revisions_share_the_claims_that_say_the_same() -> None:
    before, after, both = claims(graph(FIRST)), claims(graph(LATER)), claims(graph(FIRST, LATER))
    assert set(before) < set(after)
    assert set(both) == set(after)
    assert all(both[claim] == before.get(claim, 0) + after[claim] for claim in both)


def test_wikitext_and_plain_form_share_them_too() -> None:
    assert set(claims(graph(WIKITEXT))) == set(claims(graph(FIRST)))


@pytest.mark.parametrize("articles", [(FIRST, LATER), (FIRST, WIKITEXT), (FORD, COLONEL)])
def test_a_graph_of_several_articles_conforms(articles: tuple[str, ...]) -> None:
    results = validate_graph(graph(*articles)).results
    assert [result.code for result in results if result.severity == "violation"] == []


def test_a_person_and_a_body_of_one_name_never_meet_nor_do_two_battalions() -> None:
    store = graph(FORD, COLONEL)
    label = NamedNode(term("rdfs:label"))
    named: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, label, None, None):
        if "/actor/" in str(quad.subject) or "/person/" in str(quad.subject):
            named.setdefault(str(getattr(quad.object, "value", "")), set()).add(str(quad.subject))
    assert len(named["1st Battalion"]) == 2
    assert len(named["Northland"]) == 1
    assert not named["Ford"] & {iri for label, iris in named.items() if label != "Ford" for iri in iris}
    assert len({iri.partition("/kg/")[2].partition("/")[0] for iri in named["Ford"]}) == len(named["Ford"])
