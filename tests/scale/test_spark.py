"""The Spark job of docs/scaling.md builds the graph that one machine builds."""

from __future__ import annotations

import bz2
import json
import os
import re
import runpy
import shutil
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.cli import main
from testimonia.errors import InputError, OutputError
from testimonia.links import read_links
from testimonia.pipeline import Options
from testimonia.read.dump import Selection, Site
from testimonia.scale import OutputFolder, Reading, build_articles, find_articles
from testimonia.scale.spark import build_dumps, open_session, records_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NQUADS = Options(formats=("nquads",))
BATTLE = "{{{{Infobox military conflict\n| conflict = {0}\n| casualties1 = {1} killed\n}}}}\n'''{0}''' 🕊\u2028 {1} soldiers were killed.\n"


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    missing = [
        name
        for name, found in (("pyspark", find_spec("pyspark")), ("java", shutil.which("java")))
        if not found
    ]
    if missing:
        message = f"peer not installed: {' and '.join(missing)}"
        (pytest.fail if os.environ.get("REQUIRE_PEERS") else pytest.skip)(message)
    session = open_session("local[2]")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def dumps(
    page: Callable[..., str], dump: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A dump of 40 battles in many streams, and one with a redirect and a broken page."""
    folder = tmp_path_factory.mktemp("dumps")
    pages = [page(f"Battle {number}", BATTLE.format(f"Battle {number}", number)) for number in range(1, 41)]
    whole = dump(*pages, page("Orr", "A town."))
    streams = (whole[begin : begin + 9_000] for begin in range(0, len(whole), 9_000))
    (folder / "a.xml.bz2").write_bytes(b"".join(map(bz2.compress, streams)))
    broken = page("Broken battle", BATTLE.format("Broken battle", 3)).replace("soldiers", "&lol;")
    (folder / "b.xml").write_bytes(dump(page("The seventh", redirect="Battle 7"), broken))
    return folder


@pytest.mark.filterwarnings("default")
def test_the_job_of_the_documentation_gives_the_graph_of_one_machine(
    session: Any, dumps: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Reading(find_articles([str(dumps)]))
    states = [o.state for o in build_articles(reading, OutputFolder(tmp_path / "one", "1"), NQUADS)]
    assert states == ["built"] * 40 + ["failed"]
    job = re.search(
        r'```python title="job\.py"\n(.*?)```', (checkout / "docs/scaling.md").read_text("utf-8"), re.DOTALL
    )
    assert job
    (tmp_path / "job.py").write_text(job[1], encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["job.py", f"{dumps}/*", str(tmp_path / "many")])
    runpy.run_path(str(tmp_path / "job.py"))

    parts = sorted((tmp_path / "many" / "quads").glob("part-*.nq"))
    lines = [line for part in parts for line in part.read_text("utf-8").split("\n") if line]
    expected = {
        line for file in (tmp_path / "one").glob("*.nq") for line in file.read_text("utf-8").split("\n")
    }
    assert sorted(lines) == sorted(expected - {""})
    assert len(parts) > 1
    assert any('"The seventh"' in line for line in lines)
    failures = [
        json.loads(line)
        for part in (tmp_path / "many" / "failures").glob("part-*.json")
        for line in part.read_text("utf-8").splitlines()
    ]
    assert [failure["page"] for failure in failures] == ["Broken battle"]
    assert "undefined entity" in failures[0]["problem"]


LINKS = (
    "#curie_map:\n#  kg: https://w3id.org/testimonia/kg/\n#  wd: http://www.wikidata.org/entity/\n"
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tmapping_date\n"
    "kg:event/battle-7\towl:sameAs\twd:Q42\tsemapv:ManualMappingCuration\tAnn Roe\t2024-05-01\n"
)
STRICT = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix tm: <https://w3id.org/testimonia/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/shapes#X1> a sh:NodeShape ; rdfs:label "Numbered" ; sh:targetClass tm:ConflictEvent ;
    sh:property [ sh:path rdfs:label ; sh:pattern "[0-46-9]$" ; sh:message "The name ends in 5." ] .
"""


@pytest.mark.filterwarnings("default")
def test_links_go_along_and_what_does_not_conform_stays_away(
    session: Any, dumps: Path, tmp_path: Path
) -> None:
    (tmp_path / "links.sssom.tsv").write_text(LINKS, encoding="utf-8")
    (tmp_path / "strict.ttl").write_text(STRICT, encoding="utf-8")
    words = ["build", str(dumps), "--output", str(tmp_path / "one"), "--format", "nquads", "--quiet"]
    words += ["--links", str(tmp_path / "links.sssom.tsv"), "--shapes", str(tmp_path / "strict.ttl")]
    assert main(words) == 1
    options = Options(formats=("nquads",), shapes=tmp_path / "strict.ttl")
    links = read_links(tmp_path / "links.sssom.tsv")
    counts = build_dumps(session, [f"{dumps}/*"], str(tmp_path / "many"), options, links=links)
    assert (counts["built"], counts["failed"]) == (36, 5)  # Battle 5, 15, 25 and 35, and one that is broken
    many = [
        line
        for part in (tmp_path / "many/quads").glob("*.nq")
        for line in part.read_text("utf-8").split("\n")
    ]
    one = [line for file in (tmp_path / "one").glob("*.nq") for line in file.read_text("utf-8").split("\n")]
    assert sorted(filter(None, many)) == sorted(filter(None, one))
    assert any("<http://www.wikidata.org/entity/Q42>" in line for line in many)
    assert not any("/battle-15/" in line for line in many)


@pytest.mark.filterwarnings("default")
def test_what_is_missing_or_there_already_is_told_before_any_work(
    session: Any, dumps: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"nothing\.xml: no such file\."):
        build_dumps(session, [f"{tmp_path}/nothing.xml"], f"{tmp_path}/out", NQUADS)
    with pytest.raises(OutputError, match="it is there already"):
        build_dumps(session, [f"{dumps}/*"], str(dumps), NQUADS)
    (tmp_path / "other.xml").write_text("<rss></rss>", encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.xml: it is no MediaWiki export"):
        build_dumps(session, [f"{tmp_path}/other.xml"], f"{tmp_path}/out", NQUADS)
    (tmp_path / "cut.xml.bz2").write_bytes((dumps / "a.xml.bz2").read_bytes()[:-300])
    with pytest.raises(InputError, match=r"cut\.xml\.bz2: the job failed: "):
        build_dumps(session, [f"{tmp_path}/cut.xml.bz2"], f"{tmp_path}/out", NQUADS)


def test_a_stretch_of_a_dump_becomes_records(page: Callable[..., str]) -> None:
    def records(stretch: str) -> list[tuple[str, Any]]:
        return list(records_of(stretch.replace("</page>", ""), "d.xml", Site(), NQUADS, Selection()))

    assert [kind for kind, _ in records(page("Battle 1", BATTLE.format("Battle 1", 1)))] == [
        "quads",
        "title",
        "counts",
    ]
    assert records(page("Orr", "A town.")) == []
    assert records("</mediawiki>") == []
    assert records(page("The first", redirect="Battle 1")) == [("redirect", ("Battle 1", "The first"))]
    broken = records(page("A").strip() + page("B", "A town."))
    assert broken[0] == ("failure", ("d.xml", None, "d.xml: the XML is broken: the page «A» does not end before the next one begins."))  # fmt: skip
    withheld = records(page("A", BATTLE.format("A", 1)).replace("<text ", '<text deleted="deleted" '))
    assert withheld[0][0] == "failure"
    assert withheld[0][1][1] == "A"
