"""Which references stand behind a claim: the nearest that follow it, in its sentence or its line.

    Four guards were killed[1][2] and two wounded.[3]     1 and 2 behind the killed, 3 behind the wounded
    400 killed[1] <br> 30 wounded                         1 behind the killed, nothing behind the wounded

A reference behind the full stop still belongs to its sentence. What stands at the end of the next
sentence may speak of this one too, or not: it is not taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.extract.drafts import ClaimDraft
    from testimonia.model import Article, Citation, CitedSource, Mark, Passage
    from testimonia.read.wikitext.references import References

__all__ = ["cite_claims"]

_BETWEEN = re.compile(r"[\s.,;:!?)\]\"'’”]*")
"""What may stand between two references that belong together."""


def cite_claims(
    article: Article, drafts: Sequence[ClaimDraft]
) -> tuple[list[ClaimDraft], tuple[CitedSource, ...]]:
    """Give the claims with their citations, and the sources that these name, in text order."""
    places = _Places(article)
    if places.empty:
        return list(drafts), ()
    from testimonia.read import meanings_of
    from testimonia.read.wikitext.references import References

    references = References(article.text, meanings_of(article.templates))
    sources: dict[str, CitedSource] = {}
    cited = []
    for draft in drafts:
        marks = places.behind(draft)
        citations = tuple(_citations(marks, references, sources)) if marks else ()
        cited.append(replace(draft, citations=citations) if citations else draft)
    return cited, tuple(sorted(sources.values(), key=lambda source: source.span))


def _citations(
    marks: Sequence[Mark], references: References, sources: dict[str, CitedSource]
) -> Iterator[Citation]:
    """Resolve references, each source once; {{rp}} gives its pages to the citation before it."""
    found: dict[str, Citation] = {}
    for mark in marks:
        pages = references.pages(mark)
        if pages and found:
            last = next(reversed(found))
            found[last] = replace(found[last], pages=found[last].pages or pages)
        for citation, source in references.cited(mark) if not pages else ():
            sources[source.key] = source
            found.setdefault(source.key, citation)
    yield from found.values()


class _Places:
    """Finds the passage of a claim among those with references."""

    def __init__(self, article: Article) -> None:
        self._values = {
            parameter.span: parameter.passage
            for parameter in article.parameters
            if _references(parameter.passage)
        }
        self._prose = [passage for passage in article.passages if _references(passage)]
        self._starts = [passage.starts[0] for passage in self._prose]

    @property
    def empty(self) -> bool:
        """True if the article has no references."""
        return not self._values and not self._prose

    def behind(self, draft: ClaimDraft) -> list[Mark]:
        """Give the references behind a claim, in order."""
        passage = self._values.get(draft.sentence) if draft.zone == "infobox" else self._passage(draft)
        if passage is None:
            return []
        first = bisect_left(passage.starts, draft.span.start)
        if draft.zone == "infobox":
            last = passage.shown.find("\n", first) % (len(passage.shown) + 1)
        else:
            last = bisect_right(passage.starts, draft.sentence.end - 1)
        return _cluster(passage, first, last)

    def _passage(self, draft: ClaimDraft) -> Passage | None:
        """Give the innermost passage around a claim: a caption may stand within a paragraph."""
        at = bisect_right(self._starts, draft.span.start) - 1
        for passage in reversed(self._prose[max(0, at - 5) : at + 1]):
            if passage.ends[-1] >= draft.span.end:
                return passage
        return None


def _references(passage: Passage) -> list[Mark]:
    return [mark for mark in passage.marks if mark.kind == "reference"]


def _cluster(passage: Passage, first: int, last: int) -> list[Mark]:
    """Give the references from `first` to `last` of the shown text that stand together, the nearest."""
    found: list[Mark] = []
    for mark in _references(passage):
        here = first < mark.start and _BETWEEN.fullmatch(passage.shown[last : mark.start])
        if not here or (found and not _BETWEEN.fullmatch(passage.shown[found[-1].start : mark.start])):
            continue
        if not found or mark.start >= found[-1].start:
            found.append(mark)
    return found
