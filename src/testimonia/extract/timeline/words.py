"""The telling words of a clause: what the happenings table knows of it, and where it stands."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from testimonia.extract.dates.letters import among
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, rows
from testimonia.model import HappeningKind

__all__ = ["Word", "best", "kind_of_phrase", "kind_of_title", "stem", "stems", "telling", "words_of"]

# What is told where a clause tells several things: to attack and capture a town is to capture it.
_RANK: tuple[HappeningKind, ...] = (
    "capture", "siege", "ceasefire", "bombardment", "attack", "retreat", "clash", "advance", "deployment",
    "statement", "other",
)  # fmt: skip
_IDLE = among("place part due advantage office note care account effect shape stock")
_GUNS = among("artillery mortar rocket missile air aerial drone")
_LANDINGS = among("landing landings")
_HAVING_LANDED = among("after before by was were and ,")
_BOMBINGS = among("bombing bombings")
_BEFORE_VERBS = among("managed able began forced continued proceeded started succeeded unable")
_TROOPS = "forces"  # a noun wherever it stands: "the forces to withdraw" are not forced to
_POWER = among("command office power responsibility")


class Word(NamedTuple):
    """A word or phrase of the happenings table over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: HappeningKind


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in rows("irregular_verbs")}


@lru_cache(maxsize=1 << 16)
def stem(low: str) -> str:
    """Give what the forms of a word share: "launched", "launching" and "launch" are "launch"."""
    low = low.removeprefix("re-")
    low = _lemmas().get(low, low)
    for ending in ("ing", "ed", "es", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            low = low.removesuffix(ending)
            break
    if len(low) > 2 and low[-1] == low[-2]:
        low = low[:-1]
    return low[:-1] + "i" if low.endswith("y") else low


def stems(words: str) -> frozenset[str]:
    """Give the stems of the words of a list."""
    return frozenset(stem(word) for word in words.split())


# Verbs of the table whose bare form is an everyday noun or adjective: "in the desert", "their position".
_NO_NOUN = stems(
    "desert station position ship anchor land free clear secure target pocket trap block charge scale left"
    " send join control camp fall rocket shell mortar escort garrison convoy column head approach cut mine"
    " gain ring sever"
)


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], HappeningKind]]]:
    """Give the phrases of the table by the stem of their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], HappeningKind]]] = {}
    for row in rows("happenings"):
        words = tuple(stem(word) for word in row["form"].lower().split())
        table.setdefault(words[0], []).append((words, cast("HappeningKind", row["kind"])))
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


def kind_of_phrase(*words: str) -> HappeningKind | None:
    """Give the kind of a phrase such as "pull back", None if the table does not know it."""
    wanted = tuple(stem(word) for word in words)
    return next((kind for found, kind in _phrases().get(wanted[0], ()) if found == wanted), None)


def words_of(tokens: Sequence[Token], first: int, last: int) -> list[Word]:
    """Give the words and phrases of a stretch that the table knows, the longest at each place."""
    found, at, table = [], first, _phrases()
    while at < last:
        entries = table.get(stem(tokens[at].low)) if tokens[at].low != _TROOPS else None
        word = next((one for one in entries if _stands(tokens, at, one[0])), None) if entries else None
        if word is None or (len(word[0]) == 1 and _misleads(tokens, at)):
            at += 1
            continue
        end = at + len(word[0])
        found.append(Word(at, end, _sharpened(tokens, at, end, word[1])))
        at = end
    return found


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    end = at + len(words)
    return end <= len(tokens) and all(stem(tokens[at + k].low) == word for k, word in enumerate(words))


def _misleads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is a month, begins a name ("Assault Brigade"), or idles ("took place")."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in {"route", "routes"}:
        return True
    if after is not None and after.low in _IDLE:
        return True
    if not token.capital:
        return False
    return (token.low == "march" and at > 0) or (
        after is not None and after.capital and after.low not in function_tags()
    )


def _sharpened(tokens: Sequence[Token], first: int, last: int, kind: HappeningKind) -> HappeningKind:
    """Let a neighbour change a word: "took over command" captures nothing, "a rocket attack" bombards."""
    if kind == "capture" and last < len(tokens) and tokens[last].low in _POWER:
        return "other"
    if kind == "attack" and first and tokens[first - 1].low in _GUNS:
        return "bombardment"
    if tokens[last - 1].low in _LANDINGS and tokens[first - 1].low not in _HAVING_LANDED:
        return "attack"
    return kind


def telling(tokens: Sequence[Token], words: Iterable[Word], heads: Collection[int]) -> list[Word]:
    """Give the words that name an event: nouns, gerunds and verbs, no participles before a noun."""
    return [word for word in words if word.kind not in {"other", "statement"} and _names(tokens, word, heads)]


def _names(tokens: Sequence[Token], word: Word, heads: Collection[int]) -> bool:
    low = tokens[word.first].low
    if word.last - word.first > 1 or word.first in heads:
        return True
    past = low.endswith("ed") or low in _lemmas()
    if _is_infinitive(tokens, word.first):
        return True
    gerund = low.endswith("ing") and len(low) > len("ring")
    return not past and (gerund or stem(low) not in _NO_NOUN)


def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell a verb behind another from a noun: "managed to control the ford", "were able to cut the road"."""
    return at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].low in _BEFORE_VERBS


def best(kinds: Iterable[HappeningKind]) -> HappeningKind:
    """Give the kind that tells most."""
    return min(kinds, key=_RANK.index)


def kind_of_title(tokens: Sequence[Token]) -> HappeningKind:
    """Give the kind that an article's title names: "Siege of X" is a siege, "X bus bombing" an attack."""
    if tokens and tokens[-1].low in _BOMBINGS:
        return "attack"
    for token in tokens:
        kind = kind_of_phrase(token.low)
        if kind and kind != "other":
            return kind
    return "other"
