"""Read raw MediaWiki wikitext: scan once, read the infobox, then the running text."""

import re

from testimonia.read.draft import Draft
from testimonia.read.meanings import Rows, meanings_of
from testimonia.read.wikitext.body import read_body, read_notes
from testimonia.read.wikitext.campaigns import read_campaigns
from testimonia.read.wikitext.infobox import find_infobox
from testimonia.read.wikitext.scan import scan

__all__ = ["read_wikitext"]

_REDIRECT = re.compile(r"[\ufeff\s]*#REDIRECT\b", re.IGNORECASE)


def read_wikitext(text: str, templates: Rows = ()) -> Draft:
    """Read an article in wikitext; `templates` says what some mean, beside what our tables say."""
    draft = Draft(text)
    if _REDIRECT.match(text):  # points to an article and tells nothing itself
        return draft
    scanned = scan(text, meanings=meanings_of(templates))
    infobox = find_infobox(scanned)
    if infobox is not None:
        draft.infobox = infobox.name
        draft.parameters.extend(infobox.parameters())
        read_notes(draft, scanned, infobox.asides)
    draft.campaigns, draft.neighbours = read_campaigns(scanned)
    read_body(draft, scanned, infobox.span if infobox else None)
    return draft
