"""Questions to a graph: named ones, SPARQL, where a record comes from, and what changed.

`ask` answers a question over a store that `testimonia.graphs.read_graph` has read; the named
questions are the files in `queries/`, each with a title and a line of purpose. `explain` shows the
sentence behind a claim or triple, and its rivals; `diff_graphs` tells what differs between two graphs.
"""

from testimonia.query.accounts import Account, Rival, Witness
from testimonia.query.answers import Answer
from testimonia.query.asking import ask
from testimonia.query.changes import Diff, diff_graphs
from testimonia.query.engine import base_of, whole
from testimonia.query.estimating import Estimated, estimate_events, estimate_graph
from testimonia.query.explaining import Explanation, explain
from testimonia.query.findings import Recovered, place_lines, recover_findings
from testimonia.query.named import NamedQuery, list_queries
from testimonia.query.pairing import Change, Line
from testimonia.query.records import ClaimRecord, RelationRecord, claim_records, relation_records
from testimonia.query.relating import Related, across_records, relate_articles, relation_graph

__all__ = [
    "Account",
    "Answer",
    "Change",
    "ClaimRecord",
    "Diff",
    "Estimated",
    "Explanation",
    "Line",
    "NamedQuery",
    "Recovered",
    "Related",
    "RelationRecord",
    "Rival",
    "Witness",
    "across_records",
    "ask",
    "base_of",
    "claim_records",
    "diff_graphs",
    "estimate_events",
    "estimate_graph",
    "explain",
    "list_queries",
    "place_lines",
    "recover_findings",
    "relate_articles",
    "relation_graph",
    "relation_records",
    "whole",
]
