"""From a thing in the graph to the words of the article that it was read from.

A claim has its mention at hand; a quantity or a time span has none of its own and is followed back
to what carries it, a selector to its mention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.validate.look import subjects, texts, values, words
from testimonia.validate.report import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term

__all__ = ["find_source", "read_source"]

_TOWARDS_MENTION = (
    "tm:evidence", "tm:reading", "tm:mention", "tm:leftClaim", "tm:rightClaim", "tm:madeIn", "tm:sideOf",
)  # fmt: skip
"""Followed from a thing to its mentions."""
_FROM_CARRIER = (
    "tm:quantity", "tm:reading", "tm:time", "tm:statementTime", "tm:happenedOn", "tm:place",
    "tm:coordinates", "tm:claimedValue", "oa:hasSelector", "org:holds",
)  # fmt: skip
"""Followed backwards, from a thing without evidence to what carries it."""
_STEPS = 5
"""Nodes on the longest way: office, holder, reading, mention, and one to spare."""


def find_source(store: Store, focus: Term) -> Source | None:
    """Give the first passage that attests a thing, by the shortest way; None where there is none.

    Of a revision or an article itself, only the article is told.
    """
    from pyoxigraph import Literal

    near: set[Node] = set() if isinstance(focus, Literal) else {focus}
    seen = set(near)
    for _ in range(_STEPS):
        sources = [read_source(store, node) for node in near if values(store, node, "oa:hasSelector")]
        if sources:
            return min(sources, key=_place)
        near = {other for node in near for other in _neighbours(store, node)} - seen
        seen |= near
    return None if isinstance(focus, Literal) else _whole_article(store, focus)


def read_source(store: Store, mention: Node) -> Source:
    """Read what the graph says of a mention: offsets, words, sentence, line, article."""
    sentences = [_selected(store, node, "oa:exact") for node in _nodes(store, mention, "tm:sentence")]
    revision = next(_nodes(store, mention, "oa:hasSource"), None)
    return Source(
        mention=words(mention),
        article=None if revision is None else _article(store, revision),
        sha256=None if revision is None else next(iter(texts(store, revision, "tm:sha256")), None),
        start=_number(_selected(store, mention, "oa:start")),
        end=_number(_selected(store, mention, "oa:end")),
        quote=_selected(store, mention, "oa:exact"),
        sentence=next(iter(sentences), None),
        line=_number(next(iter(texts(store, mention, "tm:line")), None)),
    )


def _whole_article(store: Store, node: Node) -> Source | None:
    """Give the article that a revision is of, or of which the node is the article or its event."""
    revisions = [node] if texts(store, node, "tm:sha256") else subjects(store, "dcterms:isVersionOf", node)
    if not revisions:
        revisions = [
            r
            for a in subjects(store, "tm:mainEvent", node)
            for r in subjects(store, "dcterms:isVersionOf", a)
        ]
    for revision in revisions:
        digest = next(iter(texts(store, revision, "tm:sha256")), None)
        return Source(article=_article(store, revision), sha256=digest)
    return None


def _nodes(store: Store, subject: Node, name: str) -> Iterator[Node]:
    from pyoxigraph import Literal

    return (value for value in values(store, subject, name) if not isinstance(value, Literal))


def _neighbours(store: Store, node: Node) -> Iterator[Node]:
    for name in _TOWARDS_MENTION:
        yield from _nodes(store, node, name)
    for name in _FROM_CARRIER:
        yield from subjects(store, name, node)


def _selected(store: Store, mention: Node, name: str) -> str | None:
    """Give the first value that a selector of the mention has for a property."""
    for selector in _nodes(store, mention, "oa:hasSelector"):
        for text in texts(store, selector, name):
            return text
    return None


def _article(store: Store, revision: Node) -> str:
    """Give the label of the article that a revision is of, else the IRI of the revision."""
    for article in _nodes(store, revision, "dcterms:isVersionOf"):
        for label in texts(store, article, "rdfs:label"):
            return label
    return words(revision)


def _number(written: str | None) -> int | None:
    return int(written) if written is not None and written.isdecimal() else None


def _place(source: Source) -> tuple[str, int, int, str]:
    return source.article or "", source.start or 0, source.end or 0, source.mention or ""
