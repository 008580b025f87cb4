"""What is found, for people and for programs: lines, JSON, SHACL in Turtle, SARIF."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.validate import (
    Checked,
    Checker,
    Report,
    Result,
    Source,
    Texts,
    as_record,
    as_sarif,
    count_words,
    graphs_record,
    report_lines,
    report_turtle,
    shape_rules,
)
from testimonia.validate.record import from_record
from testimonia.validate.texts import Region, Text
from testimonia.vocab import BASE, SH

BROKEN = Path(__file__).resolve().parents[1] / "broken"
TEXT = "= Raid on Elm =\n\nThe mayor said nine guards fell. 🔥 Others said 12 fell.\n"
SENTENCE = "🔥 Others said 12 fell."
START = TEXT.index("12 fell")
DIGEST = sha256(TEXT.encode()).hexdigest()
SOURCE = Source(
    mention=f"{BASE}article/elm/rev/1/char/1-2", article="Raid on Elm", sha256=DIGEST, start=START, end=START + 7,
    quote="12 fell", sentence=SENTENCE, line=3,
)  # fmt: skip


def result(code: str = "C203", severity: str = "violation", number: int = 1, **more: object) -> Result:
    given: dict[str, object] = {"message": "The claim needs exactly one stance.", "source": SOURCE} | more
    return Result(code, severity, focus=f"{BASE}claim/elm/{number}", **given)  # type: ignore[arg-type]


# --- lines --------------------------------------------------------------------------------------


def test_results_are_grouped_by_code_the_worst_first() -> None:
    found = [result("E102", "warning", message="No place."), result(path="tm:stance"), result(number=2)]
    assert list(report_lines(found)) == [
        "C203 violation, twice: The claim needs exactly one stance.",
        "  Raid on Elm, line 3: 🔥 Others said [12 fell].",
        "    claim/elm/1, tm:stance",
        "  Raid on Elm, line 3: 🔥 Others said [12 fell].",
        "    claim/elm/2",
        "E102 warning, once: No place.",
        "  Raid on Elm, line 3: 🔥 Others said [12 fell].",
        "    claim/elm/1",
    ]


def test_a_code_of_ours_leads_to_its_place_on_the_page_of_the_shapes() -> None:
    told = list(
        report_lines([result(shape=f"{SH}C203"), result("Z1", shape="https://example.org/shapes#Z1")])
    )
    assert told[1] == "  https://w3id.org/testimonia/shapes#C203"
    assert not [line for line in told if "example.org" in line]


def test_messages_that_differ_stand_with_each_result() -> None:
    lines = list(report_lines([result(message="One."), result(number=2, message="Two.")]))
    assert lines[0] == "C203 violation, twice"
    assert [line.strip() for line in lines if line.endswith(("One.", "Two."))] == ["One.", "Two."]


@pytest.mark.parametrize(("severity", "shown"), [("violation", 8), ("warning", 5), ("info", 5)])
def test_of_warnings_and_notes_the_first_are_shown_and_the_rest_counted(severity: str, shown: int) -> None:
    found = [result(severity=severity, number=number) for number in range(8)]
    lines = list(report_lines(found))
    assert sum(line.startswith("    claim/") for line in lines) == shown
    assert ("  … and 3 more" in lines) == (shown == 5)
    assert sum(line.startswith("    claim/") for line in report_lines(found, everything=True)) == 8


SOURCES = [
    ("nothing", None, []),
    ("the article alone", Source(article="Raid on Elm"), ["  Raid on Elm"]),
    ("words in no sentence", Source(mention="urn:m", quote="nine"), ["  urn:m: [nine]"]),
    ("another sentence", Source(article="Raid", quote="nine", sentence="Ten."), ["  Raid: [nine]"]),
]


@pytest.mark.parametrize(("what", "source", "shown"), SOURCES, ids=[row[0] for row in SOURCES])
def test_of_a_source_is_shown_what_is_known(what: str, source: Source | None, shown: list[str]) -> None:
    lines = list(report_lines([result(source=source)]))
    assert lines[1:-1] == shown, what
    assert lines[-1].strip() == "claim/elm/1"


def test_things_of_other_people_keep_their_iris() -> None:
    (_, line) = report_lines([Result("X", "info", "No.", "https://example.org/a")])
    assert line == "  https://example.org/a"


def test_results_are_counted_in_words() -> None:
    assert count_words([result(), result(severity="info"), result("V905", "info")]) == (
        "1 violation, 0 warnings, 2 notes"
    )


# --- JSON ---------------------------------------------------------------------------------------

RESULTS = st.builds(
    Result,
    code=st.sampled_from(["C203", "E102"]),
    severity=st.sampled_from(["violation", "warning", "info"]),
    message=st.text(min_size=1),
    focus=st.sampled_from([f"{BASE}event/alder", "_:b0", '"nine"']),
    path=st.none() | st.just("tm:stance"),
    value=st.none() | st.text(),
    component=st.sampled_from(["", "InConstraintComponent"]),
    source=st.none() | st.just(SOURCE),
)


@given(st.lists(RESULTS, max_size=5))
def test_a_report_is_read_back_from_its_record(results: list[Result]) -> None:
    report = Report(tuple(results))
    again = from_record(json.loads(json.dumps(as_record(report))))
    assert [r for r in again.results if r.value is not None] == [
        r for r in report.results if r.value not in {None, ""}
    ]
    assert len(again.results) == len(report.results)
    assert again.conforms == report.conforms


@pytest.mark.parametrize("wrong", [{}, {"results": [{}]}, {"results": None}, {"results": ["words"]}])
def test_what_is_no_record_is_not_read(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a report"):
        from_record(wrong)


def test_the_record_of_several_graphs_sums_up() -> None:
    record = graphs_record([Checked("a.ttl", Report((result(),))), Checked("b.ttl", Report())])
    assert (record["conforms"], record["violations"], record["warnings"]) == (False, 1, 0)
    assert [(graph["graph"], graph["conforms"]) for graph in record["graphs"]] == [
        ("a.ttl", False), ("b.ttl", True),
    ]  # fmt: skip
    (found,) = record["graphs"][0]["results"]
    assert found["source"]["quote"] == "12 fell"
    assert "path" not in found


# --- SHACL --------------------------------------------------------------------------------------

PATHS = [
    "tm:stance",
    "<urn:elsewhere>",
    "^tm:quantity",
    "tm:reading/tm:mention",
    "tm:a|tm:b|^tm:c",
    "(tm:within)+",
    "((tm:a|tm:b))*",
    "(tm:a/(tm:b)?)",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_what_shacl_makes_of_it(path: str) -> None:
    import pyshacl
    from rdflib import Graph, URIRef
    from rdflib.namespace import SH

    written = Graph().parse(data=report_turtle([result(path=path)]), format="turtle")
    node = next(written.objects(None, SH.resultPath))
    shapes = written + Graph().parse(
        data=f"<urn:s> a <{SH.PropertyShape}> ; <{SH.targetNode}> <urn:n> ; <{SH.minCount}> 5 .",
        format="turtle",
    )
    shapes.add((URIRef("urn:s"), SH.path, node))
    _, results, _ = pyshacl.validate(Graph(), shacl_graph=shapes)  # the reference refuses what is no path
    assert isinstance(results, Graph)
    assert list(results.objects(None, SH.resultPath))


def test_values_and_components_are_terms_of_shacl() -> None:
    store = pyoxigraph.Store()
    found = Checker().check(str(BROKEN / "C203-0.ttl"))
    turtle = report_turtle([r for checked in found for r in checked.report.results])
    store.load(turtle.encode(), pyoxigraph.RdfFormat.TURTLE)
    sh = "http://www.w3.org/ns/shacl#"
    components = [
        quad.object
        for quad in store.quads_for_pattern(
            None, pyoxigraph.NamedNode(f"{sh}sourceConstraintComponent"), None
        )
    ]
    assert components
    assert all(component.value.endswith("ConstraintComponent") for component in components)  # type: ignore[union-attr]


def test_literals_keep_their_type() -> None:
    number = '"9"^^<http://www.w3.org/2001/XMLSchema#integer>'
    turtle = report_turtle(
        [result(value="9", term=number), result(number=2, value="M490"), Result("X", "info", "No.", '"a"@en')]
    )
    assert "sh:value 9" in turtle
    assert 'sh:value "M490"' in turtle
    assert 'sh:focusNode "a"@en' in turtle


# --- SARIF --------------------------------------------------------------------------------------


def sarif(found: list[Result], texts: Texts, name: str = "elm.ttl") -> Any:
    record: Any = as_sarif([Checked(name, Report(tuple(found)))], texts, shape_rules())["runs"][0]
    return record


def test_a_result_points_at_its_words_in_the_text() -> None:
    run = sarif([result()], Texts([("articles/Raid on Elm.txt", TEXT)]))
    (found,) = run["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "articles/Raid%20on%20Elm.txt"}
    region = place["region"]
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "12 fell" == region["snippet"]["text"]
    assert TEXT[region["charOffset"] :][: region["charLength"]] == "12 fell"
    assert run["columnKind"] == "unicodeCodePoints"
    assert (found["ruleId"], found["level"]) == ("C203", "error")


def test_a_result_of_a_whole_article_points_at_its_beginning() -> None:
    run = sarif([result(source=Source(article="Raid on Elm", sha256=DIGEST))], Texts([("elm.txt", TEXT)]))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 1)


def test_without_the_text_a_result_points_at_its_line_in_the_graph(tmp_path: Path) -> None:
    graph = tmp_path / "elm.ttl"
    graph.write_text(f"@base <{BASE}> .\n\n<claim/elm/1> a <urn:Claim> .\n", encoding="utf-8")
    run = sarif([result(), result(number=7)], Texts(), str(graph))
    here, nowhere = (r["locations"][0]["physicalLocation"] for r in run["results"])
    assert here == {"artifactLocation": {"uri": graph.as_uri()}, "region": {"startLine": 3}}
    assert nowhere == {"artifactLocation": {"uri": graph.as_uri()}, "region": {"startLine": 1}}


def test_a_result_without_a_name_has_the_same_fingerprint_in_each_run() -> None:
    nameless = [replace(result(), focus=f"_:{label}") for label in ("ab12", "cd34")]
    one, other = (sarif([each], Texts())["results"][0]["partialFingerprints"] for each in nameless)
    assert one == other


def test_an_endpoint_is_pointed_at_by_its_address() -> None:
    run = sarif([result(source=None)], Texts(), "https://example.org/sparql")
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "https://example.org/sparql"}}


def test_a_rule_leads_to_its_place_on_the_page_of_the_shapes() -> None:
    run = sarif([result(shape=f"{SH}C203"), result("Z1", shape="urn:shape:Z1")], Texts())
    assert [rule.get("helpUri") for rule in run["tool"]["driver"]["rules"]] == [f"{SH}C203", None]


def test_rules_are_described_once_and_results_count_into_them() -> None:
    found = [result("C250"), result("C203"), result("C250", number=2), result("Z1", "info", message="Own.")]
    run = sarif(found, Texts())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["C203", "C250", "Z1"]
    assert "{?" not in rules[1]["shortDescription"]["text"]
    own = {"text": "Own."}
    assert rules[2] == {
        "id": "Z1", "shortDescription": own, "fullDescription": own, "help": own,
        "defaultConfiguration": {"level": "note"},
    }  # fmt: skip
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r.code for r in found]
    prints = [r["partialFingerprints"]["testimonia/v1"] for r in run["results"]]
    assert len(set(prints)) == len(prints)


@given(st.text(alphabet="ab\n\r🔥é\u2028", min_size=1), st.data())
def test_line_and_column_lead_to_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    region = Text("a.txt", text).region(start, end)
    assert isinstance(region, Region)
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: region.start_line - 1])
    after = sum(len(line) + 1 for line in lines[: region.end_line - 1])
    assert (
        text[before + region.start_column - 1 : after + region.end_column - 1]
        == region.words
        == text[start:end]
    )


def test_beyond_the_text_there_is_no_region() -> None:
    assert Text("a.txt", "abc").region(2, 4) is None


def test_texts_of_a_built_folder_are_found_where_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elm.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"\xff")
    entries = {name: {"source": f"{name}.txt"} for name in ("elm", "latin", "gone")}
    (tmp_path / "manifest.json").write_text(json.dumps({"articles": entries}), encoding="utf-8")
    texts = Texts()
    texts.add_built(tmp_path)
    assert len(texts) == 1
    assert texts.of(SOURCE) == Text("elm.txt", TEXT)
    assert texts.of(None) is None
    assert texts.find(None) is None


@pytest.mark.parametrize("words", ["words", "[]", '{"articles": []}', '{"articles": {"a": {}}}'])
def test_a_folder_with_another_manifest_has_no_texts(words: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(words, encoding="utf-8")
    texts = Texts()
    texts.add_built(tmp_path)
    assert len(texts) == 0
