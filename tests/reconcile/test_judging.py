"""Candidates into the file of links, and what people decide there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.links import EXTENSIONS, MAY_BE, LinkTable, new_table, parse_links
from testimonia.reconcile.client import Found, Offer, Subject
from testimonia.reconcile.client.model import Candidate
from testimonia.reconcile.judging import (
    Session,
    Signature,
    Source,
    Threshold,
    accept_by_threshold,
    find_conflicts,
    linked,
    merge_offers,
    settled,
)

WD = "http://www.wikidata.org/entity/"
ANN = Signature("Ann", "2026-05-31")
GAZETTEER = Source("A gazetteer", "https://g.example/api")


def subject(name: str) -> Subject:
    return Subject(
        f"https://k.example/place/{name.lower()}", "place", "", name, (), "Battle", f"It was at {name}."
    )


def found(name: str, *offers: tuple[str, float | None], **more: Any) -> Found:
    made = [Offer(f"{WD}{item}", Candidate(item, f"{name} {item}", score)) for item, score in offers]
    return Found(subject(name), tuple(made), **more)


def table(*answers: Found) -> LinkTable:
    empty = new_table("https://k.example/").with_prefix("wd", WD)
    return merge_offers(empty, answers, GAZETTEER).table


def rows(links: LinkTable) -> list[tuple[str, ...]]:
    """Subject, predicate, object, modifier and who decided, as they stand in the file."""
    names = ("subject_id", "predicate_id", "object_id", "predicate_modifier", "author_label")
    return [tuple(link.cell(name) for name in names) for link in links.links]


TWO = (found("Kel", ("Q1", 90.0), ("Q2", 80.5)), found("Orr", ("Q3", None)))


def test_an_offer_becomes_a_candidate_with_all_that_helps_to_judge_it() -> None:
    candidate = Candidate(
        "Q1", "Kel", 90.0, True, "a | town", ("town", "port"), (("name", 93.456789), ("exact", True))
    )
    (link,) = table(Found(subject("Kel"), (Offer(f"{WD}Q1", candidate),))).links
    assert link.verdict == "candidate"
    assert dict(link.cells) == {
        "subject_id": "kg:place/kel",
        "subject_label": "Kel",
        "subject_category": "place",
        "predicate_id": "tm:mayBe",
        "object_id": "wd:Q1",
        "object_label": "Kel",
        "object_category": "town|port",
        "mapping_justification": "semapv:UnspecifiedMatching",
        "mapping_provider": "https://g.example/api",
        "mapping_tool": "A gazetteer",
        "subject_sentence": "It was at Kel.",
        "object_description": "a | town",
        "score": "90",
        "features": "match=1|name=93.456789|exact=1",
    }


def test_what_a_service_no_longer_offers_goes_and_what_it_offers_now_comes() -> None:
    merged = merge_offers(table(*TWO), [found("Kel", ("Q2", 70.0), ("Q9", 60.0))], GAZETTEER)
    assert [row[2] for row in rows(merged.table)] == ["wd:Q2", "wd:Q9", "wd:Q3"]
    assert merged.table.links[0].score == 70


def test_decisions_and_rows_that_somebody_has_written_into_stay() -> None:
    session = Session(table(*TWO), ANN)
    session.reject(session.item.candidates[0], "that one is in Ulm")  # type: ignore[union-attr]
    session.accept(session.item.candidates[0], "exact")  # type: ignore[union-attr]
    before = rows(session.table)
    merged = merge_offers(session.table, TWO, GAZETTEER)
    assert rows(merged.table) == before
    assert merged.judged == 2
    assert merged.offered == 1  # Orr is still open, and offered again


@pytest.mark.parametrize("column", ["comment", "author_label", "author_id"])
def test_a_candidate_with_a_remark_stays_even_where_it_is_offered_no_more(column: str) -> None:
    text = table(*TWO).write().decode().splitlines()
    columns = next(line for line in text if line.startswith("subject_id")).split("\t")
    at = columns.index(column)
    noted = []
    for line in text:
        cells = line.split("\t")
        if line.startswith("kg:place/kel") and "wd:Q2" in line:
            cells[at] = "ask Ann"
        noted.append("\t".join(cells))
    merged = merge_offers(parse_links("\n".join(noted), "t"), [found("Kel")], GAZETTEER)
    assert [row[2] for row in rows(merged.table)] == ["wd:Q2", "wd:Q3"]


def test_a_decided_row_that_lost_the_columns_of_ours_gets_them_back_from_its_service() -> None:
    session = Session(table(*TWO), ANN)
    session.accept(session.item.candidates[0], "exact")  # type: ignore[union-attr]
    before = session.table
    bare = [
        {name: cell for name, cell in link.cells.items() if name not in EXTENSIONS} for link in before.links
    ]
    lost = replace(
        before,
        links=tuple(replace(link, cells=cells) for link, cells in zip(before.links, bare, strict=True)),
    )
    assert merge_offers(lost, TWO, GAZETTEER).table == before
    other = Source("Another", "https://o.example/api")
    assert merge_offers(lost, TWO[:1], other).table == lost


def test_candidates_of_another_service_stay() -> None:
    other = Source("Another", "https://o.example/api")
    merged = merge_offers(table(*TWO), [found("Kel", ("Q5", 1.0))], other)
    assert [row[2] for row in rows(merged.table)] == ["wd:Q1", "wd:Q2", "wd:Q5", "wd:Q3"]


def test_a_subject_without_an_answer_keeps_what_it_had() -> None:
    merged = merge_offers(table(*TWO), [found("Kel", problem="answers 500")], GAZETTEER)
    assert rows(merged.table) == rows(table(*TWO))


OFFERS = st.lists(
    st.tuples(st.sampled_from(["Kel", "Orr", "Ulm"]), st.lists(st.integers(1, 6), max_size=4, unique=True)),
    max_size=3,
    unique_by=lambda pair: pair[0],
)
ANSWERS = st.lists(
    st.sampled_from(["accept", "close", "same", "reject", "all", "absent", "skip", "undo"]), max_size=8
)


def act(session: Session, answer: str) -> None:
    """Do one of ANSWERS to the first candidate that is shown."""
    item = session.item
    if answer == "undo":
        session.undo()
    elif item is None:
        return
    elif answer in {"accept", "close", "same"}:
        session.accept(item.candidates[0], {"accept": "exact"}.get(answer, answer))  # type: ignore[arg-type]
    else:
        {
            "reject": lambda: session.reject(item.candidates[0]),
            "all": session.reject_all,
            "absent": session.absent,
            "skip": session.skip,
        }[answer]()


def offered(given_offers: list[tuple[str, list[int]]]) -> list[Found]:
    return [found(name, *[(f"Q{n}", float(n)) for n in numbers]) for name, numbers in given_offers]


@given(OFFERS, ANSWERS, OFFERS)
def test_no_offer_ever_changes_a_decision(
    first: list[tuple[str, list[int]]], answers: list[str], later: list[tuple[str, list[int]]]
) -> None:
    session = Session(table(*offered(first)), ANN)
    for answer in answers:
        act(session, answer)
    decided = {row for row in rows(session.table) if row[4]}
    after = rows(merge_offers(session.table, offered(later), GAZETTEER).table)
    assert decided == {row for row in after if row[4]}
    assert len({row[:3:2] for row in after}) == len(after)  # a pair stands there once


@given(OFFERS, ANSWERS)
def test_undoing_everything_leaves_the_file_as_it_was(
    offers: list[tuple[str, list[int]]], answers: list[str]
) -> None:
    before = table(*offered(offers))
    session = Session(before, ANN)
    for answer in answers:
        act(session, answer)
    while session.undo():
        pass
    assert session.table.write() == before.write()


@given(OFFERS, ANSWERS)
def test_what_is_judged_is_read_again_from_the_file(
    offers: list[tuple[str, list[int]]], answers: list[str]
) -> None:
    session = Session(table(*offered(offers)), ANN)
    for answer in answers:
        act(session, answer)
    again = parse_links(session.table.write().decode(), "links.tsv")
    assert [(link.pair, link.verdict) for link in again.links] == [
        (link.pair, link.verdict) for link in session.table.links
    ]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("exact", ("kg:place/kel", "skos:exactMatch", "wd:Q1", "", "Ann")),
        ("close", ("kg:place/kel", "skos:closeMatch", "wd:Q1", "", "Ann")),
        ("same", ("kg:place/kel", "owl:sameAs", "wd:Q1", "", "Ann")),
    ],
)
def test_accepting_writes_what_sssom_has_for_it(decision: Any, expected: tuple[str, ...]) -> None:
    session = Session(table(*TWO), ANN)
    session.accept(session.item.candidates[0], decision, "named beside Ulm")  # type: ignore[union-attr]
    link = session.table.links[0]
    assert rows(session.table)[0] == expected
    assert link.cell("mapping_justification") == "semapv:ManualMappingCuration"
    assert (link.cell("mapping_date"), link.cell("comment")) == ("2026-05-31", "named beside Ulm")
    assert session.item.subject.endswith("/orr")  # type: ignore[union-attr]


def test_who_decides_may_be_an_iri_or_an_orcid() -> None:
    for who in ("orcid:0000-0002-1825-0097", "https://people.example/ann"):
        session = Session(table(*TWO), Signature(who, "2026-05-31"))
        session.accept(session.item.candidates[0], "exact")  # type: ignore[union-attr]
        link = session.table.links[0]
        assert (link.cell("author_id"), link.cell("author_label"), link.decided_by) == (who, "", (who,))


def test_rejecting_one_shows_the_others_and_rejecting_the_last_goes_on() -> None:
    session = Session(table(*TWO), ANN)
    session.reject(session.item.candidates[0])  # type: ignore[union-attr]
    assert [link.cell("object_id") for link in session.item.candidates] == ["wd:Q2"]  # type: ignore[union-attr]
    session.reject(session.item.candidates[0])  # type: ignore[union-attr]
    assert session.item.subject.endswith("/orr")  # type: ignore[union-attr]
    assert rows(session.table)[:2] == [
        ("kg:place/kel", "skos:exactMatch", "wd:Q1", "Not", "Ann"),
        ("kg:place/kel", "skos:exactMatch", "wd:Q2", "Not", "Ann"),
    ]


def test_saying_that_there_is_no_such_thing_settles_the_question() -> None:
    session = Session(table(*TWO), ANN)
    session.absent("too small for them")
    assert ("kg:place/kel", "skos:exactMatch", "sssom:NoTermFound", "", "Ann") in rows(session.table)
    again = parse_links(session.table.write().decode(), "links.tsv")
    assert settled(again, f"{WD}x") == {"https://k.example/place/kel"}
    assert linked(again, f"{WD}x") == {}
    assert [item.subject for item in remaining(Session(again, ANN))] == ["https://k.example/place/orr"]


def remaining(session: Session) -> list[Any]:
    shown = []
    while session.item is not None:
        shown.append(session.item)
        session.skip()
    return shown


def test_only_what_is_wanted_is_shown() -> None:
    session = Session(table(*TWO), ANN, ["https://k.example/place/orr"])
    assert [(item.number, item.of, item.subject) for item in remaining(session)] == [
        (1, 1, "https://k.example/place/orr")
    ]
    assert session.left == 0


def test_what_is_the_same_is_settled_and_what_is_nearly_the_same_stays_open() -> None:
    session = Session(table(*TWO), ANN)
    session.accept(session.item.candidates[0], "close")  # type: ignore[union-attr]
    session.accept(session.item.candidates[0], "exact")  # type: ignore[union-attr]
    assert settled(session.table, f"{WD}x") == {"https://k.example/place/orr"}
    assert linked(session.table, f"{WD}x") == {"https://k.example/place/orr": f"{WD}Q3"}
    assert settled(session.table, "https://other.example/x") == frozenset()


def test_nothing_to_judge_is_nothing_to_do() -> None:
    session = Session(table(), ANN)
    session.absent()
    assert (session.item, session.left, session.undo()) == (None, 0, False)


@pytest.mark.parametrize(
    ("why", "answers", "accepted"),
    [
        ("high enough and alone", [found("Kel", ("Q1", 95.0))], ["wd:Q1"]),
        ("far above the next", [found("Kel", ("Q1", 95.0), ("Q2", 85.0))], ["wd:Q1"]),
        ("too near to the next", [found("Kel", ("Q1", 95.0), ("Q2", 85.1))], []),
        ("too low", [found("Kel", ("Q1", 89.9))], []),
        ("one of them has no score", [found("Kel", ("Q1", 95.0), ("Q2", None))], []),
        ("two of ours would be one of theirs", [found("Kel", ("Q1", 95.0)), found("Orr", ("Q1", 99.0))], []),
    ],
)  # fmt: skip
def test_a_threshold_accepts_only_where_there_is_no_doubt(
    why: str, answers: list[Found], accepted: list[str]
) -> None:
    rule = Threshold(90.0)
    after, done = accept_by_threshold(table(*answers), rule, "2026-05-31")
    assert [link.cell("object_id") for link in done] == accepted, why
    assert [row[2] for row in rows(after) if row[1] == "skos:exactMatch"] == accepted
    for link in done:
        assert link.automatic
        assert link.cell("mapping_justification") == "semapv:SemanticSimilarityThresholdMatching"
        assert link.decided_by == ("score of at least 90, 10 above every other candidate",)


@given(
    st.dictionaries(
        st.sampled_from(["Kel", "Orr", "Ulm", "Aix"]),
        st.lists(st.tuples(st.sampled_from(["Q1", "Q2", "Q3"]), st.integers(60, 100)), max_size=3, unique_by=lambda pair: pair[0]),
    ),
    st.integers(0, 30),
)  # fmt: skip
def test_what_a_threshold_accepts_never_contradicts_itself(
    offers: dict[str, list[tuple[str, int]]], lead: int
) -> None:
    answers = [
        found(name, *[(item, float(score)) for item, score in given]) for name, given in offers.items()
    ]
    after, done = accept_by_threshold(table(*answers), Threshold(80.0, float(lead)), "2026-05-31")
    assert find_conflicts(after) == []
    assert all(link.score is not None and link.score >= 80 for link in done)
    again, nothing = accept_by_threshold(after, Threshold(80.0, float(lead)), "2026-06-01")
    assert {link.subject for link in nothing}.isdisjoint(link.subject for link in done)
    assert find_conflicts(again) == []


def test_a_threshold_leaves_alone_what_somebody_has_decided_on() -> None:
    session = Session(table(found("Kel", ("Q1", 40.0), ("Q2", 95.0)), found("Orr", ("Q1", 95.0))), ANN)
    session.accept(session.item.candidates[1], "exact")  # type: ignore[union-attr]
    after, done = accept_by_threshold(session.table, Threshold(90.0), "2026-05-31")
    assert (done, after.write()) == ((), session.table.write())


COLUMNS = (
    "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tauthor_label\tmapping_date\n"
)


def decided(*lines: str) -> LinkTable:
    """A table of rows "subject predicate modifier object", signed unless a "?" stands behind them."""
    text = f"#curie_map:\n#  kg: https://k.example/\n#  wd: {WD}\n{COLUMNS}"
    for line in lines:
        ours, how, modifier, theirs, *unsigned = line.split()
        sign = "\t" if unsigned else "Ann\t2026-05-31"
        text += f"kg:{ours}\tskos:{how}\t{modifier.replace('-', '')}\t{theirs}\tKel\t{sign}\n"
    return parse_links(text, "t")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["place/a exactMatch - wd:Q1", "place/b exactMatch - wd:Q2"], []),
        (["place/a exactMatch - wd:Q1", "place/b exactMatch - wd:Q1"], ["kg:place/a and kg:place/b are both wd:Q1 (Kel)"]),
        (["place/a exactMatch - wd:Q1", "place/b closeMatch - wd:Q1"], []),
        (["place/a exactMatch - wd:Q1", "place/b exactMatch Not wd:Q1"], []),
        (["place/a exactMatch - wd:Q1", "place/a exactMatch - wd:Q2"], ["kg:place/a is both wd:Q1 (Kel) and wd:Q2 (Kel)"]),
        (["place/a exactMatch - wd:Q1", "place/a exactMatch - https://g.example/1"], []),
        (["place/a exactMatch - wd:Q1", "place/a exactMatch Not wd:Q1"], ["kg:place/a is wd:Q1 (Kel) and is not"]),
        (["place/a exactMatch - wd:Q1 ?"], ["kg:place/a is wd:Q1 (Kel), but the row does not say by whom (author_label) and when (mapping_date); it counts for nothing"]),
        (["place/a exactMatch - wd:Q1", "actor/a exactMatch - wd:Q1"], ["kg:actor/a and kg:place/a are both wd:Q1 (Kel)"]),
    ],
)  # fmt: skip
def test_decisions_that_do_not_go_together_are_told(lines: list[str], says: list[str]) -> None:
    assert [conflict.says for conflict in find_conflicts(decided(*lines))] == says


def test_a_country_may_be_place_and_state_in_one() -> None:
    text = f"#curie_map:\n#  kg: https://k.example/\n#  wd: {WD}\nsubject_category\t{COLUMNS}"
    for kind in ("place", "state"):
        text += f"{kind}\tkg:{kind}/kel\tskos:exactMatch\t\twd:Q1\tKel\tAnn\t2026-05-31\n"
    (conflict,) = find_conflicts(parse_links(text, "t"))
    assert conflict.says.endswith(
        "both wd:Q1 (Kel); if theirs is place and state in one, one of ours is a skos:closeMatch"
    )


def test_something_cannot_be_there_and_not_be_there() -> None:
    session = Session(table(*TWO), ANN)
    session.absent()
    text = session.table.write().decode().replace("skos:exactMatch\tNot\twd:Q1", "skos:exactMatch\t\twd:Q1")
    (conflict,) = find_conflicts(parse_links(text, "t"))
    assert conflict.says == "kg:place/kel is wd:Q1 (Kel Q1) and nothing that there is"


def test_a_candidate_is_no_identity() -> None:
    assert {link.predicate for link in table(*TWO).links} == {MAY_BE}
