"""The proper names of an article's prose: runs of capitalised words, each with its uses.

    example          the 5th Mechanized Division · Ibrahim ibn al-Ashtar · Lt. Gen. A. B. van Roe
    example          the Institute for the Study of War        (a body goes on behind "of" and "for")
    counter-example  In March · The · Kayes-based

A name is *alone* where nothing capitalised stands beside it: only there can it be a short form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.name_runs import begins, run_end
from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.extract.actors.titles import rank_end, title_end
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, rows, word_set
from testimonia.model import Actor, Span

__all__ = ["Name", "Use", "is_given_name", "longer_readings", "order_of", "read_names"]


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
            opener = sentence.tokens[0].low
            bare = (
                use.title == 0
                and use.first == 0
                and sentence.tokens[min(1, len(sentence.tokens) - 1)].text != "."
            )
            if bare and (opener in lower or _derived(opener) or opener in _counting()):
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
    if low and low not in names:
        names[low] = Name(" ".join(words.split()), low)
    if low:
        names[low].uses.append(use)


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
    named = low in names or (low in known and _derived(low))
    if named or use.last - use.first > 1 or use.title > 0:
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


_NAMING = frozenset({"word", "ordinal"})


def _uses(sentence: Sentence) -> Iterator[Use]:
    tokens, behind = sentence.tokens, 0
    for at, (text, _, _, _, kind) in enumerate(tokens):
        small = kind not in _NAMING or (text.islower() and text.isalpha())
        if small or at < behind or not begins(tokens, at):  # most tokens are signs and small words
            continue
        first = title_end(tokens, at)
        end = run_end(tokens, max(first, at + 1))
        if end <= first or tokens[first].kind == "sign" or (first > at and _is_body(tokens, at, first, end)):
            first = at
            end = max(end, at + 1)
        yield from _split(sentence, at, first, end)
        behind = end


def _is_body(tokens: Sequence[Token], at: int, first: int, end: int) -> bool:
    """Tell "General Roe Command" from "Gen. A. B. Wing", whose last name happens to head bodies."""
    named = rank_end(tokens, at) == first and any(token.text == "." for token in tokens[first:end])
    return is_body_noun(tokens[end - 1].low) and not named


def _split(sentence: Sentence, title: int, first: int, end: int) -> Iterator[Use]:
    """Cut "Kayes Army General Tom Roe" before the title: a body, and a person with it."""
    tokens = sentence.tokens
    for at in range(end - 2, first, -1) if tokens[first].text not in _SHIPS else ():  # "HMS Queen Ann"
        behind = title_end(tokens, at)
        owned = _owns_titles(tokens[at - 1]) or (end - behind > 1 and tokens[at].low not in _OF_PLACES_TOO)
        if at < behind < end and owned and not is_body_noun(tokens[end - 1].low):
            yield Use(sentence, first, at, title)
            yield Use(sentence, behind, end, first)
            return
    cut = _person_behind(tokens, title, first, end)
    if cut:
        yield Use(sentence, first, cut, title)
        yield Use(sentence, cut, end, cut)
        return
    yield Use(sentence, first, end, title)


_OF_PLACES_TOO = forms("honorifics") | word_set("naming", "placelike") | word_set("naming", "title_surnames")
_SHIPS = word_set("naming", "ship_prefixes")
_PORTFOLIOS = word_set("naming", "portfolios")


def _person_behind(tokens: Sequence[Token], title: int, first: int, end: int) -> int | None:
    """Cut before the person of "(Minister of) Internal Affairs | Ann Roe", "(mayor of) Kayes | Tom Dow"."""
    of_office = title == first and first and tokens[first - 1].low in {"of", "for", "the", "to"}
    if not of_office or end - first < 3 or is_body_noun(tokens[end - 1].low):
        return None
    for at in range(first + 1, end - 1):
        if is_given_name(tokens[at].text) and (_ends_place(tokens[at - 1]) or _is_letters(tokens[at - 1])):
            return at
        named = all(token.kind == "word" or token.text == "." for token in tokens[at:end])
        if named and (
            tokens[at - 1].low in _PORTFOLIOS
            or country_of(" ".join(token.text for token in tokens[first:at])) is not None
            or (at == end - 2 and _held_over(tokens, first, at, end))
        ):
            return at
    return None


def _ends_place(token: Token) -> bool:
    """Tell the end of what an office is over: "(governor of) Kayes Province", "(minister for) Security"."""
    return token.low in _place_nouns() or is_body_noun(token.low) or token.low in _PORTFOLIOS


def _is_letters(token: Token) -> bool:
    """Tell an acronym: "(spokesman of) NRC"; a corps' number is none."""
    return len(token.text) > 2 and token.text.isupper() and not set(token.text) <= set("IVXL")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(norm(row["form"]) for row in rows("given_names"))


def is_given_name(word: str) -> bool:
    """Tell whether a word is a first name: "Ann", "Volodymyr"."""
    return norm(word) in _given_names()


def _held_over(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Tell whether an office stands before "of": then what it is over ends before two names.

    counter-example  Duke of Upper Kayes Hills (nobles are of places alone) · mayor of Kayes North Bank
    """
    back = next((k for k in range(first - 1, max(0, first - 5), -1) if tokens[k - 1].low in _CIVIL), None)
    return (
        back is not None
        and (
            is_body_noun(tokens[at - 1].low)
            or tokens[at - 1].low in _place_nouns()
            or (at - first == 1 and (tokens[first - 1].low == "of" or tokens[first].text.isupper()))
        )
        and not any(token.low in _place_nouns() or is_body_noun(token.low) for token in tokens[at:end])
    )


_CIVIL = word_set("naming", "heads_of_places")


@cache
def _place_nouns() -> frozenset[str]:
    kinds = {row["form"].lower() for row in rows("placekinds")}
    return frozenset(kinds - word_set("naming", "surnames_too")) | word_set("naming", "unpersonal")


def _owns_titles(token: Token) -> bool:
    """Tell whether a title can follow the word: a people, a body, an acronym."""
    return is_body_noun(token.low) or token.text.isupper() or len(place_forms(token.text)) > 1


_LINKS = word_set("naming", "name_links")


def longer_readings(use: Use) -> list[int]:
    """Give the ends of the longer names that begin like this one: "Front" → "Front for Relief"."""
    tokens, end = use.sentence.tokens, use.last
    ends: list[int] = []
    while end + 1 < len(tokens) and len(ends) < 4 and tokens[end].low in _LINKS:
        first = end + 1
        first += first < len(tokens) and tokens[first].low in {"the", "a", "an"}
        if first >= len(tokens) or not begins(tokens, first):
            break
        end = run_end(tokens, first + 1)
        ends.append(end)
    return ends


def order_of(actor: Actor, names: Mapping[str, Name]) -> tuple[int, int]:
    """Give where the prose first names an actor; participants come before all."""
    if actor.rule.startswith(("infobox", "lead")):
        return (-1, 0)
    orders = [
        found.order for name in (actor.label, *actor.aliases) if (found := names.get(norm(name))) is not None
    ]
    return min(orders, default=(0, 0))
