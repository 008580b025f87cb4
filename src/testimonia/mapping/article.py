"""The article, its pinned revision, and the sections of that."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from testimonia.mapping.licence import licence_of
from testimonia.mapping.mention import section_title
from testimonia.mapping.terms import describe, literal, node, tagged, tm, typed, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Article

__all__ = ["map_article_source"]

_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What stands for itself in a URL; the rest is percent-encoded, "%" itself is taken as encoded."""


def map_article_source(article: Article, ledger: Ledger) -> Iterator[Triple]:
    """Describe the article, the revision that was read, and its sections."""
    iris = ledger.iris
    yield from describe(
        iris.article,
        ("rdf:type", tm("Article")),
        ("rdfs:label", ledger.words(article.title)),
        ("tm:mainEvent", iris.event("") if iris.events else None),
        ("tm:redirectTitle", tuple(literal(title) for title in article.redirects)),
        ("tm:campaignBox", tuple(literal(name) for name in article.campaigns)),
        ("tm:neighbourTitle", tuple(literal(title) for title in article.neighbours)),
    )
    yield from _map_revision(article, ledger)
    for number, section in enumerate(article.sections):
        title = section_title(number, section)
        words = ledger.words(title) if number else tagged(title, "en")
        yield from describe(
            iris.section(number, title),
            ("rdf:type", tm("Section")),
            ("rdfs:label", words),
            ("tm:level", whole(section.level)),
            ("dcterms:isPartOf", iris.revision),
        )


def _map_revision(article: Article, ledger: Ledger) -> Iterator[Triple]:
    iris, options = ledger.iris, ledger.options
    name = iris.local(iris.revision)
    return describe(
        iris.revision,
        ("rdf:type", tm("ArticleRevision")),
        ("rdfs:label", tagged(f"{article.title}, revision {name}", "en")),
        ("dcterms:isVersionOf", iris.article),
        ("tm:sha256", literal(article.sha256)),
        ("tm:revisionId", literal(article.revision_id) if article.revision_id else None),
        ("dcterms:modified", typed(article.timestamp, "xsd:dateTime") if article.timestamp else None),
        ("dcterms:license", node(licence_of(article, options))),
        ("dcterms:rightsHolder", literal(options.rights_holder)),
        ("dcterms:source", node(quote(article.url, safe=_KEPT)) if article.url else None),
        ("tm:sourceName", literal(_source_name(article.source)) if article.source else None),
        ("tm:sourceForm", literal(article.form)),
        ("tm:infoboxName", literal(article.infobox) if article.infobox else None),
    )


def _source_name(source: str) -> str:
    """Give the name of a source without the folders of one machine; an address stays whole."""
    return source if "://" in source else source.replace("\\", "/").rstrip("/").rpartition("/")[2]
