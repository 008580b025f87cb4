"""Relations across articles, kept up to date in a folder of graphs.

The manifest tells which articles may share an event, so that only their graphs are read again, and only
where one of them, or what was accepted as one thing, has changed since. What is found stands in a graph of
its own, comparisons.trig, which is held against the shapes together with the articles before it is written.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from testimonia.errors import GraphError
from testimonia.files import remove, write_whole
from testimonia.graphs import preferred, quads_of
from testimonia.links import EXACT, SAME
from testimonia.mapping import map_links, slug
from testimonia.query import relate_articles, relation_graph
from testimonia.serialize import serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from testimonia.links import Link, LinkTable
    from testimonia.scale.manifest import Entry, Manifest

__all__ = ["COMPARISONS", "relate_folder"]

COMPARISONS = "comparisons.trig"
"""The graph of the relations across articles; no article has such a name."""


def relate_folder(folder: Path, manifest: Manifest, links: LinkTable | None) -> Counter[str]:
    """Bring the relations across the articles of a folder up to date.

    Gives how many there are of each kind, and of "events"; nothing where they were up to date already.
    Raises GraphError where a graph of the folder cannot be read, or what was found does not conform.
    """
    beside = _Beside(folder, links)
    groups = _groups(manifest.entries, beside)
    digest = _digest(manifest.entries, groups, beside)
    found: Counter[str] = Counter()
    if digest == manifest.compared:
        return found
    quads = [
        quad
        for stems in groups
        for quad in _related(folder, [manifest.entries[stem] for stem in stems], beside, found)
    ]
    if quads:
        write_whole(folder / COMPARISONS, serialize(quads, "trig"))
    else:
        remove(folder / COMPARISONS)
    manifest.note_compared(digest)
    manifest.save()
    return found


class _Beside:
    """What stands beside the articles and tells that things are one: accepted links, and redirects."""

    def __init__(self, folder: Path, links: LinkTable | None) -> None:
        self.links = [link for link in links.links if _is_one(link)] if links else []
        stated = map_links(links.with_links(self.links)) if links else ()
        redirects = [quad for file in _redirect_files(folder) for quad in quads_of(file)]
        self.redirects = [(_words(quad.subject), _words(quad.object)) for quad in redirects]
        self._about: dict[str, list[Quad]] = defaultdict(list)
        for quad in (*stated, *redirects):
            self._about[_words(quad.subject)].append(quad)

    def of(self, things: Iterable[str]) -> Iterator[Quad]:
        """Give what is stated of some things."""
        for thing in things:
            yield from self._about.get(thing, ())

    def digest(self) -> str:
        """Give the hash of all of it."""
        stated = sorted(str(quad) for quads in self._about.values() for quad in quads)
        return sha256("\n".join(stated).encode()).hexdigest()


def _redirect_files(folder: Path) -> list[Path]:
    """List the graphs of redirects that dumps brought, each in one format."""
    files: dict[str, list[Path]] = defaultdict(list)
    for file in sorted(folder.glob("redirects-*")):
        files[file.stem].append(file)
    return [preferred(same) for same in files.values()]


def _words(term: object) -> str:
    return str(getattr(term, "value", term))


def _is_one(link: Link) -> bool:
    return link.verdict == "accepted" and link.predicate in {EXACT, SAME}


def _groups(entries: dict[str, Entry], beside: _Beside) -> list[list[str]]:
    """Gather the articles, by their stems, that may tell of one event: title, event or link is shared."""
    parents: dict[str, str] = {}

    def root(key: str) -> str:
        while (above := parents.setdefault(key, key)) != key:
            parents[key] = parents.setdefault(above, above)
            key = parents[key]
        return key

    for article, title in beside.redirects:
        parents[root(article)] = root(f"{article.rpartition('/')[0]}/{slug(title)}")
    for link in beside.links:
        parents[root(link.subject)] = root(link.object)
    for stem, entry in entries.items():
        base = str(entry.options["base"])
        shared = (f"{base}article/{slug(entry.article)}", *(f"{base}event/{event}" for event in entry.events))
        for key in shared if entry.events else ():
            parents[root(key)] = root(f"stem {stem}")
    groups: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(entries):
        groups[root(f"stem {stem}")].append(stem)
    return sorted(group for group in groups.values() if len(group) > 1)


def _digest(entries: dict[str, Entry], groups: list[list[str]], beside: _Beside) -> str:
    """Give the hash of all that the relations depend on; "" where there is nothing to relate."""
    if not groups:
        return ""
    told = [
        [stem, entry.sha256, entry.software, entry.options]
        for group in groups
        for stem, entry in ((stem, entries[stem]) for stem in group)
    ]
    return sha256(json.dumps([told, beside.digest()], sort_keys=True).encode()).hexdigest()


def _related(folder: Path, entries: list[Entry], beside: _Beside, found: Counter[str]) -> tuple[Quad, ...]:
    """Relate the claims of some articles, counting what is found."""
    from pyoxigraph import Store

    store = Store()
    for entry in entries:
        store.bulk_extend(quads_of(preferred(folder / name for name in entry.files)))
    store.extend(beside.of({_words(quad.subject) for quad in store.quads_for_pattern(None, None, None)}))
    related = [each for each in relate_articles(store) if each.relations]
    quads = relation_graph(related)
    store.extend(quads)
    _require_conforming(store, folder)
    found.update("events" for _ in related)
    found.update(relation.kind for each in related for relation in each.relations)
    return quads


def _require_conforming(store: Store, folder: Path) -> None:
    """Raise GraphError where relations across articles do not hold against the shapes."""
    from testimonia.validate.graph import validate_across

    wrong = [result for result in validate_across(store).results if result.severity == "violation"]
    if wrong:
        code, message = wrong[0].code, wrong[0].message.rstrip(".")
        raise GraphError(f"{folder / COMPARISONS}: would not conform and was not written: {code}: {message}.")
