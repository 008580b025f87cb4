"""Four parsers by other people read our files and find the same triples that we wrote."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

Peer = Callable[..., bytes]


def triples(nquads: bytes) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads(nquads)}


def quads(nquads: bytes) -> set[Quad]:
    return set(parse(nquads, RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def written(folder: Path) -> bytes:
    return (folder / "example.nq").read_bytes()


def test_rapper_reads_the_turtle(program: Peer, folder: Path, written: bytes) -> None:
    found = program("rapper", "-q", "-i", "turtle", "-o", "ntriples", folder / "example.ttl")
    assert triples(found) == triples(written)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_rapper_reads_the_named_graphs(program: Peer, folder: Path, written: bytes, form: str) -> None:
    suffix = {"trig": "trig", "nquads": "nq"}[form]
    found = program("rapper", "-q", "-i", form, "-o", "nquads", folder / f"example.{suffix}")
    assert quads(found) == quads(written)


def test_serdi_reads_the_turtle_strictly(program: Peer, folder: Path, written: bytes) -> None:
    found = program("serdi", "-q", "-i", "turtle", "-o", "ntriples", folder / "example.ttl")
    assert triples(found) == triples(written)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_serdi_reads_the_named_graphs_strictly(
    program: Peer, folder: Path, written: bytes, form: str
) -> None:
    suffix = {"trig": "trig", "nquads": "nq"}[form]
    found = program("serdi", "-q", "-i", form, "-o", "nquads", folder / f"example.{suffix}")
    assert quads(found) == quads(written)


def test_the_reference_processor_reads_the_jsonld_without_losing_a_key(
    script: Peer, folder: Path, written: bytes
) -> None:
    found = script("jsonld", folder / "example.jsonld")
    assert triples(found) == triples(written)


def test_the_reference_processor_needs_no_labels_for_blank_nodes(script: Peer, folder: Path) -> None:
    canonical = script("jsonld", folder / "example.jsonld").decode()
    assert canonical == "".join(sorted(canonical.splitlines(keepends=True)))
    assert "_:" not in canonical


@pytest.mark.parametrize(("suffix", "form"), [("ttl", "text/turtle"), ("trig", "application/trig")])
def test_n3_reads_turtle_and_trig(script: Peer, folder: Path, written: bytes, suffix: str, form: str) -> None:
    found = script("n3", folder / f"example.{suffix}", form)
    assert triples(found) == triples(written)
