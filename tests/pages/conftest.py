"""The vocabulary beside an empty graph, and a graph of articles that were written for these tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.pages import Frame, Library, open_vocabulary
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.gathering import Gatherer
from testimonia.pages.register import Register
from testimonia.pages.tellers import Tellers
from testimonia.pipeline import Options, build_article
from testimonia.publish import Layout
from testimonia.query import whole
from testimonia.validate import Texts
from testimonia.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from testimonia.pages.dossier import Dossier


HILL = """= Battle of Orr Hill =
Infobox
- conflict: Battle of Orr Hill
- partof: the Orr War
- date: 12–14 May 2014
- place: Orr Hill, Lower Province, Mali
- coordinates: {{coord|16|30|N|1|15|W}}
- result: Stalemate
- combatant1: Mali
- combatant2: Red Column
- strength2: 200–250
- casualties1: 9 killed
- casualties2: 40 killed
== Battle ==
The battle of Orr Hill took place on 12 May 2014. On 13 May 2014 Malian forces attacked the hill.
== Casualties ==
The Malian army said on 15 May 2014 that at least 30 Red Column fighters were killed.
The Red Column claimed on 16 May 2014 that 12 of its fighters were killed and that 25 Malian soldiers were killed.
A hospital reported that several civilians were killed.
"""

FORD = """= Skirmish at Grey Ford =
Infobox
- conflict: Skirmish at Grey Ford
- partof: the Orr War
- date: 2 June 2014
- place: Grey Ford, Lower Province, Mali
- combatant1: Mali
- combatant2: Red Column
== Skirmish ==
The Malian army said that 3 soldiers were killed. The Red Column claimed that 7 Malian soldiers were killed.
"""

WIKI = """{{Infobox military conflict
| conflict = Siege of Tall Gate
| partof = the [[Salt Wars]]
| date = 480 BC
| place = [[Tall Gate]], [[Egypt]]
| combatant1 = [[League of Nine]]
| combatant2 = [[Salt Kings|the Salt Kings]]
| casualties1 = 1,000 killed
| casualties2 = 120,000 killed
}}
The '''Siege of Tall Gate''' was fought in 480 BC between the [[League of Nine]] and the [[Salt Kings]].

== Losses ==
According to the chronicler [[Old Abb]], ''as many as'' '''90,000''' [[soldier|soldiers]] of the Salt Kings were killed.
"""

HOSTILE = """= Battle of <script>alert("x")</script> & Sons =
Infobox
- conflict: Battle of <script>alert("x")</script> & Sons
- date: 3 March 1920
- place: "Nowhere" <img src=x onerror=alert(1)>
- combatant1: O'Hara's </title><b>Men
- combatant2: حزب الملح
- casualties1: 5 killed
- casualties2: 6 killed
== Fight ==
The O'Hara's </title><b>Men said on 4 March 1920 that 20 fighters of حزب الملح were killed </script><svg onload=alert(2)>.
حزب الملح claimed that "10 <i>men</i>" were killed.
"""

ARTICLES = {"hill.txt": HILL, "ford.txt": FORD, "gate.wikitext": WIKI, "hostile.txt": HOSTILE}
"""By the name of the file."""


@pytest.fixture(scope="session")
def library() -> Library:
    """A library without data: the words alone."""
    return Library(Store(), open_vocabulary())


@dataclass(frozen=True)
class Shelf:
    """A graph of some articles, and who makes dossiers of it."""

    gatherer: Gatherer
    graph: Store

    def event(self, words: str) -> Dossier:
        """Give the dossier of the event of the article whose name has some words."""
        return next(each for each in Dossiers(self.gatherer).each() if words in each.label and each.main)

    def register(self) -> Register:
        """Give what all events tell."""
        made = Register()
        for dossier in Dossiers(self.gatherer).each():
            made.add(dossier)
        made.actors = [self.gatherer.actor(iri) for iri in self.gatherer.actors]
        made.spots = [self.gatherer.place(iri) for iri in self.gatherer.places]
        return made


def read_shelf(articles: Mapping[str, str], policy: str = "", *, at_hand: bool = True) -> Shelf:
    """Build articles and read them as one graph; `at_hand` tells whether their texts stay known."""
    graph = Store()
    for name, text in articles.items():
        made = build_article(text.encode(), name, Options(formats=("nquads",))).files["nq"]
        graph.bulk_load(made, RdfFormat.N_QUADS)
    texts = Texts(list(articles.items()) if at_hand else [])
    return Shelf(Gatherer(whole(graph), texts, policy, Tellers(graph)), graph)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """All articles of articles.py as one graph."""
    return read_shelf(ARTICLES, "ucdp")


@pytest.fixture(scope="session")
def frame(shelf: Shelf) -> Frame:
    """The frame of a static site of them."""
    pages = (*shelf.gatherer.events, *shelf.gatherer.actors, *shelf.gatherer.places)
    return Frame(Layout(BASE, frozenset(pages)))


@pytest.fixture(scope="session")
def shelve() -> Callable[[Mapping[str, str]], Shelf]:
    """Build articles of a test's own."""
    return read_shelf
