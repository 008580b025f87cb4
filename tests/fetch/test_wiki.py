"""A wiki that is busy is asked again; one that refuses is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from testimonia.errors import FetchError, UsageError
from testimonia.fetch import Manners, Wiki

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD: dict[str, Any] = {"query": {"pages": []}}
LAGGED = (
    200,
    {"Retry-After": "0"},
    b'{"error": {"code": "maxlag", "info": "Waiting for 10.0.0.1: 7.2 seconds lagged."}}',
)
RATED = {"error": {"code": "ratelimited", "info": "You have exceeded your rate limit."}}


@pytest.mark.parametrize(
    ("why", "answer"),
    [
        ("its databases lag", LAGGED),
        ("its rate is limited by the API", RATED),
        ("its rate is limited by the server", (429, {"Retry-After": "0"}, b"slow down")),
        ("it is read only", {"error": {"code": "readonly", "info": "upgrade"}}),
        ("it is overloaded", (503, {}, b"<html>Our servers are busy</html>")),
        ("a gateway gives up", (504, {}, b"")),
        ("the answer breaks off", (200, {"Content-Length": "900"}, b'{"query": {')),
        ("the answer is half", b'{"query": {"pages": ['),
        ("the answer is a list", b"[]"),
        ("the answer is badly packed", (200, {"Content-Encoding": "gzip"}, b"not gzip")),
    ],
)
def test_it_is_asked_again_when(why: str, answer: Any, faulty: Any, ask: Callable[..., Wiki]) -> None:
    faulty.will(answer, answer, GOOD)
    assert ask().ask(action="query") == GOOD
    assert len(faulty.asked) == 3


@pytest.mark.parametrize(
    ("why", "answer", "sentence"),
    [
        ("it refuses", {"error": {"code": "readapidenied", "info": "You need read permission."}}, "the wiki refuses (readapidenied): You need read permission."),
        ("it refuses in a word", {"error": "no"}, "the wiki refuses (): no."),
        ("there is no API", (404, {}, b"gone"), "answers 404 Not Found."),
        ("a password is needed", (401, {}, b""), "answers 401 Unauthorized."),
        ("it is a page", b"<!DOCTYPE html><p>Welcome", "answers with a web page; is this api.php?"),
    ],
)  # fmt: skip
def test_it_is_not_asked_again_when(
    why: str, answer: Any, sentence: str, faulty: Any, ask: Callable[..., Wiki]
) -> None:
    faulty.will(answer)
    with pytest.raises(FetchError) as caught:
        ask().ask(action="query")
    assert str(caught.value) == f"{faulty.address}: {sentence}"
    assert len(faulty.asked) == 1


def test_it_is_given_up_in_the_end(faulty: Any, ask: Callable[..., Wiki]) -> None:
    faulty.will(LAGGED)
    with pytest.raises(FetchError, match=r"maxlag: Waiting for .* lagged; given up after 3 tries\.$"):
        ask(retries=2).ask(action="query")
    assert len(faulty.asked) == 3


def test_a_pause_of_an_hour_is_not_taken(faulty: Any, ask: Callable[..., Wiki]) -> None:
    faulty.will((503, {"Retry-After": "3600"}, b""))
    with pytest.raises(FetchError, match=r"answers 503 .*; given up after 1 try\.$"):
        ask().ask(action="query")


def test_an_answer_that_never_comes_is_given_up(faulty: Any, ask: Callable[..., Wiki]) -> None:
    faulty.will((200, {"X-Late": "1"}, b"{}"))
    with pytest.raises(FetchError, match=r"no answer in time; given up after 2 tries\.$"):
        ask(timeout=0.1, retries=1).ask(action="query")


def test_nobody_there_is_one_sentence(closed_port: int) -> None:
    wiki = Wiki(f"http://127.0.0.1:{closed_port}/api.php", "0", Manners(retries=0))
    with pytest.raises(FetchError, match=r"the connection failed or broke off; given up after 1 try\.$"):
        wiki.ask(action="query")


def test_every_pause_is_told_and_grows(faulty: Any) -> None:
    told: list[str] = []
    faulty.will(RATED, RATED, GOOD)
    Wiki(faulty.address, "0", Manners(pause=0.6), notice=told.append).ask(action="query")
    assert [line.rpartition("; ")[2] for line in told] == ["asking again in 1 s", "asking again in 1 s"]


def test_requests_say_who_asks_and_may_be_put_off(faulty: Any) -> None:
    faulty.will(GOOD)
    manners = Manners(contact="ann@example.org", maxlag=3)
    Wiki(faulty.address, "1.2", manners).ask(action="query")
    assert faulty.agents[0].startswith(
        "Testimonia/1.2 (https://w3id.org/testimonia/; ann@example.org) python-requests/"
    )
    assert faulty.asked[0] == {"format": "json", "formatversion": "2", "maxlag": "3", "action": "query"}


def test_a_long_answer_is_asked_for_part_by_part(faulty: Any, ask: Callable[..., Wiki]) -> None:
    faulty.will({"query": {"a": 1}, "continue": {"rvcontinue": "x|1", "continue": "||"}}, {"query": {"a": 2}})
    assert list(ask().query(prop="revisions")) == [{"a": 1}, {"a": 2}]
    assert faulty.asked[1]["rvcontinue"] == "x|1"
    assert faulty.asked[1]["prop"] == "revisions"


def test_an_untrusted_connection_is_one_sentence(faulty: Any) -> None:
    wiki = Wiki(faulty.address.replace("http:", "https:"), "0", Manners(retries=0, timeout=5))
    with pytest.raises(FetchError, match=r"the connection is not trusted \(TLS\); given up after 1 try\.$"):
        wiki.ask(action="query")


def test_an_address_that_nobody_could_have_is_one_sentence() -> None:
    with pytest.raises(FetchError, match=r"^http://a b/api\.php: cannot be asked: .*\.$"):
        Wiki("http://a b/api.php", "0").ask(action="query")


@pytest.mark.parametrize(
    "address", ["", "wiki.test/api.php", "ftp://wiki.test/api.php", "https://", "http://[::1"]
)
def test_an_address_that_is_none_is_wrong_use(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address of an API"):
        Wiki(address, "0")


@pytest.mark.parametrize("manners", [{"retries": -1}, {"timeout": 0}, {"maxlag": -1}, {"contact": "a\nb"}])
def test_manners_that_make_no_sense_are_wrong_use(manners: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Manners(**manners)
