"""What changed between two graphs."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from testimonia.model import Findings, Quantity, Span, When
from testimonia.query import Diff, Line, diff_graphs
from testimonia.query.pairing import pair_claims

Mapped = Callable[..., Store]


def test_equal_graphs_have_no_differences(ford: Store, mapped: Mapped) -> None:
    assert diff_graphs(ford, mapped(named=True)) == Diff()
    assert diff_graphs(ford, ford).empty


def test_a_claim_that_only_one_graph_has_appeared_or_vanished(ford: Store, mapped: Mapped) -> None:
    less = mapped(drop=2)
    gone, come = diff_graphs(ford, less), diff_graphs(less, ford)
    assert not gone.empty
    assert gone.appeared == come.vanished == ()
    assert gone.vanished == come.appeared
    (line,) = gone.vanished
    assert (line.kind, line.parties, line.claimants, line.figure) == (
        "wounded",
        "Ardian soldiers",
        "",
        "several",
    )
    assert line.quotes == ("Several Ardian soldiers were wounded",)


def test_another_figure_of_the_same_voice_is_a_change(
    ford: Store, findings: Findings, mapped: Mapped
) -> None:
    other = replace(findings.claims[1], quantity=Quantity("lower_bound", 35, None, "30 to 40"))
    found = diff_graphs(ford, mapped(claims=(findings.claims[0], other, *findings.claims[2:])))
    (change,) = found.changed
    assert (change.before.figure, change.after.figure) == ("30–40", "35–")
    assert (found.appeared, found.vanished, found.moved, found.records) == ((), (), (), ())


def test_another_stance_is_a_change(ford: Store, findings: Findings, mapped: Mapped) -> None:
    other = replace(findings.claims[0], stance="confirmed")
    (change,) = diff_graphs(ford, mapped(claims=(other, *findings.claims[1:]))).changed
    assert (change.before.stance, change.after.stance) == ("claimed", "confirmed")


def test_the_same_claim_at_other_offsets_moved(ford: Store, findings: Findings, mapped: Mapped) -> None:
    other = replace(
        findings.claims[0], span=Span(findings.claims[0].span.start, findings.claims[0].span.end - 1)
    )
    found = diff_graphs(ford, mapped(claims=(other, *findings.claims[1:])))
    (change,) = found.moved
    assert change.before.claim == change.after.claim
    assert (change.before.quotes, change.after.quotes) == (("20 killed",), ("20 kille",))
    assert found.changed == ()


def test_of_two_claims_with_one_successor_the_earlier_changed_and_the_later_vanished(
    findings: Findings, mapped: Mapped
) -> None:
    one = replace(findings.claims[3], quantity=Quantity("exact", 4, 4, "two"))
    before = mapped(claims=(findings.claims[3], replace(one, span=findings.claims[2].span)), relations=())
    nine = replace(one, quantity=Quantity("upper_bound", None, 9, "two"), span=findings.claims[1].span)
    after = mapped(claims=(nine,), relations=())
    found = diff_graphs(before, after)
    assert [(change.before.figure, change.after.figure) for change in found.changed] == [("4", "–9")]
    assert [(line.figure, line.parties) for line in found.vanished] == [("~2", "side 1")]


def test_events_and_participants_are_told_in_short(ford: Store, findings: Findings, mapped: Mapped) -> None:
    war = replace(findings.events[1], kind="war", when=None)
    store = mapped(events=(findings.events[0], war), participations=findings.participations[:2])
    assert diff_graphs(ford, store).records == (
        "- commander head of the League in battle-of-red-ford-2020",
        "- event Ardian War (other, 2019)",
        "+ event Ardian War (war)",
    )


@pytest.mark.parametrize(
    ("index", "changes", "what"),
    [
        (1, {"quantity": Quantity("exact", 31, 31, "30 to 40")}, ("figure",)),
        (0, {"claimants": ("front",)}, ("claimants",)),
        (0, {"side": 1}, ("parties",)),
        (0, {"measure": "wounded"}, ("kind",)),
        (0, {"stance": "confirmed"}, ("stance",)),
        (1, {"statement": None}, ("said_on",)),
        (0, {"category": "mixed"}, ()),
    ],
)
def test_what_is_another_is_named(
    index: int,
    changes: dict[str, Any],
    what: tuple[str, ...],
    ford: Store,
    findings: Findings,
    mapped: Mapped,
) -> None:
    claims = list(findings.claims)
    claims[index] = replace(claims[index], **changes)
    found = diff_graphs(ford, mapped(claims=tuple(claims), relations=()))
    assert [change.what for change in found.changed] == [what]
    assert (found.appeared, found.vanished) == ((), ())


def test_a_corrected_date_of_the_event_changes_the_claims_and_loses_none(
    ford: Store, findings: Findings, mapped: Mapped
) -> None:
    later = replace(findings.events[0], when=When("2021-05-01", "2021-05-03"))
    found = diff_graphs(ford, mapped(events=(later, findings.events[1])))
    assert [change.what for change in found.changed] == [("event",)] * len(findings.claims)
    assert (found.appeared, found.vanished) == ((), ())


def test_the_same_words_are_paired_before_the_order_of_the_text() -> None:
    def line(figure: str, quote: str, start: int) -> Line:
        return Line(
            "e",
            "killed",
            "side 1",
            "",
            figure,
            "unmarked",
            "",
            (("a", start, start + 9),),
            (quote,),
            f"c{figure}",
        )

    gone = [line("5", "five fell", 10), line("8", "eight fell", 90)]
    come = [line("9", "eight fell", 10), line("4", "four fell", 90)]
    assert [(change.before.figure, change.after.figure) for change in pair_claims(gone, come)] == [
        ("5", "4"),
        ("8", "9"),
    ]


figures = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5), st.integers(0, 30)), max_size=8)


@given(figures, figures)
def test_every_claim_is_told_exactly_once(
    before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    gone, come = (
        [
            Line("e", kind, "p", "", str(n), "", "", (("a", at, at + 1),), (), f"{side}{i}")
            for i, (kind, n, at) in enumerate(told)
        ]
        for side, told in (("left", before), ("right", after))
    )
    pairs = pair_claims(gone, come)
    assert (
        len({change.before.claim for change in pairs})
        == len({change.after.claim for change in pairs})
        == len(pairs)
    )
    alike = {(line.kind, line.figure) for line in gone} & {(line.kind, line.figure) for line in come}
    assert alike <= {(change.before.kind, change.before.figure) for change in pairs}
    assert pairs == pair_claims(reversed(gone), reversed(come))


def test_equipment_is_paired_with_equipment_of_its_kind() -> None:
    def line(figure: str, item: str, quote: str) -> Line:
        return Line(
            "e",
            "materiel_lost",
            "side 1",
            "",
            figure,
            "unmarked",
            "",
            (("a", 1, 9),),
            (quote,),
            f"c{figure}{item}",
            item=item,
        )

    gone = [line("5", "tank", "five tanks"), line("8", "truck", "eight trucks")]
    come = [line("9", "truck", "nine trucks"), line("4", "tank", "four tanks")]
    assert {(each.before.item, each.after.item) for each in pair_claims(gone, come)} == {
        ("tank", "tank"),
        ("truck", "truck"),
    }
    (change,) = pair_claims([gone[0]], [line("5", "armoured car", "five tanks")])
    assert change.what == ("item",)
