"""Relations between the claims of one article: which agree, which contradict, which revise.

Two figures are compared only where they count the same thing: the same event, measure, scope and
item, and the same party or the same whole side. What then holds between them is interval
arithmetic on their inclusive bounds. Where one counts a part of what the other counts, only what
must hold between a part and its whole is said. Nothing here decides which claim is true.
"""

from testimonia.compare.crosscheck import BoxFigure, Crosscheck, Met, check_infobox
from testimonia.compare.estimates import estimates
from testimonia.compare.grounds import short_name
from testimonia.compare.policies import list_policies, load_policy
from testimonia.compare.relations import compare_claims
from testimonia.model import Estimate, LeftOut, Policy

__all__ = [
    "BoxFigure",
    "Crosscheck",
    "Estimate",
    "LeftOut",
    "Met",
    "Policy",
    "check_infobox",
    "compare_claims",
    "estimates",
    "list_policies",
    "load_policy",
    "short_name",
]
