"""The client of other people's reconciliation services: W3C Reconciliation API 0.1, 0.2 and 1.0-draft.

subjects  what of ours is looked for, and what is known of it
witness   the sentence in which an article speaks of it
profile   what a service calls our kinds and values: one TOML file a service
model     queries and candidates
wire      both on the wire, in each version of the protocol
manifest  what a service says of itself
service   batches, retries, what is refused
cache     answers on disk
run       a candidate for each subject
"""

from testimonia.reconcile.client.cache import Cache
from testimonia.reconcile.client.profile import Profile, choose_profile, read_profile
from testimonia.reconcile.client.run import Found, Offer, find_candidates
from testimonia.reconcile.client.service import Service, Settings
from testimonia.reconcile.client.subjects import KINDS, Subject, subject_finder, subjects_of

__all__ = [
    "KINDS",
    "Cache",
    "Found",
    "Offer",
    "Profile",
    "Service",
    "Settings",
    "Subject",
    "choose_profile",
    "find_candidates",
    "read_profile",
    "subject_finder",
    "subjects_of",
]
