"""Graphs into other people's triple stores: one named graph an article revision, replaced whole, counted.

graphs       what is to be loaded: named graphs, each with its triples
connection   requests: sign-in, retries, gzip, and errors told as ours
addresses    where a store takes queries, updates and graphs, found by asking
methods      three ways to replace a graph: Graph Store Protocol, update, whole datasets
probing      which of them works, tried on a graph of one triple that is removed again
journal      what was loaded before
run          all of it, graph by graph
"""

from testimonia.load.connection import Connection, SignIn
from testimonia.load.run import Outcome, load_graphs

__all__ = ["Connection", "Outcome", "SignIn", "load_graphs"]
