"""Short forms of bodies that leave out, turn or respell whose they are.

example          Malian 5th Division … 5th Division · US Navy … United States Navy
example          Roelander General Staff … General Staff of the Armed Forces of Roeland
counter-example  Malian Army … Malian
"""

from testimonia.extract.actors.body_words import Parts
from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.naming import country_of, is_demonym, place_forms
from testimonia.extract.actors.reordered import LINKS
from testimonia.lexicon import word_set

__all__ = [
    "matches_head_with_kind",
    "matches_inverted",
    "matches_other_owner",
    "matches_owned",
    "matches_ownerless",
]


def matches_owned(s: Parts, f: Parts) -> bool:
    """Match with and without whose it is: "Malian 5th Division" ↔ "5th Division", "Malian Reds" ↔ "Reds"."""
    if len(s) > len(f):
        s, f = f, s
    cut = len(f) - len(s)
    if not 0 < cut < 3 or s != f[cut:] or not _of_nation(f[:cut]):
        return False
    return (len(s) > 1 and is_body_noun(s[-1])) or (
        len(s) == 1 and s[0].endswith("s") and len(s[0]) > 3 and not is_body_noun(s[0])
    )


def _of_nation(parts: Parts) -> bool:
    """Tell the words of a country, of its people or of its air force: "united states", "malian", "raf"."""
    words = " ".join(parts)
    return len(place_forms(words)) > 1 or words in _AIR_FORCES


_AIR_FORCES = word_set("naming", "air_forces")


def matches_other_owner(s: Parts, f: Parts) -> bool:
    """Match a body whose country is written in two ways: "US Navy" ↔ "United States Navy"."""
    if s[-1] != f[-1] or not is_body_noun(s[-1]):
        return False
    for i in (1, 2):
        for k in (1, 2):
            same = s[i:] == f[k:] and len(s) > i and s[:i] != f[:k]
            if same and not place_forms(" ".join(s[:i])).isdisjoint(place_forms(" ".join(f[:k]))):
                return _of_nation(s[:i])
    return False


def matches_ownerless(s: Parts, f: Parts) -> bool:
    """Match without "of" and whose it is: "Relief Directorate of the Malian Army" → "Relief Directorate"."""
    if s[0] != f[0] or len(s) >= len(f):
        return False
    cut = next((at for at, part in enumerate(f) if part in {"of", "for"} and at), 0)
    return cut > 1 and s == f[:cut] and is_body_noun(s[-1]) and not country_of(" ".join(s))


def matches_inverted(s: Parts, f: Parts) -> bool:
    """Match "Roelander General Staff" ↔ "General Staff of the Armed Forces of Roeland"."""
    if "of" not in s and "of" not in f:
        return False
    return any("of" in one and _of_owner(other, one) for one, other in ((s, f), (f, s)))


def _of_owner(s: Parts, f: Parts) -> bool:
    """Match "Roelander General Staff" to "General Staff of the Armed Forces of Roeland", a region's too."""
    cut = f.index("of")
    core = [part for part in s[1:] if part not in _REGIONAL]
    owner = [part for part in f[cut + 1 :] if part not in LINKS]
    forms = frozenset().union(*(place_forms(part) for part in owner)) | set(owner[:1])
    return len(core) > 1 and core == list(f[:cut]) and s[0] in forms


_CROWNS = word_set("naming", "crowns")
_REGIONAL = frozenset({"regional", "provincial", "oblast", "city", "district"})


def matches_head_with_kind(s: Parts, f: Parts) -> bool:
    """Match without the people it is of: "Roelander Rifle Regiment" → "Rifle Regiment"."""
    return (
        1 < len(s) < len(f)
        and s == f[len(f) - len(s) :]
        and is_body_noun(s[-1])
        and (len(place_forms(f[0])) > 1 or (f[0] in _CROWNS and is_demonym(s[0])))
        and len(f) - len(s) == 1
    )
