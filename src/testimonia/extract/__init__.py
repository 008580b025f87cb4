"""Article in, findings out: events, actors and claims, by rules that a reader can follow.

    sentences     the prose, cut into sentences and tokens
    infobox       event, participants, claims of the infobox
    lead          event and sides, where there is no infobox
    cast          named actors, acronyms, offices
    dates         every date phrase with the day that it means
    claims        counts in the prose, their parties and sayers
    citations     the references that stand behind a claim, and what they cite
    timeline      dated happenings
    assembly      names become actors, sayings become statements

No rule knows RDF, the clock or the network; every record keeps its span in the source.
"""

from testimonia.extract.actors import Cast, gather_cast
from testimonia.extract.actors.players import keep_players
from testimonia.extract.assembly import MAIN, assemble_claims, assemble_event
from testimonia.extract.assertions import assert_event
from testimonia.extract.citations import cite_claims
from testimonia.extract.claims import read_claims
from testimonia.extract.dates import date_sentences
from testimonia.extract.drafts import Entry
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.lead import entries_from_lead, event_from_lead
from testimonia.extract.sentences import split_article
from testimonia.extract.setting import Setting
from testimonia.extract.timeline import happenings_of
from testimonia.extract.unexplained import find_unexplained
from testimonia.model import Article, Findings, Participation, Side

__all__ = ["extract_findings"]


def extract_findings(article: Article) -> Findings:
    """Extract all events, actors, places, statements and claims of an article."""
    sentences = split_article(article)
    infobox = extract_infobox(article)
    event = infobox.event or event_from_lead(article, sentences)
    entries = infobox.entries if infobox.event else entries_from_lead(article, sentences)
    cast = gather_cast(sentences, entries, article.parameters)
    dated = date_sentences(article, sentences, event.when)
    told, remarks = read_claims(dated, Setting(article, event.when, event.kind))
    drafts, sources = cite_claims(article, [*infobox.claims, *told])
    claims, assertions, statements = assemble_claims(drafts, remarks, cast)
    events, places = assemble_event(event, article.text)
    participations = tuple(_participation(entry, cast) for entry in entries)
    assertions = (*assert_event(article, event, MAIN, cast.sides, sentences), *assertions)
    happenings = happenings_of(article, dated, event.when)
    return Findings(
        events=events,
        sides=tuple(Side(number, MAIN) for number in cast.sides.numbers),
        actors=keep_players(cast.actors(), participations, claims, assertions, statements, happenings),
        places=places,
        participations=participations,
        statements=statements,
        claims=claims,
        assertions=assertions,
        happenings=happenings,
        unexplained=find_unexplained(article, dated, drafts, infobox.unexplained),
        sources=sources,
    )


def _participation(entry: Entry, cast: Cast) -> Participation:
    return Participation(
        cast.find(entry.name.words) or "",
        MAIN,
        entry.role,
        entry.side,
        entry.name.span,
        entry.rule,
        entry.confidence,
    )
