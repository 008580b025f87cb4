"""Pages in, a MediaWiki export out: schema 0.11, as Special:Export and dumpBackup write it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from testimonia.errors import FetchError

if TYPE_CHECKING:
    from typing import BinaryIO

    from testimonia.fetch.pages import Page
    from testimonia.fetch.resume import Had
    from testimonia.fetch.wiki import Wiki

__all__ = ["Export"]

_HEAD = """\
<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.mediawiki.org/xml/export-0.11/ http://www.mediawiki.org/xml/export-0.11.xsd" \
version="0.11" xml:lang={language}>
  <siteinfo>
    <sitename>{name}</sitename>
    <dbname>{database}</dbname>
    <base>{base}</base>
    <generator>{generator}</generator>
    <case>{case}</case>
    <namespaces>
{namespaces}
    </namespaces>
  </siteinfo>
"""
_NAMESPACE = "      <namespace key={key} case={case}{name}"
_PAGE = """\
  <page>
    <title>{title}</title>
    <ns>{page.namespace}</ns>
    <id>{page.page_id}</id>
    <revision>
      <id>{page.revision_id}</id>{parent}
      <timestamp>{page.timestamp}</timestamp>
      <contributor deleted="deleted" />
      <origin>{page.revision_id}</origin>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="{bytes}" xml:space="preserve">{text}</text>
    </revision>
  </page>
"""
_REDIRECT = """\
  <page>
    <title>{title}</title>
    <ns>{namespace}</ns>
    <id>{number}</id>
    <redirect title={target} />
  </page>
"""


class Export:
    """An export while it is written: head, pages, end."""

    def __init__(self, stream: BinaryIO, wiki: Wiki, had: Had | None = None) -> None:
        """Ask the wiki what it is and write the head, unless the stream stands behind pages that were had.

        Raises FetchError if those are of another wiki.
        """
        self._stream = stream
        self.pages = len(had.revisions) if had else 0
        """How many pages are written."""
        answer = next(wiki.query(meta="siteinfo", siprop="general|namespaces|rightsinfo"))
        self.licence: str = answer.get("rightsinfo", {}).get("url", "")
        """The address of the licence that the wiki declares, "" if none."""
        general = answer["general"]
        if had and had.end:
            if had.base != general["base"]:
                raise FetchError(f"{wiki.api}: what was fetched before is of another wiki, {had.base}.")
            return
        self._write(
            _HEAD.format(
                language=quoteattr(general.get("lang", "en")),
                name=escape(general["sitename"]),
                database=escape(general.get("wikiid", "")),
                base=escape(general["base"]),
                generator=escape(general["generator"]),
                case=escape(general.get("case", "first-letter")),
                namespaces="\n".join(map(_namespace, answer["namespaces"].values())),
            )
        )

    def add(self, page: Page) -> None:
        """Write a page, and the redirects that lead to it before it."""
        for number, title in page.redirects:
            target = quoteattr(page.title, {'"': "&quot;"})
            self._write(
                _REDIRECT.format(title=escape(title), namespace=page.namespace, number=number, target=target)
            )
        parent = f"\n      <parentid>{page.parent_id}</parentid>" if page.parent_id else ""
        text, title = escape(page.text), escape(page.title)
        size = len(page.text.encode())
        self._write(_PAGE.format(title=title, page=page, parent=parent, bytes=size, text=text))
        self._stream.flush()  # a run may be killed before the next
        self.pages += 1

    def end(self) -> None:
        """Write the end, with which the export is whole."""
        self._write("</mediawiki>\n")

    def _write(self, text: str) -> None:
        self._stream.write(text.encode())


def _namespace(one: dict[str, object]) -> str:
    name = str(one.get("name", ""))
    end = f">{escape(name)}</namespace>" if name else " />"
    return _NAMESPACE.format(key=quoteattr(str(one["id"])), case=quoteattr(str(one["case"])), name=end)
