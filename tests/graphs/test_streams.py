"""RDF on standard input is read in whatever form it is in."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from testimonia.errors import GraphError
from testimonia.graphs import quads_of, read_graph
from testimonia.graphs.forms import likely_forms

if TYPE_CHECKING:
    from testimonia.pipeline import Built

XML = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="urn:a"><rdf:value>1</rdf:value></rdf:Description></rdf:RDF>"""


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl", "jsonld"])
def test_what_build_writes_can_be_piped_into_any_command(
    suffix: str, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, built.files["nq"])
    expected = {quad.triple for quad in read_graph("-")}
    give(monkeypatch, built.files[suffix])
    assert {quad.triple for quad in quads_of("-")} == expected


@pytest.mark.parametrize(
    ("data", "forms"),
    [
        (b'<urn:a> <urn:b> "c" .', ("N_QUADS", "TRIG")),
        (b"@prefix a: <urn:a> .", ("N_QUADS", "TRIG")),
        (b"", ("N_QUADS", "TRIG")),
        (b'\xef\xbb\xbf { "@id": "urn:a" }', ("JSON_LD",)),
        (b"[]", ("JSON_LD",)),
        (b"[ <urn:b> 1 ] .", ("N_QUADS", "TRIG")),
        (b"{ <urn:a> <urn:b> 1 }", ("N_QUADS", "TRIG")),
        (b"{}", ("JSON_LD",)),
        (XML, ("RDF_XML",)),
        (b"<rdf:RDF>", ("RDF_XML",)),
    ],
)
def test_the_first_words_tell_the_form(data: bytes, forms: tuple[str, ...]) -> None:
    assert likely_forms(data) == forms


def test_rdf_xml_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, XML)
    assert len(read_graph("-")) == 1


def test_what_is_no_rdf_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"@prefix a: <urn:a> .\na:b a:c oops .\n")
    with pytest.raises(GraphError, match=r"^standard input:2: is not RDF: "):
        read_graph("-")
