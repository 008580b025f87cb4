"""What is said in Wikidata of a claim, and what is told to be lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.export.quickstatements import write_quickstatements
from testimonia.export.snaks import Amount, Item, Moment, Snak, Text, WikidataStatement
from testimonia.export.wikibase import write_wikibase
from testimonia.export.wikidata import part_doubles, wikidata_statements

if TYPE_CHECKING:
    from testimonia.query import ClaimRecord

    from .conftest import Make

SIDE = "https://w3id.org/testimonia/kg/side/red-ford-2020/1"
SIDES = {SIDE: ("https://w3id.org/testimonia/kg/actor/ardia", "https://w3id.org/testimonia/kg/actor/front")}
OLDID = "https://en.wikipedia.org/wiki/Battle_of_Red_Ford?oldid=77"
LEAGUE = "P3680\tQ3\tP585\t+2020-05-04T00:00:00Z/11"
SOURCE = f'S143\tQ328\tS4656\t"{OLDID}"'


def line(record: ClaimRecord, items: dict[str, str], **options: Any) -> str:
    statements, _ = wikidata_statements([record], SIDES, items, **options)
    return write_quickstatements(statements).decode().rstrip("\n")


def lost(record: ClaimRecord, items: dict[str, str]) -> tuple[str, str]:
    _, (account,) = wikidata_statements([record], SIDES, items)
    return account.written, account.lost


CASES: dict[str, tuple[dict[str, Any], str]] = {
    "a figure with its party, claimant and date": ({}, f"Q1\tP1120\t20\tP518\tQ2\t{LEAGUE}\t{SOURCE}"),
    "a range keeps its bounds": (
        {"low": 30, "high": 40, "quantity": "range", "verbatim": "30 to 40"},
        f'Q1\tP1120\t35[30,40]\tP518\tQ2\t{LEAGUE}\tP1932\t"30 to 40"\t{SOURCE}',
    ),
    "about is circa": (
        {"approximate": True, "quantity": "approximate", "verbatim": "about 20"},
        f'Q1\tP1120\t20\tP518\tQ2\t{LEAGUE}\tP1480\tQ5727902\tP1932\t"about 20"\t{SOURCE}',
    ),
    "at least has no upper bound, so the number is unknown": (
        {"high": None, "quantity": "lower_bound", "verbatim": "at least 20"},
        f'Q1\tP1120\tsomevalue\tP518\tQ2\t{LEAGUE}\tP1932\t"at least 20"\t{SOURCE}',
    ),
    "unknown is unknown": (
        {"low": None, "high": None, "quantity": "unknown", "verbatim": "Unknown"},
        f'Q1\tP1120\tsomevalue\tP518\tQ2\t{LEAGUE}\tP1932\t"Unknown"\t{SOURCE}',
    ),
    "no losses is no value": (
        {"kind": "losses", "low": 0, "high": 0, "quantity": "none", "verbatim": "no"},
        f'Q1\tP1590\tnovalue\tP518\tQ2\t{LEAGUE}\tP1932\t"no"\t{SOURCE}',
    ),
    "one soldier is a count": (
        {"low": 1, "high": 1, "verbatim": "a soldier"},
        f'Q1\tP1120\t1\tP518\tQ2\t{LEAGUE}\tP1932\t"a soldier"\t{SOURCE}',
    ),
    "a written zero is zero": (
        {"low": 0, "high": 0, "quantity": "none", "verbatim": "0"},
        f"Q1\tP1120\t0\tP518\tQ2\t{LEAGUE}\t{SOURCE}",
    ),
    "a whole side is all of its belligerents": (
        {"parties": (), "party_iris": ()},
        f"Q1\tP1120\t20\tP518\tQ2\tP518\tQ4\t{LEAGUE}\t{SOURCE}",
    ),
    "the article's own voice supports itself": (
        {"claimants": (), "claimant_iris": (), "stance": "unmarked", "said_on": ""},
        f"Q1\tP1120\t20\tP518\tQ2\t{SOURCE}",
    ),
    "what nobody in particular claims is alleged": (
        {"claimants": (), "claimant_iris": (), "said_on": ""},
        f"Q1\tP1120\t20\tP518\tQ2\tP1480\tQ32188232\t{SOURCE}",
    ),
    "an estimate is one": (
        {"stance": "estimated", "said_on": "2020-05"},
        f"Q1\tP1120\t20\tP518\tQ2\tP3680\tQ3\tP585\t+2020-05-00T00:00:00Z/10\tP1480\tQ37113960\t{SOURCE}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_claim_is_said_with_all_that_makes_it_true(
    case: str, claim: Make, accepted: dict[str, str]
) -> None:
    changes, expected = CASES[case]
    assert line(claim(**changes), accepted) == expected


UNSAID: dict[str, dict[str, Any]] = {
    "no item is accepted for the event Battle of Red Ford": {"event": "elsewhere"},
    "no item is accepted for the party Mill guard": {"parties": ("Mill guard",), "party_iris": ("x",)},
    "no item is accepted for the claimant Radio Kel": {"claimants": ("Radio Kel",), "claimant_iris": ("x",)},
    "no address with an oldid is known of the revision, so it cannot be referenced": {"revision_id": ""},
    "side 2 has no belligerent that could be named": {"party_iris": (), "parties": (), "side": 2, "side_iri": "x"},
    "it counts civilians only, of no party that could be named": {"party_iris": (), "side_iri": "", "category": "civilians"},
    "Wikidata has no property for people captured in an event": {"kind": "captured"},
    "neutralised is not killed, and Wikidata has no property for it": {"kind": "neutralised"},
    "a denial is no statement about the number": {"stance": "denied"},
    "the source is silent, and silence is neither zero nor unknown": {"quantity": "not_reported"},
    "it names somebody, and a name is no count": {"low": 1, "high": 1, "verbatim": "General Roe"},
    "it counts an episode or another event, not the event of the item": {"scope": "sub"},
    "it counts a part of a total that is a claim of its own": {"subset_of": ("x",)},
}  # fmt: skip


@pytest.mark.parametrize("reason", UNSAID)
def test_a_claim_that_cannot_be_said_truly_is_not_said(
    reason: str, claim: Make, accepted: dict[str, str]
) -> None:
    record = claim(**UNSAID[reason])
    assert line(record, accepted) == ""
    assert lost(record, accepted) == ("no", reason)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ("yes", "")),
        ({"medium": "Radio Kel"}, ("in part", "the medium «Radio Kel»")),
        ({"on_behalf_of": ("x",)}, ("in part", "for whom the claimant speaks")),
        ({"stance": "confirmed"}, ("in part", "that the figure is confirmed")),
        ({"contradicts": ("x",)}, ("in part", "which claims contradict it")),
        ({"low": 1, "high": 4}, ("in part", "2 is the middle of the range, said by nobody")),
        ({"said_on": "2020-05-04/2020-05-05"}, ("in part", "when it was said: 2020-05-04/2020-05-05")),
        ({"high": None}, ("in part", "the bounds: only their words are kept")),
    ],
)
def test_what_is_lost_of_a_claim_is_told(
    changes: dict[str, Any], told: tuple[str, str], claim: Make, accepted: dict[str, str]
) -> None:
    assert lost(claim(**changes), accepted) == told


def test_the_words_of_the_article_are_quoted_only_when_asked_for(
    claim: Make, accepted: dict[str, str]
) -> None:
    assert "1683" not in line(claim(), accepted)
    assert line(claim(), accepted, quote=True).endswith('S1683\ten:"20 Ardians were killed"')


def test_the_address_of_a_revision_can_be_given_by_hand(claim: Make, accepted: dict[str, str]) -> None:
    record = claim(url="", revision_id="")
    address = "https://wiki.ardia.example/w/index.php?title=Ford&oldid=5"
    assert line(record, accepted | {record.revision: address}).endswith(f'\tS4656\t"{address}"')
    assert "S143" not in line(record, accepted | {record.revision: address})


def test_a_claim_that_is_read_twice_is_said_once(claim: Make, accepted: dict[str, str]) -> None:
    twice = [claim(), claim(reading=2, start=90, end=112)]
    statements, accounts = wikidata_statements(twice, SIDES, accepted)
    assert (len(statements), len(accounts)) == (1, 1)


def test_two_spellings_of_one_figure_are_one_statement_of_two_claims(
    claim: Make, accepted: dict[str, str]
) -> None:
    both = [claim(), claim(claim="b", verbatim="twenty")]
    (statement,), _ = wikidata_statements(both, SIDES, accepted)
    assert statement.claims == (claim().claim, "b")


def test_two_voices_with_one_figure_would_be_mixed_by_quickstatements_and_are_not(
    claim: Make, accepted: dict[str, str]
) -> None:
    front = claim(
        claim="b", claimants=("Front",), claimant_iris=("https://w3id.org/testimonia/kg/actor/front",)
    )
    statements, (_, second) = wikidata_statements([claim(), front], SIDES, accepted)
    first, doubles = part_doubles(statements)
    assert [one.claims for one in first] == [(claim().claim,)]
    assert [one.claims for one in doubles] == [("b",)]
    assert second.merged().written == "no"
    both = json.loads(write_wikibase(statements))["entities"]["Q1"]["claims"]["P1120"]
    assert [one["qualifiers"]["P3680"][0]["datavalue"]["value"]["id"] for one in both] == ["Q3", "Q4"]


def test_nothing_in_wikidata_can_be_overwritten(claim: Make, accepted: dict[str, str]) -> None:
    statements, _ = wikidata_statements([claim(), claim(claim="b", low=3, high=9)], SIDES, accepted)
    written = json.loads(write_wikibase(statements))["entities"]["Q1"]["claims"]["P1120"]
    assert all("id" not in one and one["rank"] == "normal" and one["references"] for one in written)
    assert all(
        command.startswith("Q1\tP") for command in write_quickstatements(statements).decode().splitlines()
    )


@pytest.mark.parametrize(
    ("date", "time", "precision", "julian"),
    [
        ("2018-04-01", "+2018-04-01T00:00:00Z", 11, False),
        ("2018-04", "+2018-04-00T00:00:00Z", 10, False),
        ("1582", "+1582-00-00T00:00:00Z", 9, True),
        ("1582-10-15", "+1582-10-15T00:00:00Z", 11, False),
        ("-0030-09-02", "-0031-09-02T00:00:00Z", 11, True),
        ("0000", "-0001-00-00T00:00:00Z", 9, True),
    ],
)
def test_dates_are_written_as_wikibase_has_them(date: str, time: str, precision: int, julian: bool) -> None:
    moment = Moment(date)
    assert (moment.time, moment.precision, moment.julian) == (time, precision, julian)


def test_wikibase_json_has_every_kind_of_value() -> None:
    statement = WikidataStatement(
        "Q1",
        Snak("P1", "novalue"),
        (Snak("P2", Moment("-0030")), Snak("P3", Item("Q5")), Snak("P4", Text("some"))),
        (Snak("P5", Text("https://a.example/?oldid=1", "url")),),
        ("c",),
    )
    (written,) = json.loads(write_wikibase([statement]))["entities"]["Q1"]["claims"]["P1"]
    assert written["mainsnak"] == {"snaktype": "novalue", "property": "P1", "datatype": "quantity"}
    assert written["qualifiers-order"] == ["P2", "P3", "P4"]
    assert written["qualifiers"]["P2"][0]["datavalue"]["value"] == {
        "time": "-0031-00-00T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": 9,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985786",
    }  # fmt: skip
    assert written["references"][0]["snaks"]["P5"][0]["datatype"] == "url"


@given(st.text(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_no_words_can_break_out_of_a_command(words: str, low: int, width: int) -> None:
    main = Snak("P1120", Amount(low, low, low + width))
    command = write_quickstatements(
        [WikidataStatement("Q1", main, (Snak("P1932", Text(words)),), (), ("c",))]
    )
    text = command.decode("utf-8", "surrogatepass").removesuffix("\n")
    item, name, value, qualifier, shown = text.split("\t")
    assert (item, name, value, qualifier) == ("Q1", "P1120", f"{low}[{low},{low + width}]", "P1932")
    assert shown[0] == shown[-1] == '"'
    assert not set(shown[1:-1]) & set('\n\r|"“”')
