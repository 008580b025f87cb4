"""mwparserfromhell, an independent parser of wikitext, sees the same templates, parameters and links.

The project has a scanner of its own because every character has to keep its offset and an article may
not cost more than this parser alone takes. Equal is what has to be shown: on generated markup always, on
real pages where they are at hand. The few real templates on which the two differ are never closed, or
closed within a reference; there the scanner finds the infobox that the parser gives up.
"""

import bz2
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import mwparserfromhell
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.read.wikitext.calls import call
from testimonia.read.wikitext.scan import Scan, scan

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
DIFFERING = 1 / 2000
"""The share of real templates and links on which the two may differ."""

Span = tuple[int, int]
Parameters = list[tuple[str | None, str]]

PAGES = {
    "nested templates": "{{a|{{b|c=d}}|e}} {{f}} {{ G_h |\n| i = [[j|k]]\n| l = {{m|n=''o''}}\n}}",
    "links": "[[a]] [[b|c]] [[d|''e'' {{f}}]] [[File:g.jpg|thumb|h [[i]] j]] [[:Category:k]]",
    "references": 'a<ref>{{cite book|title=b}}</ref><ref name="c">[[d]]</ref><ref name=e/>{{sfn|f|1999|p=1}}',
    "what is no markup": "<!-- {{a}} [[b]] --> <nowiki>{{c}} [[d]]</nowiki> {{e|<!-- }} -->f}}",
    "a table": '{| class="a"\n! b !! [[c]]\n|-\n| {{d}} || e=f\n|}\n{{g}}',
    "lists and headings": "== {{a}} ==\n* [[b]]\n# {{c|d=1|2}}\n: e\n",
    "equals signs": '{{a|b=c=d|<span style="e=f">g</span>|http://h.i/?j=k}}',
    "functions": "{{#if:a|{{b}}|c}} {{formatnum:1000}} {{lc:D}}",
    "nothing closed": "a {{b | c [[d",
}  # fmt: skip


def located(text: str, nodes: list[Any]) -> dict[Span, Any]:
    """Give the peer's nodes by their spans: they come in the order in which they begin."""
    found: dict[Span, Any] = {}
    at = -1
    for node in nodes:
        at = text.index(str(node), at + 1)
        found[at, at + len(str(node))] = node
    return found


def scanned(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Span, Scan, int]]:
    """Give what the scanner finds, inside references too, which it looks into on demand."""
    found = scan(text, start, end)
    for index, token in enumerate(found.tokens):
        if token.kind in ("ref", "references"):
            first, last = text.find(">", token.start, token.end) + 1, text.rfind("<", token.start, token.end)
            yield from scanned(text, first, last) if 0 < first < last else ()
        elif token.kind in ("simple", "link") or (index in found.mates and token.kind in ("open", "lopen")):
            kind = "link" if token.kind in ("link", "lopen") else "template"
            yield kind, (token.start, found.close(index)), found, index


def parameters_of(found: Scan, index: int) -> Parameters:
    """Give names and values in the order of the source."""
    used = call(found, index)
    parts: list[tuple[int, str | None, str]] = [(part.start, None, part.words) for part in used.positional]
    parts += [(part.start, name, part.words) for name, part in used.named.items()]
    return [(name, words) for _, name, words in sorted(parts, key=lambda part: part[0])]


def differences(text: str) -> tuple[int, list[str]]:
    """Count templates and links, and give those that only one of the two sees, or sees otherwise."""
    code = mwparserfromhell.parse(text)
    their_templates = located(text, code.filter_templates())
    their_links = located(text, code.filter_wikilinks())
    templates, links = {}, set()
    for kind, span, found, index in scanned(text):
        if kind == "template":
            templates[span] = found, index
        else:
            links.add(span)
    odd = {*(their_templates.keys() ^ templates.keys()), *(their_links.keys() ^ links)}
    for span in their_templates.keys() & templates.keys():
        theirs = [
            (str(one.name).strip().lower() if one.showkey else None, str(one.value))
            for one in their_templates[span].params
        ]
        names = [name for name, _ in theirs if name]
        is_function = ":" in call(*templates[span]).name
        if not is_function and len(names) == len(set(names)) and theirs != parameters_of(*templates[span]):
            odd.add(span)
    return len(their_templates) + len(their_links), [text[first:last][:100] for first, last in sorted(odd)]


@pytest.mark.parametrize("why", PAGES)
def test_both_see_the_same(why: str) -> None:
    assert differences(PAGES[why])[1] == []


WORDS = st.text("ab c.1–é\n", min_size=1, max_size=6)
NAMES = st.text("abc", min_size=1, max_size=4)


def _markup(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    part = st.one_of(inner, st.tuples(NAMES, inner).map("=".join))
    parts = st.lists(part, max_size=3, unique_by=lambda words: words.partition("=")[0])
    return st.one_of(
        st.tuples(NAMES, parts).map(lambda pair: "{{" + "|".join([pair[0], *pair[1]]) + "}}"),
        st.tuples(NAMES, WORDS).map(lambda pair: f"[[{pair[0]}|{pair[1]}]]"),
        inner.map(lambda words: f"<ref>{words}</ref>" if "<ref" not in words else words),
        st.tuples(inner, inner).map("".join),
    )


@given(st.recursive(WORDS, _markup, max_leaves=12))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no defect
def test_both_see_the_same_in_any_well_formed_markup(text: str) -> None:
    assert differences(text)[1] == []


def _real_pages() -> list[str]:
    """Give battles in wikitext, pages of a real dump in four languages, and a real export; a sample."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/wikitext/*.wikitext"))[::20]]
    for path in sorted((CORPUS / "dumps").iterdir()):
        with bz2.open(path) if path.suffix == ".bz2" else path.open("rb") as stream:
            found = [node.text or "" for _, node in ET.iterparse(stream) if node.tag.endswith("}text")]
        texts.extend(found[::20])
    return texts


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")
def test_both_see_the_same_on_real_pages() -> None:
    count, odd = 0, []
    for text in _real_pages():
        found, different = differences(text)
        count += found
        odd += different
    assert count > 5_000
    assert len(odd) <= count * DIFFERING, odd
