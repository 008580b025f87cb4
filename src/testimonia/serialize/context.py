"""The project's JSON-LD context: which key stands for which property, and how its values are written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from testimonia.errors import GraphError
from testimonia.vocab import folder

__all__ = ["Context", "Key", "load_context"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the context."""

    name: str
    type: str | None = None
    """"@id", "@vocab", or the IRI of a datatype; None for what JSON can say by itself."""
    language: str | None = None
    listed: bool = False
    """True where the value is a list even if it has but one member."""
    space: str = ""
    """For "@vocab": the namespace that its words are in."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the context says."""

    terms: dict[str, Any]
    """As it is in the file, to be written into each document."""
    prefixes: dict[str, str]
    vocab: str
    """The namespace of words without a prefix: the classes."""
    keys: dict[str, Key]
    """Property IRI to key."""
    reverse: dict[str, Key]
    """The same for keys that point from object to subject."""


@lru_cache(maxsize=1)
def load_context() -> Context:
    """Read ontology/context.jsonld. Raises GraphError when it is missing or malformed."""
    path = folder("ontology") / "context.jsonld"
    try:
        terms = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError) as error:
        raise GraphError(f"{path}: the JSON-LD context cannot be read: {error}.") from error
    prefixes = {
        name: iri for name, iri in terms.items() if isinstance(iri, str) and ":" in iri and name[0] != "@"
    }
    keys: dict[str, Key] = {}
    reverse: dict[str, Key] = {}
    for name, definition in terms.items():
        if isinstance(definition, dict):
            inverse = "@reverse" in definition
            found = reverse if inverse else keys
            found[expand(definition["@reverse" if inverse else "@id"], prefixes)] = _key(
                name, definition, prefixes
            )
    return Context(terms, prefixes, terms["@vocab"], keys, reverse)


def expand(compact: str, prefixes: dict[str, str]) -> str:
    """Expand a compact IRI of the context file."""
    prefix, _, local = compact.partition(":")
    return prefixes[prefix] + local


def _key(name: str, definition: dict[str, Any], prefixes: dict[str, str]) -> Key:
    kind = definition.get("@type")
    return Key(
        name,
        type=expand(kind, prefixes) if kind and not kind.startswith("@") else kind,
        language=definition.get("@language"),
        listed=definition.get("@container") == "@set",
        space=definition.get("@context", {}).get("@vocab", ""),
    )
