"""Queries and answers on the wire: the form of 0.1 and 0.2, and that of 1.0-draft.

A form that is not what the specification says raises ReconcileError with what is wrong in it; what it
leaves out and may leave out has its usual value.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol

from testimonia.errors import ReconcileError
from testimonia.reconcile.client.model import Candidate, Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from testimonia.reconcile.client.model import Query, Value

    Answers = list[tuple[Candidate, ...] | None]
    """One to a query, in the order of the queries; None where the service left it out."""

__all__ = ["FORMS", "Form", "FormOf02", "FormOf10"]


class Form(Protocol):
    """How a batch goes over the wire."""

    path: str
    """What is put behind the address of the service to ask it."""

    def payload(self, queries: Sequence[Query]) -> dict[str, Any]:
        """Give the arguments of the request that asks a batch."""

    def answers(self, body: object, number: int) -> Answers:
        """Read the answer to a batch of so many queries."""


class FormOf02:
    """0.1 and 0.2: a form field with an object, whose keys come back with the answers."""

    path = ""

    def payload(self, queries: Sequence[Query]) -> dict[str, Any]:
        """Give the form of a batch, whose queries are called q0, q1 and so on."""
        batch = {f"q{number}": self.query(query) for number, query in enumerate(queries)}
        return {"data": {"queries": json.dumps(batch, ensure_ascii=False)}}

    def query(self, query: Query) -> dict[str, Any]:
        """Give one query as JSON has it."""
        asked: dict[str, Any] = {"query": query.text, "limit": query.limit}
        if query.types:
            asked["type"] = query.types[0] if len(query.types) == 1 else list(query.types)
        if len(query.types) > 1:
            asked["type_strict"] = "any"
        if query.properties:
            asked["properties"] = [{"pid": name, "v": _values(values)} for name, values in query.properties]
        return asked

    def answers(self, body: object, number: int) -> Answers:
        """Find the answer to each query by its key; the order of an object means nothing."""
        if not isinstance(body, dict):
            raise ReconcileError("the answer is not a JSON object")
        if not any(f"q{index}" in body for index in range(number)):
            raise ReconcileError(f"the answer is to none of the queries{_said(body)}")
        return [_candidates(body.get(f"q{index}"), "result") for index in range(number)]


class FormOf10:
    """1.0-draft: JSON with a list of queries, whose order is that of the answers."""

    path = "/match"

    def payload(self, queries: Sequence[Query]) -> dict[str, Any]:
        """Give the JSON of a batch."""
        return {"json": {"queries": [self.query(query) for query in queries]}}

    def query(self, query: Query) -> dict[str, Any]:
        """Give one query as JSON has it; it takes one type, so with several it is asked without."""
        conditions: list[dict[str, Any]] = [{"matchType": "name", "propertyValue": query.text}]
        conditions += [
            {"matchType": "property", "propertyId": name, "propertyValue": _values(values)}
            for name, values in query.properties
        ]
        asked: dict[str, Any] = {"conditions": conditions, "limit": query.limit}
        return asked | ({"type": query.types[0]} if len(query.types) == 1 else {})

    def answers(self, body: object, number: int) -> Answers:
        """Take the answers in their order."""
        results = body.get("results") if isinstance(body, dict) else None
        if not isinstance(results, list) or len(results) > number:
            raise ReconcileError(f"the answer has no list of {number} results{_said(body)}")
        read = [_candidates(result, "candidates") for result in results]
        return [*read, *[None] * (number - len(read))]


FORMS: dict[str, Form] = {"0.2": FormOf02(), "0.1": FormOf02(), "1.0-draft": FormOf10()}
"""The versions of the protocol that are spoken, the one that is preferred first."""


def _values(values: tuple[Value, ...]) -> object:
    written = [{"id": v.id, "name": v.name} if isinstance(v, Entity) else v for v in values]
    return written[0] if len(written) == 1 else written


def _candidates(result: object, key: str) -> tuple[Candidate, ...] | None:
    """Read the candidates of one query; None where there is no answer to it."""
    if result is None:
        return None
    listed = result.get(key) if isinstance(result, dict) else None
    if not isinstance(listed, list):
        raise ReconcileError(f"an answer has no list «{key}»{_said(result)}")
    return tuple(map(_candidate, listed))


def _candidate(said: object) -> Candidate:
    if not isinstance(said, dict) or not all(isinstance(said.get(key), str) for key in ("id", "name")):
        raise ReconcileError(f"a candidate has no id and name: {_shown(said)}")
    score = said.get("score")
    if score is not None and (isinstance(score, bool) or not isinstance(score, int | float)):
        raise ReconcileError(f"the score of a candidate is no number: {_shown(said)}")
    return Candidate(
        id=said["id"],
        name=" ".join(said["name"].split()),
        score=float(score) if score is not None and isfinite(score) else None,
        match=said.get("match") is True,
        description=" ".join(str(said.get("description") or "").split()),
        types=tuple(_type(one) for one in _listed(said.get("type")) if one),
        features=tuple(_features(_listed(said.get("features")))),
    )


def _listed(said: object) -> Sequence[object]:
    """Give a list as it is, and a value that stands where a list should as a list of it alone."""
    return said if isinstance(said, list) else [said]


def _type(said: object) -> str:
    """Give the name of a type, which may be an object with id and name, or its id alone."""
    return str(said.get("name") or said.get("id") or "") if isinstance(said, dict) else str(said)


def _features(said: Sequence[object]) -> list[tuple[str, float | bool]]:
    """Read the features that have an id and a value of a kind that the specification knows."""
    return [
        (str(one["id"]), one["value"])
        for one in said
        if isinstance(one, dict) and "id" in one and isinstance(one.get("value"), bool | int | float)
    ]


def _said(body: object) -> str:
    """Give what a service said instead of an answer, shortened."""
    if isinstance(body, dict):
        body = body.get("message") or body.get("error") or body.get("details") or body
    return f": {_shown(body)}"


def _shown(value: object) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"«{words[:120]}{'…' if len(words) > 120 else ''}»"
