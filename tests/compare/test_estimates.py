"""Low, best and high under the shipped policies, told in the notation of conftest.py."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from testimonia.compare import Estimate, estimates
from testimonia.model import Event, Findings, Measure, Participation, Quantity, Span, When

Told = Callable[..., Findings]

SIDE_2 = [
    # label, policy, what is said of the killed of side 2, low, best, high
    ("one figure", "ucdp", ["infobox: 20 killed of side 2"], 20, 20, 20),
    ("of a range the middle", "ucdp", ["watch: 20-30 killed of side 2"], 20, 25, 30),
    ("of a range the lowest", "acled", ["watch: 20-30 killed of side 2"], 20, 20, 30),
    ("no best figure", "widest", ["watch: 20-30 killed of side 2"], 20, None, 30),
    ("about keeps its number", "ucdp", ["watch: ~60 killed of side 2"], 54, 60, 66),
    ("at least counts as that", "ucdp", ["watch: 12+ killed of side 2"], 12, 12, 12),
    ("at least has no end", "widest", ["watch: 12+ killed of side 2"], 12, None, None),
    ("up to is no lower end", "ucdp", ["watch: <30 killed of side 2", "infobox: 20 killed of side 2"], 20, 30, 30),
    ("up to reaches down to none", "widest", ["watch: <30 killed of side 2", "infobox: 20 killed of side 2"], 0, None, 30),
    ("an outsider before the enemy", "ucdp", ["army: 90 killed of side 2", "watch: 30 killed of side 2"], 30, 30, 30),
    ("the enemy where nobody else speaks", "ucdp", ["army: 90 killed of side 2", "league: 70 killed of side 2"], 70, 90, 90),
    ("own losses before the enemy's count", "ucdp", ["army: 90 killed of side 2", "front: 12 killed of side 2"], 12, 12, 12),
    ("the lowest of all", "acled", ["army: 90 killed of side 2", "front: 12 killed of side 2"], 12, 12, 90),
    ("all that is said", "widest", ["army: 90 killed of side 2", "front: 12 killed of side 2"], 12, None, 90),
    ("an own figure before nobody's", "ucdp", ["front: 12 killed of side 2", "infobox: 15 killed of side 2"], 12, 12, 15),
    ("what was revised no longer counts", "ucdp", ["watch on 2020-05-01: 20 killed of side 2", "watch on 2020-05-09: 31 killed of side 2"], 31, 31, 31),
    ("what was revised was said", "widest", ["watch on 2020-05-01: 20 killed of side 2", "watch on 2020-05-09: 31 killed of side 2"], 20, None, 31),
    ("a denied figure", "ucdp", ["front: not 90 killed of side 2", "watch: 30 killed of side 2"], 30, 30, 30),
    ("an episode does not lower", "ucdp", ["article: 3 killed of side 2", "infobox: 30 killed of side 2"], 30, 30, 30),
    ("an episode above the whole", "ucdp", ["article: 40 killed of side 2", "infobox: 30 killed of side 2"], 30, 30, 40),
    ("an episode is all there is", "ucdp", ["article: 3 killed of side 2"], 3, 3, 3),
    ("a word that has a number", "acled", ["watch: dozens killed of side 2"], 12, 12, 12),
    ("a word and its least number", "ucdp", ["watch: dozens killed of side 2"], 24, 24, 24),
    ("a word has no end", "widest", ["watch: dozens killed of side 2"], 24, None, None),
    ("words of two scales", "acled", ["watch: tens of thousands killed of side 2"], 10_000, 10_000, 10_000),
    ("several hundred", "acled", ["watch: several hundred killed of side 2"], 100, 100, 100),
    ("a number before a word", "ucdp", ["watch: dozens killed of side 2", "infobox: 31 killed of side 2"], 31, 31, 31),
    ("as the army tells it", "claimant:army", ["army: 90 killed of side 2", "front: 12 killed of side 2"], 90, 90, 90),
    ("as those tell it who speak for it", "claimant:FVL", ["head: 90 killed of side 2", "front: 12 killed of side 2"], 90, 90, 90),
]  # fmt: skip


def _only(
    found: tuple[Estimate, ...], whom: str, side: int | None = None, measure: Measure = "killed"
) -> Estimate:
    (one,) = (each for each in found if (each.whom, each.side, each.measure) == (whom, side, measure))
    return one


@pytest.mark.parametrize(
    ("label", "policy", "lines", "low", "best", "high"), SIDE_2, ids=[case[0] for case in SIDE_2]
)
def test_a_side_is_estimated_as_the_table_says(
    label: str, policy: str, lines: list[str], low: int, best: int | None, high: int | None, told: Told
) -> None:
    found = _only(estimates(told(*lines), policy=policy), "side", 2)
    assert (found.low, found.best, found.high) == (low, best, high)


def test_parties_that_share_nobody_are_added_up(told: Told) -> None:
    findings = told("front: 20-30 killed of front", "guard: 5 killed of guard")
    found = estimates(findings, policy="widest")
    side = _only(found, "side", 2)
    assert (side.low, side.high, side.obstacle) == (25, 35, "")
    assert side.method == "the sum of Red Hill Front and River Guard"
    assert [found[index].parties for index in side.summed] == [("front",), ("guard",)]
    assert side.inputs == (0, 1)


def test_a_party_without_a_figure_is_not_a_party_that_lost_nobody(told: Told) -> None:
    side = _only(estimates(told("front: 20 killed of front"), policy="widest"), "side", 2)
    assert (side.low, side.best, side.high) == (20, None, None)
    assert side.obstacle == "not the whole: no figure for River Guard"


def test_a_policy_may_count_silence_as_none_but_says_so(told: Told) -> None:
    side = _only(estimates(told("front: 20 killed of front"), policy="ucdp"), "side", 2)
    assert (side.low, side.best, side.high) == (20, 20, 20)
    assert side.method == "Red Hill Front alone; River Guard without a figure adds nothing"


def test_a_unit_is_not_added_to_the_party_it_belongs_to(told: Told) -> None:
    findings = told("front: 20 killed of front", "guard: 5 killed of guard", "front: 7 killed of column")
    assert _only(estimates(findings, policy="ucdp"), "side", 2).best == 25


def test_groups_that_may_be_counted_among_others_are_not_summed(told: Told) -> None:
    side = _only(estimates(told("watch: 4 killed of scouts"), policy="ucdp"), "side", 2)
    assert (side.low, side.best, side.high) == (4, None, None)
    assert side.obstacle.startswith("cannot be summed: its figures count groups")


def test_figures_that_share_a_party_are_not_summed(told: Told) -> None:
    findings = told("watch: 9 killed of front and scouts", "watch: 4 killed of guard and scouts")
    third = Participation("scouts", "ford", "belligerent", 2, Span(0, 1), "rule", 0.9)
    findings = replace(findings, participations=(*findings.participations, third))
    side = _only(estimates(findings, policy="ucdp"), "side", 2)
    assert (side.low, side.best, side.high, side.summed) == (9, None, None, ())
    assert side.obstacle == "cannot be summed: scouts is counted in two of its figures"


def test_the_whole_event_is_the_sum_of_its_sides_and_civilians(told: Told) -> None:
    findings = told(
        "watch: 10-12 killed of side 1", "watch: 20 killed of side 2", "watch: 3 killed of civilians"
    )
    found = estimates(findings, policy="widest")
    everybody = _only(found, "everybody")
    assert (everybody.low, everybody.high) == (33, 35)
    assert everybody.method == "the sum of side 1, side 2 and civilians"
    assert {found[index].whom for index in everybody.summed} == {"side", "civilians"}


def test_a_side_without_a_figure_leaves_the_event_open(told: Told) -> None:
    everybody = _only(estimates(told("watch: 10 killed of side 1"), policy="widest"), "everybody")
    assert (everybody.low, everybody.best, everybody.high) == (10, None, None)
    assert everybody.obstacle == "not the whole: no figure for side 2"


def test_a_toll_that_names_nobody_is_that_of_everybody(told: Told) -> None:
    found = estimates(told("watch: 23 killed", "army: 31 killed of people"), policy="widest")
    assert [(each.whom, each.parties, each.low, each.high) for each in found] == [("everybody", (), 23, 31)]
    assert found[0].method == "the extremes of 2 figures"


def test_a_toll_that_names_nobody_is_no_part_of_the_sum_of_the_sides(told: Told) -> None:
    findings = told("watch: 10 killed of side 1", "watch: 20 killed of side 2", "army: 90 killed")
    everybody = _only(estimates(findings, policy="widest"), "everybody")
    assert (everybody.low, everybody.high) == (30, 30)
    assert [(each.claim, each.reason) for each in everybody.left_out] == [
        (2, "it names nobody, and the sides are counted apart")
    ]


def test_a_toll_that_names_nobody_holds_the_civilians(told: Told) -> None:
    findings = told("watch: 23 killed", "army: 3 killed of civilians")
    everybody = _only(estimates(findings, policy="ucdp"), "everybody")
    assert (everybody.low, everybody.inputs) == (23, (0,))


def test_the_strengths_of_enemies_are_not_added_up(told: Told) -> None:
    found = estimates(told("watch: 60 strength of side 1", "watch: 90 strength of side 2"), policy="ucdp")
    assert [each.whom for each in found] == ["side", "side"]


def test_every_claim_about_the_same_people_is_an_input_or_left_out_with_a_reason(told: Told) -> None:
    findings = told(
        "watch: 30 killed of side 2",
        "army: 90 killed of side 2",
        "front: not 90 killed of side 2",
        "article: 3 killed of side 2",
        "watch: 4 killed of side 2 at elsewhere",
    )
    side = _only(estimates(findings, policy="ucdp"), "side", 2)
    assert side.inputs == (0,)
    assert {each.claim: each.reason for each in side.left_out} == {
        1: "a party counts its enemy's people",
        2: "the figure is denied",
        3: "it may count only an episode, and others give more for the whole",
    }


def test_a_report_from_a_long_siege_does_not_lower_its_estimate(told: Told) -> None:
    lines = ("watch: 2 killed of side 2", "infobox: 300 killed of side 2")
    siege = Event(
        "ford", "Siege of the Ford", "siege", Span(0, 1), main=True, when=When("2020-03-01", "2020-05-01")
    )
    fight = replace(siege, kind="battle", when=When("2020-03-01", "2020-03-02"))
    low = [
        _only(estimates(replace(told(*lines), events=(event,)), policy="ucdp"), "side", 2).low
        for event in (siege, fight)
    ]
    assert low == [300, 2]


def test_materiel_is_estimated_item_by_item(told: Told) -> None:
    found = estimates(
        told("army: 3 materiel_lost of tank by of side 2", "watch: 5 materiel_lost of Tanks by of side 2"),
        policy="widest",
    )
    assert [(each.item, each.low, each.high) for each in found] == [("tank", 3, 5)]


def test_nobody_heard_is_nothing_estimated(told: Told) -> None:
    assert estimates(told("army: 90 killed of side 2"), policy="claimant:Nobody") == ()


def test_unknown_figures_give_no_estimate(told: Told) -> None:
    findings = told("watch: unknown killed of side 2")
    assert findings.claims[0].quantity == Quantity("unknown", None, None, "unknown", "unknown")
    assert estimates(findings, policy="ucdp") == ()


def test_what_two_articles_say_alike_is_one_figure(told: Told) -> None:
    findings = told("watch: 30 killed of side 2", "watch: 30 killed of side 2", "army: 40 killed of side 2")
    side = _only(estimates(findings, policy="widest"), "side", 2)
    assert side.method == "the extremes of 2 figures"
