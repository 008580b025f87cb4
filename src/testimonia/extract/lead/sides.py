"""Who fought whom, as the lead tells it: each way of telling is a rule of `_RULES`.

meetings   the camps side by side: "between X and Y", "fought by X and Y", "the combatants were X and Y"
assaults   one against the other: "an attack by X against Y", "X defeated Y", "victory for X over Y"

The first rule that finds two camps wins; commanders are those whom the same words name, or a later
sentence of the lead: "Orr's fleet was commanded by Ann Roe".
"""

from collections.abc import Callable, Iterator, Sequence

from testimonia.extract.drafts import Entry
from testimonia.extract.lead.assaults import (
    against,
    attacked,
    carried_out,
    defeated,
    on,
    told_after,
    victory,
)
from testimonia.extract.lead.commanders import commanders_of
from testimonia.extract.lead.doers import doers
from testimonia.extract.lead.event import lead_of
from testimonia.extract.lead.foes import foes
from testimonia.extract.lead.kind import kind_of_article
from testimonia.extract.lead.meetings import Camps, between, combatants, fought_by, two_of_three
from testimonia.extract.lead.onsets import killed_by, own_attack
from testimonia.extract.lead.opposed import opposed
from testimonia.extract.lead.outcomes import won
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set
from testimonia.model import Article

__all__ = ["entries_from_lead"]

_SIDED = word_set("naming", "sided_events")
Rule = Callable[[Sentence], Camps | None]


def entries_from_lead(article: Article, sentences: Sequence[Sentence]) -> tuple[Entry, ...]:
    """Give belligerents and commanders of both sides from the lead; nothing where it is not clear."""
    lead = lead_of(sentences, 6)
    kind = kind_of_article(article, lead) if lead else "other"
    if kind == "other" and not _is_sided(article.title):
        return ()
    for rule, reach in _RULES:
        for number, sentence in enumerate(lead[:reach]):
            camps = _follow(rule, sentence, lead[number + 1 :])
            if camps is not None and all(camp.names for camp in camps) and _any_named(camps):
                return tuple(_entries(camps, lead))
    for told, reach in _TELLING_ON:
        for number, sentence in enumerate(lead[:reach]):
            camps = told(sentence, lead[number + 1 :])
            if camps is not None and all(camp.names for camp in camps):
                return tuple(_entries(camps, lead))
    if kind == "massacre" and not any("hostage" in sentence.lows for sentence in lead[:2]):
        return ()  # who is slaughtered is no camp
    camps = next((camps for sentence in lead[:2] if (camps := opposed(sentence)) is not None), None)
    camps = camps or _done(lead, alone=False) or foes(lead) or _done(lead, alone=kind == "attack")
    return tuple(_entries(camps, lead)) if camps is not None else ()


def _any_named(camps: Camps) -> bool:
    """Tell "militants attacked a Roe base" from "a man attacked passengers", who are no camps."""
    return any(sign.isupper() for camp in camps for name in camp.names for sign in name.words)


def _is_sided(title: str) -> bool:
    """Tell events of no kind of their own in which one side was against another: "Orm mutiny"."""
    return not _SIDED.isdisjoint(title.lower().split())


def _done(lead: Sequence[Sentence], *, alone: bool) -> Camps | None:
    """Give who did it, and to whom, if the lead goes on to tell; `alone` is enough for an attack."""
    for number, sentence in enumerate(lead[:2]):
        camps = doers(sentence, lead[number + 1 :])
        if camps is not None and (alone or all(camp.names for camp in camps)):
            return camps
    return None


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
    for number, name in commanders_of(camps, lead):
        if name.words not in given:
            given.add(name.words)
            yield Entry(name, number, "commander", "lead.commander", 0.75)


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
    (killed_by, 2),
]
"""Each rule with the sentences of the lead that it reads: farther on the words tell of other events too."""
_TELLING_ON: list[tuple[Callable[[Sentence, Sequence[Sentence]], Camps | None], int]] = [
    (own_attack, 2),
    (won, 3),
]
"""Rules that read one camp from a sentence and the other from it or the next ones."""
