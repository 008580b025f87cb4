"""Graphs on standard output instead of in a folder."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from testimonia.errors import UsageError
from testimonia.pipeline import Options
from testimonia.scale import OutputStream, Reading, build_articles, find_articles

if TYPE_CHECKING:
    from pathlib import Path


def test_several_articles_make_one_graph(example: Path, tmp_path: Path) -> None:
    text = example.read_text(encoding="utf-8")
    for name in ("Akabar", "Northford"):
        (tmp_path / f"{name}.txt").write_text(text.replace("Akabar", name), encoding="utf-8")
    for name, form in (("turtle", RdfFormat.TURTLE), ("nquads", RdfFormat.N_QUADS)):
        options, stream = Options(formats=(name,)), io.BytesIO()
        reading = Reading(find_articles([str(tmp_path)]))
        states = [o.state for o in build_articles(reading, OutputStream(stream, options), options)]
        assert states == ["built", "built"]
        labels = {
            quad.object.value for quad in parse(stream.getvalue(), form) if "label" in str(quad.predicate)
        }
        assert {"Battle of Akabar", "Battle of Northford"} <= labels


def test_two_documents_of_jsonld_are_not_run_together(example: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(example.read_bytes() + name.encode())
    options = Options(formats=("jsonld",))
    stream = OutputStream(io.BytesIO(), options)
    with pytest.raises(UsageError, match="no one JSON-LD document"):
        list(build_articles(Reading(find_articles([str(tmp_path)])), stream, options))


def test_one_format_is_taken() -> None:
    with pytest.raises(UsageError, match="one format"):
        OutputStream(io.BytesIO(), Options(formats=("turtle", "jsonld")))
