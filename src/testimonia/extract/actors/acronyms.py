"""Acronyms that an article only uses: by the initials of a name in it, or by common knowledge.

example          the Northern Relief Committee … NRC said           (initials)
example          the Roe Self-Defense Group and Allies … and NRSGA   (a part of a long name)
example          GATIA ↔ Imghad Tuareg Self-Defense Group and Allies (letters of another language)
counter-example  NATO where no name in the article tells North, Atlantic, Treaty
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

from testimonia.extract.actors.kinds import is_foreign_head
from testimonia.extract.actors.naming import country_of, is_demonym, norm, stems
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows, word_set

__all__ = [
    "abbreviates",
    "acronym_name",
    "by_common_knowledge",
    "initials",
    "is_acronym",
    "known_names",
    "letters_of",
    "matches",
    "used_acronyms",
    "within",
]

_SHORT = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z\-]{0,6}s?|[A-Z]{2,8}(?:-[A-Z]{1,4})?s?|(?:[A-Z]\.){2,6}")
_SMALL = word_set("naming", "unlettered")
_ROMAN = frozenset("IVX")


@lru_cache(maxsize=1 << 16)
def is_acronym(word: str) -> bool:
    """Tell whether a word has the shape of an acronym: "NRC", "SARs", "U.N.", "NRC-GC"; not "McRoe"."""
    return bool(_SHORT.fullmatch(word)) and sum(c.isupper() for c in word) * 2 >= len(
        word.rstrip("s").replace(".", "").replace("-", "")
    )


def used_acronyms(sentences: Sequence[Sentence], listed: Sequence[str] = ()) -> list[str]:
    """Give the acronyms that stand in the prose or the infobox, each once, in alphabetical order."""
    found = {word for value in listed for word in re.findall(r"[A-Z][A-Za-z.-]*[A-Zs]", value)}
    found |= {token.text for sentence in sentences for token in sentence.tokens}
    return sorted(
        word for word in found if word[0].isupper() and not word[1:].islower() and _abbreviates(word)
    )


def _abbreviates(word: str) -> bool:
    """Tell acronyms from the numbers of corps: "NRC", not "II"."""
    shaped = word[0].isupper() and not word[1:].islower() and is_acronym(word)
    return shaped and not _ROMAN.issuperset(word)


@lru_cache(maxsize=1 << 16)
def letters_of(short: str) -> str:
    """Give the letters of an acronym without full stops, hyphens and a plural ending."""
    bare = short.removesuffix("s")
    return re.sub(r"[^A-Z]", "", bare.upper() if "." not in bare else bare)


_LETTERED = frozenset({"UK", "US"})
"""Countries that a name has by their letters, which its acronym keeps: the "US Navy" is no "UN"."""
_HYPHENS = str.maketrans("-–/", "   ")


@lru_cache(maxsize=1 << 16)
def initials(words: str) -> str:
    """Give the first letters of the words of a name, small words left out."""
    return "".join(
        [
            part if part in _LETTERED else part[0]
            for part in words.translate(_HYPHENS).split()
            if part[0].isalpha() and part.lower() not in _SMALL
        ]
    ).upper()


@lru_cache(maxsize=1 << 16)
def all_initials(words: str) -> str:
    """Give the first letters of all words of a name."""
    parts = words.translate(_HYPHENS).split()
    return "".join([part if part in _LETTERED else part[0] for part in parts if part[0].isalpha()]).upper()


def matches(short: str, words: str) -> bool:
    """Tell whether an acronym is made of the first letters of a whole name, with or without small words."""
    letters = letters_of(short)
    return len(letters) >= 2 and letters in {initials(words), all_initials(words)}


@lru_cache(maxsize=1 << 14)
def abbreviates(short: str, words: str) -> bool:
    """Tell whether an acronym has the first letter of each word of a name, and letters within after them.

    example          Oberkommando des Heeres → OKH · Roe Afrikakorps → RAK · Special Command Pacific → SOCPAC
    """
    if matches(short, words):
        return True
    letters = letters_of(short)
    parts = [part.upper() for part in words.translate(_HYPHENS).split() if part.lower() not in _LINKING]
    return len(letters) > 2 and 0 < len(parts) <= len(letters) and _spell(letters, parts)


def _spell(letters: str, parts: Sequence[str]) -> bool:
    """Tell whether letters are taken from the words in order, the first one of each among them."""
    if not parts or not letters:
        return not parts and not letters
    head, rest = parts[0], parts[1:]
    at, taken = 0, 0
    while taken < len(letters) and (found := head.find(letters[taken], at)) >= 0 and (taken or not found):
        at, taken = found + 1, taken + 1
        if _spell(letters[taken:], rest):
            return True
    return False


_LINKING = _SMALL | {"and", "da", "dem", "den", "der", "die", "do", "für", "von"}


def index_initials(names: Mapping[str, str]) -> dict[str, list[str]]:
    """Lay out names, comparable to written, by the acronyms that they can have."""
    table: dict[str, list[str]] = {}
    for low, words in names.items():
        if low[-1:].isdigit():
            continue  # "TF" is no name of "Task Force 31" alone
        for letters in {initials(words), all_initials(words)}:
            if len(letters) > 1:
                table.setdefault(letters, []).append(low)
    return table


@lru_cache(maxsize=1 << 16)
def acronym_name(short: str) -> str | None:
    """Give the full name that a widely known acronym stands for."""
    letters = short.replace(".", "")
    return _names().get(letters) or (_names().get(letters[:-1]) if letters.endswith("s") else None)


@cache
def _names() -> dict[str, str]:
    return {row["acronym"]: row["name"] for row in rows("acronyms")}


@cache
def known_names() -> frozenset[str]:
    """Give the full names, comparable, of widely known acronyms."""
    return frozenset(norm(name) for name in _names().values())


def within(short: str, words: str) -> str | None:
    """Give the run within a long name that has these initials: "Roe Relief Front … and Allies"."""
    letters = letters_of(short)
    if len(letters) < 3 or letters not in initials(words):
        return None
    parts = words.split()
    for first in range(len(parts)):
        for last in range(first + 2, len(parts) + 1):
            run = " ".join(parts[first:last])
            if parts[first][0].isupper() and parts[last - 1][0].isupper() and initials(run) == letters:
                return run
    return None


def by_common_knowledge(short: str, names: Collection[str]) -> list[str]:
    """Give the names that share the telling words of what a widely known acronym stands for."""
    full = acronym_name(short)
    if full is None:
        return []
    for sure in (norm(full), _base(norm(full))):
        if sure in names and " " in sure:
            return [sure]
    want, state = _telling(full), country_of(full) is not None
    return [
        low
        for low in names
        if not want.isdisjoint(have := _telling(low))
        and (country_of(low) is not None) == state
        and _agree(want, have, based=_base(norm(full)) == _base(low))
        and _same_head(norm(full), low)
        and _contained(norm(full), low)
    ]


def _base(name: str) -> str:
    """Give what stands before "of", "in" or "for"."""
    return re.split(r" (?:of|in|for) ", name)[0]


@lru_cache(maxsize=1 << 16)
def _telling(words: str) -> frozenset[str]:
    return frozenset(word[:6] for word in stems(words.replace("-", " ")))


def _agree(want: frozenset[str], have: frozenset[str], *, based: bool) -> bool:
    shared = want & have
    return (
        bool(shared)
        and len(shared) * 2 >= max(len(want), len(have))
        and (shared in (want, have) or len(shared) > 1 or based)
    )


def _contained(one: str, other: str) -> bool:
    """Tell whether two names differ in peoples and places only, or are the same up to their "of" or "in".

    example          Syrian Arab Army, Syrian Army · Coordination Committees, Coordination Committees of Roe
    counter-example  Free Syrian Army, Syrian Army
    """
    a, b = (
        {
            word.replace("defence", "defense").rstrip("s"): word
            for word in re.split(r"[ -]", name)
            if word not in _SMALL
        }
        for name in (one, other)
    )
    base = [_base(name) for name in (one, other)]
    if base[0] == base[1] != one or base[0] == other or base[1] == one:
        return True
    rest = [longer[word] for longer, shorter in ((a, b), (b, a)) for word in longer if word not in shorter]
    return (a.keys() <= b.keys() or b.keys() <= a.keys()) and all(
        is_demonym(word) or word == "allies" or is_foreign_head(word) for word in rest
    )


_HEADS = word_set("naming", "head_stems")


def _same_head(full: str, low: str) -> bool:
    """Tell whether two names of bodies have the same kind of head: forces and forces, army and army."""
    one, other = ({word[:5] for word in words.split()} & _HEADS for words in (full, low))
    return bool(one & other) or not one or not other
