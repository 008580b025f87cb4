"""Publish a graph as a static web site that people read and machines use.

Every page works from a folder, a subpath and any static host, and loads nothing from elsewhere. Needs the
extra: pip install 'testimonia[site]'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.cli.shown import add_page_options, page_options

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "publish a graph as a static web site"
EXAMPLE = """\
example:
  testimonia publish output --output site
  testimonia publish output --output site --address https://example.org/battles/
  testimonia publish output --output site --workers 2"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `publish` takes."""
    parser.add_argument("graph", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')
    parser.add_argument("--output", metavar="SITE", required=True, help="folder to write the site to")
    parser.add_argument(
        "--address",
        metavar="URL",
        default="",
        help="where the site will be on the web: for the site map and full addresses in its catalogue",
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="how many processes (default: 1)")
    add_page_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the site and sum up."""
    from pathlib import Path

    from testimonia.errors import UsageError
    from testimonia.files import require_writable, write_whole
    from testimonia.publish import SiteOptions, publish_site
    from testimonia.store import keep_graph, open_graph

    if arguments.workers < 1:
        raise UsageError(f"--workers {arguments.workers}: at least one is needed.")
    folder = Path(arguments.output)
    _require_apart(folder, Path(arguments.graph))
    require_writable(folder)
    texts, language, policy = page_options(arguments)
    options = SiteOptions(language, policy, _address(arguments.address), arguments.workers)
    opened = open_graph if options.workers == 1 else keep_graph
    with opened(arguments.graph, folder.absolute().parent) as graph:
        made = publish_site(graph, folder, write_whole, texts, options)
    events = f"{made.events:,} event{'' if made.events == 1 else 's'}"
    done = f"{made.changed:,} written, {made.removed:,} removed"
    print(f"{events}, {made.files:,} files, {made.size / 1e6:,.1f} MB: {done} → {arguments.output}")
    return 0


def _require_apart(site: Path, graph: Path) -> None:
    """Refuse a site inside the folder of the graph, whose files would be read as a part of it."""
    from testimonia.errors import UsageError

    if graph.is_dir() and site.resolve().is_relative_to(graph.resolve()):
        told = f"lies in {graph}, of which every file is read as a part of the graph"
        raise UsageError(f"--output {site}: {told}; name a folder beside it, such as {graph}-site.")


def _address(words: str) -> str:
    """Give the address of the top of the site, with a slash at its end. Raises UsageError for other words."""
    from urllib.parse import urlsplit

    from testimonia.errors import UsageError

    if not words:
        return ""
    parts = urlsplit(words)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        told = "is not the address of a site, such as https://example.org/battles/"
        raise UsageError(f"--address «{words}»: {told}.")
    return words if words.endswith("/") else f"{words}/"
