"""What of ours is looked for in other data sets: events, places and actors, with what tells them apart.

Described groups ("jihadists") and holders of an office without a name ("leader of the MSA") are not
looked for: they are no things of their own. A name is borne by many, so each subject carries what the
graph knows: an event its date, place and larger event, a place its country, coordinates and chain, an
actor its kind, country and other names; all of them the title of their Wikipedia article, where known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.query import whole
from testimonia.query.nodes import Nodes, local, word
from testimonia.reconcile.client.witness import witness
from testimonia.vocab import TM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Store

__all__ = ["KINDS", "Known", "Subject", "subject_finder", "subjects_of"]

_CLASSES = {"place": "Place", "actor": "Actor", "event": "ConflictEvent"}
KINDS = tuple(_CLASSES)
"""What is looked for, in this order: a place that is linked helps to tell events apart."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that is known of a subject: its words, and our IRI where it is a thing of its own."""

    words: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One of ours that is looked for."""

    iri: str
    kind: str
    """One of KINDS."""
    narrower: str
    """What kind of event or actor: "battle", "armed_group"; "" for a place."""
    label: str
    values: tuple[tuple[str, tuple[Known, ...]], ...]
    """What is known, by names that profiles use: date, place, country, part_of, …"""
    article: str = ""
    """The title of an article that tells of it."""
    sentence: str = ""
    """Where that article does."""

    def known(self, name: str) -> tuple[Known, ...]:
        """Give the values of a name, none where nothing is known."""
        return dict(self.values).get(name, ())


def subjects_of(store: Store, kinds: Iterable[str] = KINDS) -> list[Subject]:
    """List what a graph has of some KINDS, kind by kind, by IRI."""
    nodes = Nodes(whole(store))
    wanted = set(kinds)
    return [
        _subject(nodes, iri, kind)
        for kind, cls in _CLASSES.items()
        if kind in wanted
        for iri in nodes.having("rdf:type", TM + cls)
        if kind != "actor" or _has_name(nodes, iri)
    ]


def subject_finder(store: Store) -> Callable[[str], Subject | None]:
    """Give a function that tells what is known of one IRI, None where it is none of KINDS in the graph."""
    nodes = Nodes(whole(store))

    def find(iri: str) -> Subject | None:
        classes = nodes.all(iri, "rdf:type")
        kind = next((kind for kind, cls in _CLASSES.items() if TM + cls in classes), None)
        return _subject(nodes, iri, kind) if kind else None

    return find


def _has_name(nodes: Nodes, actor: str) -> bool:
    """Tell an actor with a name of its own from a description."""
    label, classes = nodes.one(actor, "rdfs:label"), nodes.all(actor, "rdf:type")
    if f"{TM}DescribedGroup" in classes:
        return False
    offices = {title for office in nodes.all(actor, "org:holds") for title in nodes.all(office, "rdfs:label")}
    return label not in offices


def _subject(nodes: Nodes, iri: str, kind: str) -> Subject:
    known = {name: tuple(values) for name, values in _VALUES[kind](nodes, iri) if values}
    article, sentence = witness(nodes, iri)
    return Subject(
        iri=iri,
        kind=kind,
        narrower=_narrower(nodes, iri, kind),
        label=nodes.one(iri, "rdfs:label"),
        values=tuple(known.items()),
        article=article,
        sentence=sentence,
    )


def _narrower(nodes: Nodes, iri: str, kind: str) -> str:
    """Give the kind of an event, or the narrowest class of an actor: "state_force"."""
    if kind == "event":
        return word(nodes.one(iri, "tm:eventKind"), "Kind")
    classes = [name for name in map(local, nodes.all(iri, "rdf:type")) if name not in _CLASSES.values()]
    return word(classes[0][:1].lower() + classes[0][1:]) if kind == "actor" and classes else ""


def _event(nodes: Nodes, iri: str) -> Iterator[tuple[str, list[Known]]]:
    """Give when and where, what it is part of, and how it is called elsewhere."""
    edtf = nodes.one(nodes.one(iri, "tm:time"), "tm:edtf")
    first, _, last = edtf.partition("/")
    yield "date", _words([edtf] if not last else [])
    yield "start", _words([first.replace("..", "")])
    yield "end", _words([last.replace("..", "")])
    yield "year", _words([first[:4]] if first[:4].isdigit() else [])
    places = [place for near in nodes.all(iri, "tm:place") for place in _chain(nodes, near)]
    yield "place", _things(nodes, nodes.all(iri, "tm:place"))
    yield "country", _things(nodes, places[-1:] if len(places) > 1 else [])
    yield from _coordinates(nodes, [iri])
    yield "part_of", _things(nodes, nodes.all(iri, "tm:partOfEvent"))
    yield "alias", _words(nodes.all(iri, "skos:altLabel"))
    yield "wikipedia", _words(_titles(nodes, iri))


def _place(nodes: Nodes, iri: str) -> Iterator[tuple[str, list[Known]]]:
    """Give what is around a place, and where it lies: where an event took place there."""
    around = _chain(nodes, iri)[1:]
    yield "within", _things(nodes, around[:1])
    yield "chain", _things(nodes, around)
    yield "country", _things(nodes, around[-1:])
    yield from _coordinates(nodes, nodes.having("tm:place", iri))
    yield "wikipedia", _words(nodes.all(iri, "tm:wikipediaTitle"))


def _actor(nodes: Nodes, iri: str) -> Iterator[tuple[str, list[Known]]]:
    """Give how an actor is called, what it belongs to, and which state."""
    bodies = _chain(nodes, iri, "tm:memberOf")[1:]
    states = [body for body in bodies if f"{TM}State" in nodes.all(body, "rdf:type")]
    yield "alias", _words(nodes.all(iri, "skos:altLabel"))
    yield "acronym", _words(nodes.all(iri, "tm:acronym"))
    yield "member_of", _things(nodes, bodies[:1])
    yield "country", _things(nodes, states[:1])
    yield "office", _words(nodes.one(office, "rdfs:label") for office in nodes.all(iri, "org:holds"))
    yield "wikipedia", _words(nodes.all(iri, "tm:wikipediaTitle"))


_VALUES: dict[str, Callable[[Nodes, str], Iterator[tuple[str, list[Known]]]]] = {
    "event": _event,
    "place": _place,
    "actor": _actor,
}


def _coordinates(nodes: Nodes, events: Iterable[str]) -> Iterator[tuple[str, list[Known]]]:
    """Give where events lie, where they agree: two battles of one town may be far apart."""
    points = {point for event in events for point in nodes.all(event, "tm:coordinates")}
    if len(points) == 1:
        (point,) = points
        latitude, longitude = nodes.one(point, "geo:lat"), nodes.one(point, "geo:long")
        yield "coordinates", _words([f"{latitude},{longitude}"])
        yield "latitude", _words([latitude])
        yield "longitude", _words([longitude])


def _titles(nodes: Nodes, event: str) -> tuple[str, ...]:
    """Give the title that articles link an event by, else that of its own article on Wikipedia."""
    linked = nodes.all(event, "tm:wikipediaTitle")
    if linked:
        return linked
    articles = nodes.having("tm:mainEvent", event)
    return tuple(
        nodes.one(article, "rdfs:label")
        for article in articles
        if any(
            ".wikipedia.org/" in source
            for revision in nodes.having("dcterms:isVersionOf", article)
            for source in nodes.all(revision, "dcterms:source")
        )
    )


def _chain(nodes: Nodes, iri: str, link: str = "tm:within") -> list[str]:
    """Follow a link from one thing to the next, the thing itself first; no further than once round."""
    chain = [iri]
    while (wider := nodes.one(chain[-1], link)) and wider not in chain:
        chain.append(wider)
    return chain


def _words(values: Iterable[str]) -> list[Known]:
    return [Known(value) for value in values if value]


def _things(nodes: Nodes, iris: Iterable[str]) -> list[Known]:
    return [Known(label, iri) for iri in iris if (label := nodes.one(iri, "rdfs:label"))]
