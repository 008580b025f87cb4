"""Who is named as the party of a count, and whether they fight, where its own words tell little.

example          the Dows attacked with 200 men and 20 tanks     → the Dows
example          many of Roe's soldiers died, and no side tells  → Roe
example          the Dow army lost heavily                       → combatants
counter-example  200 riders attacked: riders                     → nobody else
"""

from collections.abc import Sequence

from testimonia.extract.actors import Cast
from testimonia.extract.actors.acronyms import acronym_name
from testimonia.extract.actors.camps import camp_word
from testimonia.extract.actors.kinds import FIGHTING, named_kind
from testimonia.extract.actors.naming import country_of, is_demonym, norm
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.drafts import ClaimDraft, Named
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, Actor

__all__ = [
    "called_rebels",
    "called_to_arms",
    "fights",
    "held_by",
    "is_make",
    "is_nobody",
    "known",
    "nameless",
    "owners",
    "possessor",
    "untold",
]

_MANLY = frozenset({"losses", "captured", "surrendered", "strength"})
"""What is counted of those who fight, if a side or a body is told of."""
_SUFFERED = frozenset({"killed", "wounded", "killed_or_wounded", "missing"})
_UNDERTAKINGS = frozenset({"Operation", "Unternehmen", "Exercise"})
_ARMED = FIGHTING | {"person"}
_UNDER_ARMS = frozenset({"state force", "armed group"})
_IN_ARMS = frozenset({"army", "forces", "guard", "militia", "military", "police"})
"""What those are members of who fight."""
_UNSURE = frozenset({"person", "described group"})
_CAMPS = word_set("grammar", "forces") | {"imperial", "loyal", "local", "republican", "royal", "tribal"}
"""Words that tell whose people are by themselves."""
_PLAIN = frozenset(
    {"airmen", "army", "fighters", "forces", "men", "people", "personnel", "pilots"}
    | {"sailors", "soldiers", "troops", "warriors"}
)
"""Words that say no more of people than whose they are."""

_FORMATIONS = word_set("grammar", "formations")


def nameless(parties: Sequence[str], cast: Cast) -> bool:
    """Tell "20,000 men" from "20,000 Dowists"."""
    return all(cast.get(key).kind == "described group" for key in parties)


def is_nobody(draft: ClaimDraft, name: Named) -> bool:
    """Tell the operation of "Operation Roe was halted with many losses" from who bears losses."""
    words = name.words.split()
    named = len(words) > 1 and words[0] in _UNDERTAKINGS and words[-1][0].isupper()
    return named and not draft.rule.startswith("infobox")


def is_make(draft: ClaimDraft, name: Named, cast: Cast) -> bool:
    """Tell "KV" of "43 KV tanks", "Hunt-class" of its destroyers, from whose machines they are."""
    _, found, behind = (draft.item or "").partition(name.words)
    if not found or not behind or cast.sides.of(name.words) is not None:
        return False
    key = cast.find(name.words)
    known = key is not None and (cast.get(key).side is not None or cast.get(key).kind not in _UNSURE)
    words = name.words.split()
    made = any(map(_is_model, words))
    told = country_of(name.words) is not None or any(map(is_demonym, words))
    return made and not known and not told and named_kind(name.words) in {None, "person"}


def _is_model(word: str) -> bool:
    """Tell "KV", "VIb", "Hunt-class" from "Roe" and from the letters of a body: "RAF"."""
    letters = word.isupper() and len(word) > 1 and acronym_name(word) is None
    return letters or word in {"Mk", "Mark"} or word.endswith("-class")


def called_rebels(draft: ClaimDraft) -> bool:
    """Tell "a rebel vehicle" where several camps have rebels."""
    return any(camp_word(norm(name.words)) in {"rebel", "jihadist"} for name in draft.parties)


def known(name: Named, cast: Cast, *, person: bool = False) -> tuple[str, ...]:
    """Give the actor of a name: "Roe advanced with 20,000 men"; of words only peoples and bodies.

    Who may be a `person` is nobody known where that is not asked for.
    """
    key = cast.find(name.words)
    if key is not None:
        return (key,)
    named = any(word[0].isupper() for word in name.words.split())
    named = named and (person or not can_be_person(name.words))
    named = named or cast.recalled.of(name.words, name.span) is not None
    return cast.resolve_party(name.words, name.span).keys if named else ()


def untold(draft: ClaimDraft, parties: Sequence[str]) -> bool:
    """Tell "20 tanks", "heavy losses" and "200 men", which may be somebody's, from "200 riders"."""
    if (draft.measure != "strength" or draft.holder is not None) and not parties:
        return True
    plain = draft.holder is not None and all(_is_common(name.words) for name in draft.parties)
    return bool(draft.parties) and (plain or all(name.words in _PLAIN for name in draft.parties))


def _is_common(words: str) -> bool:
    """Tell "horsemen", "small force" from "Roe horsemen", "government troops"."""
    return words.islower() and _CAMPS.isdisjoint(words.split()[:-1])


def possessor(draft: ClaimDraft, side: int | None, cast: Cast) -> tuple[str, ...]:
    """Give whose men and machines they are, where the words name them: "the Dows attacked with 20 tanks"."""
    keys = held_by(draft, cast)
    if not keys and draft.own:
        keys = tuple(key for key in known(draft.own[0], cast) if cast.get(key).kind != "person")
    fits = all(_fits(cast.get(key), side) for key in keys)
    return keys if fits and (draft.holder is not None or draft.rule != "prose.strength.sized") else ()


def held_by(draft: ClaimDraft, cast: Cast) -> tuple[str, ...]:
    """Give who is told to have them; in a war of camps nobody's whom a "he" may mean, but no camp knows."""
    if draft.holder is None or not all(_is_common(name.words) for name in draft.parties):
        return ()
    keys = known(draft.holder, cast, person=True)
    if _says_it(draft) and all(cast.get(key).side is None for key in keys):
        return ()  # "Roe gives 300 men" is no general's
    here = draft.sentence.start <= draft.holder.span.start < draft.sentence.end
    sided = not cast.sides.numbers or all(cast.get(key).side is not None for key in keys)
    return keys if here or sided else ()


def _says_it(draft: ClaimDraft) -> bool:
    speakers = draft.saying.speakers if draft.saying is not None else ()
    return draft.holder is not None and any(one.span.meets(draft.holder.span) for one in speakers)


def _fits(actor: Actor, side: int | None) -> bool:
    """Tell who can be told to have the men of a side; of a leader whose side is known the side is enough."""
    led = actor.kind == "person" and not actor.side == side is None
    return actor.side in {None, side} and _is_armed(actor) and not led


def _is_armed(actor: Actor) -> bool:
    """Tell states, bodies and "Roe forces" from observers, places and things."""
    group = actor.kind == "described group" and actor.label.split()[-1] in _PLAIN | _FORMATIONS
    return actor.kind in _ARMED or (group and actor.label != actor.label.lower())


def owners(draft: ClaimDraft, cast: Cast) -> tuple[str, ...]:
    """Give whose own people they are, where no side tells: "many of his soldiers died" are Roe's."""
    plain = all(name.words in _PLAIN for name in draft.parties)
    key = cast.find(draft.own[0].words) if plain and draft.own and draft.measure not in FIELDED else None
    return (key,) if key is not None and cast.get(key).kind in _ARMED else ()


def fights(draft: ClaimDraft, parties: Sequence[str], side: int | None, cast: Cast) -> bool:
    """Tell a side's losses, prisoners and named dead from people who may be anybody.

    On hand-read articles 143 of 153 such were combatants.
    """
    named = not nameless(parties, cast) or any(_is_armed(cast.get(key)) for key in parties)
    if draft.measure in _MANLY:
        return side is not None or draft.measure == "strength" or named
    sided = side is not None and _with_capital(parties, cast)
    return draft.measure in _SUFFERED and (sided or _by_words(draft))


def called_to_arms(draft: ClaimDraft, parties: Sequence[str], cast: Cast) -> bool:
    """Tell "three members of the security forces", "a Roe Front member" from people and peoples."""
    armed = any(cast.get(key).kind in _UNDER_ARMS for key in parties)
    led = any(cast.get(key).kind == "person" and cast.get(key).side is not None for key in parties)
    return armed or led or _by_words(draft)


def _by_words(draft: ClaimDraft) -> bool:
    names = [norm(name.words) for name in draft.parties]
    return any(camp_word(low) is not None or not _IN_ARMS.isdisjoint(low.split()) for low in names)


def _with_capital(parties: Sequence[str], cast: Cast) -> bool:
    return any(cast.get(key).label != cast.get(key).label.lower() for key in parties)
