"""The candidates of an authority for the places and states of a graph, as the file of links takes them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.reconcile.authority import country_of
from testimonia.reconcile.client import Found, Offer
from testimonia.reconcile.client.model import Candidate
from testimonia.reconcile.judging import Source, merge_offers, settled
from testimonia.reconcile.linking.finding import find_things
from testimonia.reconcile.linking.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from testimonia.links import LinkTable
    from testimonia.reconcile.authority import Authority
    from testimonia.reconcile.client import Subject
    from testimonia.reconcile.judging import Merged
    from testimonia.reconcile.linking.finding import Linked

__all__ = ["find_offers", "link_things", "sought_in"]

_PREFIXES = {
    "geonames": "https://sws.geonames.org/",
    "wikidata": "http://www.wikidata.org/entity/",
    "wof": "https://spelunker.whosonfirst.org/id/",
}


def link_things(
    table: LinkTable, subjects: Sequence[Subject], authority: Authority, limit: int, *, again: bool = False
) -> Merged:
    """Put the candidates of an authority into the file of links, beside all that stands there.

    What somebody has decided for the data set of a candidate is not asked `again`, unless told so.
    """
    found = list(find_offers(subjects, authority, limit))
    for prefix, space in _PREFIXES.items():
        if any(offer.iri.startswith(space) for one in found for offer in one.offers):
            table = table.with_prefix(prefix, space)
    name = authority.paper.name
    source = Source(name, f"{table.base}authority/{name}")
    return merge_offers(table, found if again else _open(found, table), source)


def _open(found: Iterable[Found], table: LinkTable) -> Iterator[Found]:
    """Leave out the offers of data sets for which the question of their subject is settled."""
    done: dict[str, frozenset[str]] = {}
    for one in found:
        spaces = {offer.iri: table.space(offer.iri) for offer in one.offers}
        for iri, space in spaces.items():
            if space not in done:
                done[space] = settled(table, iri)
        offers = tuple(offer for offer in one.offers if one.subject.iri not in done[spaces[offer.iri]])
        yield replace(one, offers=offers)


def find_offers(subjects: Sequence[Subject], authority: Authority, limit: int) -> Iterator[Found]:
    """Give what an authority has for each subject that is a place or a state, in their order.

    More than `limit` where the last of these is no likelier than the next. Raises ReconcileError for an
    authority that is damaged.
    """
    for subject, sought in sought_in(subjects):
        found = find_things(sought, [authority], limit)
        yield Found(subject, tuple(Offer(each.thing.id, _candidate(each)) for each in found))


def sought_in(subjects: Iterable[Subject]) -> list[tuple[Subject, Sought]]:
    """Give the places and states among some subjects, each with what is known of it."""
    wanted = [one for one in subjects if one.kind == "place" or _is_state(one)]
    near = _countries(wanted)
    return [(one, _sought(one, near)) for one in wanted]


def _is_state(subject: Subject) -> bool:
    return subject.kind == "actor" and subject.narrower == "state"


def _sought(subject: Subject, near: Mapping[str, tuple[str, ...]]) -> Sought:
    words = {name: [value.words for value in values] for name, values in subject.values}
    point = [float(words[name][0]) for name in ("latitude", "longitude") if words.get(name)]
    return Sought(
        label=subject.label,
        around=tuple(words.get("chain", ())),
        points=((point[0], point[1]),) if len(point) == 2 else (),
        titles=tuple(words.get("wikipedia", ())),
        near=near.get(subject.article, ()) if subject.article else (),
        state=_is_state(subject),
    )


def _countries(subjects: Iterable[Subject]) -> dict[str, tuple[str, ...]]:
    """Give the codes of the countries that each article tells of, by its title."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in subjects:
        chain = dict(one.values).get("chain", ())
        found[one.article] |= {country_of(name) for name in (one.label, *(each.words for each in chain))}
    return {article: tuple(sorted(codes - {""})) for article, codes in found.items()}


def _candidate(linked: Linked) -> Candidate:
    """Tell a candidate as a reconciliation service does; its description says what sets it apart."""
    thing = linked.thing
    where = ", ".join(filter(None, (*dict.fromkeys(thing.within), thing.country)))
    point = f"{thing.latitude:g}, {thing.longitude:g}" if thing.point else ""
    against = (each.note for each in linked.features if each.keeps < 1 or each.name == "distance")
    told = (" in ".join(filter(None, (thing.kind, where))), point, *against)
    return Candidate(
        id=thing.id,
        name=thing.name,
        score=linked.score,
        description="; ".join(filter(None, told)),
        types=(thing.kind,) if thing.kind else (),
        features=tuple((feature.name, feature.value) for feature in linked.features),
    )
