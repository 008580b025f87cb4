"""Asking a service: batches, limits, what passes, what does not, and what was answered before."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.errors import ReconcileError, UsageError
from testimonia.manners import Manners
from testimonia.reconcile.client import Cache, Service, Settings
from testimonia.reconcile.client.model import Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Gazetteer

    Open = Callable[..., Service]


@pytest.fixture
def told() -> list[str]:
    """What the user is told meanwhile."""
    return []


@pytest.fixture
def opened(gazetteer: Gazetteer, told: list[str]) -> Open:
    """Open the service with a client that hardly waits."""

    def make(cache: Cache | None = None, retries: int = 2, timeout: float = 5, **settings: Any) -> Service:
        manners = Manners(retries=retries, timeout=timeout, pause=0.01)
        return Service(gazetteer.address, Settings("0", manners, **settings), cache or Cache(), told.append)

    return make


def queries(*names: str) -> list[Query]:
    return [Query(name) for name in names]


def found(service: Service, *names: str) -> list[list[str]]:
    return [[candidate.id for candidate in answer.candidates] for answer in service.match(queries(*names))]


def test_each_query_has_its_answer_in_the_order_of_the_queries(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.knows("Kel", 90, 40)
    gazetteer.knows("Orr", 70)
    assert found(opened(), "Orr", "Nowhere", "Kel", "Orr") == [["Q10"], [], ["Q00", "Q01"], ["Q10"]]
    assert gazetteer.asked == ["Orr", "Nowhere", "Kel"]  # the same question is put once


def test_batches_are_as_large_as_the_manifest_allows(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.manifest["batchSize"] = 3
    found(opened(), *map(str, range(7)))
    assert [len(batch) for batch in gazetteer.batches] == [3, 3, 1]


def test_where_the_manifest_says_nothing_there_are_ten_in_a_batch(gazetteer: Gazetteer, opened: Open) -> None:
    found(opened(), *map(str, range(12)))
    assert [len(batch) for batch in gazetteer.batches] == [10, 2]


def test_the_user_may_want_smaller_batches(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.manifest["batchSize"] = 50
    found(opened(batch=2), "a", "b", "c")
    assert [len(batch) for batch in gazetteer.batches] == [2, 1]


def test_the_draft_of_1_0_is_spoken_where_nothing_else_is(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.manifest["versions"] = ["1.0-draft"]
    gazetteer.knows("Kel", 90)
    service = opened()
    assert service.version == "1.0-draft"
    assert found(service, "Kel", "Orr") == [["Q00"], []]
    assert gazetteer.batches[0][0]["conditions"] == [{"matchType": "name", "propertyValue": "Kel"}]


@pytest.mark.parametrize(
    ("status", "body", "headers", "reason"),
    [
        (500, b"", {}, "answers 500 Internal Server Error"),
        (503, b"<html>", {}, "answers 503 Service Unavailable"),
        (429, b"", {"Retry_After": "0"}, "answers 429 Too Many Requests"),
        (200, b'{"q0": {"result": [', {}, "the answer is not whole JSON"),
        (200, b"", {}, "the answer is not whole JSON"),
        (200, b"{}", {"Content_Length": "700"}, "the connection failed or broke off"),
        (200, b"{}", {"X_Late": "0.5"}, "no answer in time"),
    ],
)
def test_what_passes_is_tried_again(
    status: int, body: bytes, headers: dict[str, str], reason: str,
    gazetteer: Gazetteer, opened: Open, told: list[str],
) -> None:  # fmt: skip
    gazetteer.knows("Kel", 90)
    gazetteer.first(status, body, **headers)
    assert found(opened(timeout=0.25), "Kel") == [["Q00"]]
    assert len(gazetteer.batches) == 2
    assert told == [f"{gazetteer.address}: {reason}; asking again in 0 s"]


def test_a_pause_that_the_service_names_is_kept(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.knows("Kel", 90)
    gazetteer.first(429, Retry_After="1")
    found(opened(), "Kel")
    first, second = gazetteer.times
    assert second - first >= 1


def test_a_pause_of_an_hour_is_not_waited_for(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.first(429, Retry_After="3600")
    (answer,) = opened().match(queries("Kel"))
    assert answer.problem == f"{gazetteer.address}: answers 429 Too Many Requests; given up after 1 try."


def test_what_a_service_cannot_take_is_found_by_halves_and_the_others_have_their_answers(
    gazetteer: Gazetteer, opened: Open
) -> None:
    for name in "abcdef":
        gazetteer.knows(name, 50)
    gazetteer.refused = {"c"}
    answers = list(opened(retries=0).match(queries(*"abcdef")))
    assert [bool(answer.candidates) for answer in answers] == [True, True, False, True, True, True]
    assert (
        answers[2].problem == f"{gazetteer.address}: answers 500 Internal Server Error; given up after 1 try."
    )


def test_a_query_that_is_left_out_is_asked_again_alone(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.knows("Kel", 90)
    gazetteer.left_out = {"Kel"}
    assert found(opened(), "Kel", "Orr") == [["Q00"], []]
    assert [len(batch) for batch in gazetteer.batches] == [2, 1]


def test_a_query_that_is_never_answered_is_told(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.known["Kel"] = None  # type: ignore[assignment]
    last = list(opened().match(queries("Orr", "Kel")))[1]
    assert last.problem == f"{gazetteer.address}: the answer is to none of the queries: «{{}}»."


def test_a_service_that_fails_on_everything_ends_the_run(gazetteer: Gazetteer, opened: Open) -> None:
    gazetteer.refused = set("abcd")
    with pytest.raises(ReconcileError, match=r"answers 500 .*; given up after 1 try\."):
        found(opened(retries=0), *"abcd")
    gazetteer.batches.clear()
    with pytest.raises(ReconcileError, match="answers 500"):
        found(opened(retries=0, batch=1), *"abcde")
    assert gazetteer.asked == ["a", "b", "c"]


def test_a_query_that_is_refused_again_and_again_does_not_keep_the_others_from_theirs(
    gazetteer: Gazetteer, opened: Open
) -> None:
    gazetteer.knows("c", 90)
    gazetteer.refused = {"a", "b"}
    answers = list(opened(retries=0, batch=1).match(queries(*"abc")))
    assert [bool(answer.problem) for answer in answers] == [True, True, False]


def test_what_was_answered_before_is_not_asked_again(
    gazetteer: Gazetteer, opened: Open, tmp_path: Path
) -> None:
    gazetteer.knows("Kel", 90)
    cache = Cache(tmp_path / "sub" / "cache.sqlite")
    first = list(opened(cache).match(queries("Kel", "Orr")))
    cache.close()
    again = list(opened(Cache(tmp_path / "sub" / "cache.sqlite")).match(queries("Kel", "Orr", "Ulm")))
    assert gazetteer.asked == ["Kel", "Orr", "Ulm"]
    assert [answer.candidates for answer in again[:2]] == [answer.candidates for answer in first]
    assert [answer.asked for answer in again] == [False, False, True]


def test_a_run_that_broke_off_goes_on_where_it_was(gazetteer: Gazetteer, opened: Open) -> None:
    cache = Cache()
    gazetteer.manifest["batchSize"] = 2
    gazetteer.refused = set("cdef")
    with pytest.raises(ReconcileError):
        found(opened(cache, retries=0), *"abcdefg")
    gazetteer.refused = set()
    gazetteer.batches.clear()
    found(opened(cache), *"abcdefg")
    assert gazetteer.asked == ["c", "d", "e", "f", "g"]


def test_answers_are_asked_for_afresh_where_somebody_wants_it(gazetteer: Gazetteer, opened: Open) -> None:
    cache = Cache()
    assert found(opened(cache), "Kel") == [[]]
    gazetteer.knows("Kel", 90)
    assert found(opened(cache), "Kel") == [[]]
    assert found(opened(cache, fresh=True), "Kel") == [["Q00"]]
    assert found(opened(cache), "Kel") == [["Q00"]]


def test_another_question_is_not_answered_from_the_cache(gazetteer: Gazetteer, opened: Open) -> None:
    cache = Cache()
    list(
        opened(cache).match([Query("Kel", types=("Q5",)), Query("Kel", types=("Q6",)), Query("Kel", limit=9)])
    )
    assert len(gazetteer.asked) == 3


def test_a_file_that_is_no_cache_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no database at all, but long enough to be taken for one" * 40)
    with pytest.raises(ReconcileError, match=r"cache: is no cache of answers that can be used: file is not"):
        Cache(tmp_path / "cache")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"[]", "the answer is not a JSON object"),
        (b'{"error": "no such key"}', "the answer is to none of the queries: «no such key»"),
        (b'{"q0": {"found": []}}', "an answer has no list «result»: «{"),
        (b'{"q0": {"result": [{"name": "Kel"}]}}', "a candidate has no id and name"),
        (b'{"q0": {"result": [{"id": 7, "name": "Kel"}]}}', "a candidate has no id and name"),
        (b'{"q0": {"result": [{"id": "Q7", "name": "Kel", "score": "high"}]}}', "the score of a candidate is no number"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_told_with_its_words(
    body: bytes, message: str, gazetteer: Gazetteer, opened: Open
) -> None:
    gazetteer.first(200, body)
    (answer,) = opened().match(queries("Kel"))
    assert answer.problem.startswith(f"{gazetteer.address}: {message}")


@pytest.mark.parametrize(
    ("status", "body", "headers", "message"),
    [
        (404, b"", {}, "answers 404 Not Found."),
        (403, b'{"error":  "no key"}', {"Content_Type": "application/json"}, 'answers 403 Forbidden: {"error": "no key"}.'),
        (200, b"<!DOCTYPE html>", {}, "answers with a web page; is this a reconciliation service?"),
    ],
)  # fmt: skip
def test_what_does_not_pass_is_told_at_once(
    status: int, body: bytes, headers: dict[str, str], message: str, gazetteer: Gazetteer, opened: Open
) -> None:
    gazetteer.first(status, body, **headers)
    (answer,) = opened().match(queries("Kel"))
    assert answer.problem == f"{gazetteer.address}: {message}"
    assert len(gazetteer.batches) == 1


def test_a_service_that_is_not_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    settings = Settings("0", Manners(retries=1, pause=0.01))
    with pytest.raises(ReconcileError, match=r"the connection failed or broke off; given up after 2 tries\."):
        Service(address, settings, Cache(), lambda _: None)


def test_a_service_that_goes_away_ends_the_run_at_once(gazetteer: Gazetteer, opened: Open) -> None:
    service = opened(retries=0, timeout=0.2)
    for _ in range(9):
        gazetteer.first(200, X_Late="0.5")
    with pytest.raises(ReconcileError, match=r"no answer in time; given up after 1 try\."):
        found(service, "a", "b", "c")
    assert len(gazetteer.batches) == 1  # no halves of a batch that nobody hears


def test_words_that_are_no_address_are_told() -> None:
    with pytest.raises(UsageError, match=r"«wikidata» is not the address of a service: it begins with http"):
        Service("wikidata", Settings("0", Manners()), Cache())


def test_a_version_that_is_not_spoken_is_told(opened: Open) -> None:
    with pytest.raises(ReconcileError, match=r"the service speaks 0\.1 and 0\.2, not 1\.0-draft\."):
        opened(protocol="1.0-draft")
