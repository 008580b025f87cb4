"""Asking a service for all of ours: subject by subject an answer, in the order in which they are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.reconcile.client.model import Candidate
    from testimonia.reconcile.client.profile import Linked, Profile
    from testimonia.reconcile.client.service import Service
    from testimonia.reconcile.client.subjects import Subject

__all__ = ["Found", "Offer", "find_candidates"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate and the IRI that it has outside of its service."""

    iri: str
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one subject."""

    subject: Subject
    offers: tuple[Offer, ...] = ()
    """Candidates, the likeliest first."""
    problem: str = ""
    """Why there is no answer, in one sentence."""
    asked: bool = True
    """False where the answer was kept from before."""


def find_candidates(
    subjects: Sequence[Subject], service: Service, profile: Profile, linked: Linked, limit: int
) -> Iterator[Found]:
    """Give what a service has for each subject.

    `linked` maps our IRIs to theirs that a person has accepted; they help to tell others apart. Raises
    the errors of `Service.match`.
    """
    queries = [profile.query(subject, service.manifest, linked, limit) for subject in subjects]
    for subject, answer in zip(subjects, service.match(queries, profile.batch), strict=True):
        offers = [
            Offer(service.manifest.iri(candidate.id, profile.entity), candidate)
            for candidate in sorted(answer.candidates, key=_rank)[:limit]
        ]
        others = tuple(offer for offer in offers if offer.iri != subject.iri)
        yield Found(subject, others, answer.problem, answer.asked)


def _rank(candidate: Candidate) -> tuple[bool, float, str]:
    """Order candidates by score; without scores the service's own order would say nothing about ties."""
    return candidate.score is None, -(candidate.score or 0.0), candidate.id
