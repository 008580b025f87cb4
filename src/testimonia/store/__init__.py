"""The embedded store: a built folder once more, as an Oxigraph store on disk.

`make_store` makes it beside its place and then moves it there, whole or not at all. Every command
that reads a graph opens it by itself (`testimonia.graphs`); `serve` needs one. `open_graph` makes one for a
while where a graph is too large for memory, `keep_graph` where several processes have to open it.
"""

from testimonia.store.make import Made, make_store
from testimonia.store.opening import keep_graph, open_graph

__all__ = ["Made", "keep_graph", "make_store", "open_graph"]
