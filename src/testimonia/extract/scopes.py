"""Whether a claim is about the article's event, an episode of it, or something else.

    main    the whole event: the lead, the casualties section, a sum
    sub     an episode: one day of several, one strike, one place
    other   background, aftermath, another event
"""

from dataclasses import dataclass

from testimonia.extract.prose.scene import Found
from testimonia.extract.sentences import Sentence
from testimonia.model import Article, Scope, When

__all__ = ["Setting", "scope_of"]

_BACKGROUND = ("background", "prelude", "history", "context", "origin", "previous", "build-up", "buildup", "prior")
_SUMMARY = ("casualt", "aftermath", "losses", "result", "outcome", "toll", "assessment", "consequence")


@dataclass(frozen=True, slots=True)
class Setting:
    """What scope depends on: the article's sections and its event's dates."""

    article: Article
    when: When | None = None


def scope_of(sentence: Sentence, when: When | None, one: Found, setting: Setting) -> Scope:
    """Tell the scope of a count."""
    title = " ".join(setting.article.sections[sentence.passage.section].path).lower() if setting.article.sections else ""
    if when is not None and _outside(when, setting.when):
        return "other"
    if any(word in title for word in _BACKGROUND):
        return "other"
    if sentence.zone == "lead" or any(word in title for word in _SUMMARY):
        return "main"
    if one.measure in {"strength", "materiel_strength"}:
        return "main"
    return "sub"


def _outside(when: When, event: When | None) -> bool:
    """Tell whether a date lies clearly before or after the event."""
    if event is None or event.start is None or when.start is None:
        return False
    start, end = event.start, event.end or event.start
    size = min(len(when.start), len(start))
    before = when.start[:size] < start[:size]
    size = min(len(when.start), len(end))
    return before or (event.end is not None and when.start[:size] > end[:size])
