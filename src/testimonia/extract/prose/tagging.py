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
| , ; : - . | the sign itself | " ' ( ) | quotation marks and brackets |

There is no statistical tagger: closed classes are listed, verbs are told by their endings, and all
else is a content word. Attributive participles ("the captured guns") become content words.
"""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from testimonia.extract.figures import Figure, vague_adjective
from testimonia.extract.prose.attributive import (
    describes_named,
    is_attributive,
    pair_participles,
)
from testimonia.extract.prose.lexemes import (
    function_tag,
    noun_of,
    noun_openers,
    tell_openers,
    triggers_at,
)
from testimonia.extract.prose.verb_tags import MODALS, after_modal, tag_shape, tag_verb
from testimonia.extract.tokens import Token
from testimonia.extract.uncounted import MODEL_WORDS, unit_of
from testimonia.lexicon import rows, word_set

__all__ = ["tag_tokens"]

_SIGNS = dict(zip(",;:–—-([)]/\"“”«»'’.!?", ",;:---(()" + ')&"""""\'M...', strict=True)) | {
    "'s": "M",
    "’s": "M",
    "×": '"',  # "8 × heavy guns"
}
_KINDS = {"ordinal": "C", "time": "@", "number": "W"}
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "ul", "ed", "er", "es", "ez"})
_LY_NOUNS = word_set("grammar", "ly_nouns")
_OPENING = MODALS | {"not", "never"}
"""Words that a verb may stand behind, whatever its shape."""
_SOON = frozenset({"shortly", "soon", "immediately"})
_BEFOREHAND = frozenset({"earlier", "first", "since"})
_LOSSES = frozenset({"casualties", "losses"})
_BESIDE = frozenset({"but", "cost", "mounting", "overall"}) | _LOSSES
_FLOATING = frozenset({"both", "all", "each", "either", "so"}) | {"himself", "herself", "themselves"}
_UNSETTLED = frozenset({"half", "in", "once"})
"""Function words in small letters that can be something else (see `_closed`)."""
_LETTERS = frozenset({"A", "I"})
"""Words of grammar that can be initials, too."""
_BARE = frozenset({"B", "W"})
_JOINING = {
    phrase[0]: phrase
    for phrase in (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"))
}


@cache
def _shortened() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("abbreviations"))


def tag_tokens(tokens: Sequence[Token], figures: Sequence[Figure], dated: Collection[int]) -> list[str]:
    """Give one tag a token; `dated` holds the indexes of tokens inside dates."""
    counted = {at for figure in figures for at in range(figure.first, figure.last)}
    tags = []
    for at, token in enumerate(tokens):
        if at in dated or at in counted:
            tags.append("@" if at in dated else "Q")
        elif token.kind == "sign":
            tags.append(_SIGNS.get(token.text) or _SIGNS.get(token.low) or ".")
        else:
            tags.append(_KINDS.get(token.kind) or _word(tokens, at))
    for at in range(1, len(tokens)):
        _retag(tags, tokens, at, tokens[at].low)
    pair_participles(tags, tokens)
    _join(tags, tokens)
    return tags


def _retag(tags: list[str], tokens: Sequence[Token], at: int, low: str) -> None:
    """Change the tag of a word for its neighbours."""
    if low == "/":
        if _is_inside_designation(tokens, at):
            tags[at] = '"'  # "M13/40 tanks"
    elif low == ".":
        shortened = at + 1 < len(tokens) and f"{tokens[at - 1].low}." in _shortened()
        if shortened or _is_initial(tokens, at - 1) or _is_inside_designation(tokens, at):
            tags[at] = '"'  # "Col. Roe", "J. B. Roe": looked through, as quotation marks are
    elif tags[at] in "VG" and (is_attributive(tags, tokens, at) or describes_named(tags, tokens, at)):
        tags[at] = "W"
    elif low in _BESIDE or tokens[at - 1].low in _LOSSES:
        _retag_beside(tags, tokens, at, low)
    elif tags[at] == "P" and tokens[at - 1].low in _SOON and tags[at + 1 : at + 2] == ["V"]:
        tags[at] = "B"  # "arrested and shortly after executed"
    elif low in _BEFOREHAND and tags[at + 1 : at + 2] == ["V"]:
        _retag_beforehand(tags, tokens, at, low)
    elif low in _FLOATING and _floats(tags, tokens, at):
        tags[at] = "B"  # "were both killed", "12 guards all died", "were either killed or captured"


def _retag_beside(tags: list[str], tokens: Sequence[Token], at: int, low: str) -> None:
    """Make a noun of "at a heavy cost", a verb of "casualties mounting", an adverb of "all but wiped out"."""
    if low == "cost" and vague_adjective(tokens, at - 1) is not None:
        tags[at] = "W"
    elif low == "mounting" and tokens[at - 1].low in _LOSSES:
        tags[at] = "G"
    elif low in _LOSSES and tags[at - 1] in "BGV" and vague_adjective(tokens, at - 1) is not None:
        tags[at - 1] = "W"  # "crippling losses", "further casualties"
    elif low in {"higher", "lower"}:
        tags[at] = "B"  # "put their losses lower at 40"
    elif low == "overall":
        if tags[at - 1] in "DQCW" and tags[at + 1 : at + 2] == ["W"]:
            tags[at] = "W"  # "300 overall casualties"
    elif low == "but" and tokens[at - 1].low == "all" and tags[at - 1] == "B":
        tags[at] = "B"


def _retag_beforehand(tags: list[str], tokens: Sequence[Token], at: int, low: str) -> None:
    """Make adverbs: "earlier claimed", "has since claimed", "at first claimed"; not "an earlier raid"."""
    if low == "first" and tokens[at - 1].low == "at":
        tags[at - 1] = tags[at] = "B"
    elif tags[at - 1] == "X" or (low == "earlier" and tags[at - 1] in "WCR"):
        tags[at] = "B"


def _floats(tags: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    """Tell "were both killed", "12 guards, among them a cook, all died" from "took all captured guns"."""
    if tokens[at].low == "so":
        return tags[at - 1] == "X"  # "was so badly depleted that"
    if tokens[at].low == "all" and tokens[at + 1 : at + 2] and tokens[at + 1].low == "but":
        return tags[at - 1] in "XB" and tags[at + 2 : at + 3] == ["V"]
    if tags[at + 1 : at + 2] != ["V"]:
        return tags[at + 1 : at + 2] == ["I"] and tags[at - 1] in "WC"  # "the sources all give 40 dead"
    end, triggers = triggers_at(tokens, at + 1)
    behind = tags[end : end + 1]
    return tags[at - 1] == "X" or (tags[at - 1] in ",WC" and bool(triggers) and behind not in (["W"], ["C"]))


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Tell the "B" of "J. B. Roe"; behind the stop of a sentence stands nothing."""
    one = tokens[at]
    initial = len(one.text) == 1 and one.capital and at + 2 < len(tokens) and tokens[at + 1].text == "."
    return initial and tokens[at + 2].capital


def _is_inside_designation(tokens: Sequence[Token], at: int) -> bool:
    """Tell the sign of "CR.42", "M13/40" and "Roe No. 5" from one that ends a sentence, or parts words."""
    if at + 1 >= len(tokens) or not tokens[at + 1].text[0].isdigit():
        return False  # "CR.42", "CR.42s"
    if tokens[at - 1].text == "No":
        return at > 1 and tokens[at - 2].capital
    return (
        tokens[at - 1].capital
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _word(tokens: Sequence[Token], at: int) -> str:
    """Tag one word."""
    token, low = tokens[at], tokens[at].low
    settled = _settled(low) if token.text == low else None
    if settled is not None and (settled not in _BARE or not at or tokens[at - 1].low not in _OPENING):
        return settled
    acronym = len(low) > 1 and token.text.isupper()  # "IS", "US" are no function words
    acronym = acronym or (token.text == "I" and at + 1 < len(tokens) and tokens[at + 1].capital)  # "I Corps"
    acronym = acronym or (token.text in _LETTERS and _is_initial(tokens, at))
    closed = None if acronym or (token.text == "May" and at) else function_tag(low)
    if closed is not None:
        return _closed(tokens, at, closed)
    noun = noun_of(tokens, at)
    if noun is not None and noun[0] > at + 1 and not token.capital:
        return "W"  # "armored vehicles", "fighting men"
    verb = tag_verb(tokens, at)
    if _with_article(token.text) or (token.capital and (at or (noun is None and verb is None))):
        return "C"
    if verb is not None and not (verb == "I" and noun is not None and not after_modal(tokens, at)):
        return verb
    return _bare(low)


def _closed(tokens: Sequence[Token], at: int, closed: str) -> str:
    """Tag a function word that may be something else here: "No. 5", "once again", "five 5 in guns"."""
    low = tokens[at].low
    if low == "in" and at and tokens[at - 1].kind == "number" and _names_machines(tokens, at + 1):
        return "W"
    if low == "half" and _names_machines(tokens, at):
        return "W"  # "82 half tracks"
    again = low == "once" and at + 1 < len(tokens) and tokens[at + 1].low in {"again", "more"}
    return "C" if _is_numbered(tokens, at) else "B" if again else closed


def _names_machines(tokens: Sequence[Token], at: int) -> bool:
    noun = noun_of(tokens, at) if at < len(tokens) else None
    return noun is not None and noun[1].kind == "materiel"


def _is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """Tell the "No." of "Roe No. 5" and the "He" of "He 111", names, from "no" and "he"."""
    if tokens[at].text in MODEL_WORDS and at + 1 < len(tokens):
        return tokens[at + 1].text[:1].isdigit() and len(tokens[at + 1].text) > 1
    named = tokens[at].text == "No" and at > 0 and tokens[at - 1].capital
    return named and at + 1 < len(tokens) and tokens[at + 1].text == "."


@lru_cache(maxsize=1 << 16)
def _settled(low: str) -> str | None:
    """Give the tag of a word in small letters that its neighbours cannot change, a modal before it aside.

    None for those that nouns, words of harm or verbs of saying begin with, and few function words. Most
    words of a text are settled, and most of them stand in it again.
    """
    closed = function_tag(low)
    if closed is not None:
        return closed if low not in _UNSETTLED else None
    if low in noun_openers() or low in tell_openers():
        return None
    return tag_shape(low) or _bare(low)


def _bare(low: str) -> str:
    """Tag a word that is neither function word nor verb."""
    adverb = low.endswith("ly") and len(low) > 4 and low not in _LY_NOUNS
    return "B" if adverb or low == "able" else "W"


def _with_article(text: str) -> bool:
    """Tell names written with their article: "al-Samahi"."""
    article, _, name = text.partition("-")
    return name[:1].isupper() and article in _ARTICLES


def _join(tags: list[str], tokens: Sequence[Token]) -> None:
    """Make "as well as", "along with" conjunctions, "96-year-old", "5,000-ton" and "900 GRT" no names."""
    for at, token in enumerate(tokens):
        measured = unit_of(tokens, at)
        if measured is not None:
            tags[measured : at + 1] = "W" * (at + 1 - measured)
        phrase = _JOINING.get(token.low)
        if phrase is not None and tuple(t.low for t in tokens[at : at + len(phrase)]) == phrase:
            tags[at : at + len(phrase)] = "&" * len(phrase)
