"""From entries to the sections of an index.

A label is numbered by its folded form, so that those which begin alike stand together, and knows the
entry it belongs to. Each trigram lists the numbers of the labels that have it.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from testimonia.reconcile.labels.entry import Entry
from testimonia.reconcile.labels.folding import fold, trigrams
from testimonia.reconcile.labels.layout import Texts, numeric, pack
from testimonia.reconcile.labels.near import near_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from testimonia.reconcile.labels.layout import Sections

__all__ = ["index_bytes"]

_LONGEST = 65_535
_HEAVIEST = 2**32 - 1


def index_bytes(entries: Iterable[Entry]) -> bytes:
    """Give the bytes of the index of some entries; they do not depend on the order of these."""
    np = numeric()
    merged = _merge(entries)
    labels = sorted(
        {(fold(label), number, label) for number, entry in enumerate(merged) for label in entry.labels}
    )
    labels = [label for label in labels if label[0]]
    kinds = sorted({entry.types for entry in merged})
    kind_numbers = {types: number for number, types in enumerate(kinds)}
    sections: Sections = {
        "entry": np.array([number for _, number, _ in labels], dtype="<u4"),
        "length": np.array([min(len(key), _LONGEST) for key, _, _ in labels], dtype="<u2"),
        "weight": np.array([min(entry.weight, _HEAVIEST) for entry in merged], dtype="<u4"),
        "kind": np.array([kind_numbers[entry.types] for entry in merged], dtype="<u4"),
        **Texts.sections("ids", [entry.id for entry in merged]),
        **Texts.sections("names", [entry.labels[0] for entry in merged]),
        **Texts.sections("keys", [key for key, _, _ in labels]),
        **Texts.sections("labels", [label for _, _, label in labels]),
        **near_sections([key for key, _, _ in labels]),
        **_postings([key for key, _, _ in labels]),
    }
    return pack(sections, {"types": [list(types) for types in kinds]})


def _merge(entries: Iterable[Entry]) -> list[Entry]:
    """Take entries of one identifier together and sort them; those without a label are left out."""
    known: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda each: (each.id, each.labels, each.types)):
        other = known.get(entry.id)
        labels = (*(other.labels if other else ()), *entry.labels)
        types = (*(other.types if other else ()), *entry.types)
        weight = max(other.weight if other else 0, entry.weight)
        known[entry.id] = Entry(entry.id, tuple(dict.fromkeys(labels)), tuple(sorted(set(types))), weight)
    return [entry for entry in known.values() if entry.labels]


def _postings(keys: Sequence[str]) -> Sections:
    """List for each trigram the labels that have it, one list after the other."""
    np = numeric()
    lists: dict[int, array[int]] = {}
    for number, key in enumerate(keys):
        for trigram in trigrams(key):
            lists.setdefault(trigram, array("I")).append(number)
    order = sorted(lists)
    starts = np.zeros(len(order) + 1, dtype="<u8")
    np.cumsum([len(lists[trigram]) for trigram in order], out=starts[1:], dtype="<u8")
    joined = [np.asarray(lists[trigram], dtype="<u4") for trigram in order]
    return {
        "trigrams": np.array(order, dtype="<u8"),
        "postings-starts": starts,
        "postings": np.concatenate(joined) if joined else np.zeros(0, dtype="<u4"),
    }
