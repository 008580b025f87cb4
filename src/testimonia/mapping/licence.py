"""Under which licence a revision stands: what the user says, else what held on Wikipedia at its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.mapping.options import MappingOptions
    from testimonia.model import Article

__all__ = ["licence_of"]

_SINCE = (
    ("2023-06-07", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("", "https://creativecommons.org/licenses/by-sa/3.0/"),
)
"""From which day a licence holds, the latest first. Version 4.0 came with the terms of use of June 2023.
Version 3.0 came on 2009-06-15, for all older revisions too: the Free Documentation License, under which
they had been written, allowed that until August 2009."""


def licence_of(article: Article, options: MappingOptions) -> str:
    """Give the IRI of the licence of an article; of a revision without a date the current one."""
    if options.license is not None:
        return options.license
    day = article.timestamp or _SINCE[0][0]
    return next(licence for since, licence in _SINCE if day >= since)
