"""What changed between two graphs."""

from collections.abc import Callable
from dataclasses import replace

from pyoxigraph import Store

from testimonia.model import Findings, Quantity, Span
from testimonia.query import Diff, diff_graphs

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
    after = mapped(claims=(replace(one, quantity=Quantity("upper_bound", None, 9, "two")),), relations=())
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
