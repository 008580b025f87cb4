"""What must hold between any figures and any claims."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from testimonia.compare import check_infobox, compare_claims, estimates
from testimonia.compare.intervals import Interval, figure, hull, is_rounded, position
from testimonia.model import Event, Findings, Quantity, Span, When

_TURNED = {"inside": "around", "around": "inside"}
_EXCLUSIVE = {"agrees", "contradicts", "refines", "overlaps"}


@some.composite
def intervals(draw: some.DrawFn) -> Interval:
    low = draw(some.integers(0, 40))
    return Interval(low, draw(some.none() | some.integers(low, 60)))


def _counts(interval: Interval) -> set[int]:
    """The counts up to 99; what is open above counts them all."""
    return set(range(interval.low, 100 if interval.high is None else interval.high + 1))


@given(intervals(), intervals())
def test_a_position_says_what_the_counts_themselves_say(one: Interval, other: Interval) -> None:
    left, right = _counts(one), _counts(other)
    said = {
        "equal": left == right,
        "inside": left < right,
        "around": left > right,
        "apart": not left & right,
        "overlapping": bool(left & right and left - right and right - left),
    }
    assert [name for name, holds in said.items() if holds] == [position(one, other)]


@given(intervals(), intervals())
def test_positions_turn_with_their_intervals(one: Interval, other: Interval) -> None:
    found = position(one, other)
    assert position(other, one) == _TURNED.get(found, found)


@given(some.lists(intervals(), min_size=1, max_size=5))
def test_a_hull_holds_all_and_nothing_below_or_above(several: list[Interval]) -> None:
    whole = hull(several)
    counts = set().union(*map(_counts, several))
    assert all(whole.holds(each) for each in several)
    assert (min(counts), max(counts)) == (min(_counts(whole)), max(_counts(whole)))


@given(some.integers(0, 10**6), some.floats(0, 0.5))
def test_about_a_number_holds_the_number(number: int, tolerance: float) -> None:
    found = figure(Quantity("approximate", number, number, "about"), tolerance)
    assert found is not None
    assert found.interval.holds(Interval(number, number))


_FIGURES = [
    "0",
    "1",
    "7",
    "20-30",
    "25-40",
    "13+",
    "<9",
    "~60",
    "several",
    "some",
    "none",
    "unknown",
    "not 20",
]
_LINES = some.builds(
    "{}: {} {} of {}".format,
    some.sampled_from(
        [
            "infobox",
            "infobox per army",
            "army",
            "league",
            "army on 2020-05-01",
            "army on 2020-06",
            "head",
            "article",
        ]
    ),
    some.sampled_from(_FIGURES),
    some.sampled_from(["killed", "losses", "neutralised", "captured", "surrendered", "strength"]),
    some.sampled_from(
        ["side 1", "side 2", "front", "guard", "raiders", "column", "civilians", "children", "people"]
    ),
)


_REVISING = some.builds("> {}".format, _LINES)
"""Lines whose figure revises that of the line before, whoever gives it."""


@given(lines=some.lists(_LINES | _REVISING, max_size=12))
def test_two_claims_stand_in_one_exclusive_relation_at_most(
    lines: list[str], told: Callable[..., Findings]
) -> None:
    relations = compare_claims(told(*lines))
    pairs = Counter(frozenset({each.left, each.right}) for each in relations if each.kind in _EXCLUSIVE)
    assert all(count == 1 for count in pairs.values())
    assert all(each.left != each.right for each in relations)
    assert len({(each.kind, each.left, each.right) for each in relations}) == len(relations)


@given(lines=some.lists(_LINES | _REVISING, max_size=12))
def test_no_directed_relation_holds_both_ways(lines: list[str], told: Callable[..., Findings]) -> None:
    found = {(each.kind, each.left, each.right) for each in compare_claims(told(*lines))}
    directed = {
        each for each in found if each[0] in {"refines", "revises", "summarises", "denies", "subset_of"}
    }
    assert not any((kind, right, left) in directed for kind, left, right in directed)


@given(side=some.integers(1, 99), toll=some.integers(1, 99), last=some.booleans())
def test_a_toll_of_everybody_and_a_figure_of_one_side_are_told_apart_whatever_they_are(
    side: int, toll: int, last: bool, told: Callable[..., Findings]
) -> None:
    lines = [f"army: {side} killed of side 2", f"league: {toll} killed of people"]
    (relation,) = compare_claims(told(*(lines[::-1] if last else lines)))
    assert relation.kind == "not_comparable"
    assert ("is above the second" in relation.ground) == (side > toll)


@given(lines=some.lists(_LINES, min_size=2, max_size=8))
def test_the_order_of_the_claims_changes_no_relation(lines: list[str], told: Callable[..., Findings]) -> None:
    def shape(lines: list[str]) -> Counter[tuple[str, frozenset[str], str]]:
        return Counter(
            (each.kind, frozenset({lines[each.left], lines[each.right]}), lines[each.left] if each.kind == "refines" else "")
            for each in compare_claims(told(*lines))
        )  # fmt: skip

    assert shape(lines) == shape(lines[::-1])


@given(lines=some.lists(_LINES, max_size=8))
def test_every_ground_is_one_sentence(lines: list[str], told: Callable[..., Findings]) -> None:
    for relation in compare_claims(told(*lines)):
        assert relation.ground.endswith(".")
        assert relation.ground[0] == relation.ground[0].upper()
        assert relation.rule.startswith("compare.")


@given(intervals(), intervals())
def test_what_is_rounded_is_near_and_no_range(one: Interval, other: Interval) -> None:
    rough, exact = Interval(one.low * 100, one.low * 100), other
    if is_rounded(rough, exact):
        assert exact.low == exact.high
        assert abs(rough.low - exact.low) * 20 <= exact.low


@given(lines=some.lists(_LINES, max_size=12))
def test_in_a_long_event_no_more_is_contradicted_than_in_a_short_one(
    lines: list[str], told: Callable[..., Findings]
) -> None:
    findings = told(*lines)
    siege = Event("ford", "Siege", "siege", Span(0, 1), main=True, when=When("2020-03-01", "2020-05-01"))
    found = [
        {(each.left, each.right) for each in compare_claims(each_findings) if each.kind == "contradicts"}
        for each_findings in (findings, replace(findings, events=(siege,)))
    ]
    assert found[1] <= found[0]


@given(lines=some.lists(_LINES, max_size=10))
def test_what_contradicts_counts_the_same_event_and_side(
    lines: list[str], told: Callable[..., Findings]
) -> None:
    claims = told(*lines).claims
    for each in compare_claims(told(*lines)):
        if each.kind == "contradicts":
            left, right = claims[each.left], claims[each.right]
            assert left.event == right.event
            assert left.side == right.side or left.side is None or right.side is None


_POLICIES = some.sampled_from(["ucdp", "acled", "widest", "claimant:army"])


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=10), policy=_POLICIES)
def test_low_best_and_high_come_in_this_order(
    lines: list[str], policy: str, told: Callable[..., Findings]
) -> None:
    for each in estimates(told(*lines), policy=policy):
        ends = [number for number in (each.low, each.best, each.high) if number is not None]
        assert ends == sorted(ends)
        assert each.low >= 0


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=10), policy=_POLICIES)
def test_every_estimate_rests_on_claims_and_never_on_what_it_leaves_out(
    lines: list[str], policy: str, told: Callable[..., Findings]
) -> None:
    findings = told(*lines)
    for each in estimates(findings, policy=policy):
        assert each.inputs
        assert not {left.claim for left in each.left_out} & set(each.inputs)
        assert all(0 <= index < len(findings.claims) for index in each.inputs)
        assert all(findings.claims[index].event == each.event for index in each.inputs)


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=10), policy=_POLICIES)
def test_a_sum_is_no_less_than_its_parts_together(
    lines: list[str], policy: str, told: Callable[..., Findings]
) -> None:
    found = estimates(told(*lines), policy=policy)
    for each in found:
        parts = [found[index] for index in each.summed]
        assert each.low >= sum(part.low for part in parts)
        if each.high is not None:
            assert all(part.high is not None for part in parts)


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=10))
def test_the_widest_policy_reaches_as_far_down_as_any(
    lines: list[str], told: Callable[..., Findings]
) -> None:
    findings = told(*lines)
    lows = {
        policy: {
            (each.measure, each.side, each.parties): each.low
            for each in estimates(findings, policy=policy)
            if not each.summed and each.whom != "everybody" and not each.obstacle
        }
        for policy in ("widest", "ucdp")
    }
    for counted, low in lows["ucdp"].items():
        assert lows["widest"].get(counted, low) <= low


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=8), policy=_POLICIES)
def test_the_order_of_the_claims_changes_no_extreme(
    lines: list[str], policy: str, told: Callable[..., Findings]
) -> None:
    def shape(lines: list[str]) -> Counter[tuple[object, ...]]:
        return Counter(
            (each.measure, each.whom, each.side, each.parties, each.low, each.high)
            for each in estimates(told(*lines), policy=policy)
        )

    if policy != "ucdp" and not policy.startswith("claimant"):
        assert shape(lines) == shape(lines[::-1])


@settings(max_examples=40)
@given(lines=some.lists(_LINES, max_size=10))
def test_every_figure_of_the_infobox_is_checked_once(lines: list[str], told: Callable[..., Findings]) -> None:
    findings = told(*lines)
    checked = check_infobox(findings)
    boxes = [
        index
        for index, claim in enumerate(findings.claims)
        if claim.zone == "infobox" and claim.quantity.kind != "unknown"
    ]
    assert [each.claim for each in checked.figures] == boxes
    assert all(findings.claims[index].zone != "infobox" for index in checked.left_out)
