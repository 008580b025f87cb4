"""One sentence on its way through the program: read, extracted, mapped; what a page shows of each step.

The steps are taken when they are asked for, by the program itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.extract import extract_findings
from testimonia.mapping import MappingOptions, map_article
from testimonia.read import read_article
from testimonia.serialize import serialize

if TYPE_CHECKING:
    from testimonia.model import Article, Claim, Findings

__all__ = ["Marked", "Worked", "work_through"]

TEXT = """\
= Battle of Akabar =

The battle of Akabar took place on April 1, 2018, between French and Malian forces aided by Tuareg rebels \
against Jama'at Nasr al-Islam wal Muslimin and the Islamic State in the Greater Sahara.

== Aftermath ==
The leader of the MSA, in an interview with RFI on April 23, claimed over a dozen Tuareg fighters had been \
killed, and 30 to 40 jihadists had been killed.
"""
"""Of the article in examples/, by Wikipedia contributors under CC BY-SA 4.0."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words of the sentence."""

    words: str
    claim: int
    """The number of the claim that was read from them; 0 for none."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What each step makes of the sentence."""

    sentence: tuple[Marked, ...]
    claims: tuple[tuple[tuple[str, str], ...], ...]
    """Of each claim what was understood: name and value."""
    turtle: str
    """The last claim with its quantity, statement and mention."""


def work_through(text: str = TEXT) -> Worked:
    """Take the last sentence of an article that has claims through all steps."""
    article = read_article(text.encode(), source="example.txt")
    findings = extract_findings(article)
    last = findings.claims[-1].sentence
    told = [claim for claim in findings.claims if claim.sentence == last]
    return Worked(
        tuple(_marked(article, told)),
        tuple(tuple(_understood(article, findings, claim)) for claim in told),
        _turtle(article, findings),
    )


def _marked(article: Article, told: list[Claim]) -> list[Marked]:
    """Cut the sentence where the words of a claim begin and end."""
    here, end = told[0].sentence.start, told[0].sentence.end
    pieces = []
    for number, claim in enumerate(told, start=1):
        pieces.append(Marked(article.text[here : claim.span.start], 0))
        pieces.append(Marked(article.quote(claim.span), number))
        here = claim.span.end
    return [*pieces, Marked(article.text[here:end], 0)]


def _understood(article: Article, findings: Findings, claim: Claim) -> list[tuple[str, str]]:
    """Tell the parts of a claim: what is counted, of whom, says who, when, through which medium."""
    names = {actor.key: actor.label for actor in findings.actors}
    statement = next((one for one in findings.statements if one.key == claim.statement), None)
    quantity = claim.quantity
    told = {
        "words": article.quote(claim.span),
        "characters": f"{claim.span.start}–{claim.span.end}",
        "measure": claim.measure,
        "figure": f"{quantity.kind.replace('_', ' ')}: {_bounds(quantity.low, quantity.high)}",
        "of whom": " and ".join(names.get(party, party) for party in claim.parties),
        "on side": str(claim.side or ""),
        "says who": " and ".join(names.get(one, one) for one in claim.claimants),
        "stance": claim.stance,
        "said on": statement.when.start or "" if statement and statement.when else "",
        "through": (statement.medium or "") if statement else "",
        "rule": claim.rule,
        "confidence": str(claim.confidence),
    }
    return [(name, value) for name, value in told.items() if value]


def _bounds(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"from {low}, no upper end" if low is not None else f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def _turtle(article: Article, findings: Findings) -> str:
    """Give the paragraphs of the graph that tell of the last claim."""
    options = MappingOptions()
    written = serialize(map_article(article, findings, options), "turtle").decode()
    paragraphs = written.split("\n\n")
    claim = findings.claims[-1]
    place = f"char:{claim.span.start}-{claim.span.end}"
    own = next(p for p in paragraphs if f"tm:evidence {place} ;" in p and "tm:quantity " in p)
    statement = own.partition("tm:madeIn ")[2].partition(" ")[0]
    selectors = (f"{place}\\#position", f"{place}\\#quote")
    begins = (f"{own.split()[0][:-1]}#", f"{place} ", f"{statement or place} ", *selectors)
    kept = [paragraph for paragraph in paragraphs if paragraph == own or paragraph.startswith(begins)]
    return "\n\n".join(kept)
