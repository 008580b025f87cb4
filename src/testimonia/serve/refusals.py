"""Queries that are not even tried: those that would reach out to other hosts, or are nested without end."""

from __future__ import annotations

import re

__all__ = ["refusal"]

_DEPTH = 200
"""Brackets within brackets. The engine's parser calls itself for each and falls over at some thousands."""

_SERVICE = re.compile(
    r"(?:(?<![A-Za-z_?$:.\-])|(?<=true)|(?<=false))SERVICE(?:\s|#[^\r\n]*[\r\n])*"
    r"(?:SILENT(?:\s|#[^\r\n]*[\r\n])*)?(?:<|[?$]\w|[\w.\-]*:)",
    re.IGNORECASE,
)
"""SERVICE <…>, SERVICE SILENT ?x, SERVICE ex:y. Sought in the raw text: whoever first takes strings and
comments out can be fooled about where they end (`?a <#x>'''` is an IRI and a string, or less-than and a
comment). That some harmless string is refused as well is the smaller evil."""

_RUN = re.compile(r"(?:[!^+\-]\s*){64}")
"""Signs that stand before one another nest, too: !!!!…true."""


def refusal(query: str) -> str | None:
    """Say in one sentence why a query is not tried; None if it may be."""
    if _SERVICE.search(query):
        return "SERVICE is not served here: this endpoint asks no other hosts."
    depth = deepest = 0
    for sign in query:
        if sign in "{([":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "})]":
            depth -= 1
    if deepest > _DEPTH or _RUN.search(query):
        return f"The query is nested more than {_DEPTH} levels deep."
    return None
