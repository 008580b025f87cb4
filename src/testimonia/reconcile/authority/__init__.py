"""Authorities: places and countries with identifiers, at hand without the internet.

A gazetteer of countries, first-level regions and larger places is shipped; `add_authority` adds a file of
GeoNames, Who's On First, Wikidata or one's own to a folder, with an index of all its names.

    thing      a place or country as an authority has it
    rows       rows of a file and what their cells mean
    countries  codes of countries by name, code and demonym
    geonames, whosonfirst, table, rdf    the forms of files
    forms      which of them a file has
    kept       places of a folder, found by IRI where they lie
    opened     an authority: places, index of names, paper
    gazetteer  the countries, regions and places that are shipped
    shipped    the same as an authority
    holding    what is at hand, and adding to it
"""

from testimonia.reconcile.authority.countries import country_of, is_state
from testimonia.reconcile.authority.forms import FORMS, form_of, read_things
from testimonia.reconcile.authority.holding import Added, add_authority, authorities, default_folder
from testimonia.reconcile.authority.opened import Authority, Paper
from testimonia.reconcile.authority.thing import Thing

__all__ = [
    "FORMS",
    "Added",
    "Authority",
    "Paper",
    "Thing",
    "add_authority",
    "authorities",
    "country_of",
    "default_folder",
    "form_of",
    "is_state",
    "read_things",
]
