"""Which figures may count only an episode of an event, and not the whole of it.

A siege of six weeks has hundreds of small reports: "two soldiers were killed on Monday, the mayor
said". That is no rival of the infobox, which counts the whole siege. What the article tells in its
own voice may be an episode of even a short event; what somebody says of an event of a few days is
taken to be about all of it. The infobox always counts the whole, and so does the lead. "20 more
were killed" is never the whole.
"""

import re
from datetime import date

from testimonia.model import Claim, Event, Findings, When

__all__ = ["Episodes"]

_BESIDES = re.compile(r"\b(?:additional|another|further|others?|(?<!or )more(?! than))\b")
"""Words that count people besides those counted before: "20 more", not "more than 20", "20 or more"."""

_MAY_LAST = frozenset({"siege", "offensive", "campaign", "war", "operation", "clashes", "other"})
"""Kinds of events that may take weeks; a battle, an attack or a massacre without a date hardly does."""

_BRIEF = 3
"""Days that one report can well be about."""


class Episodes:
    """The events of one article, asked how long they took."""

    def __init__(self, findings: Findings) -> None:
        self._long = {event.key for event in findings.events if _is_long(event)}

    def may_count(self, claim: Claim) -> bool:
        """Tell whether a claim may count only an episode of its event."""
        if _BESIDES.search(claim.quantity.verbatim.lower()):
            return True
        if claim.zone == "infobox":
            return False
        if not claim.claimants:
            return True
        return claim.event in self._long and claim.zone != "lead"


def _is_long(event: Event) -> bool:
    """Tell whether an event took more than a few days, or is not known to have taken fewer."""
    when = event.when
    if when is None or when.start is None:
        return event.kind in _MAY_LAST
    days = _days(when)
    return days is None or days > _BRIEF


def _days(when: When) -> int | None:
    """Count the days of a date or range; None where they are not given to the day."""
    try:
        first, last = date.fromisoformat(when.start or ""), date.fromisoformat(when.end or "")
    except ValueError:
        # Of years before 1 and of dates without a day, only a single day can be told.
        single = when.start == when.end and (when.start or "").lstrip("-").count("-") == 2
        return 1 if single else None
    return (last - first).days + 1
