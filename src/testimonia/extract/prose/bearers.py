"""Who bears a loss that a noun or a bare figure names.

example          losses on the column · the column suffered 30 dead · their losses · French losses
example          the phase cost the defenders 106 killed
counter-example  heavy losses were reported: nobody is named
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, guessed_number, owned
from testimonia.extract.prose.left_behind import left_by
from testimonia.extract.prose.lexemes import noun_of
from testimonia.extract.prose.paid_for import payer
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import forms, word_set

__all__ = ["BEAR", "bearer", "bearer_before", "losses_before"]

BEAR = word_set("grammar", "bear")
"""Verbs whose subject bears the loss."""
_BRINGING = frozenset({"with", "without"})
_TAKE = frozenset({"took", "taking", "take", "taken", "takes"})
_ON = word_set("grammar", "bearing_on")
_TELLING = word_set("grammar", "forces") | word_set("grammar", "camp_adjectives") | {"civilian"}
_OWN = word_set("grammar", "their")
_BORNE = frozenset({"suffered", "sustained", "incurred", "taken"})
_AMID = frozenset({"amid", "amidst", "despite", "after", "following"})
_DUE = frozenset({"because", "due", "owing", "result"})
_LOSSES = frozenset({"losses", "casualties"})
_DEALING = frozenset({"cost", "costing", "causing", "caused", "inflicting", "inflicted"})
_DEALT = _BORNE | {"inflicted", "visited", "imposed", "caused", "taking", "reported"}
_OF = frozenset({"of", "in"})
_LIVES = frozenset({"life", "lives"})
_BODIES = frozenset({"bodies", "body", "corpses", "corpse"})
"""What is counted by those who find it."""
_KINDS = word_set("grammar", "loss_kinds")
_SIDES = frozenset({"side", "sides"})
_RISES = word_set("grammar", "rises")
_PUTTING = word_set("grammar", "putting")
_ADMITTING = frozenset({"acknowledge", "admit", "list", "record", "report", "register"})
"""What a formation does with its own losses; it claims those of the enemy."""
_FORMATIONS = word_set("grammar", "formations")
_SHARING = frozenset({"account", "accounted", "accounting", "accounts"})
_MEN = frozenset({"men", "manpower", "personnel"})
"""What is lost, not whose: "losses in men"."""


def bearer(scene: Scene, at: int) -> tuple[Chunk, ...]:
    """Find who bears the harm that the noun at `at` names; () if the text does not say."""
    row, chunk = scene.chunks, scene.chunks[at]
    behind = _behind(row, at)
    if behind is not None:
        return (behind,)
    dealt = row.near(at - 1).kind in {"np", "pron"} and row.near(at - 2).low in _DEALING
    if (row.near(at - 1).owner and not guessed_number(chunk)) or dealt:
        return (row[at - 1],)  # "caused him heavy losses"
    if chunk.det in _OWN or _named_inside(scene, chunk):
        return (chunk,)
    led = _led_by_cause(row, at) if chunk.low in _LOSSES else None
    if led is not None:
        return _amid(row, at, led)
    if row.near(at - 1).low in _BRINGING and (row.near(at + 1).low != "of" or row.near(at + 2).low in _LIVES):
        return _brought(row, at)
    verb = at - 1
    while row.near(verb).kind in {"np", "conj", "sign", "adv", "prep"} and at - verb < 9:
        verb -= 1
    taken = row.near(verb).low in _TAKE and chunk.harm is not None and chunk.harm.measure == "captured"
    taken = taken or row.near(verb + 1).low in _LIVES or chunk.low in _BODIES
    bears = _bears_loss(row.near(verb)) and not taken  # who "took 300 prisoners" has not lost them
    admits = verb == at - 1 and any(report.lemma in _ADMITTING for report in row[verb].reports)
    subjects = _losers(row, verb) if bears or admits else []
    formations = [one for one in subjects if _is_formation(one)]  # "the brigade reported 200 casualties"
    left = left_by(row, at) if not _tells_people(scene, chunk) else ()
    return tuple(subjects if bears else formations) or left or _of_its_own(row, at) or _paid(row, at)


def _paid(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "the Dows sank two ships for the loss of three aircraft"."""
    priced = row.near(at - 1).low == "for" and row.near(at + 1).low == "of"
    paid = payer(row, at + 2) if priced and row.near(at + 2).of_kind("materiel") else None
    return (paid,) if paid is not None else ()


def _losers(row: Row, verb: int) -> list[Chunk]:
    """Give the subjects of "the brigade recorded 20 dead"; a diary that records them has lost nobody."""
    return [row[place] for place in subjects_of(row, verb) if row[place].low not in forms("saying_nouns")]


def _bears_loss(verb: Chunk) -> bool:
    """Tell "suffered" and "had taken" from "were taken"."""
    return verb.low in BEAR or (verb.low == "taken" and verb.kind == "vp" and not verb.passive)


def _tells_people(scene: Scene, chunk: Chunk) -> bool:
    """Tell "12 soldiers dead" from "12 dead"."""
    nouns = (noun_of(scene.sentence.tokens, at) for at in range(max(chunk.body, chunk.first), chunk.last - 1))
    return any(found is not None and found[1].kind == "people" for found in nouns)


def _is_formation(chunk: Chunk) -> bool:
    return chunk.low in _FORMATIONS and chunk.figure is None


def _of_its_own(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "claimed 200 deaths, with no losses of its own": they are the speaker's, or the subject's."""
    own = row.near(at + 2)
    return (own,) if row.near(at + 1).low == "of" and own.low == "own" and own.det in _OWN else ()


def _brought(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "withdrew with heavy losses"; who "returned with 300 prisoners" has taken them."""
    harm = row[at].harm
    if harm is not None and harm.measure == "captured" and row[at - 1].low == "with":
        return ()
    return _coming_out(row, at - 2) or _of_its_own(row, at)


def _coming_out(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "the legion withdrew with heavy losses": who moves or is something, not who does it to others."""
    at -= row.comma(at)
    while row.near(at).kind in {"np", "prep", "adv", "to"} and row.near(at - 1).kind != "vp":
        at -= 1
    verb = at if row.near(at).kind == "vp" else at - 1
    told = row.near(verb).kind == "vp" and (row[verb].copula or row.near(verb + 1).kind != "np")
    subjects = [row[p] for p in subjects_of(row, verb)] if told else []
    return tuple(one for one in subjects if one.name or one.of_kind("people", "unit"))


def _goes_with(row: Row, at: int) -> bool:
    """Read "with casualties mounting, the Dows withdrew"."""
    return row.near(at - 1).low == "with" and row.near(at + 1).gerund and row.near(at - 2).kind in {"", "sub"}


def _led_by_cause(row: Row, at: int) -> int | None:
    """Give the place behind the first word of "amid heavy losses", "because of its losses", or None."""
    if row.near(at - 1).low in _AMID or _goes_with(row, at):
        return at
    return at - 1 if row.near(at - 1).low in {"to", "of"} and row.near(at - 2).low in _DUE else None


def _amid(row: Row, at: int, led: int) -> tuple[Chunk, ...]:
    """Read "amid heavy losses, the Dows withdrew", "the Dows took the hill despite heavy losses".

    `led` is the place behind the word that leads the phrase.
    """
    before = led - 2 - row.comma(led - 2)
    comma = next((step for step in range(at + 1, len(row)) if row.comma(step)), -1)
    comma = at if row.near(at + 1).kind in {"np", "pron"} else comma
    then = owned(row, comma + 1) if comma > 0 else -1
    opens = before < 0 or row[before].kind in {"but", "conj", "sub"}
    if opens and row.near(then).kind in {"np", "pron"} and row.near(behind(row, then)).kind == "vp":
        subjects = [row[then]]
    else:
        verb = next((step for step in range(before, -1, -1) if row[step].kind == "vp"), -1)
        subjects = [row[p] for p in subjects_of(row, verb)] if verb >= 0 else []
    return tuple(one for one in subjects if one.name or one.kind == "pron" or one.of_kind("people", "unit"))


def _behind(row: Row, at: int) -> Chunk | None:
    """Read "casualties among the guards", "losses inflicted on the column", "suffered by the guards"."""
    chunk = row[at]
    for step in range(at + 1, min(at + 5, len(row) - 1)):
        taken = chunk.harm is not None and chunk.harm.measure == "captured"
        borne = row[step].low == "by" and row[step - 1].low in _BORNE and not taken
        of_theirs = taken and step == at + 1 and row[step].low == "from" and _is_force(row[step + 1])
        if of_theirs:
            return row[step + 1]  # "two prisoners from the 78th Regiment"
        apart = row[step].low == "for" and step > at + 1  # "losses in the battle for Roe"
        if borne or (row[step].kind in {"prep", "to"} and row[step].low in _ON and not apart):
            bearing = step + (3 if row[step + 1].body < 0 and row.near(step + 2).gerund else 1)
            among = row[step].low == "among" and row.near(bearing).figure is not None
            if _can_bear(row.near(bearing)) and not among:  # "141 casualties among 160 men"
                return row[bearing]  # "the attacking raiders", too
        elif row[step].kind == "prep" and row[step].low in _OF and row.near(step + 1).kind == "np":
            whose = row[owned(row, step + 1)]
            known = whose.figure is None or (whose.of_kind("unit") and whose.det == "the")
            named = step == at + 1 and chunk.low in _LOSSES and _is_people(whose)
            if known and (whose.of_kind("people", "unit") or named) and whose.low not in _MEN:
                return whose  # "the massacre of Roe's troops", "388 casualties in the 1st Corps"
        if row[step].kind not in {"prep", "np", "adv"} and row[step].low not in _DEALT:
            break
    return None


def _is_force(chunk: Chunk) -> bool:
    return chunk.kind == "np" and chunk.figure is None and (chunk.of_kind("unit") or chunk.plural_name)


def _is_people(chunk: Chunk) -> bool:
    """Tell "the losses of the French", "casualties of the Luftwaffe" from "the losses of the Rhineland"."""
    return chunk.figure is None and (chunk.low in forms("demonyms") or chunk.low in forms("allegiances"))


def _can_bear(chunk: Chunk) -> bool:
    """Tell "losses on the column", "losses on both sides" from "bodies on the field"."""
    known = chunk.name or chunk.kind == "pron" or chunk.noun is not None or chunk.low in _SIDES
    return chunk.kind in {"np", "pron"} and known


def _named_inside(scene: Scene, chunk: Chunk) -> bool:
    """Tell "French losses", "civilian casualties" from "heavy losses"."""
    if chunk.body < 0 or chunk.harm is None:
        return False
    vague = chunk.figure is not None and chunk.figure.first >= chunk.body  # "Mounting losses"
    first = chunk.figure.last if vague and chunk.figure is not None else chunk.body
    tokens = scene.sentence.tokens
    first += first == 0 and tokens[0].low in _KINDS  # "Aircraft losses", "Material losses"
    return any(token.capital or token.low in _TELLING for token in tokens[first : chunk.last - 1])


def bearer_before(row: Row, position: int) -> Chunk | None:
    """Find who bears a bare figure of harm: "the column suffered 30 killed and 50 wounded"."""
    before = row.near(position - 1)
    dealt = before.low == "them" and row.near(position - 2).low in _DEALING
    beside = before.kind == "np" and not before.owner and before.figure is None and _can_bear(before)
    if beside or dealt:
        return before  # "cost the defenders 106 killed", "causing them 50 dead"
    paid = payer(row, position) or _shared_out(row, position)
    if paid is not None:
        return paid
    at = position - 1
    while _carries_on(row, at) and not _is_gapped(row, at):
        at -= 1
    if _is_gapped(row, at):
        return row[at]
    if row.near(at).low == "with" and row.comma(at - 1) and row.near(at - 3).kind in {"", "sub", "conj"}:
        led = row.near(at - 2)  # "the regiment, with 30 killed, was withdrawn"
        return led if led.of_kind("unit") or led.plural_name else None
    subjects = _losers(row, at) if row.near(at).low in BEAR else []
    return subjects[0] if subjects else None


def _shared_out(row: Row, position: int) -> Chunk | None:
    """Read "the guards alone accounted for 16 of the 23 killed": those 16 were theirs."""
    verb = next((at for at in range(position - 1, -1, -1) if row[at].low in _SHARING), None)
    whole = row.near(position + 2)
    shared = row.near(position + 1).low == "of" and whole.det == "the" and whole.figure is not None
    between = row[verb + 1 : position] if verb is not None else ()
    listed = all(chunk.kind in {"conj", "np", "prep", "sign"} or chunk.bare for chunk in between)
    subjects = subjects_of(row, verb) if verb is not None and shared and listed else []
    return row[subjects[0]] if subjects else None


def losses_before(scene: Scene, position: int) -> Chunk | None:
    """Read "Dow losses during May came to 300 dead and 90 wounded": the losses told before are theirs."""
    row = scene.chunks
    for at in range(position - 1, -1, -1):
        chunk = row[at]
        if chunk.harm is not None and chunk.harm.role == "noun_event":
            verb = next((one for one in row[at + 1 : position] if one.kind == "vp"), row.near(position))
            told = verb.copula or verb.low in BEAR | _RISES | _PUTTING or _is_put(row, at)
            whose = _behind(row, at) if told else None
            if whose is not None and (whose.of_kind("people") or _is_people(whose)):
                return whose
            owner = row.near(at - 1)
            if told and owner.owner and (owner.name or owner.of_kind("people", "unit")):
                return owner  # "the Dow army's losses were 12 dead"
            return chunk if told and (chunk.det in _OWN or _named_inside(scene, chunk)) else None
        if chunk.kind in {"sub", "but"} or chunk.low == ";":
            return None
    return None


def _is_put(row: Row, at: int) -> bool:
    """Read "gives the Dow losses as 300 dead"."""
    return row.near(at + 1).low in {"as", "at"} and any(chunk.low in _PUTTING for chunk in row[:at])


def _is_gapped(row: Row, at: int) -> bool:
    """Read "(the Roes lost 20 killed,) the Dows 12 killed and 30 wounded", whose verb is left out."""
    who, counted = row.near(at), row.near(at + 1)
    party = who.kind == "np" and who.figure is None and (who.name or who.of_kind("unit", "people"))
    apart = row.comma(at - 1) or row.near(at - 1).low in {"and", ";", "while"}
    return party and apart and not who.owner and counted.figure is not None


def _carries_on(row: Row, at: int) -> bool:
    """Tell whether the list of figures before a position goes on to the left."""
    chunk = row.near(at)
    if chunk.low == "of" and row.near(at - 1).low in _LOSSES:
        return True  # "suffered casualties of 30 killed"
    told = chunk.kind == "vp" and bool(chunk.triggers) and chunk.bare and chunk.low not in BEAR
    return told or chunk.kind in {"conj", "np", "adv"} or row.comma(at)
