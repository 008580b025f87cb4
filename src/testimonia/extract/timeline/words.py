"""The telling words of a clause: what the happenings table knows, where it stands."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple, cast

from testimonia.extract.timeline.verbs import tag_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import HappeningKind

__all__ = ["Word", "best", "kind_of_title", "stem", "stems", "telling", "words_of"]

# What is told where a clause tells several things: to attack and capture a town is to capture it.
_RANK: tuple[HappeningKind, ...] = (
    "capture", "siege", "ceasefire", "bombardment", "attack", "retreat", "clash", "advance", "deployment",
    "statement", "other",
)  # fmt: skip
_IDLE = frozenset({"place", "part", "due", "advantage", "office", "note", "care", "account"})
_GUNS = frozenset("artillery mortar rocket missile air aerial drone".split())
_POWER = frozenset({"command", "office", "power", "responsibility"})
class Word(NamedTuple):
    """A word or phrase of the happenings table over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: HappeningKind


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], HappeningKind]]]:
    table: dict[str, list[tuple[tuple[str, ...], HappeningKind]]] = {}
    for row in rows("happenings"):
        words = tuple(stem(word) for word in row["form"].lower().split())
        table.setdefault(words[0], []).append((words, cast("HappeningKind", row["kind"])))
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in rows("irregular_verbs")}


@cache
def stem(low: str) -> str:
    """Give what the forms of a verb share: "launched", "launching" and "launch" are "launch"."""
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
    """Give the stems of words separated by spaces."""
    return frozenset(stem(word) for word in words.split())


# Verbs of the table whose bare form is an everyday noun or adjective: "in the desert", "their position".
_NO_NOUN = stems(
    "desert station position ship anchor land free clear secure target pocket trap block charge scale left send join"
    " control camp fall rocket shell mortar escort garrison convoy column head approach cut mine gain"
)


def _is_past(low: str) -> bool:
    return low.endswith("ed") or low in _lemmas()


def words_of(tokens: Sequence[Token], first: int, last: int) -> list[Word]:
    """Give the words and phrases of a stretch that the table knows, the longest at each place."""
    found, at, table = [], first, _phrases()
    while at < last:
        entries = table.get(stem(tokens[at].low))
        word = next((one for one in entries if _stands(tokens, at, one[0])), None) if entries else None
        if word is None or _misleads(tokens, at, len(word[0])):
            at += 1
            continue
        end = at + len(word[0])
        found.append(Word(at, end, _sharpened(tokens, at, end, word[1])))
        at = end
    return found


def _sharpened(tokens: Sequence[Token], first: int, last: int, kind: HappeningKind) -> HappeningKind:
    """Let a neighbour change a word: "took over command" takes no place, "a rocket attack" is a bombardment."""
    if kind == "capture" and last < len(tokens) and tokens[last].low in _POWER:
        return "other"
    if kind == "attack" and first and tokens[first - 1].low in _GUNS:
        return "bombardment"
    return kind


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    end = at + len(words)
    return end <= len(tokens) and all(stem(tokens[at + k].low) == word for k, word in enumerate(words))


def _misleads(tokens: Sequence[Token], at: int, size: int) -> bool:
    """Tell whether a single word is a month, part of a name, or idle as in "took place"."""
    if size > 1:
        return False
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.low in _IDLE:
        return True
    if not token.capital:
        return False
    if token.low == "march" and at:
        return True
    return any(one is not None and one.capital and one.low not in tag_of() for one in (tokens[at - 1] if at else None, after))


def telling(tokens: Sequence[Token], words: Iterable[Word], heads: Collection[int]) -> list[Word]:
    """Give the words that name an event: nouns, gerunds and verbs, no participles before a noun."""
    found = []
    for word in words:
        low = tokens[word.first].low
        if word.kind in {"other", "statement"}:
            continue
        if word.first not in heads and word.last - word.first == 1 and (_is_past(low) or (stem(low) in _NO_NOUN and not low.endswith("ing"))):
            continue
        found.append(word)
    return found


def best(kinds: Iterable[HappeningKind]) -> HappeningKind:
    """Give the kind that tells most."""
    return min(kinds, key=_RANK.index)


def kind_of_title(tokens: Sequence[Token]) -> HappeningKind:
    """Give the kind that an article's title names: "Siege of X" is a siege, "Battle of X" a clash."""
    for token in tokens:
        for words, kind in _phrases().get(stem(token.low), ()):
            if len(words) == 1 and kind != "other":
                return kind
    return "other"
