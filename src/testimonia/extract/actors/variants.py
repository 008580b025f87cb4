"""Spellings of one name that differ by a letter.

example          Vitaly Roe · Vitaliy Roe     Roe-Thompson · Roe-Thomson
counter-example  Austria · Australia · Ann Roe · Anna Dow · 5th Army · 6th Army
"""

from testimonia.extract.actors.naming import norm

__all__ = ["are_spellings", "distance"]


def distance(one: str, other: str, limit: int = 2) -> int:
    """Give the number of letters to add, drop or exchange; `limit` + 1 for any more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return min(row[-1], limit + 1)


def are_spellings(one: str, other: str) -> bool:
    """Tell whether two names of the same number of words are spellings of one."""
    a, b = norm(one).split(), norm(other).split()
    if len(a) != len(b) or a == b or any(c.isdigit() for c in one + other):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if any(x[0] != y[0] or min(len(x), len(y)) < 4 or distance(x, y) > 1 for x, y in apart):
        return False
    if any(x.rstrip("s") == y.rstrip("s") for x, y in apart):
        return False
    if len(a) == 1 and (a[0].startswith(b[0]) or b[0].startswith(a[0])):
        return False  # "Octavia" and "Octavian" are two
    if len(a) == 1:
        return min(len(a[0]), len(b[0])) > 6
    return len(apart) == 1 or all(len(x) > 5 for x, _ in apart)
