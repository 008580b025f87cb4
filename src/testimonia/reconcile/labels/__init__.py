"""An index of labels: things by their names, however misspelt, among hundreds of thousands.

`build_index` writes one file, the same bytes for the same entries; `open_index` maps it into memory
without reading it through, and `index_entries` makes a small one in memory alone. `find` gives the
things whose labels are most like some words, `complete` those with a label that goes on as the words do.

    index = build_index([Entry("Q912", ("Mali", "Republic of Mali"), ("country",))], path)
    open_index(path).find("Repubblic of Mali", limit=5)

Needs the extra `reconcile` (numpy, rapidfuzz).

    entry      what is indexed, and what is found
    folding    letters without case and marks, and their trigrams
    layout     the file: named sections behind a header
    making     entries to sections
    near       all labels within two typos
    choosing   which labels are compared with the words
    ranking    how alike two names are, from 0 to 100
    index      the opened index and its two questions
"""

from testimonia.reconcile.labels.entry import Entry, Found
from testimonia.reconcile.labels.folding import fold
from testimonia.reconcile.labels.index import LabelIndex, build_index, index_entries, open_index

__all__ = ["Entry", "Found", "LabelIndex", "build_index", "fold", "index_entries", "open_index"]
