"""The event as the first sentences tell it, where there is no infobox.

event      title, kind, date, result; whether the article tells of an event at all
places     the chain of places, most specific first
larger     the wars and campaigns around it
sides      who fought whom, under whom
"""

from testimonia.extract.lead.event import event_from_lead
from testimonia.extract.lead.kind import kind_of_title
from testimonia.extract.lead.sides import entries_from_lead

__all__ = ["entries_from_lead", "event_from_lead", "kind_of_title"]
