"""What holds between claims, told in the notation of conftest.py."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from testimonia.compare import compare_claims
from testimonia.model import Event, EventKind, Findings, Relation, Span, When

Compared = Callable[..., tuple[Relation, ...]]
Told = Callable[..., Findings]

CASES = [
    # label, first claim, second claim, relations as "kind left right"
    ("same figure", "army: 20 killed of side 2", "league: 20 killed of side 2", "agrees 0 1"),
    ("no common count", "army: 20 killed of side 2", "league: 30-40 killed of side 2", "contradicts 0 1"),
    ("a figure within a range", "army: 30-40 killed of side 2", "league: 35 killed of side 2", "refines 1 0"),
    ("a range within a lower bound", "army: 30-40 killed of side 2", "league: 13+ killed of side 2", "refines 0 1"),
    ("ranges that meet in part", "army: 20-30 killed of side 2", "league: 30-40 killed of side 2", "overlaps 0 1"),
    ("up to and at least", "army: <30 killed of side 2", "league: 13+ killed of side 2", "overlaps 0 1"),
    ("up to and at least, apart", "army: <9 killed of side 2", "league: 13+ killed of side 2", "contradicts 0 1"),
    ("none twice", "army: none losses of army", "league: none losses of army", "agrees 0 1"),
    ("about sixty and sixty", "army: ~60 strength of side 2", "league: 60 strength of side 2", "refines 1 0"),
    ("about sixty and 58", "army: ~60 strength of side 2", "league: 58 strength of side 2", "refines 1 0"),
    ("about sixty and eighty", "infobox per army: ~60 strength of side 2", "league: 80 strength of side 2", "contradicts 0 1"),
    ("round numbers", "army: 93000 strength of side 2", "league: 92545 strength of side 2", "refines 1 0"),
    ("round numbers, the other way", "army: 7799 strength of side 2", "league: 8000 strength of side 2", "refines 0 1"),
    ("small numbers are counted", "army: 80 killed of side 2", "league: 82 killed of side 2", "contradicts 0 1"),
    ("too far for rounding", "army: 1000 killed of side 2", "league: 1400 killed of side 2", "contradicts 0 1"),
    ("not the digits of the other", "infobox: 92300 strength of side 2", "league: 92545 strength of side 2", "contradicts 0 1"),
    # vague words
    ("some against none", "army: some killed of army", "league: none killed of army", "contradicts 0 1"),
    ("several holds a figure", "army: several killed of army", "league: 5 killed of army", "refines 1 0"),
    ("dozens is no bound", "army: dozens killed of army", "league: 20 killed of army", ""),
    ("vague and open", "army: some killed of army", "league: <20 killed of army", ""),
    ("the same vague word", "army: several killed of army", "league: several killed of army", "agrees 0 1"),
    ("two vague words", "army: several killed of army", "league: some killed of army", ""),
    ("unknown is no figure", "infobox: unknown strength of side 1", "army: 60 strength of side 1", ""),
    ("silence is no figure", "army: unreported killed of army", "league: 4 killed of army", ""),
    # whom it counts
    ("a bare word is the side", "army: 20 killed of raiders", "league: 30 killed of side 2", "contradicts 0 1"),
    ("aligned to all of a side", "army: 20 killed of hill fighters", "league: 30 killed of raiders", "contradicts 0 1"),
    ("aligned to one actor", "army: 2 killed of ardian soldiers", "infobox: 1 killed of ardia", "contradicts 0 1"),
    ("both belligerents are the side", "army: 2 killed of ardia and league", "infobox: 1 killed of side 1", "contradicts 0 1"),
    ("a described group is not its side", "army: 2 killed of scouts", "league: 30 killed of side 2", ""),
    ("two parties of one side", "army: 20 killed of front", "army: 5 killed of guard", ""),
    ("two sides", "army: 20 killed of side 1", "army: 5 killed of side 2", ""),
    ("one party of a joint figure", "army: 20 killed of front", "league: 30 killed of side 2", "not_comparable 0 1"),
    ("a joint figure of one party", "army: 30 killed of side 2", "league: 20 killed of front", "not_comparable 1 0"),
    ("more than the whole", "army: 40 killed of front", "league: 30 killed of side 2", "contradicts 0 1"),
    ("the whole below a part", "army: 30 killed of side 2", "league: 40 killed of front", "contradicts 0 1"),
    ("one count for part and whole", "infobox: ~60 strength of side 2", "article: 60 strength of front", "refines 1 0"),
    ("about for the part only", "infobox: 60 strength of side 2", "article: ~60 strength of front", "refines 0 1"),
    ("the same for part and whole", "infobox: 60 strength of side 2", "article: 60 strength of front", "agrees 0 1"),
    ("a part may be anywhere", "infobox: 20-60 strength of side 2", "article: 30 strength of front", ""),
    ("a part with some, a whole with none", "army: some killed of front", "league: none killed of side 2", "contradicts 0 1"),
    ("a part with many", "army: many killed of front", "league: 3 killed of side 2", ""),
    ("a part with none", "army: none killed of front", "league: 3 killed of side 2", ""),
    ("a unit of a party", "army: 9 killed of column", "league: 3 killed of front", "contradicts 0 1"),
    ("a unit is no joint figure", "army: 2 killed of column", "league: 30 killed of front", ""),
    ("some of those it stands for", "army: 1 killed of ardian officers", "league: 9 killed of ardia", ""),
    ("more officers than men", "army: 9 killed of ardian officers", "league: 1 killed of ardia", "contradicts 0 1"),
    ("archers of either side", "army: 900 strength of archers", "league: 4000 strength of archers", ""),
    # civilians
    ("civilians", "army: 4 killed of civilians", "league: 9 killed of villagers", "contradicts 0 1"),
    ("children among the civilians", "army: 4 killed of civilians", "league: 2 killed of children", ""),
    ("civilians are no fighters", "army: 4 killed of civilians", "league: 2 killed of side 2", ""),
    # the toll of everybody
    ("nobody named", "army: 4 killed", "league: 2 killed", "contradicts 0 1"),
    ("nobody named, the same toll", "army: 4 killed", "league: 4 killed", "agrees 0 1"),
    ("nobody named, and people", "army: 4 killed", "league: 9 killed of people", "contradicts 0 1"),
    ("a toll denied", "army: 31 killed", "league: not 31 killed", "contradicts 0 1, denies 1 0"),
    ("a toll of the infobox", "infobox: 4 killed", "league: 9 killed", "contradicts 0 1"),
    ("two tolls of one line of the infobox", "infobox per army: 39 killed", "& infobox per league: 150 killed", "contradicts 0 1"),
    ("a toll in the article's own voice", "army: 9 killed", "article: 4 killed", ""),
    ("a toll and the fighters of a side", "army: 14 killed", "league: 9 killed of side 2", "not_comparable 1 0"),
    ("a toll of as many as a side's", "league: 9 killed of side 2", "army: 9 killed", "not_comparable 0 1"),
    ("a toll below that of a side", "army: 4 killed", "league: 9 killed of side 2", "not_comparable 1 0"),
    ("a toll and one who fought", "army: 14 killed of people", "league: 9 killed of front", "not_comparable 1 0"),
    ("a toll and a unit", "army: 14 killed", "league: 9 killed of column", ""),
    ("a toll and a side without losses", "army: 14 killed", "league: none killed of side 2", ""),
    ("a toll and a vague figure of a side", "army: 14 killed", "league: some killed of side 2", ""),
    ("a toll and a denial of a side", "army: 14 killed", "league: not 9 killed of side 2", ""),
    ("a toll and a side, both maybe of an episode", "article: 14 killed", "article: 9 killed of side 2", ""),
    ("civilians are among everybody", "army: 9 killed", "league: 4 killed of civilians", ""),
    ("more civilians than people", "army: 4 killed", "league: 9 killed of civilians", "contradicts 0 1"),
    ("all of them civilians", "infobox: 9 killed", "league: 9 killed of civilians", "agrees 0 1"),
    ("more civilians, in the article's own voice", "article: 4 killed", "league: 9 killed of civilians", ""),
    ("some of the civilians", "army: 4 killed", "league: 9 killed of children", ""),
    ("the captured are those of one side", "army: 400 captured", "league: 200 captured", ""),
    ("losses are those of one side", "army: 400 losses", "league: 200 losses", ""),
    ("tolls of one day may be of two clashes", "army: 4 killed at 2020-05-01", "league: 9 killed at 2020-05-01", ""),
    ("people without a side", "army: 4 killed of people", "league: 2 killed of people", "contradicts 0 1"),
    ("people of a side are not its fighters", "army: 4 killed of people and front", "league: 9 killed of raiders", ""),
    # measures and items
    ("neutralised is not killed", "army: 30 neutralised of side 2", "league: 20 killed of raiders", "not_comparable 0 1"),
    ("neutralised of others", "army: 30 neutralised of front", "league: 20 killed of guard", ""),
    ("killed and wounded", "army: 30 wounded of side 2", "league: 20 killed of side 2", ""),
    ("no losses but some killed", "army: none losses of army", "league: 2 killed of army", "contradicts 0 1"),
    ("more killed than losses", "army: 20 losses of front", "league: 30 killed of front", "contradicts 0 1"),
    ("killed among killed or wounded", "army: 90 killed_or_wounded of front", "league: 30 killed of front", "not_comparable 1 0"),
    ("as many killed as losses", "army: 30 losses of front", "league: 30 killed of front", ""),
    ("the surrendered were captured", "army: 30 surrendered of front", "league: 20 captured of front", "contradicts 0 1"),
    ("wounded are not surely losses", "army: none losses of front", "league: 20 wounded of front", ""),
    ("tanks", "army: 3 materiel_lost of tank by of side 2", "league: 5 materiel_lost of tanks by of side 2", "contradicts 0 1"),
    ("tanks and trucks", "army: 3 materiel_lost of tank by of side 2", "league: 5 materiel_lost of trucks by of side 2", ""),
    # scope
    ("episode and whole", "army: 3 killed of front at 2020-05-01", "league: 9 killed of front", ""),
    ("one day", "army: 3 killed of front at 2020-05-01", "league: 9 killed of front at 2020-05-01", "contradicts 0 1"),
    ("two days", "army: 3 killed of front at 2020-05-01", "league: 9 killed of front at 2020-05-02", ""),
    ("undated episodes", "army: 3 killed of front at dawn", "league: 9 killed of front at dawn", ""),
    ("another event", "army: 3 killed of front at elsewhere", "league: 9 killed of front at elsewhere", ""),
    ("one day in the article's own voice", "army: 3 killed of front at 2020-05-01", "article: 9 killed of front at 2020-05-01", ""),
    ("strengths of two hours", "army: 60 strength of side 2", "league: 90 strength of side 2", ""),
    ("strength in the article's own voice", "infobox: 60 strength of side 2", "article: 90 strength of raiders", ""),
    # denial
    ("a denied figure", "army: 20 killed of army", "league: not 20 killed of army", "contradicts 0 1, denies 1 0"),
    ("a denied lower bound", "army: not 10+ killed of army", "league: 20 killed of army", "contradicts 0 1, denies 0 1"),
    ("another figure denied", "army: 5 killed of army", "league: not 20 killed of army", ""),
    ("denied by both", "army: not 20 killed of army", "league: not 20 killed of army", ""),
    ("denied of a part", "army: not 20 killed of front", "league: 20 killed of side 2", ""),
    ("denying losses is saying none", "army: not none killed of army", "league: 20 killed of army", "contradicts 0 1, denies 0 1"),
    # the same voice
    ("the same voice later", "league on 2020-05-01: 20 killed of raiders", "league on 2020-05-23: 30-40 killed of raiders", "contradicts 0 1, revises 1 0"),
    ("its head later", "head on 2020-05-23: 30 killed of raiders", "league on 2020-05-01: 20 killed of raiders", "contradicts 0 1, revises 0 1"),
    ("two who speak for it", "head on 2020-05: 30 killed of raiders", "speaker on 2020-06-03: 20+ killed of raiders", "refines 0 1, revises 1 0"),
    ("a member of the other", "staff on 2020-05-02: 30 killed of raiders", "army on 2020-05-01: 20 killed of raiders", "contradicts 0 1, revises 0 1"),
    ("the same figure again", "league on 2020-05-01: 20 killed of raiders", "league on 2020-05-23: 20 killed of raiders", "agrees 0 1"),
    ("not surely later", "league on 2020-05: 20 killed of raiders", "league on 2020-05-23: 30 killed of raiders", "contradicts 0 1"),
    ("undated", "league: 20 killed of raiders", "league on 2020-05-23: 30 killed of raiders", "contradicts 0 1"),
    ("another voice later", "army on 2020-05-01: 20 killed of raiders", "league on 2020-05-23: 30 killed of raiders", "contradicts 0 1"),
    ("one voice, undated both times", "league: 20 killed of raiders", "league: 30 killed of raiders", ""),
    ("one voice, and what the infobox has of it", "infobox per league: 20 killed of raiders", "league: 30 killed of raiders", "contradicts 0 1"),
    ("joint voices", "army and league on 2020-05-01: 20 killed of raiders", "league on 2020-05-23: 30 killed of raiders", "contradicts 0 1"),
    ("before our era", "army on -0031-08: 20 killed of raiders", "army on -0030-01: 30 killed of raiders", "contradicts 0 1, revises 1 0"),
    # what the text says was revised
    ("revised in one sentence", "army: 20 killed of raiders", "> army: 35 killed of raiders", "contradicts 0 1, revises 1 0"),
    ("revised by its head", "league: 20-40 killed of raiders", "> head: 35 killed of raiders", "refines 1 0, revises 1 0"),
    ("revised on a day", "league on 2020-05-01: 20 killed of raiders", "> league on 2020-05-23: 30 killed of raiders", "contradicts 0 1, revises 1 0"),
    ("revised to the same", "army: 20 killed of raiders", "> army: 20 killed of raiders", "agrees 0 1, revises 1 0"),
    ("revised by nobody known", "article: 20 killed of raiders", "> article: 35 killed of raiders", "revises 1 0"),
    ("of people of no side", "article: 20 killed of archers", "> article: 35 killed of archers", "revises 1 0"),
    ("revised by another voice", "army: 20 killed of raiders", "> league: 35 killed of raiders", "contradicts 0 1"),
    # what only looks like a contradiction
    ("one voice in one breath", "army: 20 strength of side 2", "& army: 200 strength of side 2", ""),
    ("two voices in one breath", "army: 20 killed of side 2", "& league: 200 killed of side 2", "contradicts 0 1"),
    ("an episode in the article's own voice", "infobox: 90 killed of side 2", "article: 5 killed of raiders", ""),
    ("none in the article's own voice", "infobox: 90 killed of side 2", "article: none killed of raiders", "contradicts 0 1"),
    ("more than the infobox has", "infobox: 5 killed of side 2", "article: 90 killed of raiders", "contradicts 0 1"),
    ("people of an unknown side, told by the article", "army: 4 killed of people", "article: 9 killed of people", ""),
    ("a line of lost flags", "infobox: 1 killed of side 1", "& infobox: 3 killed of side 1", ""),
    ("none beside some in a line", "infobox: none losses of side 1", "& infobox: 2 wounded of side 1", ""),
    ("twenty more", "army: 20 more killed of side 2", "league: 31 killed of side 2", "not_comparable 0 1"),
    ("found twice", "league: 20 killed of raiders", "league: 20 killed of raiders", ""),
]  # fmt: skip


def _shown(relations: tuple[Relation, ...]) -> str:
    return ", ".join(f"{each.kind} {each.left} {each.right}" for each in relations)


@pytest.mark.parametrize(("label", "first", "second", "expected"), CASES, ids=[case[0] for case in CASES])
def test_two_claims_stand_to_each_other_as_the_table_says(
    label: str, first: str, second: str, expected: str, compared: Compared
) -> None:
    assert sorted(_shown(compared(first, second)).split(", ")) == sorted(expected.split(", "))


def test_a_subset_is_a_part_of_the_total_and_no_rival_of_it(told: Told) -> None:
    findings = told("army: 20 killed of side 2", "army: 3 killed of side 2")
    part = replace(findings.claims[1], subset_of=0)
    (only,) = compare_claims(replace(findings, claims=(findings.claims[0], part)))
    assert (only.kind, only.left, only.right) == ("subset_of", 1, 0)
    assert only.ground.endswith("the text counts the first among the second.")


def test_the_tolerance_of_about_can_be_switched_off(told: Told) -> None:
    findings = told("infobox: ~60 strength of side 2", "league: 58 strength of side 2")
    assert _shown(compare_claims(findings, tolerance=0)) == "contradicts 0 1"


def test_relations_are_sorted_by_left_right_and_kind(compared: Compared) -> None:
    found = compared(
        "league on 2020-05-01: 20 killed of raiders",
        "army: 20-30 killed of side 2",
        "head on 2020-05-23: 30-40 killed of raiders",
    )
    assert _shown(found) == "refines 0 1, contradicts 0 2, overlaps 1 2, revises 2 0"


def test_the_figures_of_a_divided_line_count_no_whole_side(compared: Compared) -> None:
    line = (
        "infobox: none losses of side 1",
        "& infobox: 1 killed of side 1",
        "& infobox: 3 killed of side 1",
    )
    assert _shown(compared(*line, "army: 3 killed of side 1", "league: 2 killed of side 1")) == (
        "agrees 2 3, contradicts 2 4, contradicts 3 4"
    )


def test_a_line_with_the_signs_of_its_parties_is_read_by_them(compared: Compared) -> None:
    line = ("infobox: none losses of side 1", "& infobox: 1 killed of ardia", "& infobox: 3 killed of league")
    assert _shown(compared(*line, "head: 9 killed of league")) == "contradicts 2 3"


def test_a_figure_that_its_line_adds_up_is_no_rival_of_the_sum(compared: Compared) -> None:
    line = (
        "infobox per front: 2500 losses of side 1",
        "& infobox: 7500 wounded of side 1",
        "& infobox: 10000 losses of side 1",
    )
    assert "contradicts" not in _shown(compared(*line))


def test_one_figure_read_for_two_measures_divides_no_line(told: Told) -> None:
    findings = told(
        "infobox: 54 killed of side 1",
        "& infobox: 35 captured of side 1",
        "& infobox: 35 killed of side 1",
        "& infobox per watch: 150 killed of side 1",
    )
    spans = (Span(0, 9), Span(11, 40), Span(11, 40), Span(50, 60))
    claims = tuple(replace(claim, span=span) for claim, span in zip(findings.claims, spans, strict=True))
    shown = _shown(compare_claims(replace(findings, claims=claims)))
    assert "contradicts 0 3" in shown
    assert "contradicts 2 3" not in shown


SIEGE = When("2020-03-01", "2020-05-01")
LONG = [
    # label, first claim, second claim, relations in a siege of two months
    ("a report and the whole", "watch on 2020-03-09: 2 killed of side 2", "infobox: 300 killed of side 2", "not_comparable 0 1"),
    ("more than the whole", "watch on 2020-03-09: 900 killed of side 2", "infobox: 300 killed of side 2", "contradicts 0 1"),
    ("two reports", "watch on 2020-03-09: 2 killed of side 2", "army on 2020-03-29: 30 killed of side 2", ""),
    ("two reports of one voice", "watch on 2020-03-09: 2 killed of side 2", "watch on 2020-03-29: 30 killed of side 2", ""),
    ("two infobox figures", "infobox per army: 90 killed of side 2", "infobox per front: 30 killed of side 2", "contradicts 0 1"),
    ("two voices in one sentence", "watch: 2 killed of side 2", "& army: 30 killed of side 2", "contradicts 0 1"),
    ("none of all", "front: none killed of side 2", "infobox: 300 killed of side 2", "contradicts 0 1"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "first", "second", "expected"), LONG, ids=[case[0] for case in LONG])
def test_a_report_from_a_long_event_is_no_rival_of_the_whole(
    label: str, first: str, second: str, expected: str, told: Told
) -> None:
    siege = Event("ford", "Siege of the Ford", "siege", Span(0, 1), main=True, when=SIEGE)
    assert _shown(compare_claims(replace(told(first, second), events=(siege,)))) == expected


@pytest.mark.parametrize(
    ("kind", "when", "long"),
    [
        ("battle", When("2020-05-01", "2020-05-03"), False),
        ("battle", When("2020-05-01", "2020-05-04"), True),
        ("battle", When("2020-05", "2020-05"), True),
        ("battle", When("2020-05-01", None), True),
        ("battle", When("-0030-09-02", "-0030-09-02"), False),
        ("battle", When("-0030", "-0029"), True),
        ("battle", None, False),
        ("siege", None, True),
    ],
)
def test_an_event_is_long_where_a_report_need_not_be_about_all_of_it(
    kind: EventKind, when: When | None, long: bool, told: Told
) -> None:
    event = Event("ford", "Ford", kind, Span(0, 1), main=True, when=when)
    found = compare_claims(
        replace(told("watch: 2 killed of side 2", "infobox: 300 killed of side 2"), events=(event,))
    )
    assert [each.kind for each in found] == ["not_comparable" if long else "contradicts"]


def test_what_one_voice_says_at_once_is_not_compared_with_itself(told: Told) -> None:
    lines = [f"army: {number} killed of raiders" for number in range(1, 400)]
    found = compare_claims(told("league: 7 killed of raiders", *lines))
    assert {each.left for each in found} == {0}
    assert len(found) == len(lines)
