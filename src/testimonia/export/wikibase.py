"""Wikibase JSON: items with statements to add, in the shape that `wbgetentities` gives.

Statements have no id, so an edit with them adds and never overwrites; all have the rank normal.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from testimonia.export.snaks import Amount, Item, Moment, Text, Value, Worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from testimonia.export.snaks import Snak, WikidataStatement

__all__ = ["write_wikibase"]

_ENTITY = "http://www.wikidata.org/entity/"
_GREGORIAN, _JULIAN = "Q1985727", "Q1985786"
_DATATYPES = {
    Amount: "quantity",
    Item: "wikibase-item",
    Moment: "time",
    Worded: "monolingualtext",
}


def write_wikibase(statements: Iterable[WikidataStatement]) -> bytes:
    """Write statements as {"entities": {Q-id: {"claims": {P-id: [statement, …]}}}}, sorted, in UTF-8."""
    entities: dict[str, dict[str, Any]] = {}
    for statement in statements:
        entity = entities.setdefault(statement.item, {"type": "item", "id": statement.item, "claims": {}})
        entity["claims"].setdefault(statement.main.property, []).append(_statement(statement))
    text = json.dumps({"entities": entities}, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _statement(statement: WikidataStatement) -> dict[str, Any]:
    written: dict[str, Any] = {"type": "statement", "rank": "normal", "mainsnak": _snak(statement.main)}
    if statement.qualifiers:
        written |= {
            "qualifiers": _grouped(statement.qualifiers),
            "qualifiers-order": _order(statement.qualifiers),
        }
    reference = {"snaks": _grouped(statement.reference), "snaks-order": _order(statement.reference)}
    return written | {"references": [reference]}


def _grouped(snaks: Sequence[Snak]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for snak in snaks:
        groups.setdefault(snak.property, []).append(_snak(snak))
    return groups


def _order(snaks: Sequence[Snak]) -> list[str]:
    return list(dict.fromkeys(snak.property for snak in snaks))


def _snak(snak: Snak) -> dict[str, Any]:
    if isinstance(snak.value, str):
        datatype = "quantity"  # somevalue and novalue stand only for figures
        return {"snaktype": snak.value, "property": snak.property, "datatype": datatype}
    return {
        "snaktype": "value",
        "property": snak.property,
        "datatype": snak.value.kind if isinstance(snak.value, Text) else _DATATYPES[type(snak.value)],
        "datavalue": _datavalue(snak.value),
    }


def _datavalue(value: Value) -> dict[str, Any]:
    match value:
        case Amount(amount, low, high):
            bounds = {} if low is None else {"lowerBound": f"+{low}", "upperBound": f"+{high}"}
            return {"type": "quantity", "value": {"amount": f"+{amount}", "unit": "1"} | bounds}
        case Item(id):
            entity = {"entity-type": "item", "numeric-id": int(id[1:]), "id": id}
            return {"type": "wikibase-entityid", "value": entity}
        case Moment():
            return {"type": "time", "value": _time(value)}
        case Worded(words, language):
            return {"type": "monolingualtext", "value": {"text": words, "language": language}}
        case Text(words):
            return {"type": "string", "value": words}
        case _:
            raise AssertionError(f"{value} has no data value")


def _time(moment: Moment) -> dict[str, Any]:
    calendar = _JULIAN if moment.julian else _GREGORIAN
    return {
        "time": moment.time,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": moment.precision,
        "calendarmodel": f"{_ENTITY}{calendar}",
    }
