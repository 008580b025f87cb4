"""Score what is read from articles against what people took from them.

    python benchmarks/evaluation.py [CORPUS]

CORPUS (../shared/corpus unless given) holds articles with annotations, `gold-dev`; the scorer lies beside it
(eval/score.py), with the guidelines that the annotators followed. It builds each article with the command
line, asks the named questions, and pairs rows. Writes benchmarks/EVALUATION.md; takes a few minutes.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
_INTRODUCTION = """\
# Evaluation
Made by `python benchmarks/evaluation.py` from {articles} articles whose claims, events, actors and dates
people had annotated. The articles were at hand while the rules were written, so **these figures are the
best case**: on articles that nobody has looked at, expect less. What that means for a single claim is told
by its confidence.

Precision is how much of what was found is right, recall how much of what a person took was found, F1 the
harmonic mean of both. "In full" asks for the right kind, figure, people counted and claimant at once.

| what | precision | recall | F1 | right | taken by people | found |
|---|---|---|---|---|---|---|
"""


def main(corpus: Path) -> int:
    """Score and write the table; 2 if the corpus is not there, else what the scorer ends with."""
    gold = corpus / "gold-dev"
    if not gold.is_dir():
        print(f"{gold}: no such folder; give the folder of the corpus as argument", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        found = Path(folder) / "rows.json"
        scorer = [sys.executable, str(corpus.parent / "eval" / "score.py")]
        command = f"{sys.executable} -m testimonia"
        options = ["--gold", gold, "--inputs", gold, "--command", command, "--json", found]
        done = subprocess.run([*scorer, *map(str, options)], check=False)
        if done.returncode:
            return done.returncode
        rows = json.loads(found.read_text(encoding="utf-8"))
    articles = len(list(gold.glob("*.gold.json")))
    page = _INTRODUCTION.format(articles=articles) + "".join(_lines(rows))
    (HERE / "EVALUATION.md").write_text(page, encoding="utf-8")
    return 0


def _lines(rows: dict[str, dict[str, float]]) -> Iterator[str]:
    for name, row in rows.items():
        cells = (
            *(f"{row[part]:.3f}" for part in "PRF"),
            *(f"{row[part]:,}" for part in ("hit", "gold", "found")),
        )
        words = name.replace(": full", ": in full").replace(": + ", ", and ")
        yield f"| {words} | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "shared" / "corpus"))
