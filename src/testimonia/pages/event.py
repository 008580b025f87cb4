"""The page of an event: what, where, when, and what is asked first: how many, says who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from testimonia.pages import wording
from testimonia.pages.figures import panels_of, voices_of
from testimonia.pages.map import degrees, windows_of
from testimonia.pages.prose import anchor_of, show_source, without_markup
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.model import Article
    from testimonia.pages.dossier import Dossier, Mention, Said, Source
    from testimonia.pages.frame import Frame
    from testimonia.query import RelationRecord
    from testimonia.report import Checked, Sentence

__all__ = ["event_page"]

_VERDICTS = (
    ("contradicted", "the text contradicts"),
    ("unsupported", "no sentence"),
    ("in part", "met in part"),
    ("supported", "supported"),
)
_OPEN = {"from", "upto", "vague"}


def event_page(frame: Frame, dossier: Dossier, path: str, jsonld: str = "", table: str = "") -> str:
    """Give the page of an event, at its place in the site.

    `jsonld` goes into its head; `table` is the place of its claims as CSV, "" where there is none.
    """
    panels = panels_of(dossier)
    shown = [
        show_source(dossier, source, number, _article(source))
        for number, source in enumerate(dossier.sources)
    ]
    own = [said for said in dossier.claims if said.record.scope == "main"]
    shapes = {bar.shape for panel in panels for block in panel.blocks for _, bar in block.rows}
    return frame.render(
        "event.html",
        path,
        title=dossier.label,
        event=dossier,
        iri=dossier.event,
        jsonld=jsonld,
        table_place=table,
        contents=tuple(_contents(dossier)),
        panels=panels,
        voices=voices_of(own),
        open_ends=bool(shapes & _OPEN),
        own_claims=own,
        other_claims=[said for said in dossier.claims if said.record.scope != "main"],
        contradictions=tuple(_pairs(dossier)),
        windows=windows_of(*dossier.point) if dossier.point else (),
        degrees=degrees(*dossier.point) if dossier.point else "",
        findings=[report for report in dossier.reports if report.figures],
        verdicts=_VERDICTS,
        met_by=_met,
        sources=shown,
        anchor=_anchor,
        words_at=_words_at,
        plainly=partial(_plainly, {source.iri: source.form for source in dossier.sources}),
        amount=partial(wording.amount, locale=frame.locale),
        figure=partial(wording.figure, locale=frame.locale),
        compact=frame.locale.compact,
        kind_words=wording.kind_words,
        side_name=wording.side_name,
        voice_words=wording.voice_words,
        whom_words=wording.whom_words,
        short_whom=wording.short_whom,
        estimate_whom=wording.estimate_whom,
        licence_name=wording.licence_name,
    )


def _contents(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """List what stands on the page: place and name."""
    yield "figures", "Figures"
    parts = (
        ("contradictions", "Contradictions", dossier.contradictions),
        ("claims", "Claims", dossier.claims),
        ("estimates", "Estimates", dossier.estimates and dossier.estimates.made),
        ("timeline", "Timeline", dossier.happenings),
        ("map", "Map", dossier.point or dossier.places),
        ("infobox", "Infobox", [report for report in dossier.reports if report.figures]),
        ("text", "Text", dossier.sources),
        ("data", "Data", True),
    )
    yield from ((place, name) for place, name, there in parts if there)


def _article(source: Source) -> Article | None:
    """Read the text of a source again, in the form in which it was read."""
    if source.text is None:
        return None
    form = source.form if source.form in {"plain", "wikitext", "prose"} else None
    return read_article(source.text, source=source.title, form=form)  # type: ignore[arg-type]


def _pairs(dossier: Dossier) -> Iterator[tuple[RelationRecord, Said, Said, str]]:
    """Give the claims that contradict each other, and why they do."""
    known = {said.iri: said for said in dossier.claims}
    for pair in dossier.contradictions:
        if pair.claim_a in known and pair.claim_b in known:
            reason = pair.ground.rpartition(": ")[2]
            yield pair, known[pair.claim_a], known[pair.claim_b], reason[:1].upper() + reason[1:]


def _met(checked: Checked) -> Iterator[tuple[str, Sentence]]:
    """Give the sentences that a figure of the infobox meets, what is against it first."""
    yield from (("against it,", each) for each in checked.rivals)
    yield from (("it rests on", each) for each in checked.rests_on)
    yield from (("beside it,", each) for each in checked.beside)


def _anchor(dossier: Dossier, mention: Mention) -> str:
    numbers = {source.iri: number for number, source in enumerate(dossier.sources)}
    return anchor_of(numbers[mention.revision], mention) if mention.revision in numbers else ""


def _plainly(forms: dict[str, str], mention: Mention) -> str:
    """Give the words of a mention as a reader of the article sees them."""
    return without_markup(mention.quote, forms.get(mention.revision, ""))


def _words_at(dossier: Dossier, said: Said) -> str:
    """Give the place of the words that a figure was first read from."""
    return next((place for one in said.mentions if (place := _anchor(dossier, one))), f"claim-{said.name}")
