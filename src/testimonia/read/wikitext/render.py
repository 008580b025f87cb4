"""Put the handlers of all kinds of markup together."""

from testimonia.read.view import View
from testimonia.read.wikitext.inline import Handler, Shower, Stretch
from testimonia.read.wikitext.links import LINKS
from testimonia.read.wikitext.markup import MARKUP
from testimonia.read.wikitext.scan import scan
from testimonia.read.wikitext.templates import TEMPLATES

__all__ = ["show_markup", "shower_for"]

_HANDLERS: dict[str, Handler | None] = MARKUP | LINKS | TEMPLATES


def shower_for(text: str, *, lines: bool = False) -> Shower:
    """Give a shower for a stretch of `text`; `lines` keeps line breaks, as in an infobox."""
    return Shower(View(text), _HANDLERS, lines)


def show_markup(view: View, start: int, end: int) -> None:
    """Show a piece of wikitext that stands in other text."""
    scanned = scan(view.text, start, end)
    Shower(view, _HANDLERS).show(Stretch(scanned, start, end, 0, len(scanned.tokens)))
