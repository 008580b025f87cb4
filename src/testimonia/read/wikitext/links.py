"""What links show: the words of [[target|words]]; of an image its caption, as a passage of its own."""

import re
from collections.abc import Iterator

from testimonia.read.flags import country_of_file
from testimonia.read.titles import page_title
from testimonia.read.wikitext.inline import Aside, Handler, Shower, Stretch
from testimonia.read.wikitext.scan import Scan

__all__ = ["LINKS", "arguments", "linked_titles"]

_FILE = re.compile(
    r"\s*(?:file|image|media|datei|bild|fichier|archivo|imagen|ficheiro|imagem|immagine|файл|изображение)\s*:",
    re.IGNORECASE,
)
"""The namespaces of files, in English and as Wikipedias of other languages call them."""
_HIDDEN = re.compile(
    r"\s*(?:category|kategorie|catégorie|categoría|categoria|категория|[a-z]{2,3}|zh-[a-z-]+|simple)"
    r"\s*:(?!\s*$)",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?(?:=.*)?|frame|framed|frameless|border|left|right|center|centre|none"
    r"|upright(?:[ =].*)?|\d*\s*x?\d+\s*px|(?:alt|link|page|lang|class|start|end|thumbtime)\s*=.*"
    r"|baseline|sub|super|top|text-top|middle|bottom|text-bottom)?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ICON = re.compile(r"\|\s*(?:[1-9]?\d|x\d{1,2}|\d{2}x\d{2})\s*px\s*(?:\||\]\])", re.IGNORECASE)
_TARGET = re.compile(r"[^\[\]{}|<\n]+")
_PICTURE = re.compile(r"^[^|\n<]{1,250}\|([^\n<]+)", re.MULTILINE)


def arguments(scanned: Scan, index: int) -> list[Stretch]:
    """Give what stands between the bars of a bracket that has a mate, or of a whole template."""
    if scanned.tokens[index].kind == "simple":
        return _parts(scanned, scanned.tokens[index].start + 2, scanned.tokens[index].end - 2)
    mate = scanned.mates[index]
    found: list[Stretch] = []
    start, first, at = scanned.tokens[index].end, index + 1, index + 1
    while at < mate:
        token = scanned.tokens[at]
        if token.kind == "bar":
            found.append(Stretch(scanned, start, token.start, first, at))
            if token.end - token.start == 2:
                found.append(Stretch(scanned, token.start + 1, token.start + 1, at, at))
            start, first = token.end, at + 1
        at = scanned.after(at)
    found.append(Stretch(scanned, start, scanned.tokens[mate].start, first, mate))
    return found


def linked_titles(part: Stretch) -> Iterator[str]:
    """Give the titles of the pages that a stretch links to, files, categories and other wikis left out."""
    for token in part.scan.tokens[part.first : part.last]:
        if token.kind in ("link", "lopen") and part.start <= token.start < part.end:
            target = _TARGET.match(part.scan.text, token.end if token.kind == "lopen" else token.start + 2)
            if target and not (_FILE.match(target.group()) or _HIDDEN.match(target.group())):
                yield page_title(target.group().partition("#")[0])


def _short(shower: Shower, scanned: Scan, index: int) -> int:
    """Show a link without markup in it."""
    token, view = scanned.tokens[index], shower.view
    start, end = token.start + 2, token.end - 2
    target, bar, words = scanned.text[start:end].partition("|")
    if ":" in target:
        if _FILE.match(target):
            return _image(
                shower, Stretch(scanned, token.start, token.end, index, index), _parts(scanned, start, end)
            )
        if _HIDDEN.match(target):
            return token.end
    begin = view.size
    if words:
        view.keep(end - len(words), end)
    elif bar:
        view.keep(start, start + len(target.partition(":")[2] or target.partition(" (")[0]))
    else:
        view.keep(start + target.startswith(":"), end)
    view.mark("link", target.strip(" :").replace("_", " "), token.start, token.end, begin)
    return token.end


def _parts(scanned: Scan, start: int, end: int) -> list[Stretch]:
    """Cut a stretch without tokens at its bars; parts with line ends are scanned for them."""
    parts = []
    for words in scanned.text[start:end].split("|"):
        stop = start + len(words)
        own = scanned.part(start, stop) if "\n" in words else scanned
        parts.append(Stretch(own, start, stop, 0, len(own.tokens) if own is not scanned else 0))
        start = stop + 1
    return parts


def _long(shower: Shower, scanned: Scan, index: int) -> int:
    """Show a link with markup in it; one that never closes hides its brackets alone."""
    token, view = scanned.tokens[index], shower.view
    if index not in scanned.mates:
        return token.end
    parts, end = arguments(scanned, index), scanned.close(index)
    target = parts[0].words
    if _FILE.match(target):
        return _image(shower, Stretch(scanned, token.start, end, index, scanned.after(index)), parts)
    if _HIDDEN.match(target):
        return end
    begin = view.size
    if len(parts) > 1:
        shower.inner(Stretch(scanned, parts[1].start, parts[-1].end, parts[1].first, parts[-1].last))
    else:
        lead = len(target) - len(target.lstrip(" :"))
        shower.inner(Stretch(scanned, parts[0].start + lead, parts[0].end, parts[0].first, parts[0].last))
    view.mark("link", target.strip(" :").replace("_", " "), token.start, end, begin)
    return end


def _image(shower: Shower, whole: Stretch, parts: list[Stretch]) -> int:
    """Put the caption of an image aside; a small one without caption is a flag."""
    name = parts[0].words.partition(":")[2]
    captions = [part for part in parts[1:] if not _OPTION.match(part.words)]
    if captions and not _ICON.search(whole.words):
        shower.asides.append(Aside("caption", captions[-1]))
    elif _ICON.search(whole.words):
        shower.view.mark("flag", country_of_file(name), whole.start, whole.end)
    return whole.end


def _gallery(shower: Shower, scanned: Scan, index: int) -> int:
    """Put the captions of a gallery aside: behind the first bar of each line."""
    token = scanned.tokens[index]
    text = scanned.text
    for line in _PICTURE.finditer(text, text.find(">", token.start) + 1, token.end):
        inside = scanned.part(line.start(1), line.end(1))
        shower.asides.append(
            Aside("caption", Stretch(inside, line.start(1), line.end(1), 0, len(inside.tokens)))
        )
    return token.end


LINKS: dict[str, Handler | None] = {"link": _short, "lopen": _long, "gallery": _gallery}
"""Kind of token to its handler."""
