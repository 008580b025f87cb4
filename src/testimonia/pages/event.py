"""The page of an event: what, where, when, and what is asked first: how many, says who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from testimonia.pages import wording
from testimonia.pages.cards import event_card
from testimonia.pages.figures import panels_of, voices_of
from testimonia.pages.leads import Leads
from testimonia.pages.map import degrees, windows_of
from testimonia.pages.prose import anchor_of, places_of, show_source, shown_sentence
from testimonia.pages.sheets import sheets_of
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.model import Article
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
_APART = {"text": "The text", "timeline": "What happened when", "claims": "The claims"}
"""What goes on a page of its own where there is too much of it, in this order."""
_CLAIMS = 120
"""How many rows of the table of claims stand on one page, where they have pages of their own."""
_SOURCES = 40
"""Of how many articles a page shows what they tell; a world war is told of by thousands."""
LIMIT = 170_000
"""What a page weighs at most, in bytes, before a part of it gets a page of its own; style comes on top."""


def event_pages(
    frame: Frame, dossier: Dossier, path: str, table: str = "", limit: int | None = LIMIT
) -> Iterator[tuple[str, str]]:
    """Give the page of an event and, where it would weigh more than a limit in bytes, of parts of it.

    `path` is its place in the site; `table` is the place of its claims as CSV, "" where there is none.
    The text goes first on a page of its own, then the timeline, then the claims.
    """
    values = _values(frame, dossier, table)
    leads = Leads(frame.addresses, path, tuple(f"claim-{said.name}" for said in _ordered(dossier)), _CLAIMS)
    for count in range(len(_APART) + 1):
        leads.apart = tuple(_APART)[:count]
        page = frame.render("event.html", path, **values, apart=leads.apart, at=leads.seen_from(""))
        if limit is None or len(page.encode()) <= limit:
            break
    yield path, page
    del values["card"]  # the page itself tells of the event
    for name in leads.apart:
        yield from _pages_apart(frame, dossier, values, leads, name)


def _pages_apart(
    frame: Frame, dossier: Dossier, values: dict[str, Any], leads: Leads, name: str
) -> Iterator[tuple[str, str]]:
    """Give the pages of a part of the page of an event: of the claims as many as their table needs."""
    rows = _ordered(dossier)
    for sheet in sheets_of(leads.path, _CLAIMS, rows if name == "claims" else ()):
        shown = _own_and_other(sheet.cut(rows)) if name == "claims" else {}
        own: dict[str, Any] = {
            "title": f"{dossier.label}: {_APART[name].lower()}",
            "heading": _APART[name],
            "here": name,
        }
        own |= {"claims_sheet": sheet, "apart": leads.apart, "at": leads.seen_from(name, sheet.number)}
        page = frame.render("event/apart.html", leads.path, **values | shown | own)
        yield leads.place(name, sheet.number), page


def _ordered(dossier: Dossier) -> list[Said]:
    """Give the claims in the order of their table: first those of the event itself."""
    return sorted(dossier.claims, key=lambda said: said.record.scope != "main")


def _own_and_other(claims: Sequence[Said]) -> dict[str, list[Said]]:
    return {
        "own_claims": [said for said in claims if said.record.scope == "main"],
        "other_claims": [said for said in claims if said.record.scope != "main"],
    }


def _values(frame: Frame, dossier: Dossier, table: str) -> dict[str, Any]:
    """Give what the templates of an event know."""
    panels = panels_of(dossier)
    of_whom = _own_and_other(dossier.claims)
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
        "claims_sheet": None,
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
