"""What the head of a page tells search engines, in schema.org, with our own terms beside.

A card is JSON-LD of what stands on the page. It is short; the files beside the page say all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from testimonia.pages import wording
from testimonia.pages.frame import SCHEMA_ORG, script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.pages.actor import Actor
    from testimonia.pages.data import Taken
    from testimonia.pages.dossier import Dossier, Member, Named, Said, Source
    from testimonia.pages.frame import Frame
    from testimonia.pages.linked import Linked
    from testimonia.pages.locale import Locale
    from testimonia.pages.place import Spot

__all__ = ["DESCRIPTION", "actor_card", "catalogue_card", "event_card", "place_card", "words_card"]

Card = dict[str, Any]

DESCRIPTION = (
    "What different voices say about the same events of armed conflict, side by side: how many of whom, says "
    "who, on which day, through which medium, in which words of which article. Recorded, not endorsed."
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_CLAIMS = 40
"""How many claims, parts and sources a card tells; a war of a thousand battles would weigh 400 kB."""
_KINDS = {"person": "Person", "state": "Country", "place": "Place", "event": "Event"}
_MEDIA = {"nq": "application/n-quads", "ttl": "text/turtle", "gz": "application/gzip"}


def event_card(frame: Frame, dossier: Dossier) -> str:
    """Tell of an event, and of what is claimed about it."""
    start, _, end = dossier.when.partition("/")
    own = [said for said in dossier.claims if said.record.scope == "main"]
    card = {
        "@id": dossier.event,
        "@type": ["Event", "tm:ConflictEvent"],
        "name": dossier.label,
        "description": dossier.result,
        "startDate": _day(start),
        "endDate": _day(end or start),
        "location": _place(dossier),
        "superEvent": [_thing(one, "event") for one in dossier.part_of],
        "subEvent": [_thing(one, "event") for one in dossier.parts[:_CLAIMS]],
        "sameAs": _same(dossier.links),
        "tm:hasParticipant": list(_belligerents(dossier)),
        "subjectOf": [_claim(said, frame.locale) for said in own[:_CLAIMS]],
        "isBasedOn": [_article(source) for source in dossier.sources[:_CLAIMS]],
    }
    return _written(card)


def actor_card(actor: Actor) -> str:
    """Tell of an actor."""
    kind = next((_KINDS[each] for each in actor.kinds if each in _KINDS), "Organization")
    card = {
        "@id": actor.iri,
        "@type": [kind, "tm:Actor"],
        "name": actor.label,
        "alternateName": list(actor.aliases),
        "jobTitle": list(actor.offices) if kind == "Person" else [],
        "memberOf": [_thing(one, "") for one in actor.member_of],
        "sameAs": _same(actor.links),
    }
    return _written(card)


def place_card(place: Spot) -> str:
    """Tell of a place."""
    card = {
        "@id": place.iri,
        "@type": ["Place", "tm:Place"],
        "name": place.label,
        "containedInPlace": _chain(place.around),
        "sameAs": _same(place.links),
    }
    return _written(card)


def words_card(iri: str, title: str, description: str) -> str:
    """Tell of the ontology or the shapes."""
    card = {
        "@id": iri,
        "@type": "DefinedTermSet",
        "name": title,
        "description": description,
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    return _written(card)


def catalogue_card(frame: Frame, path: str, taken: Sequence[Taken], sources: Sequence[Source]) -> str:
    """Tell of the data as a whole, so that search engines for data sets list it."""
    home = frame.addresses.home(path)
    card = {
        "@id": f"{home}catalogue.ttl#data",
        "@type": "Dataset",
        "name": "Claims about events of armed conflict",
        "description": DESCRIPTION,
        "keywords": ["armed conflict", "casualties", "claims", "provenance"],
        "isAccessibleForFree": True,
        "license": sorted({source.license for source in sources if source.license}),
        "creditText": ", ".join(sorted({one.rights_holder for one in sources if one.rights_holder})),
        "distribution": [_download(home, one) for one in taken],
    }
    return _written(card)


def _download(home: str, one: Taken) -> Card:
    return {
        "@type": "DataDownload",
        "name": one.form,
        "contentUrl": f"{home}{one.place}",
        "encodingFormat": _MEDIA[one.place.rpartition(".")[2]],
        "contentSize": f"{one.size} B",
        "sha256": one.checksum,
    }


def _claim(said: Said, locale: Locale) -> Card:
    """Tell of a claim: a creative work of who makes it, which appears in articles."""
    return {
        "@id": said.iri,
        "@type": ["Claim", "tm:Claim"],
        "name": wording.figure(said, locale),
        "text": said.record.quote,
        "author": [_thing(one, "") for one in said.who],
        "datePublished": _day(said.record.said_on),
        "tm:minValue": said.record.low,
        "tm:maxValue": said.record.high,
    }


def _article(source: Source) -> Card:
    return {
        "@id": source.iri,
        "@type": ["Article", "tm:ArticleRevision"],
        "name": source.title,
        "url": source.url,
        "version": source.revision_id or source.sha256[:12],
        "license": source.license,
        "creditText": source.rights_holder,
    }


def _belligerents(dossier: Dossier) -> Iterator[Card]:
    members: Iterable[Member] = (member for camp in dossier.camps for member in camp.members)
    yield from ({"@id": one.iri, "name": one.label} for one in members if one.role == "belligerent")


def _place(dossier: Dossier) -> Card:
    """Tell where: the innermost place, with what is around it and the point."""
    place = _chain(dossier.places)
    if dossier.point:
        latitude, longitude = dossier.point
        point = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
        return {"@type": "Place", **place, "geo": point}
    return place


def _chain(places: Sequence[Named]) -> Card:
    if not places:
        return {}
    return _thing(places[0], "place") | {"containedInPlace": _chain(places[1:])}


def _thing(one: Named, kind: str) -> Card:
    person = "/person/" in one.iri
    return {
        "@id": one.iri,
        "@type": _KINDS.get(kind) or ("Person" if person else "Organization"),
        "name": one.label,
    }


def _same(links: Iterable[Linked]) -> list[str]:
    return [link.iri for link in links if not link.close]


def _day(words: str) -> str:
    """Give a day, month or year as schema.org takes it, "" for others: BCE, doubtful, open."""
    return words if _DATE.fullmatch(words) else ""


def _written(card: Card) -> str:
    return script_json({"@context": SCHEMA_ORG} | _filled(card))


def _filled(value: Any) -> Any:
    """Leave out what is empty, however deep."""
    if isinstance(value, dict):
        filled = {name: _filled(each) for name, each in value.items()}
        return {name: each for name, each in filled.items() if each not in ("", None, [], {})}
    return [_filled(each) for each in value] if isinstance(value, list) else value
