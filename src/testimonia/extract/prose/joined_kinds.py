"""What keeps one noun phrase together over a conjunction or a comma.

example          MSA and GATIA fighters · 44 medium and field guns · 116 heavy, medium and torpedo bombers
example          200 Roe, Dow, and Greek soldiers · 400 dead and wounded · a small, ill-equipped force
counter-example  Mali and five soldiers · 44 women and field guns · shot the guard dead and wounded two
"""

from testimonia.extract.prose.chunk import Line
from testimonia.extract.prose.lexemes import (
    noun_of,
    triggers_at,
)
from testimonia.lexicon import word_set

__all__ = ["inside_harm", "inside_noun", "joins", "joins_kinds", "listed_kinds", "over_kinds", "over_sizes"]

_BODIES = word_set("grammar", "bodies")
_SIZES = word_set("grammar", "sizes")


def joins(line: Line, at: int) -> bool:
    """Tell "MSA and GATIA fighters" (one phrase) from "Mali and five soldiers" (two)."""
    if line.letters[at - 1] != "C" or line.letter(at + 1) != "C" or noun_of(line.tokens, line.places[at - 1]):
        return False
    end = at + 1
    while line.letter(end) == "C":
        end += 1
    found = noun_of(line.tokens, line.places[end]) if line.letter(end) == "W" else None
    return found is not None


def over_kinds(line: Line, at: int) -> int:
    """Go over "200 Roe, Dow, and Greek soldiers" from the first comma to the noun; 0 for other commas."""
    first = at - 1
    while first > 0 and line.letters[first] == "C":
        first -= 1
    if first == at - 1 or line.letters[first] != "Q" or line.low(at - 1).endswith("s"):
        return 0
    end = at
    while line.letter(end) in ",C&":
        end += 1
    found = noun_of(line.tokens, line.places[end]) if line.letter(end) == "W" else None
    people = found is not None and found[1].kind == "people" and found[1].plural
    return end if people and "&" in line.letters[at:end] and line.letters[end - 1] == "C" else 0


def over_sizes(line: Line, at: int) -> int:
    """Go over "a small, ill-equipped force" from the comma to the force; 0 for other commas."""
    if line.low(at - 1) not in _SIZES:
        return 0
    end = at + 1
    while line.letter(end) in "BWV" and end < at + 5:
        if line.low(end) in _BODIES:
            return end
        end += 1
    return 0


def joins_kinds(line: Line, at: int) -> bool:
    """Tell "44 medium and field guns" (one phrase) from "44 women and field guns" (two)."""
    place = line.places[at - 1]
    opened = at - 2
    while opened > 0 and line.letters[opened] == "C":
        opened -= 1
    described = line.letters[at - 1] == "W" and at > 1 and line.letters[opened] == "Q"
    thing = (
        line.low(at - 1).endswith("s") or noun_of(line.tokens, place) or triggers_at(line.tokens, place)[1]
    )
    if not described or thing or line.letter(at + 1) not in "WV":
        return False
    end = at + 1
    while line.letter(end) in "WV" and end < at + 4:
        found = noun_of(line.tokens, line.places[end])
        if found is not None:
            return found[1].plural
        end += 1
    return False


def listed_kinds(line: Line, at: int) -> int | None:
    """Give the position of the noun that the kinds of "116 heavy, medium and torpedo bombers" share."""
    if at < 2 or line.letters[at - 2] != "Q" or not _is_kind(line, at - 1):
        return None
    while line.letter(at) == "," and _is_kind(line, at + 1):
        at += 2
    at += line.letter(at) == ","
    if line.letter(at) != "&" or line.letter(at + 1) != "W" or at + 2 >= len(line.places):
        return None
    shared = (noun_of(line.tokens, line.places[place]) for place in (at + 1, at + 2))
    return at + 1 if any(found is not None and found[1].plural for found in shared) else None


def _is_kind(line: Line, at: int) -> bool:
    """Tell "heavy" of "116 heavy, medium and torpedo bombers" from a thing or a person."""
    if line.letter(at) != "W" or at + 1 >= len(line.places):
        return False
    place = line.places[at]
    alone = noun_of(line.tokens, place)
    harm = triggers_at(line.tokens, place)[1]
    word = line.low(at)
    return (alone is None or alone[0] > place + 1) and not harm and word.isalpha() and word[-1] != "s"


def inside_harm(line: Line, at: int) -> bool:
    """Tell "400 dead and wounded": one word of harm that holds the conjunction."""
    before = line.places[at] - 1
    end, triggers = triggers_at(line.tokens, before)
    if line.letter(at + 2) in "QD":
        return False  # "shot the guard dead and wounded two others"
    return end > before + 2 and any(trigger.is_noun for trigger in triggers)


def inside_noun(line: Line, at: int) -> bool:
    """Tell "430 officers and men": one noun that holds the conjunction."""
    before = line.places[at] - 1
    found = noun_of(line.tokens, before)
    return found is not None and found[0] > before + 2
