"""What a reader keeps in mind of who spoke, and whom "they said", "he added", "the group said" mean.

example          The ministry said six died. It added that …                 → the ministry
example          Orr said so. Later, rebels struck a convoy, in which they claimed …  → rebels, not Orr
counter-example  a sayer named many sentences ago is nobody's "he" any more
"""

import re
from dataclasses import dataclass
from functools import cache

from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.attribution.papers import makers_told
from testimonia.extract.attribution.speakers import speaks
from testimonia.extract.drafts import Named, Saying
from testimonia.extract.focus import Focus, subject_before
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import rows, word_set
from testimonia.model import Span

__all__ = ["Discourse"]

_NEAR = 600
"""Characters within which a pronoun goes on with the last sayer; of 46 read by hand 26 of 30 did, further
off 2 of 16."""
_RECENT = 1200
"""Characters within which "the group", "the report" is that of the last sayer."""
_KEPT = 4
"""Sayings that one may go on with: "The Front said …, Orr confirmed it. The Front also said …"."""
_PLAIN = 2
"""Words of "the report": determiner and noun."""
_PERSON = word_set("grammar", "he")
_HIS = word_set("grammar", "his")
_ON_HIM = frozenset(
    {"autopsy", "biography", "citation", "death certificate", "inquest", "obituary", "post-mortem"}
)
"""Papers about somebody, which he did not write."""
_OTHER_PAPERS = frozenset({"", "a", "an", "another", "any", "each", "every", "no", "some"})
"""Determiners before a paper that is not the one spoken of: "no account"."""
_POSSESSED = re.compile(r"([A-Z].*?)['’]s? ")
_SPEAKING = frozenset({"he", "she", "it", "they"})


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["form"].lower().split()[-1] for row in rows("bodies"))


@dataclass(slots=True)
class Discourse:
    """What is kept from sentence to sentence: who spoke last, and on which occasion."""

    speakers: tuple[Named, ...] = ()
    sayings: tuple[Saying, ...] = ()
    """The last ones, the latest first."""
    at: int = 0
    """Where the sentence begins in which they spoke."""

    @property
    def last(self) -> Saying | None:
        """The last saying."""
        return self.sayings[0] if self.sayings else None

    def say(self, saying: Saying) -> None:
        """Keep a saying, as one of the last."""
        self.sayings = (saying, *self.sayings[: _KEPT - 1])

    def keep(self, speakers: tuple[Named, ...], at: int) -> None:
        """Keep who speaks in the sentence that begins at `at`."""
        self.speakers, self.at = speakers, at

    def hear_of(self, scene: Scene) -> None:
        """Keep who wrote the paper that a sentence tells of: "it", "the paper" will be theirs."""
        makers = makers_told(scene)
        if makers:
            self.keep(tuple(makers), scene.sentence.span.start)

    def recent(self, scene: Scene, reach: int = _RECENT) -> tuple[Named, ...]:
        """Give who spoke last, unless that is too long ago."""
        return self.speakers if scene.sentence.span.start - self.at <= reach else ()

    def one_person(self, scene: Scene, body: Chunk) -> bool:
        """Tell "the ministry" from the one person who spoke last: it is not him."""
        return body.low in _bodies() and _one_person(self.recent(scene))

    def authors(self, scene: Scene, paper: Chunk, focus: Focus) -> tuple[Named, ...]:
        """Give whose "his account" or "the report" is."""
        if paper.det in _HIS and paper.low not in _ON_HIM:
            person = focus.person_before(scene, paper.first)
            return (_owner(person),) if person is not None else ()
        plain = paper.last - paper.first <= _PLAIN  # "the report"; "the medal citation" is another paper
        return self.recent(scene) if plain and paper.det not in _OTHER_PAPERS else ()

    def meant(self, scene: Scene, pronoun: Chunk, focus: Focus) -> tuple[Named, ...]:
        """Give whom a pronoun that says something stands for."""
        if pronoun.low not in _SPEAKING:
            return ()
        if self.speakers and scene.sentence.span.start == self.at:
            return self.speakers
        several = pronoun.low == "they"
        near = subject_before(scene, pronoun.first) if several else None
        if near is not None:
            return (near,)
        recent = self.recent(scene, _NEAR)
        if recent and not _disagrees(pronoun, recent, focus):
            return recent
        other = focus.stands_for(scene, pronoun)
        person = other is not None and can_be_person(other.words) and not is_demonym(other.words)
        return (other,) if other is not None and (person or pronoun.low not in _PERSON) else ()


def _owner(named: Named) -> Named:
    """Give Roe for "Roe's army": a man's account is not his army's."""
    match = _POSSESSED.match(named.words)
    if match is None or named.span.end - named.span.start != len(named.words):
        return named
    return Named(match[1], Span(named.span.start, named.span.start + match.end(1)))


def _disagrees(pronoun: Chunk, speakers: tuple[Named, ...], focus: Focus) -> bool:
    """Tell "they" from Colonel Orr, and "he" from two authors."""
    if pronoun.low == "they":
        return _one_person(speakers) and focus.group is not None
    return pronoun.low in _PERSON and (len(speakers) > 1 or _is_body(speakers[0]))


def _is_body(speaker: Named) -> bool:
    """Tell the ministry of war, which is no "he", from the leader of the council."""
    head = re.split(r" (?:of|for|in) ", speaker.words.lower())[0]
    return head.split()[-1] in _bodies()


def _one_person(speakers: tuple[Named, ...]) -> bool:
    """Tell Colonel Orr, who is no "they"."""
    return len(speakers) == 1 and can_be_person(speakers[0].words) and not speaks(speakers[0].words)
