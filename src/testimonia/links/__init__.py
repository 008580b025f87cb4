"""The file of links: what of ours may be, is, or is not a thing of another data set, as SSSOM has it.

One TSV file with a block of metadata holds candidates and decisions. People work on it in a spreadsheet
or with `testimonia review`; whatever they add to it stays. It is the one place where decisions are kept:
graphs are made from it, and made again (`mapping.map_links`).

    link      one row: subject, object, what was decided, by whom and when
    prefixes  compact IRIs
    metadata  the block of comments above the rows
    rows      the rows as a spreadsheet has them
    table     the file as a whole: reading and writing
"""

from testimonia.links.link import CLOSE, EXACT, MAY_BE, NO_TERM, SAME, Link, Verdict
from testimonia.links.table import EXTENSIONS, FILE_NAME, LinkTable, new_table, parse_links, read_links

__all__ = [
    "CLOSE",
    "EXACT",
    "EXTENSIONS",
    "FILE_NAME",
    "MAY_BE",
    "NO_TERM",
    "SAME",
    "Link",
    "LinkTable",
    "Verdict",
    "new_table",
    "parse_links",
    "read_links",
]
