"""Linking: which places and countries of the authorities at hand a place or state of a graph may be.

All candidates are shown, each with its score and the features that make it. None is chosen here: two
places of one name that nothing tells apart have the same score and the same rank.

    sought    what is known of a place that is looked for
    kinds     provinces, towns, rivers: what a name says of its kind
    features  what speaks for a candidate and against it, and the score that follows
    finding   the candidates of all authorities, in order
    offering  the same for the places and states of a graph, as the file of links takes them
"""

from testimonia.reconcile.linking.features import Feature, weigh
from testimonia.reconcile.linking.finding import Linked, find_things
from testimonia.reconcile.linking.offering import find_offers, link_things, sought_in
from testimonia.reconcile.linking.sought import Sought

__all__ = [
    "Feature",
    "Linked",
    "Sought",
    "find_offers",
    "find_things",
    "link_things",
    "sought_in",
    "weigh",
]
