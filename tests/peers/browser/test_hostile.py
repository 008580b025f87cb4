"""Labels and quotes that mean harm are shown as words, and names written from right to left turn nothing around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from testimonia.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from testimonia.pipeline import Built

Tab = Any

HARM = "window.harmed=true"
TURNED = "\u202e"
"""RIGHT-TO-LEFT OVERRIDE: what follows is shown backwards, up to the end of what it is isolated in."""
LABELS = {
    "Battle of Akabar": f"</title></script><script>{HARM}</script>",
    "France": f"<img src=x onerror={HARM}> {TURNED}ecnarF",
    "Akabar": f"' onmouseover='{HARM}' \" autofocus onfocus=\"{HARM}",
    "Mali War": f"{{{{ 7 * 7 }}}} {{% raw %}} ${{{HARM}}} javascript:{HARM}",
    "Movement for the Salvation of Azawad": f"{TURNED}داوزأ ذاقنإ ةكرح</bdi></li></ul><svg onload={HARM}>",
    "Between 30 and 40 jihadists were killed.": f"<svg/onload={HARM}> {TURNED}dellik",
}
QUOTES = {
    "over a dozen Tuareg fighters had been killed": f"<svg onload={HARM}>{TURNED}",
    "three MSA and GATIA fighters were killed": f"</q></a><img src=x onerror={HARM}>",
}
"""Words of the article, and what stands at their place in the graph."""
THINGS = ("event/battle-of-akabar-2018", "event/mali-war", "actor/france", "place/akabar")
PUBLISHED = ("index.html", *(f"kg/{thing}.html" for thing in THINGS))
LIVE = ("", *(f"page/kg/{thing}" for thing in THINGS))
"""The pages on which all of it stands."""
INSPECT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), loose = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, around = text.parentElement;
    if (text.data.includes("\\u202e") && around.tagName !== "SCRIPT" && !around.closest("bdi, [dir]"))
      loose.push(around.outerHTML.slice(0, 160));
  }
  const foreign = document.querySelectorAll("img, script:not([src]):not([type]), [onload], [onerror], [onfocus], [onmouseover]");
  return [
    ...(window.harmed ? ["a script has run"] : []),
    ...[...foreign].map(one => `not ours: ${one.outerHTML}`),
    ...loose.map(one => `not isolated: ${one}`),
  ];
}"""
"""Tells of scripts that have run, of elements that are not ours, and of turning signs outside an isolated element."""


def literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


@pytest.fixture(scope="module")
def poisoned(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's graph, as somebody would write it who means harm."""
    words = built.files["nq"].decode()
    for label, instead in LABELS.items():
        assert f'"{label}"' in words
        words = words.replace(f'"{label}"', f'"{literal(instead)}"')
    for quote, instead in QUOTES.items():
        assert quote in words
        words = words.replace(quote, literal(instead.ljust(len(quote), "."))[: 2 * len(quote)])
    folder = tmp_path_factory.mktemp("poisoned")
    (folder / "poisoned.nq").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["published", "live"])
def unsafe(
    request: pytest.FixtureRequest,
    poisoned: Path,
    hosting: Callable[[Path], AbstractContextManager[str]],
    serving: Callable[[Path], AbstractContextManager[str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """The addresses of pages of that graph, published and live."""
    if request.param == "live":
        with serving(poisoned) as address:
            yield [address + page for page in LIVE]
        return
    site = tmp_path_factory.mktemp("unsafe")
    assert main(["publish", str(poisoned), "--output", str(site)]) == 0
    with hosting(site) as address:
        yield [address + page for page in PUBLISHED]


def test_labels_and_quotes_are_words_and_nothing_else(unsafe: list[str], tab: Callable[..., Tab]) -> None:
    opened = tab()
    told, met = [], ""
    for address in unsafe:
        page = opened.visit(address)
        told += [f"{address}: {one}" for one in page.evaluate(INSPECT)]
        met += page.locator("main").inner_text()
    assert not told, "\n".join(told)
    assert [label for label in LABELS.values() if label not in met] == []
