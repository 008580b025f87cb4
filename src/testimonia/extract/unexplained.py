"""Figures beside a word of force or harm that no rule consumed: recall without gold.

example          "the 40 raiders of whom he spoke" (a figure beside "raiders" that is no claim)
counter-example  "three days" · a figure that is part of a claim · "in 1980 it ended in a raid"
counter-example  "the two men", "the other three ships", which are known already
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import ClaimDraft
from testimonia.extract.figures import Figure
from testimonia.extract.prose.lexemes import Noun, function_tag, noun_of, triggers_at
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.extract.uncounted import is_armament
from testimonia.model import Article, Span, Unexplained

__all__ = ["find_unexplained"]

_REACH = 4
"""How many tokens behind a figure its noun may stand."""
_WHOSE = frozenset({"the", "his", "her", "its", "their", "these", "those", "our", "my"})
_PARTING = frozenset("DKPSTX")
"""Tags of determiners, "but", prepositions, relatives, "to" and auxiliaries."""
_FEW = 10
_APART = frozenset({"remaining", "surviving", "other", "first", "last"})
_COUNTS = frozenset({"exact", "approximate", "range", "lower_bound", "upper_bound"})


def find_unexplained(
    article: Article, dated: Sequence[DatedSentence], claims: Sequence[ClaimDraft], infobox: Sequence[Span]
) -> tuple[Unexplained, ...]:
    """Give the unexplained figures of the infobox and the prose, in text order."""
    explained: dict[Span, list[Span]] = {}
    for claim in claims:
        explained.setdefault(claim.sentence, []).append(claim.span)
    found = [Unexplained(span, _line(article, span), "no rule of the infobox reads it") for span in infobox]
    for entry in (one for one in dated if one.figures):
        found.extend(_of_sentence(entry, explained.get(entry.sentence.span, ())))
    return tuple(sorted(found, key=lambda one: one.span))


def _line(article: Article, span: Span) -> Span:
    return next((p.span for p in article.parameters if p.span.covers(span)), span)


def _of_sentence(entry: DatedSentence, explained: Sequence[Span]) -> Iterator[Unexplained]:
    """Give the unexplained figures of one sentence; `explained` are the quotes of its claims."""
    sentence = entry.sentence
    for figure in entry.figures:
        beside = _beside(sentence, figure)
        if beside is None:
            continue
        span = sentence.source(figure.first, figure.last)
        if not any(claim.meets(span) for claim in explained):
            yield Unexplained(
                sentence.source(figure.first, beside[0]), sentence.span, f"a figure beside {beside[1]}"
            )


def _is_counted(noun: Noun, figure: Figure) -> bool:
    """Tell "six raiders" from "six battalions of raiders", "two major towns" and "six civilians"."""
    force = noun.kind in {"people", "materiel"} and noun.category == "combatants"
    single = (figure.quantity.low, figure.quantity.high) == (1, 1)
    return force and (noun.plural or single)


def _describes(tokens: Sequence[Token], last: int, noun: Noun) -> bool:
    """Tell "two cavalry squadrons", "1,260 military targets" from "400 cavalry": another noun is counted."""
    then = tokens[last] if last < len(tokens) else None
    if then is None or then.capital or not then.text.isalpha() or function_tag(then.low) is not None:
        return False
    behind = noun_of(tokens, last)
    unit = behind is not None and behind[1].kind == "unit"
    return unit or (noun.collective and then.low.endswith("s") and behind is None)


def _is_one_of(sentence: Sentence, figure: Figure) -> bool:
    """Tell "one of the gunners shouted", which picks somebody out, from a count.

    Where harm is told of one of several, a rule takes it.
    """
    words = [token.low for token in sentence.tokens[figure.first : figure.last + 2]]
    return words[-3:-1] == ["one", "of"] and words[-1] in _WHOSE


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Tell the words that part a figure from the nouns behind it: "1980 ended in a raid"."""
    if tokens[at].low == "of" or (tokens[at].low in _WHOSE and tokens[at - 1].low == "of"):
        return False
    return function_tag(tokens[at].low) in _PARTING


def _is_known(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell "the two men", "the other three ships", who were told of before."""
    few = (figure.quantity.high or _FEW + 1) <= _FEW
    before = tokens[max(0, figure.first - 2) : figure.first]
    words = [token.low for token in (*before, *tokens[figure.first : figure.last + 1])]
    whose = any(token.low in _WHOSE for token in before[-1:]) or tokens[figure.first].low in _WHOSE
    return few and (whose or not _APART.isdisjoint(words))


def _beside(sentence: Sentence, figure: Figure) -> tuple[int, str] | None:
    """Give the end of the word of force or harm behind a figure, and the word; None if there is none."""
    tokens = sentence.tokens
    if figure.quantity.kind not in _COUNTS or _is_one_of(sentence, figure):
        return None
    apart = False
    for at in range(figure.last, min(figure.last + _REACH, len(tokens))):
        if tokens[at].kind == "sign" and tokens[at].text not in {'"', "“", "”", "-"}:
            return None
        apart = apart or _parts(tokens, at)
        noun = noun_of(tokens, at)
        if noun is not None and (apart or _describes(tokens, *noun)):
            continue
        if noun is not None:
            told = _is_counted(noun[1], figure) and not is_armament(tokens, figure.first, noun[0])
            told = told and not _is_known(tokens, figure)
            return (noun[0], f"“{noun[1].form}”") if told else None
        end, triggers = triggers_at(tokens, at)
        harm = next((trigger for trigger in triggers if not trigger.weak), None)
        if harm is not None and not tokens[at].capital:
            return end, f"“{harm.form}”"
    return None
