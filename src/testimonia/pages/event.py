"""The page of an event: what, where, when, and what is asked first: how many, says who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from testimonia.pages import wording
from testimonia.pages.apart import own_and_other, parts_of
from testimonia.pages.cards import event_card
from testimonia.pages.figures import panels_of, voices_of
from testimonia.pages.leads import Leads
from testimonia.pages.map import degrees, windows_of
from testimonia.pages.prose import anchor_of, places_of, show_source, shown_sentence
from testimonia.pages.sheets import sheets_of
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.model import Article
    from testimonia.pages.apart import Part
    from testimonia.pages.dossier import Dossier, Mention, Said, Source
    from testimonia.pages.frame import Frame
    from testimonia.query import RelationRecord
    from testimonia.report import Checked, Sentence

__all__ = ["LIMIT", "event_pages"]

_VERDICTS = (
    ("contradicted", "the text contradicts"),
    ("unsupported", "no sentence"),
    ("in part", "met in part"),
    ("supported", "supported"),
)
_OPEN = {"from", "upto", "vague"}
_SOURCES = 40
"""Of how many articles a page shows what they tell; a world war is told of by thousands."""
LIMIT = 170_000
"""What a page weighs at most, in bytes, before a part of it gets a page of its own; style comes on top."""


def event_pages(
    frame: Frame, dossier: Dossier, path: str, table: str = "", limit: int | None = LIMIT
) -> Iterator[tuple[str, str]]:
    """Give the page of an event and, where it would weigh more than a limit in bytes, of parts of it.

    `path` is its place in the site; `table` is the place of its claims as CSV, "" where there is none.
    The text goes first on pages of its own, then the timeline, then the claims.
    """
    values = _values(frame, dossier, table)
    page = frame.render("event.html", path, **values, at=Leads(frame.addresses, path).seen_from(""))
    if limit is None or len(page.encode()) <= limit:
        yield path, page
        return
    apart: dict[str, Part] = {}
    for name, part in parts_of(dossier, values["sources"]).items():
        apart[name] = part
        leads = Leads(frame.addresses, path, {each: part.anchors for each, part in apart.items()})
        page = frame.render("event.html", path, **values, at=leads.seen_from(""))
        if len(page.encode()) <= limit:
            break
    yield path, page
    del values["card"]  # the page itself tells of the event
    for name, part in apart.items():
        yield from _pages_apart(frame, values, leads, name, part)


def _pages_apart(
    frame: Frame, values: dict[str, Any], leads: Leads, name: str, part: Part
) -> Iterator[tuple[str, str]]:
    """Give the pages of a part of the page of an event, one for each of its sheets."""
    for sheet in sheets_of(leads.path, 1, part.sheets):
        at = leads.seen_from(name, sheet.number)
        own = {
            "title": f"{values['title']}: {part.heading.lower()}",
            "heading": part.heading,
            "here": name,
            "sheet": sheet,
            "sheet_at": lambda number, at=at: at(name, sheet=number),
            "at": at,
        }
        page = frame.render("event/apart.html", leads.path, **values | part.sheets[sheet.number - 1] | own)
        yield leads.place(name, sheet.number), page


def _values(frame: Frame, dossier: Dossier, table: str) -> dict[str, Any]:
    """Give what the templates of an event know."""
    panels = panels_of(dossier)
    of_whom = own_and_other(dossier.claims)
    shapes = {bar.shape for panel in panels for block in panel.blocks for _, bar in block.rows}
    shown = [
        show_source(dossier, source, number, _article(source) if dossier.main else None)
        for number, source in enumerate(dossier.sources[:_SOURCES])
    ]
    places = places_of(shown)
    return {
        "title": dossier.label,
        "event": dossier,
        "iri": dossier.event,
        "card": event_card(frame, dossier),
        "table_place": table,
        "contents": tuple(_contents(dossier)),
        "panels": panels,
        "voices": voices_of(of_whom["own_claims"]),
        "open_ends": bool(shapes & _OPEN),
        **of_whom,
        "here": "",
        "remarks": dossier.remarks,
        "happenings": dossier.happenings,
        "contradictions": tuple(_pairs(dossier)),
        "across": tuple(_across(dossier)),
        "windows": windows_of(*dossier.point) if dossier.point else (),
        "degrees": degrees(*dossier.point) if dossier.point else "",
        "findings": [report for report in dossier.reports if report.figures],
        "verdicts": _VERDICTS,
        "met_by": _met,
        "cut": partial(_cut, {source.iri: source.form for source in dossier.sources}),
        "sources": shown,
        "more_sources": max(0, len(dossier.sources) - _SOURCES),
        "anchor": partial(_anchor, places),
        "words_at": partial(_words_at, places),
        **_wording(frame),
    }


def _wording(frame: Frame) -> dict[str, Any]:
    """Give how things are put into words."""
    return {
        "amount": partial(wording.amount, locale=frame.locale),
        "figure": partial(wording.figure, locale=frame.locale),
        "compact": frame.locale.compact,
        "in_words": partial(wording.in_words, locale=frame.locale),
        "kind_words": wording.kind_words,
        "item_words": partial(wording.item_words, locale=frame.locale),
        "side_name": wording.side_name,
        "voice_words": wording.voice_words,
        "whom_words": wording.whom_words,
        "short_whom": wording.short_whom,
        "estimate_whom": wording.estimate_whom,
        "licence_name": wording.licence_name,
    }


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


def _across(dossier: Dossier) -> Iterator[str]:
    """Give the grounds of contradictions with what other articles tell of the same event as another one."""
    known = {said.iri for said in dossier.claims}
    yield from (pair.ground for pair in dossier.contradictions if not {pair.claim_a, pair.claim_b} <= known)


def _met(checked: Checked) -> Iterator[tuple[str, Sentence]]:
    """Give the sentences that a figure of the infobox meets, what is against it first."""
    yield from (("against it,", each) for each in checked.rivals)
    yield from (("it rests on", each) for each in checked.rests_on)
    yield from (("beside it,", each) for each in checked.beside)


def _cut(forms: dict[str, str], revision: str, sentence: Sentence) -> tuple[str, str, str]:
    """Cut a sentence before and after the marked words, as a reader sees it."""
    return shown_sentence(sentence.sentence, sentence.mark, forms.get(revision, ""))


def _anchor(places: frozenset[str], dossier: Dossier, mention: Mention) -> str:
    """Give the place of the words of a mention, that of all the text where they are not shown."""
    numbers = {source.iri: number for number, source in enumerate(dossier.sources)}
    place = anchor_of(numbers[mention.revision], mention) if mention.revision in numbers else ""
    return place if place in places else "text"


def _words_at(places: frozenset[str], dossier: Dossier, said: Said) -> str:
    """Give the place of the words that a figure was first read from, "" where they are not shown."""
    return next((place for one in said.mentions if (place := _anchor(places, dossier, one)) != "text"), "")
