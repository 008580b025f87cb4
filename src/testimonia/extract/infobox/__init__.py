"""Read the infobox: what happened, who took part, and who claims how many of whom.

`extract_infobox` takes an article and gives a draft in which names are still words; the order of its
steps is the order of the lines below.
"""

import re
from collections.abc import Iterator

from testimonia.extract.drafts import ClaimDraft, InfoboxDraft
from testimonia.extract.infobox.claims import to_claims, unread
from testimonia.extract.infobox.context import Frame
from testimonia.extract.infobox.counts import Base
from testimonia.extract.infobox.event import read_event
from testimonia.extract.infobox.lines import read_lines
from testimonia.extract.infobox.parties import Parties
from testimonia.extract.infobox.reach import carry_civilians, guess_by_order, spread_sayings
from testimonia.extract.infobox.sides import read_sides
from testimonia.model import Article, Span, When

__all__ = ["extract_infobox"]

_COUNTED = re.compile(r"^(casualties|strength)(\d?)[a-z]?$")
_BASES: dict[str, Base] = {
    "fatalities": "killed", "fatality": "killed", "deaths": "killed", "killed": "killed", "dead": "killed",
    "victims": "killed", "injuries": "wounded", "injured": "wounded", "wounded": "wounded",
    "arrests": "captured", "arrested": "captured", "detentions": "captured", "missing": "missing",
}  # fmt: skip


def extract_infobox(article: Article) -> InfoboxDraft:
    """Give all that the infobox of an article says; an empty draft where there is none."""
    if not article.parameters:
        return InfoboxDraft()
    event = read_event(article)
    entries = read_sides(article)
    parties = Parties.of(entries)
    claims: list[ClaimDraft] = []
    unexplained: list[Span] = []
    for frame in _frames(article, parties, event.when, event.label):
        lines = guess_by_order(spread_sayings(carry_civilians(read_lines(frame), frame)), frame)
        claims.extend(to_claims(lines, frame))
        unexplained.extend(unread(lines, frame))
    return InfoboxDraft(event, tuple(entries), tuple(claims), tuple(unexplained))


def _frames(article: Article, parties: Parties, when: When | None, label: str) -> Iterator[Frame]:
    sides = parties.sides()
    for parameter in article.parameters:
        match = _COUNTED.match(parameter.key)
        base = (match.group(1) if match else _BASES.get(parameter.key)) or ""
        if base and parameter.passage.shown:
            number = int(match.group(2)) if match and match.group(2) else None
            shared = number is None or (number > 2 and number not in sides)
            yield Frame(parameter, base, number, shared, parties, when, label, article.text)  # type: ignore[arg-type]
