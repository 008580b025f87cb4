"""IRIs and the paths that they are served under.

The namespaces of data, ontology and concepts lie under /kg/, /ontology and /concept/ of the server,
wherever their IRIs point: "https://w3id.org/testimonia/kg/actor/france" answers at "/kg/actor/france".
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from testimonia.vocab import SH, TM, TMC

__all__ = ["Names"]

_SAFE = "/:@!$&'()*+,;=~-._"
"""What may stand in a path as it is (RFC 3986), with "/" between its parts."""


@dataclass(frozen=True, slots=True)
class Names:
    """How the IRIs of one graph are served."""

    base: str
    """What the IRIs of the data begin with."""

    @property
    def spaces(self) -> dict[str, str]:
        """Path prefix to namespace."""
        return {"kg/": self.base, "concept/": TMC, "ontology": TM.rstrip("#"), "shapes": SH.rstrip("#")}

    def iri(self, path: str) -> str | None:
        """Give the IRI of a document that is served at a path, without its leading slash; None elsewhere."""
        for prefix, space in self.spaces.items():
            if path.startswith(prefix) and (prefix.endswith("/") or path == prefix):
                return space + quote(unquote(path[len(prefix) :]), safe=_SAFE + "%")
        return None

    def page(self, iri: str) -> str | None:
        """Give the place of the page of an IRI; it is led to from the IRI's own path."""
        path = self.path(iri)
        return path.lstrip("/") if path else None

    def sheet(self, path: str, which: int | str) -> str:
        """Give the place of a sheet of the page at a path."""
        name, dot, suffix = path.partition(".html")
        return path if which == 1 else f"{name}~{which}{dot}{suffix}"

    def claimant(self, iri: str) -> str:
        """Give the place of the page that compares the figures of an actor with those of others."""
        return f"claimants/{(self.page(iri) or '').removeprefix('kg/')}"

    def file(self, iri: str, suffix: str) -> str | None:
        """Give the place of what is said of a document, in the form of a suffix."""
        path = self.path(iri.partition("#")[0])
        return f"data{path}.{suffix}" if path else None

    def home(self, path: str) -> str:  # noqa: ARG002 - every page of a server has the same top
        """Give what leads to the top of the server."""
        return "/"

    def path(self, iri: str) -> str | None:
        """Give the path of an IRI on this server, fragment and all; None for an IRI of others."""
        for prefix, space in self.spaces.items():
            if iri.startswith(space):
                document, mark, fragment = iri[len(space) :].partition("#")
                if document and not prefix.endswith("/"):
                    return None  # another version of the ontology
                return f"/{prefix}{quote(document, safe=_SAFE + '%')}{mark}{quote(fragment, safe=_SAFE)}"
        return None
