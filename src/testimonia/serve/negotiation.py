"""Content negotiation: which of the forms on offer an Accept header likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["choose"]


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """Choose the media type of `offers` with the highest quality, the first of equals; None if none will do.

    No header, or an empty one, takes anything. What cannot be read in a header is passed over.
    """
    if not accept or not accept.strip():
        return offers[0]
    ranges = list(_ranges(accept))
    best = max(offers, key=lambda offer: (_quality(offer, ranges), -offers.index(offer)))
    return best if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media, *parameters = (word.strip().lower() for word in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            yield media, min(max(float(quality), 0.0), 1.0)
        except ValueError:
            continue


def _quality(offer: str, ranges: list[tuple[str, float]]) -> float:
    """Give the quality that the most telling range names for an offer."""
    for pattern in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        found = [quality for media, quality in ranges if media == pattern]
        if found:
            return max(found)
    return 0.0
