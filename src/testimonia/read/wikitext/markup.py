"""What plain markup shows: line ends, quotes, entities, tags, references, outside links."""

import html
import re

from testimonia.read.wikitext.inline import Aside, Handler, Shower, Stretch
from testimonia.read.wikitext.scan import Scan

__all__ = ["MARKUP"]

_BREAK = re.compile(r"</?\s*(?:br|hr|p|li|dd|dt|ul|ol|tr)\b", re.IGNORECASE)
_HTML = re.compile(
    r"</?\s*(?:abbr|b|bdi|bdo|big|blockquote|center|cite|code|data|dd|del|dfn|div|dl|dt|em|font|h[1-6]|i|includeonly|ins"
    r"|kbd|mark|noinclude|nowiki|nowrap|onlyinclude|p|poem|q|ref|references|rp|rt|ruby|s|samp|section|small|span|strike"
    r"|strong|sub|sup|table|tbody|td|templatestyles|th|thead|time|tr|tt|u|ul|ol|li|var|wbr|br|hr|gallery|math|pre"
    r"|indicator|categorytree|inputbox|ce|chem|mapframe|maplink|hiero)\b",
    re.IGNORECASE,
)


def _newline(shower: Shower, scan: Scan, index: int) -> int:
    token = scan.tokens[index]
    if not shower.lines:
        shower.view.keep(token.start, token.end)
        return token.end
    shower.newline(token.start, token.end)
    if scan.text.startswith("----", token.end):
        shower.view.mark("rule", "", token.end, token.end + 4)
    return shower.bullet(scan.text, token.end, len(scan.text))


def _quotes(shower: Shower, scan: Scan, index: int) -> int:
    """Begin or end bold or italic type; a fourth quote is an apostrophe."""
    token = scan.tokens[index]
    count = token.end - token.start
    start = token.start
    if count == 4 or count > 5:
        start = token.end - (3 if count == 4 else 5)
        shower.view.keep(token.start, start)
    if count in (2, 5) or count > 5:
        shower.view.toggle("italic", start, token.end)
    if count >= 3:
        shower.view.toggle("bold", start, token.end)
    return token.end


def _entity(shower: Shower, scan: Scan, index: int) -> int:
    token = scan.tokens[index]
    words = scan.text[token.start : token.end]
    shown = html.unescape(words)
    if shown == words:
        shower.view.keep(token.start, token.end)
    else:
        shower.view.put(shown, token.start, token.end)
    return token.end


def _tag(shower: Shower, scan: Scan, index: int) -> int:
    """Hide a tag of HTML; a line break is shown, an unknown name is text."""
    token = scan.tokens[index]
    if _BREAK.match(scan.text, token.start, token.end):
        shower.newline(token.start, token.end)
        return shower.bullet(scan.text, token.end, len(scan.text)) if shower.lines else token.end
    if not _HTML.match(scan.text, token.start, token.end):
        shower.view.keep(token.start, token.end)
    return token.end


def _literal(shower: Shower, scan: Scan, index: int) -> int:
    """Show what stands between <nowiki> and </nowiki>."""
    token = scan.tokens[index]
    start = scan.text.find(">", token.start) + 1
    shower.view.keep(start, max(start, scan.text.rfind("<", start, token.end)))
    return token.end


def _reference(shower: Shower, scan: Scan, index: int) -> int:
    token, end = scan.tokens[index], scan.close(index)
    if end > token.end or token.kind == "ref":
        shower.view.mark("reference", scan.text[token.start : end], token.start, end)
    return end


def _table(shower: Shower, scan: Scan, index: int) -> int:
    """Put a table aside; one that never closes is text."""
    mate = scan.mates.get(index)
    if mate is None:
        shower.view.keep(scan.tokens[index].start, scan.tokens[index].end)
        return scan.tokens[index].end
    token, end = scan.tokens[index], scan.tokens[mate].end
    shower.asides.append(Aside("table", Stretch(scan, token.start, end, index, mate + 1)))
    return end


def _external(shower: Shower, scan: Scan, index: int) -> int:
    """Show the words of [https://… words]; without words a reader sees a number only."""
    token = scan.tokens[index]
    url, _, words = scan.text[token.start + 1 : token.end - 1].partition(" ")
    begin = shower.view.size
    shower.view.keep(token.end - 1 - len(words), token.end - 1)
    shower.view.mark("link", url, token.start, token.end, begin)
    return token.end


MARKUP: dict[str, Handler | None] = {
    "newline": _newline, "quotes": _quotes, "entity": _entity, "tag": _tag, "comment": None,
    "ref": _reference, "refopen": _reference, "topen": _table, "external": _external, "switch": None,
    "nowiki": _literal, "pre": _literal, "refclose": None, "close": None, "lclose": None,
}  # fmt: skip
"""Kind of token to its handler; None for what is hidden."""
MARKUP |= dict.fromkeys(
    ["math", "references", "timeline", "score", "imagemap", "syntaxhighlight", "source", "graph", "chem"]
)
