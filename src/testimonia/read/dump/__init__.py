"""MediaWiki exports and dumps: which pages they hold, and which of them are wanted.

A dump may be larger than any memory, and hardly any of its pages tell of a conflict. So it is cut into
pages by their tags, on bytes, and a page is parsed as XML only when a filter on its bytes has let it
through::

    open_dump → read_site → scan_pages → Selection.wants → read_page

Entities are never resolved but for the five of XML itself: what declares others is refused.
"""

from testimonia.read.dump.page import Page, read_page
from testimonia.read.dump.redirects import Redirect, find_redirect
from testimonia.read.dump.scan import Flaw, Pages, cut_pages, title_of
from testimonia.read.dump.selection import Selection
from testimonia.read.dump.site import Site, read_site
from testimonia.read.dump.unpack import SNIFFED, is_dump, unpack

__all__ = [
    "SNIFFED",
    "Flaw",
    "Page",
    "Pages",
    "Redirect",
    "Selection",
    "Site",
    "cut_pages",
    "find_redirect",
    "is_dump",
    "read_page",
    "read_site",
    "title_of",
    "unpack",
]
