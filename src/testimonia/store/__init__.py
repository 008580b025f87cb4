"""The embedded store: a built folder once more, as an Oxigraph store on disk.

`make_store` makes it beside its place and then moves it there, whole or not at all. Every command
that reads a graph opens it by itself (`testimonia.graphs`); `serve` needs one.
"""

from testimonia.store.make import Made, make_store

__all__ = ["Made", "make_store"]
