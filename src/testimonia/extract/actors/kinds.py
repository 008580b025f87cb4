"""What kind of actor a name names, by lexicon and role, never by guess of a model."""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.lexicon import rows, word_set
from testimonia.model import ActorKind

__all__ = [
    "FIGHTING",
    "body_kind",
    "head_before_own_name",
    "head_of",
    "is_body_noun",
    "is_foreign_head",
    "is_outlet",
    "is_people_noun",
    "is_same_outlet",
    "kind_of",
    "named_kind",
    "speaker_kind",
]

FIGHTING: frozenset[str] = frozenset({"armed group", "coalition", "state", "state force"})
"""Kinds of bodies that can be a side, or be on one."""


@cache
def _table(name: str, column: str) -> dict[str, str]:
    key = "name" if name == "media" else "form"
    return {norm(row[key]): row[column] for row in rows(name)}


def body_kind(words: str) -> ActorKind | None:
    """Give the kind of body whose head noun stands in the words ("Ministry of Defence"); None if no body."""
    parts = norm(words).split()
    if len(parts) > 2 and (parts[-1].isdigit() or len(parts[-1]) == 1):
        parts = parts[:-1]  # "Task Force 57", "Combat Command A"
    named = head_before_own_name(parts)
    parts = parts[: named + 1] if named is not None else parts  # "7th Alpine Division Dorla"
    bodies = _table("bodies", "kind")
    cut = next((at for at, word in enumerate(parts) if word in {"of", "for", "in"}), len(parts))
    for first in range(cut):
        kind = bodies.get(" ".join(parts[first:cut]))
        if kind:
            return kind  # type: ignore[return-value]
    if cut and cut > 1 and parts[cut - 1] in _MORE_HEADS:
        return _MORE_HEADS[parts[cut - 1]]
    return bodies.get(parts[-1]) if parts and cut < len(parts) else None  # type: ignore[return-value]


_MORE_HEADS: dict[str, ActorKind] = dict.fromkeys(
    ("forces", "force", "unit", "units", "detachment", "contingent"), "state force"
)
"""Nouns that head a name only with capitals: "Free Roe Forces"."""


def head_before_own_name(parts: Sequence[str]) -> int | None:
    """Give where the head of a unit with a number and a name of its own stands: "7th Division Dorla"."""
    if len(parts) < _SHORTEST_OWN or not parts[0][0].isdigit():
        return None
    at = next((k for k in range(1, len(parts) - 1) if parts[k] in _NAMED_UNITS), None)
    own = parts[at + 1 :] if at is not None else ()
    named = len(own) == 1 or (own and own[0] in _OWN_NAMES_OPEN and len(own) <= _LONGEST_OWN)
    whole = at is not None and _PARTS_OF_UNITS.isdisjoint(parts[1:at])
    return at if whole and named and all(_is_own_name(part) for part in own) else None


_SHORTEST_OWN = 3
_LONGEST_OWN = 4
"""Words of the longest names of units: "Leibstandarte SS Adolf Roe"."""
_NAMED_UNITS = frozenset({"brigade", "division", "regiment", "squadron"})
"""Units that bear names of their own behind their head; behind others a commander may stand."""
_PARTS_OF_UNITS = frozenset({"battalion", "battery", "company", "platoon", "troop"})
_OWN_NAMES_OPEN = frozenset({"das", "der", "leibstandarte"})


def _is_own_name(part: str) -> bool:
    """Tell whether a word can be of a unit's own name: no arm, body, number, people or small word."""
    told = part in _ARMS or is_body_noun(part) or is_body_noun(part.rstrip("s")) or part in _NO_OWN_NAMES
    long = len(part) > _SHORT_LETTERS or part in _OWN_NAMES_OPEN or part == "ss"
    return not told and long and part.isalpha() and len(place_forms(part)) < 2


_SHORT_LETTERS = 3
"""Letters of the longest words behind a unit that are no name of its own: "HQ", "RAF"."""
_NO_OWN_NAMES = frozenset(
    {"cemetery", "hospital", "headquarters", "memorial", "museum", "school", "veterans"}
)
_ARMS = (
    word_set("naming", "arms_of_service") | word_set("naming", "arms") | word_set("naming", "name_links")
) - {
    "das",
    "der",
}


def is_body_noun(word: str) -> bool:
    """Tell whether a single word can head the name of a body: "army", "front", "committee"."""
    return word in _body_nouns()


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset((*_table("bodies", "kind"), *_MORE_HEADS))


_FOREIGN_HEADS: dict[str, ActorKind] = {
    **dict.fromkeys(word_set("naming", "foreign_groups"), "armed group"),
    **dict.fromkeys(word_set("naming", "foreign_forces"), "state force"),
}
"""Heads of names in other languages stand first: "Liwa al-Roe", "Armée d'Afrique"."""


def is_foreign_head(word: str) -> bool:
    """Tell whether a word heads the names of bodies in another language, before what it names."""
    return word in _FOREIGN_HEADS


def speaker_kind(words: str) -> tuple[ActorKind, str] | None:
    """Give kind and number of a speaker without a name ("locals", "a military source")."""
    parts = norm(words).split()
    kinds, numbers = _table("speakers", "kind"), _table("speakers", "number")
    cut = next((at for at, word in enumerate(parts) if word in {"of", "for", "in", "from"}), len(parts))
    for first in range(cut):
        form = " ".join(parts[first:cut])
        if form in kinds:
            return kinds[form], numbers[form]  # type: ignore[return-value]
    return None


def head_of(words: str) -> str:
    """Give the last word before "of": the head of a simple noun phrase."""
    parts = norm(words).split()
    for stop in ("of", "for", "in", "from"):
        if stop in parts[1:]:
            parts = parts[: parts.index(stop, 1)]
    return parts[-1] if parts else ""


def is_outlet(words: str) -> bool:
    """Tell whether the words name a news medium."""
    return norm(words) in _table("media", "kind")


def is_same_outlet(one: str, other: str) -> bool:
    """Tell whether two names of outlets differ in the kind alone: "BBC", "BBC News"; not of a people."""
    short, full = sorted((norm(one), norm(other)), key=len)
    name, _, kind = full.rpartition(" ")
    return name == short and kind in _OUTLET_KINDS and len(place_forms(short)) < 2


_OUTLET_KINDS = frozenset({"agency", "channel", "news", "newspaper", "online", "radio", "television", "tv"})
_REBEL_ARMIES = word_set("naming", "rebel_armies")
"""Words that make an army one of rebels: "Free X Army", "X Liberation Army"."""


_REALMS = word_set("naming", "realms")
"""Heads of states; other heads of the state's bodies ("government", "ministry") name organisations."""


def kind_of(name: str, role: str = "") -> ActorKind:
    """Give the kind of a named actor; `role` is its role in the infobox, "" for none."""
    if role == "commander":
        return "person"
    kind = _kind_by_words(name)
    if kind is not None:
        return kind
    if role == "" and _looks_like_person(name):
        return "person"
    return _kind_by_role(name, role)


def _kind_by_words(name: str) -> ActorKind | None:
    """Give the kind that the words of a name tell: an outlet, a country, a coalition, a body."""
    if is_outlet(name):
        return "media"
    if country_of(name):
        return "organisation" if country_of(name) in _UNIONS else "state"
    words = norm(name).split()
    if not _JOINED.isdisjoint(words) or name in {"Allies", "Western Allies"}:
        return "coalition"
    kind = body_kind(name.split(" and Allies", maxsplit=1)[0]) or _FOREIGN_HEADS.get(
        words[0] if words else ""
    )
    if kind == "state force" and not _REBEL_ARMIES.isdisjoint(words):
        return "armed group"
    if kind == "armed group" and (words[0][0].isdigit() or words[0] in _QUARTERS) and len(words) > 1:
        return "state force"  # "1st Roe Front", "Western Front", "406th Fighter Group"
    return "organisation" if kind == "state" and head_of(name) not in _REALMS else kind


_QUARTERS = frozenset({"western", "eastern", "northern", "southern", "central"})
_UNIONS = frozenset({"United Nations", "European Union"})
_JOINED = frozenset({"coalition", "alliance", "allied"})


def _kind_by_role(name: str, role: str) -> ActorKind:
    """Give a state for a place among belligerents ("French Roeland"), an armed group for others there."""
    last = norm(name).rsplit(" ", 1)[-1]
    if role == "belligerent" and (len(place_forms(name)) > 1 or (" " in norm(name) and country_of(last))):
        return "state"
    return "armed group" if role in {"belligerent", "unit", "support"} else "organisation"


def _looks_like_person(name: str) -> bool:
    """Tell whether two to six words, all but particles capitalised and none an acronym, can name a person."""
    parts = name.split()
    small = word_set("naming", "person_particles")
    return (
        2 <= len(parts) <= 6
        and all(part[0].isupper() or part.lower().split("-")[0] in small for part in parts)
        and not any(c.isdigit() for c in name)
        and not any(part.isupper() and len(part) > 2 for part in parts)
    )


def named_kind(name: str) -> ActorKind | None:
    """Give the kind of a name of the prose that says itself what it is; None where it does not.

    example          Roe Liberation Front → armed group · Kayes Gazette → media · United Nations
    counter-example  Victoria Medal · Second Roe War
    """
    low = norm(name).split()
    head = head_of(name)
    if not low or head in _table("events", "kind") or low[0] in {"battle", "siege", "operation", "treaty"}:
        return None
    known = (
        is_outlet(name)
        or country_of(name) is not None
        or body_kind(name) is not None
        or low[0] in _FOREIGN_HEADS
    )
    if known or any(word in low for word in ("coalition", "alliance", "allies")):
        return kind_of(name)
    return "organisation" if norm(name) in _acronym_names() else None


@cache
def _acronym_names() -> frozenset[str]:
    return frozenset(norm(row["name"]) for row in rows("acronyms"))


@cache
def people_category(word: str) -> str:
    """Give the category of a noun for people, "unknown" for other words."""
    table = _categories()
    return table.get(word, "unknown")


@cache
def _categories() -> dict[str, str]:
    return {norm(row["form"]): row["category"] for row in rows("people")}


def is_people_noun(word: str) -> bool:
    """Tell whether a word, in lower case, is a noun for people: "survivors", "crews"."""
    return word in _categories()
