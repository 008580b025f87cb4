"""Real articles, where they are at hand beside the checkout."""

from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.model import Article
from testimonia.read import read_path

Check = Callable[[Article, str], None]
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FOLDERS = {
    "gold-dev": {".txt": "plain", ".wikitext": "wikitext", ".md": "prose"},
    "unlabelled/seedform": {".txt": "plain"},
    "unlabelled/wikitext": {".wikitext": "wikitext"},
    "unlabelled/prose": {".md": "prose"},
}
BROKEN = {"Hawar_Kilis_Operations_Room"}
"""Names of files in which a converter left an infobox template open: wikitext by content."""


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")
@pytest.mark.parametrize("folder", FOLDERS)
def test_articles_are_read_and_lead_back_to_their_text(check: Check, folder: str) -> None:
    """Every third article of each folder: all of them take a minute of a processor, and show no other habits."""
    for path in sorted((CORPUS / folder).iterdir())[::3]:
        form = FOLDERS[folder].get(path.suffix)
        if form is None:
            continue
        article = read_path(path)
        check(article, path.read_bytes().decode())
        assert article.form == form or path.stem in BROKEN, path.name
        assert article.passages, path.name
        if form != "prose":
            keys = {parameter.key for parameter in article.parameters}
            assert {"date", "place", "combatant1", "combatant2"} <= keys, path.name
