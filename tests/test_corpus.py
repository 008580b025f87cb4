"""The whole road with real articles, where they are at hand beside the checkout."""

from pathlib import Path

import pytest

from testimonia.graphs import read_graph
from testimonia.pipeline import Options, build_article
from testimonia.validate import check_quotes, validate_graph

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "unlabelled"
EVERY = 25
"""One article in so many, from all forms: enough to tell of a rule that breaks a shape, in seconds."""


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*.*"))[::EVERY], ids=lambda path: path.stem)
def test_an_article_nobody_tuned_on_becomes_a_graph_that_conforms(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    built = build_article(data, path.name, Options(formats=("nquads",)))
    file = tmp_path / "article.nq"
    file.write_bytes(built.files["nq"])
    graph = read_graph(file)
    assert [result.code for result in validate_graph(graph).results if result.severity == "violation"] == []
    assert check_quotes(data.decode(), graph).conforms
