"""The bytes of a dump, piece by piece, whether it is packed with bzip2, with gzip, or not at all.

How a dump is packed is told by its first bytes, not by its name. A bzip2 file may consist of one
stream or of many (multistream): both are read alike, and an index beside it is not needed.
"""

from __future__ import annotations

import bz2
import zlib
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from testimonia.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    class Readable(Protocol):
        """What gives bytes."""

        def read(self, size: int, /) -> bytes:
            """Give so many bytes at most, none at the end."""
            ...


__all__ = ["SNIFFED", "is_dump", "unpack"]

SNIFFED = 512
"""How many first bytes `is_dump` looks at."""

_BZIP2, _GZIP = b"BZh", b"\x1f\x8b"
_XML = (b"<mediawiki", b"<?xml", b"<!DOCTYPE")
_MARK = b"\xef\xbb\xbf"
_PIECE = 1 << 20
"""Bytes of a piece: many enough to make the calls cheap, few enough to hold several."""


def is_dump(beginning: bytes) -> bool:
    """Tell by its first bytes whether a file is a dump: packed, or XML."""
    return beginning.startswith((_BZIP2, _GZIP)) or beginning.removeprefix(_MARK).lstrip().startswith(_XML)


def unpack(beginning: bytes, stream: Readable, name: str) -> Iterator[bytes]:
    """Give the unpacked bytes of a stream in pieces, as far as they can be had.

    `beginning` is what has been read of the stream already, `name` what the user calls it. Raises
    InputError if it ends early or is damaged, when everything before that place has been given.
    """
    packed = chain([beginning], iter(lambda: stream.read(_PIECE), b""))
    if beginning.startswith(_BZIP2):
        pieces = _unpack_bzip2(packed)
    elif beginning.startswith(_GZIP):
        pieces = _unpack_gzip(packed)
    else:
        pieces = packed
    given = 0
    try:
        for piece in pieces:
            given += len(piece)
            yield piece
    except EOFError as error:
        raise InputError(f"{name}: the packed file ends early, after {given:,} unpacked bytes.") from error
    except (OSError, zlib.error) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"{name}: it is damaged after {given:,} unpacked bytes: {reason}.") from error


def _unpack_bzip2(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack one stream after the other."""
    unpacker = bz2.BZ2Decompressor()
    for piece in packed:
        rest = piece
        while rest:
            if unpacker.eof:
                unpacker = bz2.BZ2Decompressor()
            yield unpacker.decompress(rest, _PIECE)
            while not unpacker.eof and not unpacker.needs_input:
                yield unpacker.decompress(b"", _PIECE)
            rest = unpacker.unused_data
    if not unpacker.eof:
        raise EOFError


def _unpack_gzip(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack one member after the other; zeros behind the last one are padding."""
    unpacker = zlib.decompressobj(wbits=31)
    for piece in packed:
        rest = piece
        while rest:
            if unpacker.eof:
                unpacker = zlib.decompressobj(wbits=31)
            yield unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail or unpacker.unused_data.lstrip(b"\0")
    if not unpacker.eof:
        raise EOFError
