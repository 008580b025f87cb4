"""Graphs in, one pyoxigraph store out: what `query`, `validate`, `serve` and `load` all read with.

`read_graph` takes a graph file, a folder that `build` wrote, standard input ("-"), or a store that
`testimonia store` made: the first three are read into memory, the last is opened where it lies.

    files    which files of a folder are read
    forms    RDF on standard input, whose form is told by its first words
    read     the files themselves, with errors that name line and words
    kept     the store on disk: where it lies, and whether it still holds what the folder does
"""

from testimonia.graphs.files import SUFFIXES, digest_of, graph_files, preferred
from testimonia.graphs.kept import Kept, find_kept, fingerprint, is_whole, mark_whole
from testimonia.graphs.read import quads_of, read_graph

__all__ = [
    "SUFFIXES",
    "Kept",
    "digest_of",
    "find_kept",
    "fingerprint",
    "graph_files",
    "is_whole",
    "mark_whole",
    "preferred",
    "quads_of",
    "read_graph",
]
