"""Graphs out in the forms of other people's tools, each with what it cannot hold told beside it.

`export_graph` gives the files of one form; FORMS lists the forms.

    tables            claims as CSV and Parquet
    ucdp, acled       one row an event, as the two data sets have them, with the claims behind each number
    nanopub           one nanopublication a claim
    quickstatements,
    wikibase          statements for Wikidata, out of `wikidata`, which decides what can be said there
"""

from testimonia.export.forms import FORMS, Exported, ExportOptions, export_graph
from testimonia.export.items import read_items
from testimonia.export.tables import columns_of, row_of

__all__ = ["FORMS", "ExportOptions", "Exported", "columns_of", "export_graph", "read_items", "row_of"]
