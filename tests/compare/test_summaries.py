"""Infobox claims that sum up the prose."""

from collections.abc import Callable

import pytest

from testimonia.model import Relation

Compared = Callable[..., tuple[Relation, ...]]

CASES = [
    # label, infobox claim, prose claims, indexes of those summarised
    ("a collective range", "infobox per army and league: 20-30 killed of side 2",
     ["army: 30 neutralised of raiders", "league: 20 killed of raiders", "head: 30-40 killed of raiders"], [1, 2]),
    ("one claimant's vague word", "infobox per league: several captured of side 2", ["league: some captured of raiders"], [1]),
    ("vague words with other bounds", "infobox per league: dozens captured of side 2", ["league: some captured of raiders"], [1]),
    ("a vague word against a figure", "infobox per league: dozens captured of side 2", ["league: 30 captured of raiders"], []),
    ("a vague word of nobody", "infobox: dozens captured of side 2", ["league: some captured of raiders", "army: several captured of raiders"], []),
    ("its office holder's figure", "infobox per league: 30 killed of side 2", ["head: 30 killed of raiders"], [1]),
    ("a claimant is missing", "infobox per army and league: 20-30 killed of side 2",
     ["army: 20 killed of raiders", "army: 30 killed of raiders"], []),
    ("not the hull", "infobox per army and league: 20-30 killed of side 2",
     ["army: 22 killed of raiders", "league: 28 killed of raiders"], []),
    ("a range in its own voice", "infobox: 20-30 killed of side 2", ["army: 20 killed of raiders", "league: 30 killed of raiders"], [1, 2]),
    ("an open range", "infobox: 20+ killed of side 2", ["army: 20 killed of raiders", "league: 30+ killed of raiders"], [1, 2]),
    ("one figure is no range", "infobox: 20 killed of side 2", ["army: 20 killed of raiders"], []),
    ("another side", "infobox per league: 30 killed of side 1", ["league: 30 killed of raiders"], []),
    ("another measure", "infobox per league: 30 wounded of side 2", ["league: 30 killed of raiders"], []),
    ("an episode", "infobox per league: 30 killed of side 2", ["league: 30 killed of raiders at 2020-05-01"], []),
    ("denied", "infobox per league: 30 killed of side 2", ["league: not 30 killed of raiders"], []),
]  # fmt: skip


@pytest.mark.parametrize(("label", "box", "prose", "expected"), CASES, ids=[case[0] for case in CASES])
def test_an_infobox_claim_summarises_what_the_table_says(
    label: str, box: str, prose: list[str], expected: list[int], compared: Compared
) -> None:
    found = compared(box, *prose)
    assert [each.right for each in found if each.kind == "summarises"] == expected
    assert all(each.left == 0 for each in found if each.kind == "summarises")


def test_what_is_summed_up_needs_no_warning_beside_it(compared: Compared) -> None:
    found = compared(CASES[0][1], *CASES[0][2])
    assert [(each.left, each.right) for each in found if each.kind == "not_comparable"] == [(1, 2), (1, 3)]
