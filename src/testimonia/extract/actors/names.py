"""The proper names of an article's prose: runs of capitalised words, each with its uses.

    example          the 5th Mechanized Division · Ibrahim ibn al-Ashtar · Lt. Gen. A. B. van Roe
    example          the Institute for the Study of War        (a body goes on behind "of" and "for")
    counter-example  In March · The · Kayes-based

A name is *alone* where nothing capitalised stands beside it: only there can it be a short form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.extract.actors.titles import rank_end, title_end
from testimonia.extract.actors.word_sets import word_set
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import Span

__all__ = ["Name", "Use", "longer_readings", "read_names"]

_PARTICLES = word_set("name_particles")
_PREFIXED = re.compile(
    r"(?:al|el|ad|as|ar|an|at|ash|az|adh|ath|ul|ud|bin|ben|d|l|o)[-'’`ʻʼ‘][A-ZÀ-ÞİŞŽŠČĆĐŁ]"
)
_DERIVED = re.compile(
    r"(?:[Pp]ro|[Aa]nti|[Nn]on|[Ee]x|[Pp]ost|[Pp]re|[Mm]id)-.*|.+[-‐‑](?:[a-z]+ed|led|held|born|made|built|style|speaking|wide|language|era|class)$"
)
_INNER = frozenset(".'’ʼ`‘ʻ")
_NUMERAL = re.compile(r"[IVXLC]+\Z")


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a name stands."""

    sentence: Sentence
    first: int
    last: int
    title: int
    """Token with which a title before the name begins; `first` where there is none."""

    @property
    def before(self) -> str:
        """The word before the name and its title, lower case; "" at the start of a sentence."""
        return self.sentence.tokens[self.title - 1].low if self.title > 0 else ""

    @property
    def after(self) -> str:
        """The word behind the name, lower case; "" at the end."""
        tokens = self.sentence.tokens
        return tokens[self.last].low if self.last < len(tokens) else ""


@dataclass(slots=True, eq=False)
class Name:
    """A name with all its uses, in text order."""

    words: str
    low: str
    uses: list[Use] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it stands first."""
        use = self.uses[0]
        return use.sentence.source(use.first, use.last)

    @property
    def order(self) -> tuple[int, int]:
        """Its first place in the prose; a name of the infobox alone comes before all."""
        return (self.uses[0].sentence.order, self.uses[0].first) if self.uses else (-1, 0)

    def share(self, words: frozenset[str]) -> float:
        """Give the share of its uses that stand behind one of these words."""
        return sum(use.before in words for use in self.uses) / max(1, len(self.uses))


def read_names(sentences: Sequence[Sentence]) -> dict[str, Name]:
    """Give all names of the prose by their comparable form, in text order."""
    names: dict[str, Name] = {}
    lower = {
        token.text
        for sentence in sentences
        for token in sentence.tokens
        if token.kind == "word" and token.text[0].islower()
    }
    openers: list[Use] = []
    for sentence in sentences:
        for use in _uses(sentence):
            if (
                use.title == 0
                and use.first == 0
                and (sentence.tokens[0].low in lower or _derived(sentence.tokens[0].low))
            ):
                openers.append(use)
            else:
                _keep(names, use)
    known = {part for low in names for part in low.split()}
    for use in openers:
        _keep_opener(names, use, known)
    return names


def _derived(low: str) -> bool:
    """Tell "Reaching Roe", "Fortunately Roe" from names: "Vitaly Roe", "Ahmed Roe" (short, or in -ed)."""
    return low.endswith("ing") or (low.endswith("ly") and len(low) > 7)


def _keep(names: dict[str, Name], use: Use) -> None:
    words = use.sentence.words(use.first, use.last)
    low = norm(words)
    if low:
        names.setdefault(low, Name(re.sub(r"\s+", " ", words), low)).uses.append(use)


def _keep_opener(names: dict[str, Name], use: Use, known: set[str]) -> None:
    """Keep a name at the start of a sentence; its first word may be capitalised only for standing there."""
    low = norm(use.sentence.words(use.first, use.last))
    if low not in names and use.last - use.first > 1:
        rest = Use(use.sentence, use.first + 1, use.last, use.first + 1)
        opener = use.sentence.tokens[use.first].low
        if (
            norm(rest.sentence.words(rest.first, rest.last)) in names
            or (_derived(opener) and opener not in known)
            or opener in _counting()
        ):
            use = rest
    if low in names or use.last - use.first > 1 or use.title > 0:
        _keep(names, use)


@cache
def _counting() -> frozenset[str]:
    """Give the words of number and amount that begin a sentence: "Four", "Many", "Several"."""
    amounts = {row["word"].split()[0] for row in rows("vague")} | {row["word"] for row in rows("numbers")}
    return frozenset(amounts - {"first", "second", "third", "fourth", "fifth"}) | {
        "more",
        "other",
        "local",
        "current",
        "former",
    }


def _uses(sentence: Sentence) -> Iterator[Use]:
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        text = tokens[at].text
        if (text.islower() and text.isalpha()) or not _begins(tokens, at):  # most tokens: small words
            at += 1
            continue
        first = title_end(tokens, at)
        end = _run_end(tokens, max(first, at + 1))
        if end <= first or tokens[first].kind == "sign" or (first > at and _is_body(tokens, at, first, end)):
            first = at
            end = max(end, at + 1)
        yield from _split(sentence, at, first, end)
        at = end


def _is_body(tokens: Sequence[Token], at: int, first: int, end: int) -> bool:
    """Tell "General Roe Command" from "Gen. A. B. Wing", whose last name happens to head bodies."""
    named = rank_end(tokens, at) == first and any(token.text == "." for token in tokens[first:end])
    return is_body_noun(tokens[end - 1].low) and not named


def _split(sentence: Sentence, title: int, first: int, end: int) -> Iterator[Use]:
    """Cut "Kayes Army General Tom Roe" before the title: a body, and a person with it."""
    tokens = sentence.tokens
    for at in range(end - 2, first, -1):
        behind = title_end(tokens, at)
        if at < behind < end and _owns_titles(tokens[at - 1]) and not is_body_noun(tokens[end - 1].low):
            yield Use(sentence, first, at, title)
            yield Use(sentence, behind, end, first)
            return
    cut = _person_behind(tokens, title, first, end)
    if cut:
        yield Use(sentence, first, cut, title)
        yield Use(sentence, cut, end, cut)
        return
    yield Use(sentence, first, end, title)


_PORTFOLIOS = word_set("portfolios")


def _person_behind(tokens: Sequence[Token], title: int, first: int, end: int) -> int | None:
    """Cut "(Minister of) Internal Affairs | Ann Roe", "(leader of) Team Six | Tom Dow" before the person."""
    if title != first or not first or tokens[first - 1].low not in {"of", "for", "the"} or end - first < 3:
        return None
    return next(
        (
            at
            for at in range(first + 1, end - 1)
            if not is_body_noun(tokens[end - 1].low)
            and (
                tokens[at - 1].low in _PORTFOLIOS
                or country_of(" ".join(token.text for token in tokens[first:at])) is not None
            )
        ),
        None,
    )


def _owns_titles(token: Token) -> bool:
    """Tell whether a title can follow the word: a people, a body, an acronym."""
    return is_body_noun(token.low) or token.text.isupper() or len(place_forms(token.text)) > 1


def _begins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "ordinal":
        return at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].low not in _calendar()
    if token.kind != "word":
        return False
    if not token.text[0].isupper():
        return _prefixed(token)
    return _nameable(tokens, at)


def _prefixed(token: Token) -> bool:
    """Tell "al-Roe" and "d'Orr" from "al-Roe-based"."""
    return bool(_PREFIXED.match(token.text)) and not _DERIVED.match(token.text)


def _nameable(tokens: Sequence[Token], at: int) -> bool:
    """Tell a capitalised word from "The", "In", "March" of a date, "Kayes-based"."""
    token = tokens[at]
    if token.low in _function_words() or ("-" in token.low and _DERIVED.match(token.text)):
        return False
    if token.low in _calendar():
        beside = (tokens[k].kind for k in (at - 1, at + 1) if 0 <= k < len(tokens))
        return not (token.low in _months_only() or any(kind in {"number", "ordinal"} for kind in beside))
    return True


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of the run of name words that has `at` as its second or later token."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if (
            (token.kind == "word" and (_prefixed(token) or _continues(tokens, end)))
            or (token.kind == "word" and token.low in _PARTICLES and _goes_on(tokens, end))
            or (token.text in _INNER and _joins(tokens, end))
            or (token.kind == "ordinal" and _begins(tokens, end))
        ) or (token.text in {"'s", "’s", "'", "’"} and _owned(tokens, end)):
            end += 1
        elif token.text in {'"', "“"} and _nickname(tokens, end):
            end += 4
        else:
            break
    return end


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word goes on with a name: a capitalised one, or the numeral of "Louis I"."""
    text = tokens[at].text
    return text[0].isupper() and (
        _nameable(tokens, at) or (bool(_NUMERAL.match(text)) and tokens[at - 1].end < tokens[at].start)
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell the full stop of an initial and the apostrophe of "Kala' al-Roe" from other signs."""
    before = tokens[at - 1]
    if tokens[at].text == ".":
        return len(before.text) == 1 and before.capital and _goes_on(tokens, at)
    return (
        before.end == tokens[at].start
        and before.text[-1] not in "sS"
        and at + 1 < len(tokens)
        and bool(_PREFIXED.match(tokens[at + 1].text))
    )


_OWNERS = word_set("collective_owners")


def _owned(tokens: Sequence[Token], at: int) -> bool:
    """Tell "People's Front" and "Nine Years' War", single names, from "Roe's Front"."""
    return tokens[at - 1].low in _OWNERS and at + 1 < len(tokens) and tokens[at + 1].capital


def _nickname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a nickname in quotation marks stands here: Ann "Red" Roe."""
    return (
        at + 3 < len(tokens)
        and tokens[at + 1].capital
        and tokens[at + 2].text in {'"', "”"}
        and tokens[at + 3].capital
        and tokens[at - 1].capital
        and _nameable(tokens, at + 3)
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and (tokens[at].low in _PARTICLES or tokens[at].text == "."):
        at += 1
    return (
        at < len(tokens)
        and tokens[at].kind == "word"
        and (tokens[at].text[0].isupper() or bool(_PREFIXED.match(tokens[at].text)))
    )


_LINKS = word_set("name_links")


def longer_readings(use: Use) -> list[int]:
    """Give the ends of the longer names that begin like this one: "Front" → "Front for Relief"."""
    tokens, ends, end = use.sentence.tokens, [], use.last
    while end + 1 < len(tokens) and len(ends) < 4 and tokens[end].low in _LINKS:
        first = end + 1
        first += first < len(tokens) and tokens[first].low in {"the", "a", "an"}
        if first >= len(tokens) or not _begins(tokens, first):
            break
        end = _run_end(tokens, first + 1)
        ends.append(end)
    return ends


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("function_words")) - {"may", "will", "mine"}


@cache
def _calendar() -> frozenset[str]:
    return frozenset(row["form"].lower() for table in ("months", "weekdays") for row in rows(table))


@cache
def _months_only() -> frozenset[str]:
    """Give the words of the calendar that are hardly ever a person's name."""
    return _calendar() - {"april", "august", "may", "june", "jan", "mar", "sun"}
