"""Many graphs: each on its own, what has not changed not again, and what only their union shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.errors import GraphError, UsageError
from testimonia.store import make_store
from testimonia.validate import Checker, KnownReports, Texts, usual_place
from testimonia.validate.known import key_of
from testimonia.vocab import BASE

BROKEN = Path(__file__).resolve().parents[1] / "broken"
HEAD = f"@base <{BASE}> . @prefix tm: <https://w3id.org/testimonia/ontology#> .\n"
TEXT = "Raiders killed at least nine guards at Alder Ford, the mayor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two graphs, the second of which breaks C203."""
    place = tmp_path / "graphs"
    place.mkdir()
    for name, source in (("a", "conforming"), ("b", "C203-0")):
        (place / f"{name}.ttl").write_bytes((BROKEN / f"{source}.ttl").read_bytes())
    return place


def test_each_file_is_reported_on_its_own(folder: Path) -> None:
    a, b, together = Checker().check(str(folder))
    assert (a.name, a.report.results) == (f"{folder}/a.ttl", ())
    assert [result.code for result in b.report.results] == ["C203"]
    assert together.together
    assert together.report.results == ()


def test_what_has_not_changed_is_not_looked_at_again(folder: Path, tmp_path: Path) -> None:
    checker = Checker(known=KnownReports(tmp_path / "known"))
    first = list(checker.check(str(folder)))
    again = list(checker.check(str(folder)))
    assert [checked.known for checked in first] == [False, False, False]
    assert [checked.known for checked in again] == [True, True, True]
    assert [checked.report for checked in again] == [checked.report for checked in first]


def test_what_has_changed_is_looked_at_again(folder: Path, tmp_path: Path) -> None:
    checker = Checker(known=KnownReports(tmp_path / "known"))
    list(checker.check(str(folder)))
    (folder / "b.ttl").write_bytes((BROKEN / "C204-0.ttl").read_bytes())
    a, b, together = checker.check(str(folder))
    assert (a.known, b.known, together.known) == (True, False, False)
    assert [result.code for result in b.report.results] == ["C204"]


def test_a_moved_file_is_known_by_its_words(folder: Path, tmp_path: Path) -> None:
    checker = Checker(known=KnownReports(tmp_path / "known"))
    list(checker.check(str(folder / "b.ttl")))
    (folder / "b.ttl").rename(folder / "c.ttl")
    (c,) = checker.check(str(folder / "c.ttl"))
    assert c.known


def test_other_shapes_and_other_engines_know_nothing_of_each_other(folder: Path, tmp_path: Path) -> None:
    known = KnownReports(tmp_path / "known")
    list(Checker(known=known).check(str(folder)))
    assert not any(checked.known for checked in Checker(known=known, engine="fast").check(str(folder)))
    own = BROKEN.parents[1] / "shapes" / "claim.ttl"
    assert not any(checked.known for checked in Checker(known=known, shapes=own).check(str(folder)))


def test_a_report_that_was_spoilt_is_made_again(folder: Path, tmp_path: Path) -> None:
    checker = Checker(known=KnownReports(tmp_path / "known"))
    list(checker.check(str(folder)))
    for path in (tmp_path / "known").rglob("*.json"):
        path.write_text("{}", encoding="utf-8")
    assert not any(checked.known for checked in checker.check(str(folder)))


def test_where_nothing_can_be_kept_nothing_is_known(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "known").write_text("a file", encoding="utf-8")
    checker = Checker(known=KnownReports(tmp_path / "known"))
    assert not any(checked.known for _ in range(2) for checked in checker.check(str(folder)))


def test_reports_are_kept_among_the_caches_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert usual_place() == Path("/caches/testimonia/validation")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/ada")
    assert usual_place() == Path("/home/ada/.cache/testimonia/validation")


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key_of(["ab", "c"]) != key_of(["a", "bc"])


CIRCLE = [
    "<event/elm> a tm:ConflictEvent ; tm:partOfEvent <event/oak> .",
    "<event/oak> a tm:ConflictEvent ; tm:partOfEvent <event/elm> .",
]


def test_a_circle_through_two_articles_is_shown_by_their_union_alone(tmp_path: Path) -> None:
    for number, words in enumerate(CIRCLE):
        (tmp_path / f"{number}.ttl").write_text(HEAD + words, encoding="utf-8")
    *alone, together = Checker().check(str(tmp_path))
    assert all("E150" not in {result.code for result in checked.report.results} for checked in alone)
    assert {result.code for result in together.report.results} == {"E150"}
    assert len(together.report.results) == 2


def test_what_one_file_shows_is_not_said_again_of_all(tmp_path: Path) -> None:
    (tmp_path / "circle.ttl").write_text(HEAD + "".join(CIRCLE), encoding="utf-8")
    (tmp_path / "other.ttl").write_text(HEAD + "<place/elm> a tm:Place .", encoding="utf-8")
    circle, _, together = Checker().check(str(tmp_path))
    assert "E150" in {result.code for result in circle.report.results}
    assert together.report.results == ()


def test_a_kept_store_is_one_graph(folder: Path) -> None:
    make_store(folder)
    (checked,) = Checker().check(str(folder))
    assert (checked.name, checked.together) == (str(folder), False)


def test_quotes_are_compared_with_the_text_that_has_the_hash_of_the_revision(folder: Path) -> None:
    (folder / "b.ttl").unlink()
    graph = folder / "a.ttl"
    (before,) = Checker(texts=Texts([("raid.txt", TEXT)])).check(str(graph))
    assert before.compared == 0
    digest = "2fd4e1c67a2d28fced849ee1bb76e7391b93eb122fd4e1c67a2d28fced849ee1"
    texts = Texts([("raid.txt", TEXT)])
    (real,) = texts._known
    graph.write_text(graph.read_text(encoding="utf-8").replace(digest, real), encoding="utf-8")
    (after,) = Checker(texts=texts).check(str(graph))
    assert (after.compared, after.report.results) == (1, ())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("raid.nt", b"<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/testimonia/ontology#Place> .\n"),
        ("raid.nq", b"<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/testimonia/ontology#Place> <urn:g> .\n"),
        ("raid.ttl", b"<urn:a> a <https://w3id.org/testimonia/ontology#Place> ."),
        ("raid.trig", b"<urn:g> { <urn:a> a <https://w3id.org/testimonia/ontology#Place> }"),
        ("raid.jsonld", b'{"@id": "urn:a", "@type": "https://w3id.org/testimonia/ontology#Place"}'),
        ("raid.rdf", b'<x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:tm="https://w3id.org/testimonia/ontology#"><tm:Place x:about="urn:a"/></x:RDF>'),
    ],
)  # fmt: skip
def test_every_form_of_rdf_is_looked_at(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (checked,) = Checker().check(str(tmp_path / name))
    assert {result.focus for result in checked.report.results} == {"urn:a"}


def test_nothing_to_look_at_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="holds no graph files"):
        list(Checker().check(str(tmp_path)))


def test_an_unknown_engine_is_an_error(folder: Path) -> None:
    with pytest.raises(UsageError, match="«steam»"):
        list(Checker(engine="steam").check(str(folder)))
