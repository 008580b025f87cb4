"""What may be chosen about the graph of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from testimonia import __version__
from testimonia.errors import UsageError
from testimonia.vocab import BASE

__all__ = ["MappingOptions"]

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_TIMESTAMP = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class MappingOptions:
    """Choices that hold for every article of a run; equal options give equal IRIs and equal quads.

    Raises UsageError when one of them cannot be used.
    """

    base: str = BASE
    """The IRI that all minted IRIs begin with; ends in "/"."""
    license: str | None = None
    """IRI of the licence of the article's text; None is that of Wikipedia at the date of the revision."""
    rights_holder: str = "Wikipedia contributors"
    """Who holds the rights in the article's text."""
    language: str = "en"
    """Language tag of the article's words."""
    version: str = __version__
    """Of the software that read the article."""
    timestamp: str | None = None
    """When the run ended, ISO 8601 with seconds; None leaves the clock out of the data."""
    tolerance: float | None = 0.1
    """How far "about N" reaches, as a share of N; None or 0 leaves it out of the data."""

    def __post_init__(self) -> None:
        """Check what the user may have typed."""
        for name, iri in (("base", self.base), ("license", self.license)):
            if iri is not None and not _ABSOLUTE.fullmatch(iri):
                raise UsageError(f"«{iri}» is not an absolute IRI; {name} needs one.")
        if not self.base.endswith("/"):
            raise UsageError(f"«{self.base}» cannot be the base of IRIs: it does not end in «/».")
        if not _LANGUAGE.fullmatch(self.language):
            raise UsageError(f"«{self.language}» is not a language tag such as «en».")
        if self.timestamp is not None and not _TIMESTAMP.fullmatch(self.timestamp):
            raise UsageError(f"«{self.timestamp}» is not a date and time such as «2024-05-01T12:00:00Z».")
        if self.tolerance is not None and not 0 <= self.tolerance < 1:
            raise UsageError(f"«{self.tolerance}» is not a share from 0 up to 1; tolerance needs one.")

    @property
    def margin(self) -> Fraction:
        """The tolerance as an exact number, 0 when it is switched off."""
        return Fraction(str(self.tolerance or 0))
