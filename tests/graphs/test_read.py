"""Graph files are read into one store, each article once, and errors name file, line and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.errors import GraphError
from testimonia.graphs import SUFFIXES, graph_files, read_graph

MEMORY = Path("/proc/self/mem")
ALDER = "https://w3id.org/testimonia/kg/event/alder-ford"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
GRAPH = "https://w3id.org/testimonia/kg/article/alder-ford/rev/1"

FORMS = {
    ".ttl": f'<{ALDER}> <{LABEL}> "Alder Ford"@en .',
    ".nt": f'<{ALDER}> <{LABEL}> "Alder Ford"@en .',
    ".nq": f'<{ALDER}> <{LABEL}> "Alder Ford"@en <{GRAPH}> .',
    ".trig": f'<{GRAPH}> {{ <{ALDER}> <{LABEL}> "Alder Ford"@en }}',
    ".jsonld": f'{{"@id": "{ALDER}", "{LABEL}": {{"@value": "Alder Ford", "@language": "en"}}}}',
    ".rdf": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">'
        f'<rdf:Description rdf:about="{ALDER}"><rdfs:label xml:lang="en">Alder Ford</rdfs:label></rdf:Description>'
        "</rdf:RDF>"
    ),
}


def write(folder: Path, name: str, words: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
    return file


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_form_gives_the_same_triple(suffix: str, tmp_path: Path) -> None:
    store = read_graph(write(tmp_path, f"alder-ford{suffix}", FORMS[suffix]))
    assert [(quad.subject.value, quad.object.value) for quad in store] == [(ALDER, "Alder Ford")]


def test_named_graphs_are_kept(tmp_path: Path) -> None:
    store = read_graph(write(tmp_path, "alder-ford.nq", FORMS[".nq"]))
    assert [graph.value for graph in store.named_graphs()] == [GRAPH]


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert len(read_graph(write(tmp_path, "ALDER.TTL", FORMS[".ttl"]))) == 1


def test_a_folder_reads_each_article_once_from_the_form_that_says_most(tmp_path: Path) -> None:
    for suffix, words in FORMS.items():
        write(tmp_path, f"alder-ford{suffix}", words)
    write(tmp_path, "other/elm-bridge.ttl", FORMS[".ttl"].replace("alder", "elm"))
    write(tmp_path, "manifest.json", "{}")
    assert [file.name for file in graph_files(tmp_path)] == ["alder-ford.nq", "elm-bridge.ttl"]
    assert len(read_graph(tmp_path)) == 2


def test_blank_nodes_of_different_files_stay_apart(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        write(tmp_path, name, f'_:x <{LABEL}> "{name}" .')
    assert len({quad.subject for quad in read_graph(tmp_path)}) == 2


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        (
            "a.ttl",
            f"<{ALDER}>\n  <{LABEL}> Alder .",
            ("a.ttl:2:", "Alder is not a valid RDF object", "Alder .»"),
        ),
        ("a.nq", f"{FORMS['.nq']}\n<{ALDER}> oops", ("a.nq:2:", "«<https://w3id.org")),
        ("a.jsonld", '{"@id": "a:b"', ("a.jsonld:1:", "«{")),
        ("a.rdf", "<rdf>", ("a.rdf: ",)),
        ("a.jsonld", '{"@context": "https://example.org/c", "@id": "a:b"}', ("a.jsonld: ",)),
    ],
)
def test_a_file_that_does_not_parse_is_named_with_line_and_words(
    name: str, words: str, told: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(GraphError) as caught:
        read_graph(write(tmp_path, name, words))
    message = str(caught.value)
    assert all(part in message for part in told)
    assert message.endswith(".")
    assert "\n" not in message


def test_long_lines_are_shortened_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as caught:
        read_graph(write(tmp_path, "a.ttl", "oops " * 100_000))
    assert len(str(caught.value)) < 400


def test_a_file_of_the_wrong_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes("«Älder»".encode("utf-16"))
    with pytest.raises(GraphError, match=r"a\.ttl:1: "):
        read_graph(file)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "no such file or folder"),
        ("nowhere.ttl", "no such file or folder"),
        ("notes.txt", "not a graph file"),
        ("empty", "holds no graph files"),
    ],
)
def test_what_is_not_a_graph_is_an_error(name: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, "notes.txt", "words")
    (tmp_path / "empty").mkdir()
    with pytest.raises(GraphError, match=message):
        read_graph(tmp_path / name)


@pytest.mark.skipif(not MEMORY.exists(), reason="needs a file that can be opened but not read")
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "memory.ttl").symlink_to(MEMORY)
    with pytest.raises(GraphError, match=r"memory\.ttl: cannot be read: .*\.$"):
        read_graph(tmp_path / "memory.ttl")
