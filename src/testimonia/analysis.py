"""What notebooks and scripts ask for: claims, relations and estimates as records, and as data frames.

Every function takes an article that `read_article` gave, the path of a folder that `build` wrote or of
a graph file, or a store that `read_graph` gave. It gives what the command line gives for the same
input: `claims` what `testimonia export csv` writes, `relations` what `testimonia query comparisons`
answers, `relations_across` what `testimonia compare` finds between articles, `estimates` what a named policy
makes of the claims.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from pyoxigraph import Store

    from testimonia.compare import Estimate
    from testimonia.query import ClaimRecord, Recovered, RelationRecord

__all__ = ["EstimateRecord", "claims", "estimates", "relations", "relations_across", "to_dataframe"]


@dataclass(frozen=True, slots=True)
class EstimateRecord:
    """Low, best and high of one measure of some people in one event, under one policy."""

    event: str
    """The IRI."""
    event_label: str
    policy: str
    kind: str
    """The measure: "killed", "wounded", …"""
    item: str
    """For materiel: what; else ""."""
    whom: str
    """"party", "side", "civilians" or "everybody"."""
    side: int | None
    parties: tuple[str, ...]
    """Labels of the party."""
    low: int
    best: int | None
    """None where the policy has none."""
    high: int | None
    """None where nothing bounds it from above."""
    method: str
    """How it was made, in one sentence."""
    obstacle: str
    """Why it could not be summed, or not wholly; "" where nothing is in the way."""
    claims: tuple[str, ...]
    """IRIs of the claims that it rests on."""
    left_out: tuple[str, ...]
    """Claims about the same people that it does not rest on, each as "IRI: reason"."""


def claims(source: Article | Store | str | Path) -> tuple[ClaimRecord, ...]:
    """Give every reading of every claim with a figure, by article and place in the text.

    A claim that is read in several places has a record for each; `reading == 1` gives each claim once.
    Raises GraphError where a path holds no graph.
    """
    from testimonia.query import claim_records

    return claim_records(_graph(source))


def relations(source: Article | Store | str | Path) -> tuple[RelationRecord, ...]:
    """Give how claims stand to each other, each relation with its ground; contradictions first.

    A folder that `build` wrote has those between its articles, too. Raises GraphError where a path holds no
    graph.
    """
    from testimonia.query import relation_records

    return relation_records(_graph(source))


def relations_across(*sources: Article | Store | str | Path) -> tuple[RelationRecord, ...]:
    """Give how claims of different articles, or revisions, about one event stand to each other.

    Takes any number of articles, graphs and paths, and holds all of them against each other; what one
    article tells is left to `relations`. Grounds name the articles; contradictions come first. Raises
    GraphError where a path holds no graph.
    """
    from pyoxigraph import Store

    from testimonia.query import across_records, whole

    together = Store()
    for source in sources:
        together.extend(whole(_graph(source)))
    return across_records(together)


def estimates(source: Article | Store | str | Path, *, policy: str) -> tuple[EstimateRecord, ...]:
    """Give low, best and high of each event, measure and party under a policy.

    `policy` is a name ("ucdp", "acled", "widest", "claimant:MSA") or the path of a .toml file; none is
    ever taken silently. Raises UsageError for what is not a policy, GraphError where a path holds no graph.
    """
    from testimonia.compare import estimates as estimate
    from testimonia.query import recover_findings

    return tuple(
        _estimate(each, recovered)
        for recovered in recover_findings(_graph(source))
        for each in estimate(recovered.findings, policy=policy)
    )


def to_dataframe(records: Sequence[object] | Article | Store | str | Path) -> pd.DataFrame:
    """Give records of one kind as a pandas data frame: a row each, a column for each field.

    An article, a graph or a path stands for its `claims`. Whole numbers that may be missing have the
    type Int64, lists stay tuples. Raises UsageError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(
            "A data frame needs the package pandas; install it with: pip install 'testimonia[notebook]'."
        ) from error
    rows = list(records) if isinstance(records, list | tuple) else list(claims(_source(records)))
    kind = type(rows[0]) if rows else None
    if kind is None:
        return pd.DataFrame()
    if not is_dataclass(kind):
        raise UsageError(f"«{kind.__name__}» is no record; give what claims, relations or estimates gave.")
    frame = pd.DataFrame({one.name: [getattr(row, one.name) for row in rows] for one in fields(kind)})
    whole = [one.name for one in fields(kind) if str(one.type) == "int | None"]
    return frame.astype(dict.fromkeys(whole, "Int64"))


def _source(source: object) -> Article | Store | str | Path:
    from pyoxigraph import Store

    if isinstance(source, Article | Store | str | Path):
        return source
    raise UsageError(f"«{type(source).__name__}» is no article, graph, path or list of records.")


def _graph(source: Article | Store | str | Path) -> Store:
    """Give the graph of an article, of a path, or the store itself."""
    from pyoxigraph import Store

    from testimonia.graphs import read_graph
    from testimonia.mapping import MappingOptions, map_article
    from testimonia.pipeline import find_claims
    from testimonia.query import whole

    if isinstance(source, Store):
        return source
    if isinstance(source, str | Path):
        return whole(read_graph(source))  # once, and not at every question
    store = Store()
    store.extend(map_article(source, find_claims(source), MappingOptions()))
    return store


def _estimate(estimate: Estimate, recovered: Recovered) -> EstimateRecord:
    labels = {actor.key: actor.label for actor in recovered.findings.actors}
    records = recovered.records
    return EstimateRecord(
        event=recovered.event,
        event_label=recovered.findings.events[0].label,
        policy=estimate.policy,
        kind=estimate.measure,
        item=estimate.item,
        whom=estimate.whom,
        side=estimate.side,
        parties=tuple(labels.get(key, key) for key in estimate.parties),
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        method=estimate.method,
        obstacle=estimate.obstacle,
        claims=tuple(dict.fromkeys(records[index].claim for index in estimate.inputs)),
        left_out=tuple(f"{records[each.claim].claim}: {each.reason}" for each in estimate.left_out),
    )
