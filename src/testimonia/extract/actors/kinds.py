"""What kind of actor a name names, by lexicon and role, never by guess of a model."""

from functools import cache

from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.extract.actors.word_sets import word_set
from testimonia.lexicon import rows
from testimonia.model import ActorKind

__all__ = [
    "body_kind",
    "head_of",
    "is_body_noun",
    "is_foreign_head",
    "is_outlet",
    "is_person_name",
    "kind_of",
    "named_kind",
    "speaker_kind",
]


@cache
def _table(name: str, column: str) -> dict[str, str]:
    key = "name" if name == "media" else "form"
    return {norm(row[key]): row[column] for row in rows(name)}


def body_kind(words: str) -> ActorKind | None:
    """Give the kind of body whose head noun stands in the words ("Ministry of Defence"); None if no body."""
    parts = norm(words).split()
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


def is_body_noun(word: str) -> bool:
    """Tell whether a single word can head the name of a body: "army", "front", "committee"."""
    return word in _table("bodies", "kind") or word in _MORE_HEADS


_FOREIGN_HEADS: dict[str, ActorKind] = {
    **dict.fromkeys(
        [
            "liwa",
            "jaysh",
            "jaish",
            "jabhat",
            "harakat",
            "kataib",
            "katibat",
            "kateeb",
            "ansar",
            "hayat",
            "hizb",
            "tehrik",
            "lashkar",
            "jamaat",
            "jamaah",
            "jund",
            "jaish",
        ],
        "armed group",
    ),
    **dict.fromkeys(
        [
            "armee",
            "armata",
            "armia",
            "brigata",
            "divisione",
            "regimento",
            "kampfgruppe",
            "heeresgruppe",
            "panzergruppe",
            "gruppe",
        ],
        "state force",
    ),
}  # type: ignore[dict-item]
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


def is_person_name(words: str) -> bool:
    """Tell whether two to five capitalised words can be a person's name."""
    parts = [part for part in words.split() if part]
    small = {
        "al",
        "bin",
        "ibn",
        "de",
        "van",
        "von",
        "der",
        "da",
        "di",
        "el",
        "abu",
        "ag",
        "of",
        "le",
        "la",
        "du",
        "dos",
    }
    return (
        2 <= len(parts) <= 6
        and all(p[0].isupper() or p.lower().split("-")[0] in small for p in parts)
        and (
            body_kind(words) is None
            and country_of(words) is None
            and not is_outlet(words)
            and not any(c.isdigit() for c in words)
            and not any(part.isupper() and len(part) > 2 for part in parts)
        )
    )


_REBEL_ARMIES = word_set("rebel_armies")
"""Words that make an army one of rebels: "Free X Army", "X Liberation Army"."""


_REALMS = word_set("realms")
"""Heads of states; other heads of the state's bodies ("government", "ministry") name organisations."""


def kind_of(name: str, role: str = "") -> ActorKind:
    """Give the kind of a named actor; `role` is its role in the infobox, "" for none."""
    if role == "commander":
        return "person"
    if is_outlet(name):
        return "media"
    if country_of(name):
        return "organisation" if country_of(name) in {"United Nations", "European Union"} else "state"
    low = norm(name)
    if any(word in low.split() for word in ("coalition", "alliance", "allied")) or low in {
        "allies",
        "western allies",
    }:
        return "coalition"
    kind = body_kind(name.split(" and Allies", maxsplit=1)[0]) or _FOREIGN_HEADS.get(low.split(" ", 1)[0])
    if kind == "state force" and not _REBEL_ARMIES.isdisjoint(low.split()):
        return "armed group"
    if kind == "state" and head_of(name) not in _REALMS:
        return "organisation"
    if kind:
        return kind
    if role == "" and is_person_name(name):
        return "person"
    if role == "belligerent" and (
        len(place_forms(name)) > 1 or (" " in low and country_of(low.rsplit(" ", 1)[-1]))
    ):
        return "state"
    return "armed group" if role in {"belligerent", "unit", "support"} else "organisation"


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
