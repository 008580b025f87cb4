"""Which Wikidata item stands for which record: only what a person has accepted.

Links of the graph are such acceptances. Others come in a table: CSV with the columns `iri`, `item` and,
for people, `kind` and `label`. Rows without an item are open questions and count for nothing. For a
revision the item is the address of that very revision at the wiki, with its oldid. Files of links (SSSOM)
are read as well.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import InputError
from testimonia.links import CLOSE, parse_links
from testimonia.query import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from testimonia.query import ClaimRecord

__all__ = ["COLUMNS", "belligerents", "linked_items", "named_in_claims", "open_questions", "read_items"]

COLUMNS = ("iri", "kind", "label", "item")

_ITEM = re.compile(r"(?:wd:|https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
_REVISION = re.compile(r"https?://\S+[?&]oldid=\d+\S*")

_LINKED = """
SELECT DISTINCT ?iri ?item {
  ?link a tm:Link ; tm:linkFrom ?iri ; tm:linkTo ?item ; tm:linkProperty ?how .
  FILTER (?how IN (skos:exactMatch, <http://www.w3.org/2002/07/owl#sameAs>))
} ORDER BY ?iri ?item
"""
_BELLIGERENTS = """
SELECT DISTINCT ?side ?actor {
  ?part a tm:Participation ; tm:role tmc:belligerent ; tm:onSide ?side ; tm:participant ?actor
} ORDER BY ?side ?actor
"""
_NAMED = """
SELECT ?iri ?kind (MIN(STR(?name)) AS ?label) {
  { SELECT DISTINCT ?iri ?kind {
    { ?claim tm:quantity ?q ; tm:about ?iri . BIND("event" AS ?kind) }
    UNION { ?claim tm:quantity ?q ; tm:affectedParty|tm:claimant ?iri . BIND("actor" AS ?kind) }
    UNION {
      { SELECT DISTINCT ?side { ?claim tm:quantity ?q ; tm:affectedSide ?side } }
      ?part tm:onSide ?side ; tm:role tmc:belligerent ; tm:participant ?iri . BIND("actor" AS ?kind)
    }
  } }
  ?iri rdfs:label ?name
} GROUP BY ?iri ?kind ORDER BY ?kind ?iri
"""
"""Each thing once before its labels are looked up, which takes a fifth of the time on 30 articles."""


def belligerents(store: Store) -> dict[str, tuple[str, ...]]:
    """Give the belligerents of each side, both by IRI."""
    sides: dict[str, list[str]] = defaultdict(list)
    for side, actor in ask(store, _BELLIGERENTS).rows:
        sides[side].append(actor)
    return {side: tuple(actors) for side, actors in sides.items()}


def linked_items(store: Store) -> dict[str, str]:
    """Give the items that records of a graph are linked to as the same.

    A record that is linked to two items is left out: which of them is meant has to be decided first.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for iri, theirs in ask(store, _LINKED).rows:
        if item := _ITEM.fullmatch(theirs):
            found[iri].add(item[1])
    return {iri: items.pop() for iri, items in found.items() if len(items) == 1}


def named_in_claims(store: Store) -> list[tuple[str, str, str]]:
    """Give IRI, kind and label of every event, party, belligerent and claimant of a claim with a figure."""
    return [(iri, kind, label) for iri, kind, label in ask(store, _NAMED).rows]


def read_items(path: str | Path) -> dict[str, str]:
    """Read a table of accepted items: the IRI of a record to a Q-id, of a revision to its address.

    Raises InputError naming file, line and words where it cannot be read as one.
    """
    place = Path(path)
    try:
        text = place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{place}: cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: is not UTF-8 text (byte {error.start}).") from error
    return dict(_accepted(place, text))


def _accepted(place: Path, text: str) -> Iterator[tuple[str, str]]:
    if text.startswith(("#", "subject_id\t")):
        return _of_links(place, text)
    return _of_table(place, text)


def _of_links(place: Path, text: str) -> Iterator[tuple[str, str]]:
    """Give the items of a file of links: who names the file accepts it, signed or not."""
    for link in parse_links(text, str(place)).links:
        item = _ITEM.fullmatch(link.object)
        if item and link.verdict in {"accepted", "unsigned"} and link.predicate != CLOSE:
            yield link.subject, item[1]


def _of_table(place: Path, text: str) -> Iterator[tuple[str, str]]:
    rows = csv.DictReader(text.splitlines())
    if not {"iri", "item"} <= set(rows.fieldnames or ()):
        raise InputError(f"{place}:1: a table of items needs the columns iri and item.")
    for row in rows:
        value = (row["item"] or "").strip()
        if value:
            yield row["iri"].strip(), _read(value, row.get("kind"), f"{place}:{rows.line_num}")


def _read(value: str, kind: str | None, where: str) -> str:
    """Read one item; a revision takes an address, all else an item, where the table tells the kind."""
    found = _ITEM.fullmatch(value)
    if found and kind == "revision":
        raise InputError(f"{where}: «{value}» stands for a revision, which takes its address with an oldid.")
    if found:
        return found[1]
    if _REVISION.fullmatch(value):
        return value
    raise InputError(
        f"{where}: «{value}» is neither a Wikidata item such as Q42 nor an address with an oldid."
    )


def open_questions(
    records: Iterable[ClaimRecord], needed: Iterable[tuple[str, str, str]], items: Mapping[str, str]
) -> list[dict[str, str]]:
    """List what a person would have to match before claims can be written, as rows of COLUMNS.

    `needed` gives IRI, kind and label of the actors and events that the claims name; the revisions
    come from the records.
    """
    rows = {iri: {"iri": iri, "kind": kind, "label": label} for iri, kind, label in needed}
    for record in records:
        if not (record.url and record.revision_id):
            rows[record.revision] = {"iri": record.revision, "kind": "revision", "label": record.title}
    return [row | {"item": items.get(iri, "")} for iri, row in sorted(rows.items(), key=_order)]


def _order(entry: tuple[str, dict[str, str]]) -> tuple[int, str]:
    kinds = ("event", "revision", "actor")
    return kinds.index(entry[1]["kind"]), entry[0]
