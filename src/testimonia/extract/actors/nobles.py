"""Persons of a first name and a place or people, who are called by the first name alone.

An article that has two of that first name gives neither: nothing would tell whom it means.
A ruler's number tells it.

example          Maurice of Roe … Maurice · Emperor Tai of Dow … Tai · Duke Ann II of Roe … Ann II
counter-example  Victoria of Roe, where nobody acts · Ann of Roe and Ann of Dow · the Duke of Roe (an office)
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.name_runs import begins, run_end
from testimonia.extract.actors.names import Name, Use, is_given_name
from testimonia.extract.actors.persons import can_be_person, likely_place, shows_person
from testimonia.extract.actors.titles import title_end
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Noble", "find_nobles"]

_BEHIND = frozenset({"by", "under"})
_RULERS = word_set("naming", "rulers")


class Noble(NamedTuple):
    """A person by the full name and the first."""

    words: str
    called: str
    span: Span


def find_nobles(names: Mapping[str, Name]) -> Iterator[Noble]:
    """Give the persons whose first name stands before "of" and a name, where it also stands for them."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for low in names:
        firsts[low.split()[0]].add(low)
    for name in names.values():
        of = [use for use in name.uses if use.after == "of" and _of_name(use)]
        alone = " " not in name.low and all(_is_of(low, of) for low in firsts[name.low] - {name.low})
        known = (alone or _is_numbered(name.words)) and can_be_person(name.words) and not likely_place(name)
        if of and known and _is_one(name, of):
            first = of[0]
            tokens, end = first.sentence.tokens, _land_end(first)
            if not is_body_noun(tokens[end - 1].low):
                words = " ".join(first.sentence.words(first.first, end).split())
                yield Noble(words, name.words, first.sentence.source(first.first, end))


def _is_of(low: str, of: list[Use]) -> bool:
    """Tell whether a longer name is the same person's: "Ann de Roe" of "Ann of Roe"."""
    place = low.rsplit(maxsplit=1)[-1]
    return len(low.split()) == 3 and all(use.sentence.tokens[use.last + 1].low == place for use in of)


def _land_end(use: Use) -> int:
    """Give the end of what a noble is of, before a title of somebody else: "Ann of Roe | Colonel Tom Dow"."""
    tokens, end = use.sentence.tokens, run_end(use.sentence.tokens, use.last + 2)
    return next((at for at in range(use.last + 2, end) if title_end(tokens, at) > at), end)


def _of_name(use: Use) -> bool:
    tokens = use.sentence.tokens
    return use.last + 1 < len(tokens) and begins(tokens, use.last + 1)


def _is_numbered(words: str) -> bool:
    """Tell a ruler by the number behind the first names: "Ann II", "Ann Mary II"."""
    parts = words.split()
    return 1 < len(parts) < 4 and is_given_name(parts[0]) and set(parts[-1]) <= set("IVX")


def _is_one(name: Name, of: list[Use]) -> bool:
    """Tell a person by a ruler's title, or by a first name that leads or does something in the text."""
    if any(use.sentence.tokens[at].low in _RULERS for use in of for at in range(use.title, use.first)):
        return True
    if len({use.sentence.tokens[use.last + 1].low for use in of}) > 1:
        return False  # "Ann of Roe" and "Ann of Dow": which of them is Ann?
    if _is_numbered(name.words):
        return True
    acts = any(use.before in _BEHIND or use.title < use.first or shows_person(use) for use in name.uses)
    return is_given_name(name.words) and acts
