"""What comes in with a request, read so that nobody can send without end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["FORM", "address_of", "read_body", "read_pairs"]

FORM = "application/x-www-form-urlencoded"
_PARAMETERS = 200
"""How many parameters a request may have: a dataset of some dozen graphs, not of thousands."""


def read_pairs(encoded: bytes) -> list[tuple[str, str]]:
    """Read the parameters of an address or a form. Raises HTTPException where they are none."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_PARAMETERS
        )
    except ValueError as error:
        raise HTTPException(
            400, "The parameters are not URL-encoded UTF-8, or there are too many."
        ) from error


async def read_body(request: Request, most: int) -> bytes:
    """Read a body piece by piece and stop where it grows too large, whatever its header says."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > 3 * most:  # URL-encoding makes three bytes of one
            raise HTTPException(413, f"A query may have {most:,} bytes.")
    return bytes(body)


def address_of(request: Request) -> str:
    """Give the address as the client called it; what its Host header holds may be no host."""
    try:
        address = str(request.url.replace(query="", fragment=""))
        NamedNode(address)
    except ValueError as error:
        raise HTTPException(400, "The Host header names no host.") from error
    return address
