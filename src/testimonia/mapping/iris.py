"""Every IRI that the mapping mints.

An IRI says what a thing is, so that the same thing read again, from another revision, dump or article or
by another rule, has the same IRI: the event of an article is named by title and year, other events and
places by their labels; actors by their names where these tell who is meant, else under the event;
statements and claims by what they say and who says it; only mentions and readings by where they stand in
a revision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.mapping.identity import is_known_everywhere
from testimonia.mapping.slugs import short_hash, slug
from testimonia.mapping.terms import node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.mapping.options import MappingOptions
    from testimonia.mapping.terms import Node
    from testimonia.model import Actor, Article, CitedSource, Event, Findings, Office, Place, Span

__all__ = ["Iris", "mint_iris", "name_comparison", "name_rule", "name_software"]


def name_comparison(base: str, left: Node, *parts: str) -> Node:
    """Mint the IRI of a comparison of two claims, under the event that the left one is about."""
    event = left.value.removeprefix(base).split("/")[1]
    return node(f"{base}comparison/{event}/{short_hash(*parts)}")


def name_rule(base: str, name: str) -> Node:
    """Mint the IRI of a rule."""
    return node(f"{base}rule/{_dotted(name)}")


def name_software(base: str, version: str) -> Node:
    """Mint the IRI of a version of this software."""
    return node(f"{base}software/testimonia-{_dotted(version)}")


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one article; records are looked up by their keys.

    A key that the findings do not hold raises KeyError: that is a mistake of a rule.
    """

    base: str
    scene: str
    """Slug of the main event, under which its groups, sides, statements and claims are named."""
    article: Node
    revision: Node
    comparisons: Node
    run: Node
    software: Node
    events: dict[str, Node]
    actors: dict[str, Node]
    places: dict[str, Node]
    main: str | None
    """Key of the main event."""

    def event(self, key: str) -> Node:
        """Give the IRI of an event; the main one where the key is empty."""
        return self.events[key or self.main or ""]

    def under(self, kind: str, event: Node, name: str) -> Node:
        """Mint an IRI for something that belongs to an event: kind/event/name."""
        return node(f"{self.base}{kind}/{self.local(event)}/{name}")

    def of_scene(self, kind: str, name: str) -> Node:
        """Mint an IRI for something that belongs to what the article is about."""
        return node(f"{self.base}{kind}/{self.scene}/{name}")

    def comparison(self, left: Node, *parts: str) -> Node:
        """Mint the IRI of a comparison of two claims."""
        return name_comparison(self.base, left, *parts)

    def rule(self, name: str) -> Node:
        """Mint the IRI of a rule; its id is kept, other characters than a-z, 0-9, "." and "-" are not."""
        return name_rule(self.base, name)

    def mention(self, span: Span) -> Node:
        """Mint the IRI of a span of the revision."""
        return node(f"{self.revision.value}/char/{span.start}-{span.end}")

    def section(self, number: int, title: str) -> Node:
        """Mint the IRI of a section of the revision."""
        return node(f"{self.revision.value}/section/{number}-{slug(title)}")

    def reading(self, mention: Node, record: Node) -> Node:
        """Mint the IRI of the reading of a record from a mention."""
        name = record.value.removeprefix(self.base).replace(f"/{self.scene}/", "/").replace("/", "-")
        return part(mention, name)

    def office(self, actor: Node, office: Office) -> Node:
        """Mint the IRI of an office: of the body it is held in, else of its holder alone."""
        if office.body is None:
            return part(actor, "office")
        body = self.actors[office.body].value.removeprefix(self.base).partition("/")[2]
        return node(f"{self.base}office/{body}/{slug(office.title)}")

    def source(self, source: CitedSource) -> Node:
        """Mint the IRI of a cited source from all that the article says of it."""
        said = (source.text, source.title or "", *source.authors, source.date or "", source.url or "")
        return node(f"{self.base}source/{slug(source.title or source.text)}-{short_hash(*said)}")

    def point(self, degrees: str) -> Node:
        """Mint the IRI of a point on the earth, from its latitude and longitude: "20.5,1.25"."""
        return node(f"{self.base}point/{degrees}")

    @staticmethod
    def local(iri: Node) -> str:
        """Give the last part of an IRI that was minted here."""
        return iri.value.rpartition("/")[2]


def part(whole: Node, name: str) -> Node:
    """Mint the IRI of a part that is never met without its whole: whole#name."""
    return node(f"{whole.value}#{name}")


def mint_iris(article: Article, findings: Findings, options: MappingOptions) -> Iris:
    """Mint the IRIs of an article, its events, actors and places; the others follow from them."""
    base = options.base
    name = slug(article.title or article.sha256[:12])
    revision_id = slug(article.revision_id) if article.revision_id else article.sha256[:12]
    revision = f"{base}article/{name}/rev/{revision_id}"
    main = next((event for event in findings.events if event.main), next(iter(findings.events), None))
    main = _with_title(main, article.title) if main else None
    events = tuple(main if main and event.key == main.key else event for event in findings.events)
    scene = _event_slug(main) if main else name
    choices = short_hash(options.version, str(options.margin), options.timestamp or "")
    return Iris(
        base=base,
        scene=scene,
        article=node(f"{base}article/{name}"),
        revision=node(revision),
        comparisons=node(f"{revision}/comparisons"),
        run=node(f"{base}run/{name}/{article.sha256[:12]}-{choices}"),
        software=name_software(base, options.version),
        events=_distinct(base, ((event.key, _event_paths(event)) for event in events)),
        actors=_distinct(base, ((actor.key, _actor_paths(actor, scene)) for actor in findings.actors)),
        places=_distinct(base, ((place.key, _place_paths(place)) for place in findings.places)),
        main=main.key if main else None,
    )


def _dotted(name: str) -> str:
    """Make a slug of each part of a dotted name: infobox.casualties, 0.1.0."""
    return ".".join(slug(one) for one in name.split("."))


def _distinct(base: str, wanted: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, Node]:
    """Give each key the first of its paths that is free; beyond them the last one is numbered.

    The last parts have to differ too, since sides and participations are named by them alone.
    """
    taken: set[str] = set()
    minted: dict[str, Node] = {}
    for key, paths in wanted:
        path = next((path for path in paths if path.rpartition("/")[2] not in taken), paths[-1])
        number = 2
        while path.rpartition("/")[2] in taken:
            path = f"{paths[-1]}-{number}"
            number += 1
        taken.add(path.rpartition("/")[2])
        minted[key] = node(base + path)
    return minted


def _with_title(event: Event, title: str) -> Event:
    """Call the event of an article by its title, where that is its name and what tells it from others.

    Two battles of one town and year have one label, "Battle of Kel", and articles "Battle of Kel (May
    1643)" and "Battle of Kel (June 1643)".
    """
    return replace(event, label=title) if slug(title).startswith(f"{slug(event.label)}-") else event


def _event_slug(event: Event) -> str:
    """Name an event by its label, and the year it began in unless the label gives it."""
    name, year = slug(event.label), _year(event)
    return name if not year or year in name.split("-") or name.endswith(f"-{year}") else f"{name}-{year}"


def _year(event: Event) -> str | None:
    """Give the year in which an event began: "2018", "31-bce"."""
    if event.when is None or event.when.start is None:
        return None
    start = event.when.start
    year = int(start[:5] if start.startswith("-") else start[:4])
    return str(year) if year > 0 else f"{1 - year}-bce"


def _event_paths(event: Event) -> tuple[str, ...]:
    name = _event_slug(event)
    return f"event/{name}", f"event/{name}-{event.kind}"


def _actor_paths(actor: Actor, scene: str) -> tuple[str, ...]:
    """Name an actor by its label: everywhere alike where that tells who it is, else under the event.

    Persons have paths of their own, so that no surname meets a body of the same name.
    """
    kind = {"described group": "group", "person": "person"}.get(actor.kind, "actor")
    path = f"{kind}/{'' if is_known_everywhere(actor) else f'{scene}/'}{slug(actor.label)}"
    apart = f"side-{actor.side}" if actor.side is not None else slug(actor.kind)
    return path, f"{path}-{apart}"


def _place_paths(place: Place) -> tuple[str, ...]:
    return (f"place/{slug(place.label)}",)
