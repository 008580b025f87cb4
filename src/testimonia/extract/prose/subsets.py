"""Subsets: "seven rebels, including a brigade commander, were killed".

example          40 dead, among them three officers
counter-example  several groups, including the Northern Front, took part
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_subsets"]


def find_subsets(scene: Scene, totals: Sequence[Found]) -> Iterator[Found]:
    """Find the part counts behind "including" for each total already found."""
    chunks = scene.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind != "prep" or chunk.low not in {"including", "among", "amongst", "excluding"}:
            continue
        if chunk.low in {"among", "amongst"}:
            at += 1
            if not (at < len(chunks) and chunks[at].kind == "pron"):
                continue
        total = _total_before(totals, chunk.first)
        if total is None:
            continue
        yield from _parts(scene, at + 1, total)
    yield from _of_them(scene, totals)


def _of_them(scene: Scene, totals: Sequence[Found]) -> Iterator[Found]:
    """Read "five of them foreigners", "12 of whom were officers"."""
    chunks = scene.chunks
    for at in range(len(chunks) - 2):
        part, link, whole = chunks[at], chunks[at + 1], chunks[at + 2]
        if (
            part.kind != "np"
            or part.figure is None
            or part.body >= 0
            or link.low != "of"
            or whole.low not in {"them", "whom", "these", "those"}
        ):
            continue
        total = _total_before(totals, part.first)
        then = chunks[at + 3] if at + 3 < len(chunks) else None
        if (
            total is not None
            and then is not None
            and (then.kind == "np" or (then.kind == "vp" and then.copula))
        ):
            yield Found(
                total.measure,
                part.figure.quantity,
                part.figure.first,
                whole.last,
                at,
                "prose.subset.them",
                0.7,
                counted=part,
                party=total.party or ((total.counted,) if total.counted else ()),
                agent=total.agent,
                figure=part.figure,
                subset=True,
                whole=total.counted,
            )


def _total_before(totals: Sequence[Found], token: int) -> Found | None:
    near = [t for t in totals if t.first < token and 0 <= token - _end(t) < 12]
    return max(near, key=_end, default=None)


def _end(total: Found) -> int:
    return total.counted.last if total.counted is not None else total.last


def _parts(scene: Scene, at: int, total: Found) -> Iterator[Found]:
    chunks = scene.chunks
    while at < len(chunks):
        part = chunks[at]
        if part.kind != "np" or (part.figure is None and part.noun is None and not part.name):
            return
        quantity = quantity_of(scene, part)
        if quantity is not None and (part.figure is None or part.figure is not total.figure):
            yield Found(
                total.measure,
                quantity,
                part.first,
                part.last,
                at,
                "prose.subset",
                0.75,
                counted=part,
                party=total.party,
                agent=total.agent,
                figure=part.figure,
                subset=True,
                whole=total.counted,
            )
        at += 1
        while (
            at < len(chunks)
            and chunks[at].kind == "prep"
            and chunks[at].low in {"of", "from", "in"}
            and at + 1 < len(chunks)
        ):
            at += 2
        if not (
            at + 1 < len(chunks)
            and (chunks[at].kind == "conj" or chunks[at].low == ",")
            and chunks[at + 1].figure is not None
        ):
            return
        at += 1
