"""Residue of markup in plain text: hidden from `shown`, noted as marks, never cut from the text.

Converters leave behind what a reader would not see: image options ("border|20px"), file names,
stray tags, footnote marks, flag emoji. `passage` shows a stretch of text without them. Where there
is none, which is nearly everywhere, the passage is the text as it stands.
"""

import html
import re
from collections.abc import Callable, Iterator
from functools import cache

from testimonia.model import Passage, Zone
from testimonia.read.filenames import file_names, joined_names
from testimonia.read.flags import EMOJI, country_of_emoji, country_of_file
from testimonia.read.view import View, passage_of

__all__ = ["Residue"]

_IMAGE = (
    r"(?:(?:border|thumb|frameless|frame|left|right|center|centre|none|upright(?:=[\d.]+)?|link=|alt=)\|)+(?:\d{0,4}x?\d{1,4}px)?"
    r"|\d{0,4}x?\d{1,4}px"
)
_FLAG_LETTERS = (*map(chr, range(0x1F1E6, 0x1F200)), "\U0001f3f4")


@cache
def _spots(signs: tuple[str, ...], *, files: bool) -> re.Pattern[str] | None:
    """Make the pattern of where residue may stand; None if it stands nowhere.

    Only signs that the text has at all take part, each a literal, so that the regex engine skips
    to the next of them. This keeps reading plain text near the speed of searching it.
    """
    literals = [re.escape(sign) for sign in signs]
    if files:
        literals.append(
            r"\.(?:[sS][vV][gG]|[pP][nN][gG]|[jJ][pP]|[gG][iI][fF]|[tT][iI][fF]|[wW][eE][bB]|[bB][mM][pP])"
        )
    return re.compile("|".join(literals)) if literals else None


_TOKENS = rf"""
    (?P<reference> \[ (?: \^[^\[\]\s]{{1,60}} | \d{{1,4}} | [a-z] | (?:note|n|nb|fn)\s?\d{{0,3}}
                       | (?:citation|clarification)\sneeded | who\? | when\? | dubious[^\[\]\n]{{0,40}} ) \] )
  | (?P<link>      \[\[ [^\[\]\n]{{0,400}} \]\] )
  | (?P<external>  \[ (?:https?:)?//[^\s\[\]]{{1,2000}} (?:[ ][^\[\]\n]{{0,400}})? \] )
  | (?P<template>  \{{\{{ [^{{}}\n]{{0,600}} \}}\}} )
  | (?P<brackets>  \{{\{{ (?:[A-Za-z][\w ]{{0,40}}\|)? | \}}\}} | \[\[ | \]\] )
  | (?P<comment>   <!--[^<>\n]{{0,600}}--> | <!-- | --> )
  | (?P<note>      <ref\b[^<>\n]{{0,300}}/> | <ref\b[^<>\n]{{0,300}}> [^<\n]{{0,2000}} </ref\s*> )
  | (?P<break>     <\s*/?\s*(?:br|hr)\b[^<>\n]{{0,60}}> )
  | (?P<tag>       </?[A-Za-z][^<>\n]{{0,300}}> )
  | (?P<entity>    &(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,31}}); )
  | (?P<image>     (?<![^\W\d_]) (?:(?:{_IMAGE})\|?){{1,20}} )
  | (?P<emoji>     {EMOJI} )
  | (?P<quotes>    '{{2,5}} )
"""
_VALUE = r"""
    (?P<undefined> \bundefined\b )
  | (?P<star>      \*+ [ ]? )
  | """
_MARKDOWN = r"""
    (?P<switch>    __[A-Z]{3,20}__ )
  | (?P<strong>    \*\*(?=\S) | (?<=\S)\*\* )
  | (?P<italic>    (?<![\w_])_(?=[^\W_]|["'(“‘]) | (?<=[^\s_])_(?![\w_])
                 | (?<![\w*])\*(?=[^\W_]) | (?<=[^\s*])\*(?![\w*]) )
  | (?P<anchor>    !?\[ [^\[\]\n]{0,300} \]\( [^()\s]{0,1000} \) )
  | """
_FLAGS = re.VERBOSE | re.IGNORECASE
_SINGLE = re.compile(_IMAGE, re.IGNORECASE)
_FILE = re.compile(r"^:?\s*(?:file|image|media|category)\s*:", re.IGNORECASE)


class Residue:
    """Shows stretches of one text without residue; `known` are its certain file names."""

    def __init__(self, text: str, known: frozenset[str] = frozenset(), *, kind: str = "prose") -> None:
        self.text = text
        self._known = known
        self._underlined = kind == "markdown"
        extra = {"value": _VALUE, "markdown": _MARKDOWN}.get(kind, "")
        self._tokens = re.compile(extra + _TOKENS, _FLAGS)
        signs = [*"[]{}<>&|", *{"value": "*", "markdown": "*_!"}.get(kind, ""), "''", *_FLAG_LETTERS]
        self._spots = _spots(tuple(sign for sign in signs if sign in text), files=bool(known))
        self._rare = tuple(
            word for word in ("px", "undefined")[: 2 if kind == "value" else 1] if word in text
        )
        """Residue that begins with a letter or digit; looked for only where the text has it."""

    def passage(
        self, start: int, end: int, zone: Zone, section: int, *, item: bool = False
    ) -> Passage | None:
        """Show `text[start:end]`; None if there is nothing to see and nothing to note."""
        if not (self._spots and self._spots.search(self.text, start, end)) and not self._has_rare(start, end):
            return passage_of(self.text, start, end, zone, section, item=item)
        return self.view(start, end).passage(zone, section, item=item)

    def view(self, start: int, end: int, hidden: list[tuple[int, int]] | None = None) -> View:
        """Give the view of `text[start:end]`, without the `hidden` stretches."""
        view = View(self.text)
        names = file_names(self.text, start, end, self._known)
        if self._underlined:
            names += joined_names(self.text, start, end)
        for first, last in sorted([*names, *(hidden or ())]):
            self._show(view, start, max(start, first))
            if (first, last) in names:
                view.mark("flag", country_of_file(self.text[first:last]), first, last)
            start = max(start, last)
            start = _joined(view, start, end)
        self._show(view, start, end)
        return view

    def _show(self, view: View, start: int, end: int) -> None:
        """Show a stretch that has no file name."""
        for match in self._found(start, end):
            if match.start() < start:
                continue
            view.keep(start, match.start())
            if handler := _SHOWN.get(match.lastgroup or ""):
                handler(view, match)
            start = match.end()
            if match.lastgroup in _SWALLOW:
                start = _joined(view, start, end)
        view.keep(start, end)

    def _has_rare(self, start: int, end: int) -> bool:
        return any(self.text.find(word, start, end) >= 0 for word in self._rare)

    def _found(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Give the residue of a stretch; image options begin before their sign and need a full search."""
        text, tokens = self.text, self._tokens
        if self._has_rare(start, end):
            while match := tokens.search(text, start, end):
                yield match
                start = max(match.end(), match.start() + 1)
            return
        for spot in self._spots.finditer(text, start, end) if self._spots else ():
            if spot.start() >= start and (match := tokens.match(text, spot.start(), end)):
                yield match
                start = match.end()


def _joined(view: View, start: int, end: int) -> int:
    """Skip blanks behind something hidden if a blank, or nothing, stands before it already."""
    if view.blank:
        while start < end and view.text[start] in " \t":
            start += 1
    return start


def _star(view: View, match: re.Match[str]) -> None:
    """Show nothing for the bullet of a list; a star behind a word is a footnote mark and stays."""
    before = view.shown.rstrip(" \t")
    if before and before[-1] not in ",;:\n":
        view.keep(match.start(), match.end())


def _reference(view: View, match: re.Match[str]) -> None:
    view.mark("reference", match.group(), match.start(), match.end())


def _template(view: View, match: re.Match[str]) -> None:
    """Show what the template means in wikitext: "{{'}}s" is "'s"."""
    from testimonia.read.wikitext.render import show_markup

    show_markup(view, match.start(), match.end())


def _link(view: View, match: re.Match[str]) -> None:
    """Show the words of [[target|words]]; an image is a flag, a category nothing."""
    start, end = match.start() + 2, match.end() - 2
    target, bar, words = view.text[start:end].partition("|")
    if _FILE.match(target) and not target.lstrip().startswith(":"):
        if target.lower().lstrip().startswith(("file", "image")):
            view.mark("flag", country_of_file(target.partition(":")[2]), match.start(), match.end())
        return
    begin = view.size
    view.keep(end - len(words) if bar else start + len(target) - len(target.lstrip(":")), end)
    view.mark("link", target.strip(), match.start(), match.end(), begin)


def _external(view: View, match: re.Match[str]) -> None:
    """Show the words of [https://… words]."""
    url, _, words = match.group()[1:-1].partition(" ")
    begin = view.size
    view.keep(match.end() - 1 - len(words), match.end() - 1)
    view.mark("link", url, match.start(), match.end(), begin)


def _anchor(view: View, match: re.Match[str]) -> None:
    """Show the words of [words](https://…); an image's words are not shown."""
    words, _, url = match.group().partition("](")
    begin = view.size
    if words[0] == "[":
        view.keep(match.start() + 1, match.start() + len(words))
    view.mark("link", url[:-1], match.start(), match.end(), begin)


def _break(view: View, match: re.Match[str]) -> None:
    view.put("\n", match.start(), match.end())


def _entity(view: View, match: re.Match[str]) -> None:
    """Show the character; what is no entity stays as it is."""
    shown = html.unescape(match.group())
    if shown == match.group():
        view.keep(match.start(), match.end())
    else:
        view.put(shown, match.start(), match.end())


def _image(view: View, match: re.Match[str]) -> None:
    """Note an unknown flag for each image whose options stand here."""
    for single in _SINGLE.finditer(view.text, match.start(), match.end()):
        view.mark("flag", "", single.start(), single.end())


def _emoji(view: View, match: re.Match[str]) -> None:
    view.mark("flag", country_of_emoji(match.group()), match.start(), match.end())


def _quotes(view: View, match: re.Match[str]) -> None:
    view.toggle("italic" if len(match.group()) == 2 else "bold", match.start(), match.end())


def _strong(view: View, match: re.Match[str]) -> None:
    view.toggle("bold", match.start(), match.end())


def _italic(view: View, match: re.Match[str]) -> None:
    """Begin or end italic type; a sign behind a word that ends nothing is a footnote mark and stays."""
    if view.opened("italic") or view.text[match.start() - 1 : match.start()].strip("([\"'“‘ \t\n\r—–-") == "":
        view.toggle("italic", match.start(), match.end())
    else:
        view.keep(match.start(), match.end())


_SHOWN: dict[str, Callable[[View, re.Match[str]], None]] = {
    "reference": _reference, "link": _link, "external": _external, "template": _template, "note": _reference,
    "break": _break, "entity": _entity, "image": _image, "emoji": _emoji, "quotes": _quotes, "star": _star,
    "strong": _strong, "italic": _italic, "anchor": _anchor,
}  # fmt: skip
"""Kind of residue to what shows it; the other kinds are hidden."""
_SWALLOW = frozenset({"image", "emoji", "undefined", "link", "template", "switch"})
