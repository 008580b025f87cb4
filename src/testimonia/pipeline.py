"""One article end to end: read → extract → compare → map → serialize.

`build_article` is a pure function from the bytes of an article to the bytes of its graph files, and
`build_page` the same from a page of a dump. They touch no disk, no clock and no network, so that the
command line, workers and clusters can all call them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from testimonia.compare import compare_claims
from testimonia.errors import InputError, UsageError
from testimonia.extract import extract_findings
from testimonia.graphs import digest_of
from testimonia.mapping import MappingOptions, map_lines, mint_iris, slug
from testimonia.read import read_article
from testimonia.serialize import serialize_lines

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.model import Article, Findings, Form
    from testimonia.read import Rows
    from testimonia.read.dump import Site

__all__ = ["FORMATS", "Built", "Options", "build_article", "build_page", "find_claims"]

FORMATS: dict[str, str] = {"turtle": "ttl", "jsonld": "jsonld", "trig": "trig", "nquads": "nq"}
"""The name of a format to the suffix of its files."""


LARGEST = 4_000_000
"""Bytes of the largest article that is taken; MediaWiki itself stores none of more than 2,097,152."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build; equal options and equal text give equal bytes.

    Raises UsageError for a format that is not in FORMATS.
    """

    formats: tuple[str, ...] = ("turtle", "jsonld")
    """Keys of FORMATS, at least one."""
    form: Form | None = None
    """The form of the text; None tells it from the content."""
    mapping: MappingOptions = field(default_factory=MappingOptions)
    """How the graph is made: base, licence, rights holder, timestamp, tolerance."""
    templates: Rows = ()
    """What templates mean beside what is known, as `load_templates` gives it."""
    shapes: Path | None = None
    """Folder or file of shapes that graphs are held against before they are written, beside the shipped."""

    def __post_init__(self) -> None:
        """Check what the user may have typed."""
        for name in self.formats or ("",):
            if name not in FORMATS:
                raise UsageError(f"«{name}» is not a format; there are {', '.join(FORMATS)}.")

    def declared(self) -> dict[str, object]:
        """Give what was chosen, as a manifest states it: of the time of the run, whether it is told."""
        mapping = asdict(self.mapping)
        mapping["timestamp"] = self.mapping.timestamp is not None
        told: dict[str, object] = {}
        if self.templates:
            told["templates"] = [list(row) for row in self.templates]
        if self.shapes is not None:
            told["shapes"] = digest_of(self.shapes)
        return {"formats": sorted(self.formats), "form": self.form} | mapping | told


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one article."""

    title: str
    slug: str
    """ASCII name for files: "battle-of-akabar"."""
    sha256: str
    """Of the article's text, in lower-case hexadecimal."""
    files: dict[str, bytes]
    """Suffix ("ttl") to content."""
    counts: dict[str, int]
    """How many events, actors, claims, … were found."""
    events: tuple[str, ...] = ()
    """The events that its claims are about: what their IRIs have behind {base}event/, sorted."""


def build_article(data: bytes, source: str, options: Options | None = None) -> Built:
    """Take an article from its bytes to the bytes of its graph files.

    `source` is how the user named it, for messages. Raises InputError when it cannot be read, or
    holds more than an article can.
    """
    _require_size(data, source)
    chosen = options or Options()
    article = read_article(data, source=source, form=chosen.form, templates=chosen.templates)
    return _build(article, chosen)


def build_page(xml: bytes, site: Site, source: str, options: Options | None = None) -> Built:
    """Take a page of a dump from its XML to the bytes of its graph files.

    `source` is how the user named the dump. Raises InputError when the page cannot be read, or holds
    more than an article can.
    """
    from testimonia.read.dump import read_page, title_of

    name = f"{source}, page «{title_of(xml)}»"
    _require_size(xml, name)
    page = read_page(xml, name)
    chosen = options or Options()
    article = read_article(
        page.text,
        source=name,
        form="wikitext",
        title=page.title,
        url=site.url(page.title),
        revision_id=page.revision_id,
        timestamp=page.timestamp,
        templates=chosen.templates,
    )
    return _build(replace(article, source=source), chosen)


def _require_size(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        size, most = len(data) / 1_000_000, LARGEST / 1_000_000
        raise InputError(
            f"{name}: {size:.0f} MB are too much for one article; {most:.0f} MB are taken at most."
        )


def _build(article: Article, options: Options) -> Built:
    """Take an article that has been read to the bytes of its graph files."""
    findings = find_claims(article, options.mapping.tolerance or 0.0)
    lines = map_lines(article, findings, options.mapping)
    return Built(
        title=article.title,
        slug=slug(article.title),
        sha256=article.sha256,
        files={FORMATS[name]: data for name, data in serialize_lines(lines, options.formats).items()},
        counts=_counts(findings),
        events=_events(article, findings, options.mapping),
    )


def find_claims(article: Article, tolerance: float = 0.1) -> Findings:
    """Extract everything from an article and compare its claims with one another.

    `tolerance` is the share of N by which "about N" reaches to each side; 0 switches it off.
    """
    findings = extract_findings(article)
    return replace(findings, relations=compare_claims(findings, tolerance=tolerance))


def _events(article: Article, findings: Findings, options: MappingOptions) -> tuple[str, ...]:
    named = mint_iris(article, findings, options).events
    return tuple(sorted({named[claim.event].value.rpartition("/")[2] for claim in findings.claims}))


def _counts(findings: Findings) -> dict[str, int]:
    return {
        "actors": len(findings.actors),
        "claims": len(findings.claims),
        "contradictions": sum(relation.kind == "contradicts" for relation in findings.relations),
        "events": len(findings.events),
        "happenings": len(findings.happenings),
        "unexplained": len(findings.unexplained),
    }
