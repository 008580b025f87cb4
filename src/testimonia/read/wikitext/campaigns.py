"""Navigation boxes of campaigns: {{Campaignbox Ford War}}, or the box itself with its list.

The box of a campaign is a page of its own, of which an article shows the name alone. Where an article
holds the list itself, the titles in it are the event's neighbours.
"""

from testimonia.read.meanings import template_name
from testimonia.read.wikitext.calls import call
from testimonia.read.wikitext.links import linked_titles
from testimonia.read.wikitext.scan import Scan
from testimonia.read.wikitext.sources import shown

__all__ = ["read_campaigns"]

_TITLES = "title|titel|titre|name"


def read_campaigns(scanned: Scan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of the campaigns, and the titles that their boxes list, each once."""
    names: dict[str, None] = {}
    titles: dict[str, None] = {}
    for index, token in enumerate(scanned.tokens):
        if token.kind == "simple" or (token.kind == "open" and index in scanned.mates):
            head = scanned.text[token.start + 2 : token.start + 80].partition("|")[0].partition("}")[0]
            if not scanned.meanings.is_campaign_box(template_name(head)):
                continue
            box = call(scanned, index)
            name = " ".join(head.replace("_", " ").split()[1:])
            title = box.get(_TITLES)
            name = shown(title).removeprefix("Campaignbox ") if title and not name else name
            names.update({name: None} if name else {})
            listed = (part for key, part in box.named.items() if key not in _TITLES.split("|"))
            for part in (*box.positional, *listed):
                titles.update(dict.fromkeys(linked_titles(part)))
    return tuple(names), tuple(titles)
