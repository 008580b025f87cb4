"""The facts that travel along the road, frozen.

`Article` is what reading gives, `Findings` is what extraction gives; every other class is a part
of one of the two. Offsets are half-open, in Unicode code points, into `Article.text`, which is the
input exactly as it is on disk. Nothing here knows RDF, the clock, the network or chance.

Records point to one another by `key`: a short name that is unique within one article
(`Actor.key`, `Place.key`, `Event.key`, `Statement.key`, `CitedSource.key`).

    words      the words that records may use
    article    what reading gives
    scene      the event, its places and who takes part
    claims     who says how many; all findings
    sources    what the article cites behind them
    estimates  low, best and high under a policy, made only when asked for
"""

from testimonia.model.article import Article, Cell, Mark, Parameter, Passage, Section, Span
from testimonia.model.claims import Assertion, Claim, Findings, Quantity, Relation, Statement, Unexplained
from testimonia.model.estimates import Estimate, LeftOut, Policy, Voice, Whom
from testimonia.model.scene import Actor, Event, Happening, Office, Participation, Place, Side, When
from testimonia.model.sources import Citation, CitedSource
from testimonia.model.words import (
    FIELDED,
    MACHINES,
    ActorKind,
    AssertionKind,
    Category,
    EventKind,
    Form,
    HappeningKind,
    MarkKind,
    Measure,
    PartyBasis,
    QuantityKind,
    RelationKind,
    Scope,
    Stance,
    Zone,
)

__all__ = [
    "FIELDED",
    "MACHINES",
    "Actor",
    "ActorKind",
    "Article",
    "Assertion",
    "AssertionKind",
    "Category",
    "Cell",
    "Citation",
    "CitedSource",
    "Claim",
    "Estimate",
    "Event",
    "EventKind",
    "Findings",
    "Form",
    "Happening",
    "HappeningKind",
    "LeftOut",
    "Mark",
    "MarkKind",
    "Measure",
    "Office",
    "Parameter",
    "Participation",
    "PartyBasis",
    "Passage",
    "Place",
    "Policy",
    "Quantity",
    "QuantityKind",
    "Relation",
    "RelationKind",
    "Scope",
    "Section",
    "Side",
    "Span",
    "Stance",
    "Statement",
    "Unexplained",
    "Voice",
    "When",
    "Whom",
    "Zone",
]
