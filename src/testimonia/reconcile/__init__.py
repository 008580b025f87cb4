"""Reconciliation: which thing of another data set may be the one that an article speaks of.

Whatever is found is a candidate with a score and its features. It becomes a link only when a person
has accepted it.

    labels     an index of names on disk, in which misspelt ones are found
    authority  places and countries with identifiers, shipped or added from files
    linking    which of them a place or state of a graph may be, with score and features
    service    our events, actors, places and claims, offered to whoever has a table of names
    client     asks a service of other people what it has under our names
    judging    candidates into the file of links, and the decisions that people take there
"""
