"""RDF without a file name: its form is told by its first words."""

from __future__ import annotations

import re

__all__ = ["likely_forms"]

_JSON = re.compile(rb"\s*(?:\[\s*[\[{\]]|\{\s*[\"}])")
"""TriG may begin with a bracket as well, but what follows is a term then, not a quotation mark."""
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|!--|\w+:RDF\b)", re.IGNORECASE)


def likely_forms(data: bytes) -> tuple[str, ...]:
    """Name the pyoxigraph formats that the bytes may be in, the likeliest first.

    Two are given where the first words do not tell: every line of N-Triples is N-Quads, and all of
    Turtle is TriG, but N-Quads are no TriG.
    """
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _JSON.match(start):
        return ("JSON_LD",)
    if _XML.match(start):
        return ("RDF_XML",)
    return ("N_QUADS", "TRIG")
