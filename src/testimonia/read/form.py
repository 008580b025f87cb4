"""Tell the form of an article by its content: plain, wikitext or prose.

Wikitext shows itself by an infobox template or by brackets, links and references at once; the plain
form by a line "= Title =", headings of equals signs or an infobox of "- Key: value" lines;
everything else is prose, with or without Markdown. Residue of wikitext, such as a stray
"[[File:…]]", occurs in all three and decides nothing alone.
"""

import re

from testimonia.model import Form

__all__ = ["recognise_form"]

_WINDOW = 60_000
"""Characters looked at: an infobox stands in the first of them."""
_TITLE = re.compile(r"\A[\ufeff\s]*=[ \t]*[^=\s][^\n]{0,300}?[ \t]*=[ \t]*\r?\n")
_INFOBOX = re.compile(r"^Infobox[^\n{}]{0,60}\r?\n- [^\n:]{1,60}:", re.MULTILINE)
_HEADING = re.compile(r"\n==+[ \t]*[^=\n]+?==+[ \t]*\r?(?=\n|\Z)")
_TEMPLATE = re.compile(r"\{\{[ \t]*infobox[ \t_]", re.IGNORECASE)
_LINK = re.compile(
    r"\[\[(?![ \t]*(?:file|image|category)[ \t]*:)[^\[\]\n|]{1,100}(?:\|[^\[\]\n]{0,200})?\]\]", re.IGNORECASE
)
_NAMED = re.compile(r"\{\{[ \t]*[A-Za-z][A-Za-z ]{1,40}[|}\n]")
_ENOUGH, _ENOUGH_IN_PLAIN = 4, 20


def recognise_form(text: str) -> Form:
    """Give the form of a text by the signs in its first part."""
    head = text[:_WINDOW]
    if head.lstrip("\ufeff \t\r\n")[:9].upper() == "#REDIRECT" or _TEMPLATE.search(head):
        return "wikitext"
    plain = bool(_TITLE.match(head) or _INFOBOX.search(head))
    if _weight(head) >= (_ENOUGH_IN_PLAIN if plain else _ENOUGH):
        return "wikitext"
    return "plain" if plain or _HEADING.search(head) else "prose"


def _weight(head: str) -> int:
    """Add up the signs of wikitext; without links or templates, bold type and references are no proof."""
    brackets = sum(1 for _ in _LINK.finditer(head)) + sum(1 for _ in _NAMED.finditer(head))
    return 2 * brackets + min(head.count("'''"), 4) + min(head.count("<ref"), 4) if brackets else 0
