"""Profiles: what a service calls our kinds of things and what is known of them, one TOML file a service.

A profile is chosen by the identifier space or the address of the service, or named by the user. A
service without one is asked by names alone, which every service understands.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testimonia.errors import ReconcileError
from testimonia.reconcile.client.model import Entity, Query
from testimonia.reconcile.client.subjects import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from testimonia.reconcile.client.manifest import Manifest
    from testimonia.reconcile.client.model import Value
    from testimonia.reconcile.client.subjects import Known, Subject

    Linked = Mapping[str, str]
    """IRI of ours to the IRI of theirs that a person has accepted."""

__all__ = ["Profile", "choose_profile", "read_profile"]

_KEYS = {"name", "prefix", "entity", "spaces", "schemas", "addresses", "batch", "one_value", *KINDS}
_KIND_KEYS = {"types", "properties"}
VALUES = {
    "event": ("date", "start", "end", "year", "place", "country", "coordinates", "latitude", "longitude",
              "part_of", "alias", "wikipedia"),
    "place": ("within", "chain", "country", "coordinates", "latitude", "longitude", "wikipedia"),
    "actor": ("alias", "acronym", "member_of", "country", "office", "wikipedia"),
}  # fmt: skip
"""What a profile may map of each kind; what it does not name is not sent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a service is asked for our things."""

    name: str = ""
    prefix: str = ""
    """For compact IRIs of its things in the file of links: "wikidata"."""
    entity: str = ""
    """Template of their IRIs, {id} in it; "" takes what the manifest says."""
    spaces: tuple[str, ...] = ()
    """Identifier spaces that tell the service."""
    schemas: tuple[str, ...] = ()
    """Schema spaces that tell it, where everybody has identifiers of their own."""
    addresses: tuple[str, ...] = ()
    """What its address may begin with."""
    batch: int | None = None
    """Queries in a request, where the manifest does not tell the truth."""
    one_value: bool = False
    """Whether the service takes one value of a property only, though the protocol has lists."""
    types: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Kind to narrower kind ("any" for the rest) to ids of types."""
    properties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Kind to the name of a value to the id of a property."""

    def query(self, subject: Subject, manifest: Manifest, linked: Linked, limit: int) -> Query:
        """Put the question what a subject may be; values that are linked to the service go as its things."""
        types = self.types.get(subject.kind, {})
        asked = {
            name: tuple(self._value(known, manifest, linked) for known in subject.known(ours))
            for ours, name in self.properties.get(subject.kind, {}).items()
        }
        return Query(
            text=subject.label,
            types=types.get(subject.narrower, types.get("any", ())),
            properties=tuple((name, self._fitting(values)) for name, values in asked.items() if values),
            limit=limit,
        )

    def _fitting(self, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """Give as many values as the service takes; of several, one that it is known by, else the first."""
        if not self.one_value:
            return values
        return (next((value for value in values if isinstance(value, Entity)), values[0]),)

    def _value(self, known: Known, manifest: Manifest, linked: Linked) -> Value:
        """Give the id that a thing was matched with before, where that is of this service; else its words."""
        theirs = linked.get(known.iri, "") if known.iri else ""
        start, _, end = manifest.iri("\0", self.entity).partition("%00")
        if theirs.startswith(start) and theirs.endswith(end) and len(theirs) > len(start) + len(end):
            return Entity(theirs[len(start) : len(theirs) - len(end)], known.words)
        return known.words


def choose_profile(manifest: Manifest, address: str) -> Profile:
    """Choose the shipped profile of a service; one that maps nothing where there is none."""
    for profile in _shipped():
        by_address = any(address.startswith(start) for start in profile.addresses)
        by_name = manifest.name == profile.name and not manifest.schema  # 1.0-draft tells no schema
        by_space = manifest.space in profile.spaces or manifest.schema in profile.schemas
        if by_address or by_name or by_space:
            return profile
    return Profile()


def read_profile(path: str | Path) -> Profile:
    """Read a profile; raises ReconcileError naming file, key and words where it is none."""
    place = Path(path)
    try:
        said = tomllib.loads(place.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReconcileError(f"{place}: cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReconcileError(f"{place}: is not TOML: {str(error).rstrip('.')}.") from error
    return _profile(said, str(place))


@cache
def _shipped() -> tuple[Profile, ...]:
    return tuple(read_profile(path) for path in sorted((Path(__file__).parent / "profiles").glob("*.toml")))


def _profile(said: dict[str, Any], place: str) -> Profile:
    _require(said, _KEYS, place, "")
    for kind in KINDS:
        _require(_table(said, kind, place), _KIND_KEYS, place, f"{kind}.")
    batch = said.get("batch")
    if batch is not None and (not isinstance(batch, int) or batch < 1):
        raise ReconcileError(f"{place}: batch = {batch!r}: a whole number from 1 upwards is needed.")
    return Profile(
        name=_text(said, "name", place),
        prefix=_text(said, "prefix", place),
        entity=_template(said, place),
        spaces=_listed(said.get("spaces", []), place, "spaces"),
        schemas=_listed(said.get("schemas", []), place, "schemas"),
        addresses=_listed(said.get("addresses", []), place, "addresses"),
        batch=batch,
        one_value=_flag(said, "one_value", place),
        types={kind: dict(_types(said, kind, place)) for kind in KINDS},
        properties={kind: dict(_properties(said, kind, place)) for kind in KINDS},
    )


def _types(said: dict[str, Any], kind: str, place: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Read the types of a kind, each an id or a list of ids."""
    for narrower, ids in _table(_table(said, kind, place), "types", place).items():
        yield narrower, _listed([ids] if isinstance(ids, str) else ids, place, f"{kind}.types.{narrower}")


def _properties(said: dict[str, Any], kind: str, place: str) -> Iterator[tuple[str, str]]:
    """Read the properties of a kind, by names of values that we have."""
    table = _table(_table(said, kind, place), "properties", place)
    _require(table, set(VALUES[kind]), place, f"{kind}.properties.")
    for ours in table:
        yield ours, _text(table, ours, place)


def _require(table: dict[str, Any], known: set[str], place: str, where: str) -> None:
    for key in table:
        if key not in known:
            raise ReconcileError(
                f"{place}: «{where}{key}» is not known; there are {', '.join(sorted(known))}."
            )


def _table(said: dict[str, Any], key: str, place: str) -> dict[str, Any]:
    table = said.get(key, {})
    if not isinstance(table, dict):
        raise ReconcileError(f"{place}: «{key}» is no table.")
    return table


def _text(said: dict[str, Any], key: str, place: str) -> str:
    words = said.get(key, "")
    if not isinstance(words, str):
        raise ReconcileError(f"{place}: «{key}» is no text.")
    return words


def _flag(said: dict[str, Any], key: str, place: str) -> bool:
    if not isinstance(said.get(key, False), bool):
        raise ReconcileError(f"{place}: {key} = {said[key]!r}: true or false is needed.")
    return bool(said.get(key, False))


def _template(said: dict[str, Any], place: str) -> str:
    template = _text(said, "entity", place)
    if template and ("{id}" not in template or ":" not in template):
        raise ReconcileError(f"{place}: entity = «{template}»: an IRI with {{id}} in it is needed.")
    return template


def _listed(said: object, place: str, key: str) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise ReconcileError(f"{place}: «{key}» is no list of texts.")
    return tuple(said)
