"""First-level regions with identifiers of GeoNames, names in five languages and the page on Wikipedia."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from middles import Middles

from testimonia.reconcile.authority.countries import country_of
from testimonia.reconcile.authority.thing import Thing

__all__ = ["make_regions"]

_LANGUAGES = ("en", "geonames", "fr", "es", "de", "it")
_NUMBER = 5
"""Codes of regions are shorter than numbers of places."""


def make_regions(path: Path, younger: Path, middles: Middles) -> list[Thing]:
    """Give the regions of all countries that have a code.

    `path` is a JSON object by this code. `younger` is the list of GeoNames, with regions that have come
    since: their code is their number in GeoNames.
    """
    found: dict[str, Thing] = {}
    for code, country in json.loads(path.read_bytes()).items():
        if country_of(code):
            for region in country["regions"]:
                thing = _region(code, region, middles.of(code, region["admin"]))
                found.setdefault(thing.id, thing)
    for region in json.loads(younger.read_bytes()):
        code, _, number = region["code"].partition(".")
        if len(number) >= _NUMBER and number.isdecimal() and country_of(code):
            thing = _thing(number, [region["name"]], code, middles.of(code, number))
            found.setdefault(thing.id, thing)
    return [found[iri] for iri in sorted(found)]


def _region(code: str, region: dict[str, dict[str, str]], middle: tuple[float, float] | None) -> Thing:
    names = [str(region["name"]), *(region["names"].get(language, "") for language in _LANGUAGES)]
    page = region["reference"].get("wikipedia") or ""
    thing = _thing(region["reference"]["geonames"], names, code, middle)
    return replace(thing, same=(_page(page),) if page.startswith("en:") else ())


def _thing(number: str, names: list[str], code: str, middle: tuple[float, float] | None) -> Thing:
    told = list(dict.fromkeys(name.strip() for name in names if name))
    latitude, longitude = middle or (None, None)
    return Thing(
        id=f"https://sws.geonames.org/{number}/",
        name=told[0],
        names=tuple(told[1:]),
        kind="region",
        country=code,
        latitude=latitude,
        longitude=longitude,
    )


def _page(title: str) -> str:
    return f"https://en.wikipedia.org/wiki/{quote(title.removeprefix('en:'), safe='/,()_')}"
