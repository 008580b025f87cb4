"""Places and countries of other data sets, at hand without the internet.

A gazetteer of countries, first-level regions and larger places is shipped. `add` puts a file beside it:
places of GeoNames (ML.txt), Who's On First (CSV), Wikidata (CSV or JSON, as its query service gives them), or
a table or RDF file of your own; the form is told by its first words. `list` shows what is at hand, `find`
looks a name up in all of it, misspelt or not, and `link` puts candidates for the places and states of a graph
into DIR/links.sssom.tsv, where they say nothing until somebody has judged them with `testimonia review`.
Needs the extra: pip install 'testimonia[reconcile]'.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from testimonia.reconcile.authority import Authority, Thing

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "add, look up and link places of GeoNames, Who's On First, Wikidata or your own"
EXAMPLE = """\
example:
  testimonia authority add examples/places-near-menaka.tsv
  testimonia authority list
  testimonia authority find "Akaber" --country Mali
  testimonia authority link output"""

_FOUND = ("score", "name", "kind", "country", "within", "latitude", "longitude", "authority", "id")
_LISTED = ("authority", "places", "form", "source", "licence")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `authority` and its four parts take."""
    parts = parser.add_subparsers(title="parts", metavar="PART", dest="part", required=True)
    add = parts.add_parser("add", help="add the places of a file")
    add.add_argument("file", metavar="FILE", help="file of places")
    add.add_argument("--as", dest="name", metavar="NAME", help="what to call it (default: the file's name)")
    add.add_argument("--form", metavar="FORM", help="geonames, whosonfirst, table, json or rdf")
    add.add_argument(
        "--licence", default="", metavar="IRI", help="licence of the facts, to be kept with them"
    )
    listed = parts.add_parser("list", help="show what is at hand")
    find = parts.add_parser("find", help="look a name up")
    find.add_argument("words", metavar="WORDS", help="a name, misspelt or not")
    find.add_argument("--limit", type=int, default=5, metavar="N", help="so many at most (default: 5)")
    find.add_argument("--country", metavar="NAME", help="only in a country, by name or two-letter code")
    link = parts.add_parser("link", help="put candidates for the places and states of a graph into its links")
    link.add_argument(
        "graph", metavar="DIR", help="a folder that `build` wrote, or a graph file with --links"
    )
    link.add_argument("--links", metavar="FILE", help="the file of links (default: DIR/links.sssom.tsv)")
    link.add_argument("--limit", type=int, default=5, metavar="N", help="candidates for each (default: 5)")
    link.add_argument("--again", action="store_true", help="those, too, on which somebody has decided")
    for part in (add, listed, find, link):
        part.add_argument(
            "--authority", metavar="DIR", help="folder of added authorities (default: your data folder)"
        )


def run(arguments: argparse.Namespace) -> int:
    """Run one part."""
    return {"add": _add, "list": _list, "find": _find, "link": _link}[arguments.part](arguments)


def _add(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from testimonia.errors import UsageError
    from testimonia.reconcile.authority import FORMS, add_authority

    if arguments.form not in {None, *FORMS}:
        raise UsageError(f"There is no form «{arguments.form}»; there are {', '.join(FORMS)}.")
    added = add_authority(
        Path(arguments.file), _folder(arguments), arguments.name, arguments.form, arguments.licence
    )
    state, paper = "unchanged" if added.unchanged else "added", added.paper
    place = _folder(arguments) / f"{paper.name}.tsv"
    print(f"{state}: {paper.things} places of {paper.source} ({paper.form}) → {place}")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from testimonia.cli.screen import table
    from testimonia.reconcile.authority import authorities

    papers = [authority.paper for authority in authorities(_folder(arguments))]
    table(_LISTED, [(each.name, str(each.things), each.form, each.source, each.licence) for each in papers])
    return 0


def _find(arguments: argparse.Namespace) -> int:
    """Print what is found, the most alike first; 1 where nothing is."""
    from testimonia.cli.screen import table
    from testimonia.errors import UsageError
    from testimonia.reconcile.authority import authorities, country_of

    country = country_of(arguments.country) if arguments.country else ""
    if arguments.country and not country:
        raise UsageError(f"«{arguments.country}» is no country that has a two-letter code.")
    _require_one(arguments)
    found = [
        each
        for authority in authorities(_folder(arguments))
        for each in _of_authority(authority, arguments.words, country)
    ]
    found.sort(key=lambda each: (-each[0], -(each[1].population or 0), each[1].id))
    if not found:
        print(f"testimonia: nothing at hand is called «{arguments.words}».", file=sys.stderr)
        return 1
    table(_FOUND, [_row(*each) for each in found[: arguments.limit]])
    return 0


def _of_authority(authority: Authority, words: str, country: str) -> Iterator[tuple[float, Thing, str]]:
    for found in authority.index.find(words, limit=200):
        thing = authority.thing(found.id)
        if country in {"", thing.country}:
            yield found.score, thing, authority.paper.name


def _row(score: float, thing: Thing, authority: str) -> tuple[str, ...]:
    point = ("", "") if thing.point is None else tuple(f"{degrees:.4f}" for degrees in thing.point)
    within = ", ".join(dict.fromkeys(thing.within))
    return (f"{score:g}", thing.name, thing.kind, thing.country, within, *point, authority, thing.id)


def _link(arguments: argparse.Namespace) -> int:
    """Merge the candidates of every authority into the file of links, and sum up."""
    from pathlib import Path

    from testimonia.cli.judged import keep, links_place, tell_conflicts
    from testimonia.cli.progress import count
    from testimonia.graphs import read_graph
    from testimonia.links import new_table, read_links
    from testimonia.query import base_of
    from testimonia.reconcile.authority import authorities
    from testimonia.reconcile.client import subjects_of
    from testimonia.reconcile.linking import link_things

    _require_one(arguments)
    place = links_place(arguments)
    store = read_graph(arguments.graph)
    table = read_links(place) if place.is_file() else new_table(base_of(store))
    subjects = subjects_of(store, ("place", "actor"))
    for authority in authorities(_folder(arguments)):
        merged = link_things(table, subjects, authority, arguments.limit, again=arguments.again)
        table = merged.table
        print(f"{authority.paper.name}: {count(merged.offered, 'candidate')} → {place}")
    keep(table, place, Path(arguments.graph))
    tell_conflicts(table, place, store)
    return 0


def _require_one(arguments: argparse.Namespace) -> None:
    from testimonia.errors import UsageError

    if arguments.limit < 1:
        raise UsageError(f"--limit {arguments.limit}: at least one is needed.")


def _folder(arguments: argparse.Namespace) -> Path:
    from pathlib import Path

    from testimonia.reconcile.authority import default_folder

    return Path(arguments.authority) if arguments.authority else default_folder()
