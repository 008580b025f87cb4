"""From the path of an IRI to a file: the rules that a web server follows, for a page or for data.

What has no page of its own leads to its place on the page of its event, or to the page of the article or
of the year that it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.publish.layout import ON_EVENT, PEOPLE, WITH_EVENT, YEAR

__all__ = ["FORMS", "ROUTES", "Route"]


@dataclass(frozen=True, slots=True)
class Route:
    """One rule; $1 and $2 are the groups of its pattern."""

    pattern: str
    """What the whole path matches, without the slash in front."""
    data: str
    """The place of the data, without a suffix."""
    page: str
    """The place of the page."""


ROUTES = (
    Route("(ontology|shapes)(?:/[0-9.]*)?", "$1", "$1.html"),
    Route("concept/([^/]+)", "concept/$1", "concept/$1.html"),
    Route(f"kg/({'|'.join(ON_EVENT)})/([^/]+)/([^/]+)", "kg/event/$2", "kg/event/$2.html#$1-$3"),
    Route(f"kg/({'|'.join(WITH_EVENT)})/([^/]+)/([^/]+)", "kg/event/$2", "kg/event/$2.html"),
    Route(f"kg/({'|'.join(PEOPLE)})/([^/]+)/([^/]+)", "kg/event/$2", "kg/$1/$2/$3.html"),
    Route("kg/article/([^/]+/rev/[^/]+)(?:/.*)?", "kg/article/$1", "kg/article/$1.html"),
    Route("kg/run/([^/]+)/[^/]+", "kg/article/$1", "kg/article/$1.html"),
    Route(f"kg/time/({YEAR})[^/]*", "kg/time/$1", "kg/time/$1.html"),
    Route("kg/(.+)", "kg/$1", "kg/$1.html"),
)
"""The first that matches counts."""

FORMS = (
    ("jsonld", r"application/ld\+json"),
    ("ttl", r"text/turtle|application/x-turtle|application/rdf\+xml|text/(?:rdf\+)?n3"),
)
"""Suffix to the media types that ask for it, as a regular expression. Clients that know RDF/XML alone get
Turtle, which nearly all of them read, rather than a page."""
