"""The deed that a participle behind the verb tells, where the date stands with the participle.

example          advanced through the hills, capturing Orm on 3 May → capture
counter-example  On 3 May they advanced, capturing Orm → what the verb says too (the date is of both)
                 attacked on 3 May, capturing Orm → attack
"""

from collections.abc import Sequence

from testimonia.extract.timeline.clauses import Clause, is_break
from testimonia.extract.timeline.harm import Judged
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, stem, stems
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags

__all__ = ["dated_gerund"]

_ENDS_IN = stems("begin start commence last end follow include concentrate")


def dated_gerund(tokens: Sequence[Token], words: Sequence[Word], clause: Clause, verb: Verb) -> Judged | None:
    """Judge the participle that the date belongs to; None where it belongs to the verb."""
    if clause.fronted:
        return None
    for word in reversed(words):
        at = word.first
        between = range(at + 1, clause.date)
        if not verb.head < at < clause.date or not _opens(tokens, at):
            continue
        if word.kind in {"other", "statement"} or any(_ends(tokens, k) for k in between):
            return None
        return Judged(word.kind, "timeline.gerund")
    return None


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle opens a part of the sentence: ", capturing", ", eventually capturing"."""
    low = tokens[at].low
    if not low.endswith("ing") or stem(low) in _ENDS_IN:
        return False
    before = tokens[at - 1]
    if before.low.endswith("ly"):
        before = tokens[at - 2]
    return before.text == ","


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the participle's part of the sentence is over: a sign or a joining word."""
    return tokens[at].text == "," or is_break(tokens, at) or function_tags().get(tokens[at].low) == "R"
