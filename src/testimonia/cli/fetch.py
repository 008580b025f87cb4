"""Fetch articles from a live MediaWiki into an export that `build` reads.

Titles, categories and revision ids may be mixed; redirects are followed and kept as other names of the
article. Without --output the export goes to standard output. With it, a run that broke off, whatever
ended it, goes on where it was when the same command is given again.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import BinaryIO

    from testimonia.fetch import Absent, Export, Had, Page, Wiki

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "fetch articles from a live MediaWiki"
EXAMPLE = """\
example:
  testimonia fetch "Battle of Akabar" --output akabar.xml
  testimonia fetch --category "Battles of the Mali War" --subcategories --output mali.xml
  testimonia fetch "Battle of Akabar" | testimonia build - --output output"""

_WIKIPEDIA = "https://en.wikipedia.org/w/api.php"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `fetch` takes."""
    add = parser.add_argument
    add("title", nargs="*", metavar="TITLE", help="title of an article")
    add("--api", default=_WIKIPEDIA, metavar="URL", help="the wiki's api.php (default: %(default)s)")
    add("--category", action="append", default=[], metavar="NAME", help="all articles of a category")
    add("--subcategories", action="store_true", help="those of the categories below it, too")
    add("--revision", action="append", default=[], type=int, metavar="ID", help="one revision of an article")
    add("--output", metavar="FILE", help="file to write to (default: standard output)")
    add("--contact", metavar="WHO", help="mail address or web page that the wiki's operators can turn to")
    add("--maxlag", type=int, default=5, metavar="S", help="seconds of lag that put us off (default: 5)")
    add("--retries", type=int, default=5, metavar="N", help="how often to ask again (default: 5)")
    add("--timeout", type=float, default=60, metavar="S", help="seconds to wait for an answer (default: 60)")
    add("--quiet", action="store_true", help="tell of failures only")


def run(arguments: argparse.Namespace) -> int:
    """Fetch and write; 1 if something asked for is not there, 2 if nothing is."""
    if not (arguments.title or arguments.category or arguments.revision):
        raise UsageError("a title, --category or --revision is needed.")
    from testimonia import __version__
    from testimonia.fetch import Had, Manners, Wiki

    given = {name: getattr(arguments, name) for name in ("contact", "maxlag", "retries", "timeout")}
    wiki = Wiki(arguments.api, __version__, Manners(**given), notice=_tell)
    if arguments.output is None:
        fetched = _fetch(wiki, arguments, sys.stdout.buffer, Had())
    else:
        fetched = _fetch_file(wiki, arguments)
    if fetched.broke_off:
        raise fetched.broke_off
    if not arguments.quiet:
        _sum_up(fetched, arguments.output)
    return 0 if not fetched.absent else 1 if fetched.export.pages else 2


def _fetch_file(wiki: Wiki, arguments: argparse.Namespace) -> _Fetched:
    """Write an export into a file, behind what a run of the same words left there when it broke off."""
    import json
    from pathlib import Path

    from testimonia.errors import FetchError
    from testimonia.fetch import Resumable

    wanted = ("api", "title", "category", "subcategories", "revision")
    asked = json.dumps({name: getattr(arguments, name) for name in wanted}, ensure_ascii=False)
    file = Resumable(Path(arguments.output), asked)
    had = file.had()
    if had.end and not arguments.quiet:
        _tell(f"{_articles(len(had.revisions))} of a run that broke off: going on")
    try:
        with file.open(had) as stream:
            fetched = _fetch(wiki, arguments, stream, had)
    except (FetchError, KeyboardInterrupt):  # before the first page of this run
        if not had.end:
            file.forget()
        raise
    if fetched.broke_off:
        file.leave()
    else:
        file.forget()
    return fetched


class _Fetched(NamedTuple):
    """What became of it."""

    export: Export
    absent: int
    """How many of what was asked for are not there."""
    broke_off: BaseException | None
    """Why it ended early."""


def _fetch(wiki: Wiki, arguments: argparse.Namespace, stream: BinaryIO, had: Had) -> _Fetched:
    """Write an export of all that is asked for; where it breaks off, a whole export of what is there."""
    from testimonia.errors import FetchError
    from testimonia.fetch import Export, Page

    export = Export(stream, wiki, had)
    absent, broke_off = 0, None
    try:
        for found in _found(wiki, arguments, had):
            if isinstance(found, Page):
                export.add(found)
            absent += not isinstance(found, Page)
            if not (arguments.quiet and isinstance(found, Page)):
                _tell(_line(found))
    except (FetchError, KeyboardInterrupt) as error:
        if not export.pages:
            raise
        broke_off = error
        again = "; the same command goes on from here" if arguments.output else ""
        _tell(f"{_articles(export.pages)} fetched, then it broke off{again}")
    export.end()
    stream.flush()
    return _Fetched(export, absent, broke_off)


def _found(wiki: Wiki, arguments: argparse.Namespace, had: Had) -> Iterator[Page | Absent]:
    from itertools import chain

    from testimonia.fetch import fetch_pages, fetch_revisions, titles_in

    below = arguments.subcategories
    listed = (titles_in(wiki, category, subcategories=below) for category in arguments.category)
    if arguments.title or arguments.category:
        yield from fetch_pages(wiki, chain(arguments.title, *listed), had)
    yield from fetch_revisions(wiki, arguments.revision, had)


def _line(found: Page | Absent) -> str:
    from testimonia.fetch import Page

    if isinstance(found, Page):
        return f"{found.title}: revision {found.revision_id} of {found.timestamp}"
    return f"testimonia: {found.name}: {found.reason}."


def _sum_up(fetched: _Fetched, output: str | None) -> None:
    """Tell how many articles there are, and of a licence that `build` would not guess."""
    licence = fetched.export.licence
    _tell(f"{_articles(fetched.export.pages)} → {output or 'standard output'}")
    if licence and "creativecommons.org/licenses/by-sa/" not in licence:
        _tell(f"The wiki's licence is <{licence}>; build with --license {licence}")


def _articles(count: int) -> str:
    return f"{count} {'article' if count == 1 else 'articles'}"


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
