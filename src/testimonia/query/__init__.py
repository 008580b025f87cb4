"""Questions to a graph: named ones, SPARQL, where a record comes from, and what changed.

`ask` answers a question over a store that `testimonia.graphs.read_graph` has read; the named
questions are the files in `queries/`, each with a title and a line of purpose. `explain` shows the
sentence behind a claim or triple, and its rivals; `diff_graphs` tells what differs between two graphs.
"""

from testimonia.query.accounts import Account, Rival, Witness
from testimonia.query.answers import Answer
from testimonia.query.asking import ask
from testimonia.query.changes import Change, Diff, Line, diff_graphs
from testimonia.query.explaining import Explanation, explain
from testimonia.query.named import NamedQuery, list_queries

__all__ = [
    "Account",
    "Answer",
    "Change",
    "Diff",
    "Explanation",
    "Line",
    "NamedQuery",
    "Rival",
    "Witness",
    "ask",
    "diff_graphs",
    "explain",
    "list_queries",
]
