"""The manifest: what a service says of itself, and what follows for asking it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from testimonia.errors import LinksError, ReconcileError
from testimonia.links.prefixes import expand
from testimonia.reconcile.client.wire import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Manifest", "read_manifest"]

_BATCH = 10
"""Queries in one request where the manifest says nothing: what OpenRefine sends to everybody."""
_ID = re.compile(r"\{\{\s*id\s*\}\}|\{\s*\+?\s*id\s*\}")
"""Where the identifier goes: {{id}} in 0.1 and 0.2, {id} or {+id} in 1.0-draft."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_KEPT = "!$%&'()*+,/:;=?@~"
"""What may stand in an IRI, beside letters, digits and one "#"."""
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a service."""

    name: str
    versions: tuple[str, ...]
    """Versions of the protocol; a service of the time before versions were named speaks 0.1."""
    space: str
    """What the identifiers of its things belong to, "" where it is not said (1.0-draft)."""
    schema: str
    """What its types and properties belong to, "" where it is not said."""
    view: str
    """Template of the address of a thing, "" if there is none."""
    batch: int
    """How many queries it takes at once."""
    hundred: bool
    """Whether it says that its scores lie between 0 and 100."""

    def speaks(self, wanted: str | None) -> str:
        """Choose the version to speak; raises ReconcileError where there is none in common."""
        known = [version for version in FORMS if version in self.versions]
        if wanted is not None and wanted not in self.versions:
            raise ReconcileError(f"the service speaks {' and '.join(self.versions)}, not {wanted}.")
        if not known:
            raise ReconcileError(
                f"the service speaks {' and '.join(self.versions)}; known are {', '.join(FORMS)}."
            )
        return wanted or known[0]

    def iri(self, identifier: str, template: str = "") -> str:
        """Give the IRI of a thing.

        It comes from `template`, in which {id} stands for the identifier; else the identifier is an IRI
        already, or is put behind the identifier space; else it is the address that people look at.
        """
        if template:
            return _filled(template, identifier)
        if _ABSOLUTE.fullmatch(identifier) and "://" in identifier:
            return _filled("{id}", identifier)
        if self.space.endswith(("/", "#", "=", ":")):
            return _filled(self.space + "{id}", identifier)
        return _filled(self.view or self.space + "/{id}", identifier)


def read_manifest(said: object) -> Manifest:
    """Read a manifest; raises ReconcileError where it says too little to ask the service."""
    if not isinstance(said, dict) or not isinstance(said.get("name"), str):
        raise ReconcileError("what comes back is no manifest: it has no name.")
    template = _view(said)
    space = _text(said, "identifierSpace")
    if not _ABSOLUTE.fullmatch(space) and not template:
        raise ReconcileError(
            "the manifest has neither an identifierSpace nor a view, so its things have no IRIs."
        )
    manifest = Manifest(
        name=said["name"],
        versions=_versions(said.get("versions")),
        space=space if _ABSOLUTE.fullmatch(space) else "",
        schema=_text(said, "schemaSpace"),
        view=template,
        batch=_batch(said),
        hundred=said.get("standardizedScore") is True,
    )
    try:
        expand(manifest.iri("x"), {})
    except LinksError as error:
        raise ReconcileError(f"what its manifest says gives no IRIs: {error}.") from error
    return manifest


def _filled(template: str, identifier: str) -> str:
    """Put an identifier into a template; what may not stand in an IRI is escaped."""
    name, mark, rest = quote(_LONE_PERCENT.sub("%25", identifier), safe=_KEPT + "#").partition("#")
    other = "%23" if "#" in template else mark
    return _ID.sub(lambda _: name + (other if mark else "") + rest.replace("#", "%23"), template)


def _view(said: dict[str, Any]) -> str:
    """Give the template of addresses; one service gives "{{id}}" alone, which leads nowhere."""
    view = said.get("view")
    template = _text(view, "url") if isinstance(view, dict) else ""
    return template if _ABSOLUTE.match(_ID.sub("x", template)) else ""


def _versions(said: object) -> tuple[str, ...]:
    listed: Sequence[object] = said if isinstance(said, list) and said else ["0.1"]
    return tuple(str(version) for version in listed)


def _batch(said: dict[str, Any]) -> int:
    number = said.get("batchSize")
    return number if isinstance(number, int) and not isinstance(number, bool) and number > 0 else _BATCH


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key, "")
    return value.strip() if isinstance(value, str) else ""
