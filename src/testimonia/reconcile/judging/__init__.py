"""Judging: candidates into the file of links, and what people, or a threshold, decide there.

merging    what a service offers, beside all that stands in the file
deciding   a candidate accepted or rejected, by whom and when
threshold  accepting by itself, where somebody has asked for it
conflicts  decisions that do not go together
session    one candidate after the other before somebody who judges: accept, reject, skip, undo
"""

from testimonia.reconcile.judging.conflicts import Conflict, find_conflicts
from testimonia.reconcile.judging.deciding import Decision, Signature, decide
from testimonia.reconcile.judging.merging import Merged, Source, merge_offers
from testimonia.reconcile.judging.session import Session
from testimonia.reconcile.judging.settled import linked, settled
from testimonia.reconcile.judging.threshold import Threshold, accept_by_threshold

__all__ = [
    "Conflict",
    "Decision",
    "Merged",
    "Session",
    "Signature",
    "Source",
    "Threshold",
    "accept_by_threshold",
    "decide",
    "find_conflicts",
    "linked",
    "merge_offers",
    "settled",
]
