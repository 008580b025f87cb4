"""Lists of noun phrases: "two rebels and four guards", "the brigs Roe and Dow", "killing Roe and a clerk".

All functions take a row of chunks and a position in it, and give positions.

example          two Omani, four Saudi and nine rebel fighters · killed the mayor, his wife and two clerks
counter-example  killed four men, and the guards fled  (the guards are the subject of a new clause)
"""

from collections.abc import Callable

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import DASHES, behind, chain_head, owned
from testimonia.lexicon import word_set

__all__ = [
    "end_of_counts",
    "end_of_list",
    "list_back",
    "list_of_machines",
    "list_on",
    "list_with",
    "next_in_list",
    "over_names",
]

_APART = frozenset({"the", "a", "an", "his", "her"})
_SMALL_ARMS = word_set("grammar", "small_arms")


def list_back(row: Row, at: int) -> list[int]:
    """Give the members of the list that ends at `at`: "two Omani, four Saudi and nine rebel fighters"."""
    found = [chain_head(row, at)]
    while True:
        before, serial = found[0] - 1, False
        if row.near(before).kind == "adv" and row.near(before - 1).kind == "conj":
            before -= 1  # "Colonel Roe and nearly every man of his"
        if row.near(before).kind == "conj":
            before -= 1
            serial = row.comma(before)
            before -= serial
        elif row.comma(before) and len(found) > 1:
            before -= 1
        else:
            return found
        if row.near(before).low in DASHES:
            before = _before_dashes(row, before)  # "two brigs – Roe and Dow – and a tug were sunk"
        if row.near(before).kind != "np":
            return found
        head = chain_head(row, before)
        new_clause = serial and not row.comma(head - 1) and row[head].figure is None
        predicate = serial and row.near(head - 1).copula
        if new_clause or predicate or _is_object(row, head) or row.near(head - 1).kind in {"prep", "to"}:
            return found
        found.insert(0, head)


def list_with(row: Row, at: int) -> list[int]:
    """Give the members of "with 35 rebels and 17 soldiers", whose last stands at `at`; [] without "with".

    `list_back` leaves the first one out, because it hangs on the preposition.
    """
    members = list_back(row, at)
    before = members[0] - 1
    before -= row.near(before).kind == "conj"
    before -= row.comma(before)
    if before < members[0] - 1:
        first = chain_head(row, before)
        members = [first, *members] if row.near(first).figure is not None else members
    return members if row.near(members[0] - 1).low == "with" else []


def _before_dashes(row: Row, at: int) -> int:
    """Give the position before the names between two dashes, of which the second stands at `at`."""
    opener = next((step for step in range(at - 1, 0, -1) if row[step].low in DASHES), None)
    named = opener is not None and all(
        row[step].kind in {"np", "conj"} or row.comma(step) for step in range(opener + 1, at)
    )
    return opener - 1 if named and opener is not None else at


def _is_object(row: Row, head: int) -> bool:
    """Tell whether the noun phrase at `head` is the object of a verb before it."""
    verb = row.near(head - 1)
    return verb.kind == "vp" and not (verb.passive or verb.copula or verb.reports)


def list_on(row: Row, at: int) -> list[int]:
    """Give the members of the list of objects that begins at `at`."""
    at = owned(row, at)
    found = [at]
    while True:
        end = behind(row, at)
        step = _next_member(row, end)
        if step is None and row[at].of_kind("materiel"):
            step = _next_member(row, _over_class(row, end))
        if step is None or (end > at + 1 and (_bare_name(row, step) or _shares_from(row, at, step))):
            return found  # "wounding many in Roe and Dow": the places belong together
        at = step
        found.append(at)


def next_in_list(row: Row, at: int, step: int) -> int | None:
    """Give the position joined to `at` by "and" or a comma, behind it (`step` 1) or before it (-1)."""
    place = at + step
    for comma in (False, True) if step < 0 else (True, False):
        joins = row.comma(place) if comma else row.near(place).kind == "conj"
        place += step if joins else 0
    return place if place != at + step else None


def end_of_list(row: Row, at: int, step: int, fits: Callable[[Chunk], bool]) -> int:
    """Give the last member of a list on one side of `at` (`step` 1 or -1) up to which all members fit."""
    while (near := next_in_list(row, at, step)) is not None and fits(row.near(near)):
        at = near
    return at


def end_of_counts(row: Row, at: int, step: int) -> int:
    """Give the last member of a list on one side of `at` whose members are counted: "900 men, 40 guns"."""
    return end_of_list(row, at, step, lambda listed: listed.figure is not None)


def _shares_from(row: Row, at: int, step: int) -> bool:
    """Tell the militia of "retook three posts from the army and militia fighters" from what is taken."""
    plain = row[step].figure is None and not row[step].det
    return plain and any(chunk.kind == "prep" and chunk.low == "from" for chunk in row[at + 1 : step])


def list_of_machines(row: Row, at: int) -> list[int]:
    """Give the machines of the list that begins at `at`, over those without a number: "and assault guns"."""
    found = [at]
    while True:
        step = behind(row, found[-1])
        step += row.comma(step)
        step += row.near(step).kind == "conj"
        then = row.near(behind(row, step))
        ends = then.kind == "vp" and not (then.gerund or then.infinitive)
        more = row.near(step)
        machine = more.of_kind("materiel") or (more.low in _SMALL_ARMS and more.figure is not None)
        if step == behind(row, found[-1]) or not machine or ends:
            return found
        found.append(step)


def _over_class(row: Row, at: int) -> int:
    """Give the position behind ", Tank" in "two Landing Ships, Tank, and three tugs"; `at` for none."""
    apart = row.comma(at) and row.near(at + 1).kind == "np" and not row[at + 1].det
    return at + 2 if apart and row[at + 1].figure is None else at


def _bare_name(row: Row, at: int) -> bool:
    return row[at].name and row[at].figure is None and not row[at].det


def over_names(row: Row, at: int) -> int | None:
    """Give the counted phrase before the names of all in it: "five ships, Roe, Dow and Poe, were".

    `at` is the comma behind the names; None if there is no such list.
    """
    step = at - 1
    while row.near(step).kind == "conj" or row.comma(step) or (row.near(step).name and not row[step].figure):
        step -= 1
    counted = row.near(step)
    size = counted.figure.quantity.high if counted.figure is not None else 2 * (counted.det == "both")
    return step if row.comma(step + 1) and step + 2 < at - 1 and size is not None and size > 1 else None


def _over_apposition(row: Row, at: int) -> int:
    """Give the comma behind "the owner of the mill" in "killed Roe, the owner of the mill, and his wife".

    The name may come second: "killed a clerk, Ann Roe, as well as two others".
    """
    beside = row.near(at + 1)
    ranked = beside.of_kind("people") and not beside.det and beside.last - 1 > beside.head  # "Colonel Roe"
    single = row.near(at - 1).figure
    one = single is not None and single.quantity.high == 1  # "one carrier, the Roe, and two tugs"
    named = (
        (one or row.near(at - 1).det in {"a", "an", "the"})
        and (beside.name or ranked)
        and beside.figure is None
    )
    if row.comma(at) and named and row.comma(at + 2) and row.near(at + 3).kind == "conj":
        return at + 2
    apart = row.comma(at) and row.near(at - 1).name and beside.det in _APART and beside.figure is None
    end = behind(row, at + 1) if apart and beside.kind == "np" and not beside.name else at
    return end if row.comma(end) and row.near(end + 1).kind == "conj" else at


def _next_member(row: Row, at: int) -> int | None:
    """Give the next noun phrase of a list, unless it is the subject of a new clause."""
    at = _over_apposition(row, at)
    comma = row.comma(at)
    at += comma
    conj = row.near(at).kind == "conj"
    at += conj
    while row.near(at).kind == "adv":
        at += 1
    if not (comma or conj) or row.near(at).kind != "np":
        return None
    single = row[at].of_kind("materiel") and (row[at].det in {"a", "an"} or _ends_named(row, at))
    if row[at].figure is None and not (conj or single or _names_on(row, at) or _people_on(row, at)):
        return None
    if row.near(at + 1).low == "whom" or row.near(at + 2).low == "whom":
        return None  # "most of whom" is a part of the list, no member
    if row[at].elided and row.near(at + 1).low == "of" and row.near(at + 2).low == "them":
        return None  # so is "three of them"
    at = owned(row, at)
    end = behind(row, at)
    if comma and conj and row.near(end).kind == "conj" and row.near(end + 1).kind == "np":
        end = behind(row, owned(row, end + 1))  # "he killed the emir, and the king and his son fled"
    then = row.near(end)
    return None if then.kind == "vp" and not then.gerund and not then.infinitive else at


def _names_on(row: Row, at: int) -> bool:
    """Tell one more name of "killed Roe, Dow and Poe" from the subject of a new clause."""
    if not (row[at].name and row.near(at - 2).name and row.near(at - 2).figure is None and not row[at].det):
        return False
    while row.comma(at + 1) and row.near(at + 2).name:
        at += 2
    joined = at + 1 + row.comma(at + 1)
    last = row.near(joined + 1)
    return row.near(joined).kind == "conj" and last.name and row.near(joined + 2).kind in {"sign", "prep", ""}


def _people_on(row: Row, at: int) -> bool:
    """Tell the wife of "killed the mayor, his wife and two clerks" from the subject of a new clause."""
    if row.near(at - 2).kind != "np":
        return False
    joined = False
    while not joined:
        member = row[owned(row, at)]
        if member.kind != "np" or not (member.of_kind("people") or member.person or member.figure):
            return False
        end = behind(row, owned(row, at))
        comma = row.comma(end)
        joined = row.near(end + comma).kind == "conj"
        at = end + comma + joined
        if not (comma or joined) or row.near(at).kind != "np":
            return False
    end = behind(row, owned(row, at))
    return row.near(end + row.comma(end)).kind in ({"sub"} if row.comma(end) else {"sign", ""})


def _ends_named(row: Row, at: int) -> bool:
    """Tell one more ship of a list, "the British destroyer Roe", from the ships of a new clause."""
    machine = row[at]
    named = machine.noun is not None and machine.last - machine.head > len(machine.noun.form.split())
    return machine.det == "the" and not machine.plural and named
