"""What the titles over a passage say of it: that it tells what led to the event, or what came after.

Titles are read word by word, those of the sections around with them: "Prelude → Axis force".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.drafts import Named
from testimonia.lexicon import word_set
from testimonia.model import Article

__all__ = ["Chapter", "camp_of_title", "chapter_of"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? \w+|\bday\b|\bweek\b|\bphase\b", re.IGNORECASE)
"""Titles of sections that tell of an episode: "7 April", "First phase"."""
_BEFORE = word_set("layout", "chapter_before")
_AFTER = word_set("layout", "chapter_after")
_LOSSES = word_set("layout", "chapter_losses")
_FORCES = word_set("layout", "chapter_forces")
_MUSTER = word_set("layout", "chapter_muster")
_STORY = word_set("layout", "chapter_story")
_CAMP = word_set("layout", "chapter_camp")
_IN_BRACKETS = re.compile(r" \((\w+)\)$")
_ALLIANCES = frozenset({"Allied", "Allies", "Axis", "Coalition", "Confederate", "Union"})
_LONGEST = 5
"""Words in the longest title that is about one camp: "German Order of Battle"."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the titles over a passage promise; nothing of it is true of a lead."""

    before: bool = False
    """What led to the event: "Background"."""
    after: bool = False
    """What came of it: "Aftermath"."""
    losses: bool = False
    """What it cost: "Casualties"."""
    forces: bool = False
    """Who made ready for it, and with what: "Opposing forces", "Planning"."""
    dated: bool = False
    """An episode of it: "7 April", "First phase"."""
    story: bool = False
    """What led to it, or all of it: "History"."""
    part: bool = False
    """One of several under the title of the whole: "Battle → The left wing"."""

    @property
    def aside(self) -> bool:
        """True for what does not tell the event itself, but what led to it or came of it."""
        return self.before or self.after


def chapter_of(article: Article, section: int) -> Chapter:
    """Read the titles of a section and of those around it."""
    return _promised(article.sections[section].path if article.sections else ())


@lru_cache(maxsize=256)
def _promised(path: tuple[str, ...]) -> Chapter:
    title = " ".join(path)
    words = {word.lower() for word in _WORD.findall(title)}
    last = {word.lower() for word in _WORD.findall(path[-1])[-1:]} if path else set()
    return Chapter(
        before=bool(words & (_BEFORE | _STORY)),
        after=bool(words & _AFTER),
        losses=bool(words & _LOSSES),
        forces=bool(words & _FORCES or last & _MUSTER),
        dated=bool(_DATED.search(title)),
        story=bool(words & _STORY),
        part=len(path) > 1,
    )


def camp_of_title(article: Article, section: int) -> Named | None:
    """Give the title of a section that is about one camp's forces or losses: "German forces"."""
    if not article.sections or not section:
        return None
    one = article.sections[section]
    words = _WORD.findall(one.title)
    told = 1 < len(words) <= _LONGEST and words[-1].lower() in _CAMP and words[0][0].isupper()
    chapter = chapter_of(article, section)
    if told or (len(words) == 1 and _is_camp(words[0]) and (chapter.forces or chapter.losses)):
        return Named(one.title, one.span)
    people = _IN_BRACKETS.search(one.title)
    return Named(people[1], one.span) if people is not None and _is_camp(people[1]) else None


def _is_camp(word: str) -> bool:
    """Tell the title "Japanese" below "Order of battle" or "Casualties", and "Convoy 5 (Japanese)"."""
    return is_demonym(word) or word in _ALLIANCES
