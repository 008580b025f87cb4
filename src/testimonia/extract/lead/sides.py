"""Who fought whom, as the lead tells it: each way of telling is a rule of `_RULES`.

meetings   the camps side by side: "between X and Y", "fought by X and Y", "the combatants were X and Y"
assaults   one against the other: "an attack by X against Y", "X defeated Y", "victory for X over Y"

The first rule that finds two camps wins; commanders are those whom the same words name, or a later
sentence of the lead: "Orr's fleet was commanded by Ann Roe".
"""

from collections.abc import Callable, Iterator, Sequence

from testimonia.extract.drafts import Entry, Named
from testimonia.extract.lead.assaults import (
    against,
    attacked,
    carried_out,
    defeated,
    on,
    told_after,
    victory,
)
from testimonia.extract.lead.event import lead_of
from testimonia.extract.lead.kind import kind_of_article
from testimonia.extract.lead.meetings import Camps, between, combatants, fought_by, two_of_three
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.model import Article

__all__ = ["entries_from_lead"]

Rule = Callable[[Sentence], Camps | None]


def entries_from_lead(article: Article, sentences: Sequence[Sentence]) -> tuple[Entry, ...]:
    """Give belligerents and commanders of both sides from the lead; nothing where it is not clear."""
    lead = lead_of(sentences, 6)
    if not lead or kind_of_article(article, lead) == "other":
        return ()
    for rule, reach in _RULES:
        for number, sentence in enumerate(lead[:reach]):
            camps = _follow(rule, sentence, lead[number + 1 :])
            if camps is not None and all(camp.names for camp in camps):
                return tuple(_entries(camps, lead))
    return ()


def _follow(rule: Rule, sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Apply a rule to a sentence; two of the rules read on where the sentence leaves the camps open."""
    camps = rule(sentence)
    if rule is between and camps is None:
        return two_of_three(sentence, later)
    if rule is on and camps is not None and not camps[1].names:
        return told_after(camps, later)
    return camps


def _entries(camps: Camps, lead: Sequence[Sentence]) -> Iterator[Entry]:
    for number, camp in enumerate(camps, 1):
        for name in camp.names:
            yield Entry(name, number, "belligerent", "lead.belligerent", 0.75)
    given: set[str] = set()
    for number, camp in enumerate(camps, 1):
        for name in (*camp.commanders, *_commanders(camp, lead)):
            if name.words not in given:
                given.add(name.words)
                yield Entry(name, number, "commander", "lead.commander", 0.75)


def _commanders(camp: Camp, lead: Sequence[Sentence]) -> Iterator[Named]:
    """Read "Orr's fleet was commanded by Ann Roe": the owner is in the camp."""
    words = {word for name in camp.names for word in telling_words(name.words)}
    for sentence in lead:
        tokens = sentence.tokens
        for at in range(2, len(tokens) - 2):
            led = (
                tokens[at].low in {"commanded", "led", "headed"}
                and tokens[at + 1].low == "by"
                and tokens[at - 1].low in {"was", "were", "and"}
            )
            if led and any(
                token.low.rstrip("s") in words for token in tokens[max(0, at - 6) : at] if token.capital
            ):
                yield from read_camp(sentence, at, stop_of(sentence, at)).commanders


_RULES: list[tuple[Rule, int]] = [
    (between, 3),
    (fought_by, 3),
    (combatants, 3),
    (against, 3),
    (defeated, 4),
    (victory, 4),
    (carried_out, 2),
    (on, 2),
    (attacked, 2),
]
"""Each rule with the sentences of the lead that it reads: farther on the words tell of other events too."""
