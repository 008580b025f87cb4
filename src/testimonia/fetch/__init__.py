"""Fetch articles from a live MediaWiki through its API, as an export that the rest of the road reads.

wiki        one request and its answer: politeness, retries, errors
pages       titles and revision ids in; pages with wikitext, revision and redirects out
categories  a category in, the titles in it out
export      pages in, a MediaWiki export (schema 0.11) out
resume      what a run that broke off has left to the next
"""

from testimonia.fetch.categories import titles_in
from testimonia.fetch.export import Export
from testimonia.fetch.pages import Absent, Page, fetch_pages, fetch_revisions
from testimonia.fetch.resume import Had, Resumable
from testimonia.fetch.wiki import Manners, Wiki

__all__ = [
    "Absent",
    "Export",
    "Had",
    "Manners",
    "Page",
    "Resumable",
    "Wiki",
    "fetch_pages",
    "fetch_revisions",
    "titles_in",
]
