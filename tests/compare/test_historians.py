"""One war counted by several historians: relations and estimates against figures worked out here.

The tables of ../shared/corpus/authority/acw give strength and losses of both sides in the battles of the
American Civil War as one commission, two handbooks, a survey and Wikipedia have them. What is expected
is worked out from the tables with plain arithmetic, and nothing of the room under test.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from testimonia.compare import compare_claims, estimates
from testimonia.model import Actor, Claim, Event, Findings, Measure, Participation, Quantity, Span

TABLES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "authority" / "acw"

pytestmark = [
    pytest.mark.skipif(not TABLES.is_dir(), reason="the tables of the historians are not beside the checkout"),
    pytest.mark.usefixtures("unmeasured"),
]

HISTORIANS = ("clodfelter", "cws2", "cwsac", "kennedy1997", "wikipedia")
SIDES = {"US": 1, "Confederate": 2}
COLUMNS: dict[str, Measure] = {
    "strength": "strength",
    "casualties": "losses",
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "killed_wounded": "killed_or_wounded",
}
WIDER: dict[Measure, tuple[Measure, ...]] = {
    "killed": ("killed_or_wounded", "losses"),
    "wounded": ("killed_or_wounded",),
}


@dataclass(frozen=True)
class Figure:
    """What a historian says of one side: from `low` to `high` people."""

    historian: str
    side: int
    measure: Measure
    low: int
    high: int


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _commission_ids() -> dict[str, str]:
    """Give the commission's number of a battle for each title of Wikipedia, and each name without "Battle of"."""
    found = {}
    for row in _rows("nps_battles_to_wiki"):
        if row["relation"] == "=":
            title = row["wikipedia_title"]
            found[title] = row["cwsac_id"]
            found.setdefault(title.removeprefix("Battle_of_").replace("_", " "), row["cwsac_id"])
    return found


def _battle(historian: str, row: dict[str, str]) -> str | None:
    if historian in {"clodfelter", "wikipedia"}:
        return _commission_ids().get(row["battle_id"])
    return row.get("battle") or row["battle_id"] if historian != "cwsac" else row["battle"]


def _number(words: str) -> int | None:
    return round(float(words)) if words else None


@cache
def battles() -> dict[str, tuple[Figure, ...]]:
    """Give what the historians say of each battle that two of them count, by the commission's number."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for historian in HISTORIANS:
        for row in _rows(f"{historian}_forces"):
            battle, side = _battle(historian, row), SIDES.get(row["belligerent"])
            if battle is None or side is None:
                continue
            for column, measure in COLUMNS.items():
                low = _number(row.get(f"{column}_min") or row.get(column) or "")
                high = _number(row.get(f"{column}_max") or row.get(column) or "")
                if low is not None and high is not None:
                    found[battle].append(Figure(historian, side, measure, min(low, high), max(low, high)))
    counted = {battle: tuple(dict.fromkeys(figures)) for battle, figures in sorted(found.items())}
    return {battle: figures for battle, figures in counted.items() if len({f.historian for f in figures}) > 1}


def findings(figures: tuple[Figure, ...]) -> Findings:
    """Let each historian claim his figures, as an article of one day's battle would report them."""
    here = Span(0, 1)
    sides = [("union", 1), ("confederacy", 2)]
    return Findings(
        events=(Event("battle", "a battle", "battle", here, main=True),),
        actors=(
            *(Actor(key, key, "state", here, side=number) for key, number in sides),
            *(Actor(name, name, "person", here) for name in HISTORIANS),
        ),
        participations=tuple(
            Participation(key, "battle", "belligerent", number, here, "table", 1.0) for key, number in sides
        ),
        claims=tuple(
            Claim(
                figure.measure,
                Quantity(
                    "exact" if figure.low == figure.high else "range", figure.low, figure.high, "figure"
                ),
                "battle",
                Span(number, number + 1),
                Span(number, number + 1),
                "table",
                1.0,
                side=figure.side,
                category="combatants",
                claimants=(figure.historian,),
                stance="claimed",
                zone="infobox",
            )
            for number, figure in enumerate(figures)
        ),
    )


def _in_round_numbers(one: Figure, other: Figure) -> bool:
    """Tell whether one number, written with the significant digits of the other, is the other."""
    if one.low != one.high or other.low != other.high:
        return False
    for exact, rough in ((one.low, other.low), (other.low, one.low)):
        digits = str(rough).rstrip("0")
        if len(str(rough)) - len(digits) < 2 or abs(rough - exact) > exact / 20:
            continue
        unit = Decimal(10) ** (len(str(rough)) - len(digits))
        for way in (ROUND_HALF_UP, ROUND_HALF_DOWN):
            if (Decimal(exact) / unit).quantize(Decimal(1), rounding=way) * unit == rough:
                return True
    return False


def expected_of_one_measure(one: Figure, other: Figure) -> str:
    """Say what holds between two ranges, from their four ends."""
    if (one.low, one.high) == (other.low, other.high):
        return "agrees"
    if one.high < other.low or other.high < one.low:
        return "refines" if _in_round_numbers(one, other) else "contradicts"
    within = (one.low >= other.low and one.high <= other.high) or (
        one.low <= other.low and one.high >= other.high
    )
    return "refines" if within else "overlaps"


def expected_of_part(part: Figure, whole: Figure) -> str | None:
    """Say what holds between some of the losses and all of them."""
    if part.low > whole.high:
        return "contradicts"
    return "not_comparable" if part.high < whole.low and part.high > 0 else None


def expected(figures: tuple[Figure, ...]) -> set[tuple[str, frozenset[int]]]:
    found: set[tuple[str, frozenset[int]]] = set()
    for (i, one), (j, other) in combinations(enumerate(figures), 2):
        if (one.side, one.measure) == (other.side, other.measure):
            found.add((expected_of_one_measure(one, other), frozenset({i, j})))
    for (i, part), (j, whole) in product(enumerate(figures), repeat=2):
        if part.side == whole.side and whole.measure in WIDER.get(part.measure, ()):
            kind = expected_of_part(part, whole)
            if kind:
                found.add((kind, frozenset({i, j})))
    return found


def test_there_are_enough_battles_to_tell() -> None:
    assert len(battles()) > 300
    assert sum(map(len, battles().values())) > 1500
    assert {figure.historian for figures in battles().values() for figure in figures} == set(HISTORIANS)


def test_every_relation_of_every_battle_is_the_one_worked_out() -> None:
    kinds: dict[str, int] = defaultdict(int)
    for battle, figures in battles().items():
        found = {
            (each.kind, frozenset({each.left, each.right})) for each in compare_claims(findings(figures))
        }
        assert found == expected(figures), battle
        for kind, _ in found:
            kinds[kind] += 1
    assert min(kinds[kind] for kind in ("agrees", "contradicts", "refines", "not_comparable")) > 20


@pytest.mark.parametrize("policy", ["widest", "acled", "ucdp"])
def test_every_estimate_of_every_side_is_the_one_worked_out(policy: str) -> None:
    for battle, figures in battles().items():
        found = {
            (each.side, each.measure): (each.low, each.best, each.high)
            for each in estimates(findings(figures), policy=policy)
            if each.whom == "side"
        }
        by_side: dict[tuple[int | None, Measure], list[Figure]] = defaultdict(list)
        for figure in figures:
            by_side[figure.side, figure.measure].append(figure)
        assert found.keys() == by_side.keys(), battle
        for counted, rivals in by_side.items():
            closest = min(rivals, key=lambda figure: figure.high - figure.low)
            least, most = min(each.low for each in rivals), max(each.high for each in rivals)
            best = {"widest": None, "acled": least, "ucdp": (closest.low + closest.high) // 2}[policy]
            assert found[counted] == (least, best, most), (battle, counted)


def test_the_losses_of_a_battle_are_the_sum_of_both_sides() -> None:
    for battle, figures in battles().items():
        sums = {
            each.measure: each
            for each in estimates(findings(figures), policy="widest")
            if each.whom == "everybody"
        }
        for measure, total in sums.items():
            ends = [
                (min(each.low for each in rivals), max(each.high for each in rivals))
                for side in (1, 2)
                if (rivals := [each for each in figures if (each.side, each.measure) == (side, measure)])
            ]
            assert total.low == sum(low for low, _ in ends), (battle, measure)
            assert total.high == (sum(high for _, high in ends) if len(ends) == 2 else None)
            assert bool(total.obstacle) == (len(ends) == 1)
        assert "strength" not in sums
