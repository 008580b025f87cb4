"""What all pages of a site share: the templates, and how they name places, days and numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.pages.locale import Locale
from testimonia.vocab import TM

if TYPE_CHECKING:
    from jinja2 import Environment

    from testimonia.pages.addresses import Addresses

__all__ = ["SCHEMA_ORG", "STATIC", "Frame", "script_json"]

STATIC = Path(__file__).parent / "static"
"""The files that pages load."""

SCHEMA_ORG = ["https://schema.org", {"tm": TM}]
"""The context of what pages tell search engines: their words, and ours beside."""


@dataclass(frozen=True)
class Frame:
    """One site."""

    addresses: Addresses
    language: str = "en-GB"
    """How days and numbers are written: a language tag such as "en-US" or "de"."""
    live: bool = False
    """Whether a server answers: then there is an endpoint and a page to ask on."""

    def render(self, template: str, path: str, **values: object) -> str:
        """Render a template for the page at a path of the site.

        Templates know, beside `values`: `home`, `to(place)`, `href(iri)`, `file(iri, suffix)`,
        `sheet_at(number)`, `day(edtf)`, `number(n)`, `live`, `path`. The `card` of `values`, JSON-LD in
        schema.org, goes into the head; without one it says that this is a page of the title. A page whose
        sheets have places of their own gives its `sheet_at` among the `values`.
        """
        home = self.addresses.home(path)
        return (
            _templates()
            .get_template(template)
            .render(
                home=home,
                path=path,
                live=self.live,
                to=lambda place: home + place,
                front="" if self.live else "index.html",
                ontology=TM.rstrip("#"),
                href=partial(self._led, home),
                file=lambda iri, suffix: self._joined(home, self.addresses.file(iri, suffix)),
                day=self.locale.day,
                number=self.locale.number,
                tag=self.locale.tag,
                **{
                    "card": _page_card(values.get("title", "")),
                    "sheet_at": lambda number: home + self.addresses.sheet(path, number),
                }
                | values,
            )
        )

    @cached_property
    def locale(self) -> Locale:
        """How days and numbers are written. Raises UsageError for a language that is not known."""
        return Locale(self.language)

    def _led(self, home: str, iri: str) -> str:
        """Give the address of an IRI: its page here, else itself where it is an address, else nothing."""
        here = self._joined(home, self.addresses.page(iri))
        return here or (iri if iri.startswith(("http://", "https://")) else "")

    @staticmethod
    def _joined(home: str, place: str | None) -> str:
        return "" if place is None else home + place


def script_json(value: object) -> str:
    """Write JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


def _page_card(title: object) -> str:
    """Tell search engines of a page that is about no one thing."""
    site = {"@type": "WebSite", "name": "Testimonia"}
    return script_json({"@context": SCHEMA_ORG, "@type": "WebPage", "name": title, "isPartOf": site})


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
