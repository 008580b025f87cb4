"""The bytes of a dump come out whole however it is packed, and as far as they can be had."""

from __future__ import annotations

import bz2
import gzip
import io
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import InputError
from testimonia.read.dump import SNIFFED, is_dump, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = b"".join(sha256(bytes([i % 251, i // 251])).digest() for i in range(60_000))
"""More than one piece, and hard to pack."""


def unpacked(packed: bytes) -> bytes:
    return b"".join(unpack(packed[:SNIFFED], io.BytesIO(packed[SNIFFED:]), "dump"))


def streams(pack: Callable[[bytes], bytes], *lengths: int) -> bytes:
    """Pack so many bytes each by themselves, and then the rest."""
    cuts = [0, *accumulate(lengths), len(LONG)]
    return b"".join(pack(LONG[begin:end]) for begin, end in pairwise(cuts))


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(lambda: LONG, id="plain"),
        pytest.param(lambda: bz2.compress(LONG), id="bzip2 of one stream"),
        pytest.param(lambda: streams(bz2.compress, 700_000, 700_000), id="multistream"),
        pytest.param(lambda: gzip.compress(LONG), id="gzip"),
        pytest.param(lambda: streams(gzip.compress, 5), id="gzip of two members"),
        pytest.param(lambda: gzip.compress(LONG) + bytes(1024), id="gzip with padding"),
    ],
)
def test_every_packing_gives_the_same_bytes(packed: Callable[[], bytes]) -> None:
    assert unpacked(packed()) == LONG


@given(st.binary(max_size=2000), st.integers(1, 2000))
def test_where_streams_are_joined_does_not_matter(data: bytes, cut: int) -> None:
    assert unpacked(bz2.compress(data[:cut]) + bz2.compress(data[cut:])) == data


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_what_was_cut_off_gives_what_came_before_and_says_so(pack: object) -> None:
    packed = pack(LONG)[:-400_000]  # type: ignore[operator]
    pieces: list[bytes] = []
    with pytest.raises(
        InputError, match=r"^dump: the packed file ends early, after [1-9][\d,]+ unpacked bytes\.$"
    ):
        pieces.extend(unpack(packed[:SNIFFED], io.BytesIO(packed[SNIFFED:]), "dump"))
    assert LONG.startswith(b"".join(pieces))
    assert sum(map(len, pieces)) > 500_000


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_damage_is_told_of(pack: object) -> None:
    packed = bytearray(pack(LONG))  # type: ignore[operator]
    packed[1_000_000:1_000_100] = bytes(100)
    with pytest.raises(InputError, match=r"^dump: it is damaged after [\d,]+ unpacked bytes: \S"):
        unpacked(bytes(packed))


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b"<mediawiki xmlns", True),
        (b"\xef\xbb\xbf\n <mediawiki", True),
        (b"<?xml version", True),
        (b"<!DOCTYPE lolz", True),
        (b"BZh91AY&SY", True),
        (b"\x1f\x8b\x08", True),
        (b"", False),
        (b"= Raid on Orr =", False),
        (b"{{Infobox military conflict", False),
        (b"<ref>A book.</ref> Orr was raided.", False),
    ],
)
def test_a_dump_is_told_by_its_first_bytes(beginning: bytes, expected: bool) -> None:
    assert is_dump(beginning) is expected
