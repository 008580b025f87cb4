"""One letter for each token of a sentence: what the chunker reads.

| tag | is | tag | is |
|---|---|---|---|
| D | determiner, possessive | V | verb in the past or participle |
| Q | inside a figure | G | gerund or present participle |
| C | capitalised word | I | infinitive or present, where the lexicon knows it |
| W | other content word | X | auxiliary |
| P | preposition | N | not, never |
| & | and, or | B | adverb |
| K | but, yet | T | to |
| S | that, who, while, … | R | pronoun |
| @ | inside a date | M | possessive 's |
| , ; : - | the sign itself | " ( ) | the sign itself |

There is no statistical tagger: closed classes are listed, verbs are told by their endings, and all
else is a content word. Attributive participles ("the captured guns") become content words.
"""

from collections.abc import Collection, Sequence

from testimonia.extract.figures import Figure
from testimonia.extract.grammar import words
from testimonia.extract.prose.lexemes import (
    function_tag,
    is_saying_noun,
    noun_of,
    reports_at,
    triggers_at,
    verb_roles,
)
from testimonia.extract.tokens import Token

__all__ = ["tag_tokens"]

_SIGNS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "–": "-",
    "—": "-",
    "-": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "/": "&",
    '"': '"',
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "'": "'",
    "'s": "M",
    "’s": "M",
    "’": "M",
    ".": ".",
    "!": ".",
    "?": ".",
}
_BEFORE_VERBS = words("before_verbs")
_COUNTED = words("counted")
_MODALS = words("modals")


def _sign(token: Token) -> str:
    return _SIGNS.get(token.text) or _SIGNS.get(token.low) or "."


def _known_verb(tokens: Sequence[Token], at: int) -> str | None:
    """Tell the tag of a word that the lexicon has as a verb in a form its shape does not show."""
    roles = {one.role for one in (*triggers_at(tokens, at)[1], *reports_at(tokens, at)[1])}
    if roles & {"past", "participle"}:
        return "V"
    if "gerund" in roles:
        return "G"
    if ("noun_event" in roles or is_saying_noun(tokens[at].low)) and not (
        at and tokens[at - 1].low in _BEFORE_VERBS
    ):
        return None
    if "present" in roles:
        return "I"
    if (
        "infinitive" in roles
        and at
        and (
            tokens[at - 1].low in _BEFORE_VERBS
            or _plural_before(tokens, at)
            or _second_infinitive(tokens, at)
        )
    ):
        return "I"
    return None


def _second_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell the second verb of "could hit one and destroy six", "to kill or wound"."""
    return tokens[at - 1].low in {"and", "or"} and any(
        token.low in _MODALS for token in tokens[max(0, at - 7) : at - 1]
    )


def _plural_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a plural noun for people stands directly before ("officials claim")."""
    found = noun_of(tokens, at - 1)
    return found is not None and found[0] == at and found[1].kind == "people" and found[1].plural


def _word(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at]
    low = token.low
    tag = None if len(low) > 1 and token.text.isupper() else function_tag(low)
    if tag and not (token.text == "May" and at):
        return tag
    noun = noun_of(tokens, at)
    if noun is not None and noun[0] > at + 1 and not token.capital:
        return "W"  # "armored vehicles", "fighting men"
    roles = verb_roles(low)
    if token.capital and (at or not (roles or _known_verb(tokens, at) or noun_of(tokens, at))):
        return "C"
    known = _known_verb(tokens, at)
    if known in {"V", "G"} or (known == "I" and at and tokens[at - 1].low in _MODALS):
        return known
    if roles:
        return "G" if roles == ("gerund",) else "I" if roles == ("infinitive",) else "V"
    if at and tokens[at - 1].low in _MODALS:
        return "I"
    if known == "I" and noun_of(tokens, at) is None:
        return "I"
    return "B" if (low.endswith("ly") and len(low) > 4) or low == "able" else "W"


_NOUNISH = frozenset("WC")


def _attributive(tags: list[str], tokens: Sequence[Token]) -> None:
    """Turn participles that stand as adjectives or nouns into content words."""
    for at, tag in enumerate(tags):
        if tag not in "VG" or not at:
            continue
        before, after = tags[at - 1], tags[at + 1] if at + 1 < len(tags) else "."
        if (
            before == "M"
            or (tag == "V" and after == "W" and tokens[at + 1].low in _COUNTED and before in "DW")
            or (
                (before == "D" or (tag == "G" and before == "W" and _adjective(tokens[at - 1].low)))
                and not (after == "D" or (tag == "G" and after in "QC"))
            )
            or (before == "Q" and after in _NOUNISH and _is_head(tokens, at + 1))
            or (
                before in "PC,&"
                and tag == "V"
                and after == "W"
                and _is_head(tokens, at + 1)
                and before != "C"
            )
        ):
            tags[at] = "W"


_ADJECTIVE = ("ous", "ive", "ful", "ent", "ant", "vy", "ble", "ern", "ian", "ary")


def _adjective(low: str) -> bool:
    return low.endswith(_ADJECTIVE) or low in {
        "heavy",
        "fierce",
        "further",
        "initial",
        "air",
        "suicide",
        "mass",
        "sporadic",
        "aerial",
    }


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a known noun begins here or at the next word."""
    return any(noun_of(tokens, k) for k in range(at, min(at + 2, len(tokens))))


def tag_tokens(tokens: Sequence[Token], figures: Sequence[Figure], dated: Collection[int]) -> list[str]:
    """Give one tag a token; `dated` holds the indexes of tokens inside dates."""
    tags = ["" for _ in tokens]
    for figure in figures:
        for at in range(figure.first, figure.last):
            tags[at] = "Q"
    for at in dated:
        tags[at] = "@"
    for at, token in enumerate(tokens):
        if not tags[at]:
            if token.kind == "sign":
                tags[at] = _sign(token)
            elif token.kind == "word":
                tags[at] = _word(tokens, at)
            else:
                tags[at] = "C" if token.kind == "ordinal" else "@" if token.kind == "time" else "W"
    _attributive(tags, tokens)
    _conjunctions(tags, tokens)
    return tags


_JOINING = {("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to")}


def _conjunctions(tags: list[str], tokens: Sequence[Token]) -> None:
    """Make "as well as", "along with" conjunctions."""
    for at, token in enumerate(tokens):
        if token.low in {"as", "along", "together", "in"}:
            for words in _JOINING:
                if tuple(t.low for t in tokens[at : at + len(words)]) == words:
                    tags[at : at + len(words)] = "&" * len(words)
