"""What the camps are made of, and which camp a word for soldiers or rebels belongs to for that.

example          a state and its army | a front: "soldiers" → the first · "the rebels" → the second
example          a state with a Free Roe Army | the Islamic State: "the rebels" → the first
counter-example  two states: "soldiers" → nobody
"""

from collections.abc import Collection

from testimonia.extract.actors.camps import camp_word
from testimonia.extract.actors.kinds import body_kind
from testimonia.extract.actors.naming import norm, place_forms, stems
from testimonia.lexicon import word_set
from testimonia.model import ActorKind

__all__ = ["Makeup"]

_CALIPHAL = word_set("naming", "caliphal")
_HOLY = word_set("naming", "holy_warriors")
_LEAGUES = word_set("naming", "leagues_of_states")
_UNITED = frozenset({"allied", "allies", "axis", "entente"})
_RISEN = word_set("naming", "risen")


class Makeup:
    """The camps by what fights in them."""

    def __init__(self) -> None:
        """Begin with camps of nobody."""
        self._ruled: set[int] = set()
        """Camps with a state or its forces among them."""
        self._states: set[int] = set()
        """Those of them that are a state's: a "Free Roe Army" against Roe is not, whoever backs it."""
        self._nations: dict[int, frozenset[str]] = {}
        """Words for the state that a camp begins with."""
        self._rebels: set[int] = set()
        self._jihadist: set[int] = set()
        self._caliphal: set[int] = set()
        """Camps of the Islamic State; `_others` has those of anybody else."""
        self._others: set[int] = set()
        self._risen: dict[int, frozenset[str]] = {}
        """Camps of those who call themselves free or the opposition, with the words of their names."""
        self.attackers: int | None = None
        """The side that attacks."""

    def learn(self, name: str, kind: ActorKind, side: int, *, ruling: bool) -> None:
        """Learn one belligerent; `ruling` tells a ruler's name, whose men are soldiers as a state's are."""
        low = norm(name)
        if low in _LEAGUES or not _UNITED.isdisjoint(low.split()):
            self._others.add(side)
            return  # no state of its own, nor rebels
        ruling = ruling or kind in {"state", "state force"} or body_kind(name) == "state"
        ruling = ruling or (name[name.rfind(" ") + 1].islower() and camp_word(norm(name)) == "state")
        if ruling and side not in self._ruled | self._rebels:
            self._nations[side] = frozenset(form for word in stems(name) for form in place_forms(word))
        (self._ruled if ruling else self._rebels).add(side)
        (self._caliphal if _is_caliphal(name) else self._others).add(side)
        words = norm(name).split()
        if not _RISEN.isdisjoint(words):
            self._risen[side] = self._risen.get(side, frozenset()) | frozenset(words)
        if not _HOLY.isdisjoint(words):
            self._jihadist.add(side)
        self._states = {camp for camp in self._ruled if not self._rises(camp)}

    def _rises(self, side: int) -> bool:
        words = self._risen.get(side, frozenset())
        return any(words & nation for other, nation in self._nations.items() if other != side)

    @property
    def only_state(self) -> int | None:
        """The side of the one state's forces in a war with rebels; None in other wars."""
        return _only(self._states) if self._rebels - self._states else None

    def side_of(self, low: str, numbers: Collection[int]) -> int | None:
        """Give the side by what the camps are: one of states, one of rebels, one that attacks."""
        rebels, word = self._rebels - self._states, camp_word(low)
        if word == "rebel":
            return self._of_rebels(low, rebels)
        if word == "jihadist":
            found = _only(self._jihadist)
            return found if found is not None else _only(rebels if len(rebels) == 1 else self._caliphal)
        if word == "state" and len(self._states) == 1 and rebels:
            return _only(self._states)
        if word in {"attack", "defence"} and self.attackers is not None:
            return self.attackers if word == "attack" else _only(set(numbers) - {self.attackers})
        return _only(self._states) if "garrison" in low and rebels else None

    def _of_rebels(self, low: str, rebels: set[int]) -> int | None:
        """Give the side of "militants", and of "rebels", against whom those of a caliphate fight, too."""
        risen = _only(set(self._risen)) if "rebel" in low else None
        if risen is not None:
            return risen
        caliphal = rebels <= self._caliphal - self._others
        return None if caliphal and "rebel" in low else _only(rebels)


def _is_caliphal(name: str) -> bool:
    low = norm(name)
    return low.startswith("islamic state") or not _CALIPHAL.isdisjoint(low.split())


def _only(sides: set[int]) -> int | None:
    return next(iter(sides)) if len(sides) == 1 else None
