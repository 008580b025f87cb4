"""What the words of a party or speaker are made of: title and person, group and name, report and author.

example          Kayes general Tom Roe → title "Kayes general", person "Tom Roe"
example          the opposition group NRC → "NRC"          a report by the Kayes Gazette → "Kayes Gazette"
counter-example  Kayes general staff · the leader of the NRC
"""

import re

from testimonia.extract.actors.acronyms import is_acronym
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.actors.titles import office_end, rank_end
from testimonia.extract.tokens import tokenize
from testimonia.lexicon import word_set

__all__ = ["author_of", "has_office", "is_office", "name_behind_group", "title_and_person"]

_REPORT = re.compile(
    r"^(?:(?:an?|the|its|his|her|their)\s)?(?:[a-z-]+\s){0,2}(?:report|reports|statement|article|interview|video|tweet|post|release|dispatch)\s"
    r"(?:by|from|of|in|on)\s(?:the\s)?(?=[A-Z])",
)
_GROUPS = word_set("naming", "group_before_name")


def author_of(words: str) -> str:
    """Give who made a report: "a report by The Roe Times" → "Roe Times"; other words come back unchanged."""
    return _REPORT.sub("", words)


def title_and_person(words: str) -> tuple[str, str] | None:
    """Cut words into a title and the person's name behind it; None where there are not both."""
    tokens = tokenize(words)
    for at in range(len(tokens)):
        end = office_end(tokens, at)
        ranked = rank_end(tokens, at) if end == at else end
        while ranked > at and ranked < len(tokens) and (further := rank_end(tokens, ranked)) > ranked:
            ranked = further
        names = ranked < len(tokens) and tokens[ranked].low not in {"of", "for", "in", "to", "at"}
        if at < ranked and names and tokens[ranked].text[0].isalpha():
            name = words[tokens[ranked].start :]
            if all(
                token.capital or token.text in ".-'’" or len(token.text) < 4 or "-" in token.text
                for token in tokens[ranked:]
            ) and can_be_person(name):
                return words[: tokens[ranked - 1].end], name
    return None


def has_office(title: str) -> bool:
    """Tell whether an office stands in a title: "Kayes army spokesman"; not in "Kayes general"."""
    tokens = tokenize(title)
    return any(office_end(tokens, at) > at for at in range(len(tokens)))


def is_office(words: str) -> bool:
    """Tell the words of an office alone: "Roe Defence Minister", "Governor of Roe"; not "Roe ministers"."""
    tokens = tokenize(words)
    ends = [end for at in range(len(tokens)) if (end := office_end(tokens, at)) > at]
    return any(end == len(tokens) or tokens[end].low in {"of", "for"} for end in ends)


def name_behind_group(words: str) -> str | None:
    """Give the name behind a noun of groups: "the opposition group NRC" → "NRC"; None for other words."""
    tokens = tokenize(words)
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1]
        if token.low in _GROUPS and not token.capital and behind.text[0].isupper():
            name = words[behind.start :]
            return name if all(part[0].isupper() or len(part) < 4 for part in name.split()) else None
        if token.low in {"the", "of", "for"} and at:
            return None
    last = tokens[-1] if tokens else None
    if (
        last is not None
        and len(tokens) > 1
        and is_acronym(last.text)
        and all(not token.capital or "-" in token.text for token in tokens[:-1])
    ):
        return last.text
    return None
