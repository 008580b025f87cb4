"""A graph of any size that looks like many articles: the example again and again under other names.

Event, claims, statements, revisions and comparisons of each copy have IRIs of their own; actors, places
and rules are shared, as they are among real articles.
"""

from pathlib import Path

from testimonia.pipeline import Options, build_article

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "battle-of-akabar.txt"

__all__ = ["CLAIMS", "write_graph"]

CLAIMS = 19
"""Rows of the named question "claims" for each copy."""


def write_graph(path: Path, quads: int) -> int:
    """Write N-Quads with at least so many lines; give the number of copies."""
    built = build_article(EXAMPLE.read_bytes(), EXAMPLE.name, Options(formats=("nquads",)))
    words = built.files["nq"].decode("utf-8")
    copies = -(-quads // words.count("\n"))
    with path.open("w", encoding="utf-8") as file:
        for number in range(copies):
            file.write(_copy(words, built.sha256[:12], number))
    return copies


def _copy(words: str, revision: str, number: int) -> str:
    for old, new in (
        ("kg/comparison/", f"kg/comparison/{number}-"),
        ("battle-of-akabar", f"battle-of-akabar-{number}"),
        (revision, f"{number:012x}"),
    ):
        words = words.replace(old, new)
    return words
