"""Compact IRIs: a prefix and a name, as the metadata of the file declares them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.errors import LinksError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["USUAL", "compact", "expand"]

USUAL: dict[str, str] = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "tm": "https://w3id.org/testimonia/ontology#",
}
"""Prefixes that every file declares, and that are known where it does not."""

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_NAME = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """Shorten an IRI by the longest namespace that it begins with; the IRI itself where there is none."""
    fitting = [(space, name) for name, space in prefixes.items() if iri.startswith(space) and iri != space]
    if not fitting:
        return iri
    space, name = max(fitting)
    return f"{name}:{iri.removeprefix(space)}"


def expand(words: str, prefixes: Mapping[str, str]) -> str:
    """Give the IRI of a compact or full one; raises LinksError where it is neither."""
    prefix, colon, local = words.partition(":")
    if colon and prefix in prefixes and _NAME.fullmatch(prefixes[prefix] + local):
        return _checked(prefixes[prefix] + local)
    if "://" in words and _IRI.fullmatch(words):
        return _checked(words)
    if colon and _NAME.fullmatch(words):
        raise LinksError(f"«{words}»: the prefix «{prefix}» is not declared in curie_map")
    raise LinksError(f"«{words}» is no IRI, neither in full nor with a prefix")


def _checked(iri: str) -> str:
    """Give an IRI that graphs take; raises LinksError with the reason for others."""
    from pyoxigraph import NamedNode

    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise LinksError(f"«{iri}» is no IRI: {str(error)[:1].lower()}{str(error)[1:]}") from error
