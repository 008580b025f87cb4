"""Every claim of real articles is accounted for where their items are accepted, whatever the claims are.

The items are made up here: rows of SSSOM, as `review` writes them, for every event, party and claimant.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from testimonia.export import Exported, ExportOptions, export_graph
from testimonia.links import parse_links
from testimonia.mapping import map_links
from testimonia.pipeline import Options, build_article
from testimonia.query import ClaimRecord, ask, claim_records
from testimonia.vocab import term

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "gold-dev"
TEXTS = sorted(path for path in ARTICLES.glob("*") if path.suffix in {".txt", ".md", ".wikitext"})[::2]
HEAD = "subject_id\tpredicate_id\tobject_id\tauthor_label\tmapping_date\n"
MEASURES = {
    "killed": "P1120", "wounded": "P1339", "missing": "P1446", "killed_or_wounded": "P1590", "losses": "P1590",
    "strength": "P1132",
}  # fmt: skip

pytestmark = [
    pytest.mark.skipif(not TEXTS, reason="the articles of ../shared/corpus are not at hand"),
    pytest.mark.usefixtures("unmeasured"),
]


@pytest.fixture(scope="module")
def items() -> dict[str, str]:
    """The items made up, by the IRI of ours; filled where the graph is made."""
    return {}


@pytest.fixture(scope="module")
def store(items: dict[str, str]) -> Store:
    """The graph of all articles, with a link for each event and actor."""
    graph = Store()
    for path in TEXTS:
        built = build_article(path.read_bytes(), path.name, Options(formats=("nquads",)))
        graph.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
    things = ask(
        graph, "SELECT DISTINCT ?t { ?t a ?kind FILTER (?kind IN (tm:ConflictEvent, tm:Actor)) } ORDER BY ?t"
    ).rows
    items |= {thing: f"Q{number}" for number, (thing,) in enumerate(things, start=1000)}
    rows = (
        f"{thing}\tskos:exactMatch\thttp://www.wikidata.org/entity/{item}\tAnn\t2026-05-01\n"
        for thing, item in items.items()
    )
    graph.extend(map_links(parse_links(HEAD + "".join(rows), "links.sssom.tsv")))
    return graph


@pytest.fixture(scope="module")
def records(store: Store) -> dict[str, ClaimRecord]:
    """The claims, each once."""
    return {record.claim: record for record in claim_records(store) if record.reading == 1}


@pytest.fixture(scope="module")
def options(records: dict[str, ClaimRecord]) -> ExportOptions:
    """The addresses of the revisions, which the texts do not tell."""
    wiki = "https://en.wikipedia.org/w/index.php?title=X&oldid="
    return ExportOptions(
        items={record.revision: f"{wiki}{number}" for number, record in enumerate(records.values(), start=1)}
    )


@pytest.fixture(scope="module")
def exported(store: Store, options: ExportOptions) -> Exported:
    """The statements, in both forms alike but for those of one value."""
    return export_graph(store, "quickstatements", options)


@pytest.fixture(scope="module")
def accounts(exported: Exported) -> list[dict[str, str]]:
    """What became of each claim."""
    return list(csv.DictReader(io.StringIO(exported.files[".lost.csv"].decode())))


@pytest.fixture(scope="module")
def lines(exported: Exported) -> list[list[str]]:
    """The cells of each statement."""
    return [line.split("\t") for line in exported.files[".qs"].decode().splitlines()]


def test_every_claim_has_its_row_and_every_row_says_what_is_lost(
    accounts: list[dict[str, str]], records: dict[str, ClaimRecord]
) -> None:
    assert [row["claim"] for row in accounts] == list(records)
    assert len(accounts) > 400
    for row in accounts:
        assert (row["written"] == "yes") == (row["lost"] == ""), row
        assert row["sentence"] == " ".join(records[row["claim"]].sentence.split())


def _unsayable(record: ClaimRecord, sides: set[str]) -> bool:
    """Tell by the claim alone whether Wikidata has no way to say it; all items are accepted here."""
    of_part = record.category in {"combatants", "civilians"} and not record.party_iris
    named = record.quantity == "exact" and record.high == 1 and not any(
        word in {"a", "an", "one", "only", "single", "sole"} or word[0].isdigit()
        for word in record.verbatim.lower().replace("-", " ").split()
    )  # fmt: skip
    return (
        record.kind not in MEASURES
        or "denied" in {record.stance, "denied" if record.polarity == "negated" else ""}
        or record.quantity == "not_reported"
        or record.scope != "main"
        or bool(record.subset_of)
        or named
        or (of_part and record.side_iri not in sides)
        or (not record.party_iris and bool(record.side_iri) and record.side_iri not in sides)
    )


def test_what_is_left_out_is_what_cannot_be_said_and_nothing_else(
    accounts: list[dict[str, str]], records: dict[str, ClaimRecord], store: Store
) -> None:
    told = ask(store, "SELECT DISTINCT ?side { ?p tm:onSide ?side ; tm:role tmc:belligerent }").rows
    sides = {side for (side,) in told}
    mixed = "QuickStatements would mix it with a claim of the same value; wikibase-json keeps both"
    left_out = {row["claim"] for row in accounts if row["written"] == "no" and row["lost"] != mixed}
    assert left_out == {claim for claim, record in records.items() if _unsayable(record, sides)}
    assert 100 < len(left_out) < len(records)


def test_of_two_claims_with_one_value_only_one_is_a_quick_statement_and_both_are_json(
    accounts: list[dict[str, str]], records: dict[str, ClaimRecord], store: Store, options: ExportOptions
) -> None:
    other = export_graph(store, "wikibase-json", options).files[".lost.csv"].decode()
    kept = {row["claim"]: row["written"] for row in csv.DictReader(io.StringIO(other))}
    mixed = [row["claim"] for row in accounts if row["lost"].startswith("QuickStatements would mix")]
    assert mixed
    assert all(kept[claim] != "no" for claim in mixed)
    assert all(kept[row["claim"]] == row["written"] for row in accounts if row["claim"] not in mixed)


def test_every_statement_says_what_its_claim_says_and_takes_nothing_away(
    lines: list[list[str]],
    accounts: list[dict[str, str]],
    records: dict[str, ClaimRecord],
    items: dict[str, str],
) -> None:
    written = [records[row["claim"]] for row in accounts if row["written"] != "no"]
    wanted = {(items[each.event], MEASURES[each.kind]) for each in written}
    assert {(cells[0], cells[1]) for cells in lines} == wanted
    assert not any(cells[0].startswith("-") for cells in lines)
    values = Counter((cells[0], cells[1], cells[2]) for cells in lines)
    assert set(values.values()) == {1}  # one value once: nothing is mixed
    for record in written:
        (cells,) = (
            c
            for c in lines
            if (c[0], c[1], c[2]) == (items[record.event], MEASURES[record.kind], _value(record))
        )
        properties = dict(zip(cells[3::2], cells[4::2], strict=True))
        assert {"S143", "S4656"} <= properties.keys()
        assert "S585" not in properties
        claimants = [cells[n + 1] for n in range(3, len(cells), 2) if cells[n] == "P3680"]
        assert claimants == [items[iri] for iri in record.claimant_iris]
        parts = [cells[n + 1] for n in range(3, len(cells), 2) if cells[n] == "P518"]
        assert {items[iri] for iri in record.party_iris} <= set(parts)
        assert bool(parts) == bool(record.party_iris or record.side_iri)


def _value(record: ClaimRecord) -> str:
    if record.quantity == "none" and not any(char.isdigit() for char in record.verbatim):
        return "novalue"
    if record.low is None or record.high is None:
        return "somevalue"
    if record.low == record.high:
        return str(record.low)
    return f"{(record.low + record.high) // 2}[{record.low},{record.high}]"


def test_what_a_reader_could_not_see_in_the_statement_is_told(
    accounts: list[dict[str, str]], records: dict[str, ClaimRecord]
) -> None:
    for row in accounts:
        record = records[row["claim"]]
        if row["written"] == "no":
            continue
        told = row["lost"]
        assert ("guessed" in told) == (record.party_basis == "order")
        assert ("civilians" in told) == (
            record.category == "civilians" or (record.category == "mixed" and bool(record.party_iris))
        )
        assert ("middle of the range" in told) == ("[" in _value(record))
        assert ("contradict" in told) == bool(record.contradicts)
        assert ("for whom the claimant speaks" in told) == bool(record.on_behalf_of)


def test_without_the_item_of_one_claimant_the_reason_names_whom_it_lacks(
    store: Store, options: ExportOptions, records: dict[str, ClaimRecord], accounts: list[dict[str, str]]
) -> None:
    written = {row["claim"] for row in accounts if row["written"] != "no"}
    record = next(each for each in records.values() if each.claim in written and each.claimants)
    graph = Store()
    graph.extend(store)
    claimant = NamedNode(record.claimant_iris[0])
    for quad in list(graph.quads_for_pattern(None, NamedNode(term("tm:linkFrom")), claimant)):
        graph.remove(quad)
    rows = csv.DictReader(
        io.StringIO(export_graph(graph, "quickstatements", options).files[".lost.csv"].decode())
    )
    (row,) = (row for row in rows if row["claim"] == record.claim)
    assert (row["written"], row["lost"]) == (
        "no",
        f"no item is accepted for the claimant {record.claimants[0]}",
    )
