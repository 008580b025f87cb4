"""The sentence in which an article speaks of a thing: what whoever judges a candidate has to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.query.nodes import Nodes

__all__ = ["witness"]

_NAMES = ("tm:about", "tm:happeningOf", "tm:participant", "tm:affectedParty", "tm:claimant")
"""How records name a thing; the sentences of these are its own, too."""
_ENOUGH = 50
"""How many records are looked at: what France is can be told without reading all that it did."""


def witness(nodes: Nodes, iri: str) -> tuple[str, str]:
    """Give the title of an article that tells of a thing, and its sentence.

    Prose goes before a line of the infobox, a sentence that names the thing before one that does not.
    """
    said = (*nodes.all(iri, "rdfs:label"), *nodes.all(iri, "skos:altLabel"))
    names = tuple(name.casefold() for name in said)
    mentions = sorted(set(_mentions(nodes, iri)), key=lambda one: (_rank(nodes, one, names), _place(one)))
    if not mentions:
        return "", ""
    revision = nodes.one(mentions[0], "oa:hasSource")
    title = nodes.one(nodes.one(revision, "dcterms:isVersionOf"), "rdfs:label")
    return title, _sentence(nodes, mentions[0])


def _mentions(nodes: Nodes, iri: str) -> Iterator[str]:
    """Give where a thing is spoken of: its own evidence and that of some records that name it."""
    yield from nodes.all(iri, "tm:evidence")
    waiting = [iri]
    for subject in waiting:  # the line of a village names the country around it, too
        waiting += [place for place in nodes.having("tm:within", subject)[:_ENOUGH] if place not in waiting]
        if len(waiting) > _ENOUGH:
            break
    for subject in waiting[:_ENOUGH]:
        for name in _NAMES if subject == iri else ():
            for record in nodes.having(name, subject)[:_ENOUGH]:
                yield from nodes.all(record, "tm:evidence")
        yield from nodes.all(subject, "tm:evidence")


def _rank(nodes: Nodes, mention: str, names: tuple[str, ...]) -> tuple[bool, bool, bool]:
    """Order mentions: with a sentence around them, of prose, naming the thing."""
    words = _sentence(nodes, mention).casefold()
    around = bool(nodes.one(mention, "tm:sentence"))
    named = any(name in words for name in names)
    return not around, nodes.one(mention, "tm:zone").endswith("infobox"), not named


def _place(mention: str) -> tuple[str, int]:
    """Give the revision and offset of a mention, by which mentions stand in order."""
    revision, _, span = mention.rpartition("/char/")
    start = span.partition("-")[0]
    return revision, int(start) if start.isdigit() else 0


def _sentence(nodes: Nodes, mention: str) -> str:
    """Give the words of the sentence around a mention, of itself where there is none."""
    around = nodes.one(mention, "tm:sentence") or mention
    quotes = [nodes.one(selector, "oa:exact") for selector in nodes.all(around, "oa:hasSelector")]
    return " ".join("".join(quotes).split())
