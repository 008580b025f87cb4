"""Relations across the articles of a folder are kept up to date by whatever changes it."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from testimonia.graphs import read_graph
from testimonia.query import relate_articles, relation_graph
from testimonia.scale.relating import COMPARISONS
from testimonia.serialize import serialize
from testimonia.vocab import BASE, term

Command = Callable[..., Any]

ARTICLE = """= {title} =

Infobox
- Title: {title}
- Date: 4 May 2013
- Place: Dorga, Mali
- Combatants1: Mali
- Combatants2: MNLA
- Casualties2: {losses}

The {title} took place on 4 May 2013 between Mali and the MNLA at Dorga, Mali.
"""
HEAD = "subject_id\tpredicate_id\tobject_id\tauthor_label\tmapping_date\n"
ROW = "https://w3id.org/testimonia/kg/event/{}\tskos:exactMatch\thttp://www.wikidata.org/entity/Q1\tAnn\t2026-05-01\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    """Write an article into a file."""

    def put(name: str, losses: str, title: str = "Battle of Dorga") -> None:
        (tmp_path / name).write_text(ARTICLE.format(title=title, losses=losses), encoding="utf-8")

    return put


def _told(folder: Path) -> str:
    place = folder / COMPARISONS
    return place.read_text(encoding="utf-8") if place.exists() else ""


def test_a_build_relates_what_two_articles_tell_of_one_event(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    assert testimonia("build", "old.txt", "--output", "out").code == 0
    assert not (tmp_path / "out" / COMPARISONS).exists()
    write("new.txt", "25 killed")
    ran = testimonia("build", "new.txt", "--output", "out")
    assert ran.printed.splitlines()[-1] == "1 event told of by several articles: contradicts 1 → out"
    assert "the ranges do not meet" in _told(tmp_path / "out")
    assert testimonia("validate", "out").code == 0


def test_what_is_built_and_what_compare_writes_are_the_same_bytes(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--shards", "3")
    built = _told(tmp_path / "out")
    (tmp_path / "out" / COMPARISONS).unlink()
    testimonia("compare", "out")
    assert _told(tmp_path / "out") == built != ""
    whole = serialize(relation_graph(relate_articles(read_graph(tmp_path / "out"))), "trig")
    assert whole.decode() == built


def test_a_revision_that_takes_the_place_of_another_takes_its_relations(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    write("new.txt", "30-45 killed")
    testimonia("build", "new.txt", "--output", "out", "--quiet")
    assert "tm:contradicts" not in _told(tmp_path / "out")
    assert "tm:refines" in _told(tmp_path / "out")
    write("new.txt", "unknown")
    ran = testimonia("build", "new.txt", "--output", "out")
    assert "told of by several" not in ran.printed
    assert not (tmp_path / "out" / COMPARISONS).exists()
    assert testimonia("validate", "out").code == 0


def test_nothing_is_compared_again_where_nothing_has_changed(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    told = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["compared"]
    (tmp_path / "out" / COMPARISONS).unlink()  # a way of saying that they are not wanted
    ran = testimonia("build", "old.txt", "new.txt", "--output", "out")
    assert "2 unchanged" in ran.printed
    assert not (tmp_path / "out" / COMPARISONS).exists()
    assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["compared"] == told


def test_a_build_that_was_killed_before_it_compared_compares_in_its_next_run(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    (tmp_path / "out" / COMPARISONS).unlink()
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    del manifest["compared"]
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert _told(tmp_path / "out")


def test_what_was_accepted_as_one_thing_is_compared_and_no_longer_when_it_is_taken_back(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed", "Dorga clash")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert _told(tmp_path / "out") == ""
    links = tmp_path / "out" / "links.sssom.tsv"
    links.write_text(
        HEAD + ROW.format("battle-of-dorga-2013") + ROW.format("dorga-clash-2013"), encoding="utf-8"
    )
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert "tm:sameEventAs" in _told(tmp_path / "out")
    assert testimonia("validate", "out").code == 0
    links.write_text(HEAD + ROW.format("battle-of-dorga-2013"), encoding="utf-8")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert _told(tmp_path / "out") == ""


def test_the_redirects_of_a_dump_tell_that_two_titles_are_of_one_article(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed", "Dorga clash")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    leads = Quad(
        NamedNode(f"{BASE}article/battle-of-dorga"), NamedNode(term("tm:redirectTitle")), Literal("Dorga clash"),
        NamedNode(f"{BASE}article/battle-of-dorga/redirects"),
    )  # fmt: skip
    for form, suffix in (("turtle", "ttl"), ("nquads", "nq")):
        (tmp_path / "out" / f"redirects-wiki.{suffix}").write_bytes(serialize([leads], form))
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert "tm:sameEventAs" in _told(tmp_path / "out")


def test_the_page_of_an_event_tells_of_the_other_one_and_what_contradicts_it_there(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed", "Dorga clash")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    links = tmp_path / "out" / "links.sssom.tsv"
    links.write_text(
        HEAD + ROW.format("battle-of-dorga-2013") + ROW.format("dorga-clash-2013"), encoding="utf-8"
    )
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    assert testimonia("publish", "out", "--output", "site").code == 0
    ground = "“Battle of Dorga”, the infobox: 40 killed (side of MNLA); “Dorga clash”, the infobox: 25 killed (side of MNLA)"
    for event, other in (("battle-of-dorga", "Dorga clash"), ("dorga-clash", "Battle of Dorga")):
        page = (tmp_path / "site" / "kg" / "event" / f"{event}-2013.html").read_text(encoding="utf-8")
        words = " ".join(re.sub(r"<[^>]+>", " ", page).split())
        assert f"The same as {other}" in words
        assert f"{ground}: the ranges do not meet." in words


def test_a_decision_of_a_review_is_followed_at_once(
    testimonia: Command, write: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed", "Dorga clash")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    offered = "".join(
        ROW.format(name).replace("skos:exactMatch", "tm:mayBe").replace("\tAnn\t2026-05-01", "\t\t")
        for name in ("battle-of-dorga-2013", "dorga-clash-2013")
    )
    (tmp_path / "out" / "links.sssom.tsv").write_text(HEAD + offered, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n1\n"))
    ran = testimonia("review", "out", "--who", "Ann", "--date", "2026-05-01")
    assert ran.code == 0
    assert "tm:sameEventAs" in _told(tmp_path / "out")


def test_relations_of_claims_that_are_gone_are_found_by_validation(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    graphs = sorted((tmp_path / "out").glob("battle-of-dorga*"))
    for file in graphs[:2]:
        file.unlink()
    ran = testimonia("validate", "out")
    assert ran.code == 1
    assert "K251" in ran.printed
    assert "X950" in ran.printed
    assert "the articles have changed since, so compare them again" in " ".join(ran.printed.split())


def test_a_contradiction_across_articles_that_the_bounds_do_not_bear_out_is_found_by_validation(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "30-45 killed")
    testimonia("build", "old.txt", "new.txt", "--output", "out", "--quiet")
    place = tmp_path / "out" / COMPARISONS
    place.write_text(
        place.read_text(encoding="utf-8").replace("tm:refines", "tm:contradicts"), encoding="utf-8"
    )
    ran = testimonia("validate", "out")
    assert ran.code == 1
    assert "C253" in ran.printed


def test_what_would_not_conform_is_not_written(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "--output", "out", "--format", "turtle", "--quiet")
    broken = tmp_path / "out" / "battle-of-dorga.ttl"
    broken.write_text(
        broken.read_text(encoding="utf-8") + "<x:c> a tm:ClaimComparison ; tm:leftClaim <x:gone> .\n"
    )
    ran = testimonia("build", "new.txt", "--output", "out", "--format", "turtle", "--quiet")
    assert ran.code == 2
    assert "comparisons.trig: would not conform and was not written: K251: " in ran.told
    assert not (tmp_path / "out" / COMPARISONS).exists()


def test_a_graph_that_somebody_has_broken_is_named(
    testimonia: Command, write: Callable[..., None], tmp_path: Path
) -> None:
    write("old.txt", "40 killed")
    write("new.txt", "25 killed")
    testimonia("build", "old.txt", "--output", "out", "--format", "turtle", "--quiet")
    (tmp_path / "out" / "battle-of-dorga.ttl").write_text("no turtle", encoding="utf-8")
    ran = testimonia("build", "new.txt", "--output", "out", "--format", "turtle", "--quiet")
    assert ran.code == 2
    assert "battle-of-dorga.ttl:1: " in ran.told
