"""Cited sources in the graph: one IRI for one description, tied to the claim and the reference."""

from pyoxigraph import Literal

from testimonia.extract import extract_findings
from testimonia.mapping import MappingOptions, map_article
from testimonia.read import read_article
from testimonia.vocab import BASE, term

PAGE = (
    "The '''Raid on Alder Ford''' was in 1612. Four guards were killed.{{sfn|Roe|1999|p=4}} "
    "Two riders were wounded.<ref>{{cite web|title=The «raid»|url=https://example.org/a b|website=Hill}}</ref>\n\n"
    "== Works ==\n* {{cite book|last=Roe|first=Ann|year=1999|title=The Ford War}}\n"
)


def triples(text: str) -> set[tuple[str, str, str]]:
    article = read_article(text, form="wikitext", source="Raid on Alder Ford.wikitext")
    quads = map_article(article, extract_findings(article), MappingOptions())
    return {(_plain(quad.subject), quad.predicate.value, _plain(quad.object)) for quad in quads}


def _plain(node: object) -> str:
    return node.value if isinstance(node, Literal) else str(node).strip("<>")


def having(found: set[tuple[str, str, str]], predicate: str) -> list[tuple[str, str]]:
    return sorted((s.removeprefix(BASE), o.removeprefix(BASE)) for s, p, o in found if p == term(predicate))


def test_a_source_is_described_once_with_all_that_the_article_says() -> None:
    found = triples(PAGE)
    sources = {o for _, o in having(found, "tm:citedSource")}
    book, page = sorted(sources, key=lambda iri: "raid" in iri)
    assert book.startswith("source/the-ford-war-")
    assert page.startswith("source/the-raid-")
    assert having(found, "dcterms:creator") == [(book, "Ann Roe")]
    assert having(found, "dcterms:date") == [(book, "1999")]
    assert having(found, "tm:publishedIn") == [(page, "Hill")]
    assert having(found, "dcterms:bibliographicCitation") == [
        (book, "Ann Roe. 1999. The Ford War"),
        (page, "The «raid». Hill"),
    ]


def test_a_reference_stands_between_claim_and_source() -> None:
    found = triples(PAGE)
    cites = dict(having(found, "tm:citesSource"))
    assert {(cites[reference], claim) for claim, reference in having(found, "tm:reference")} == {
        (source, claim) for claim, source in having(found, "tm:citedSource")
    }
    ((paged, pages),) = having(found, "tm:pages")
    assert pages == "4"
    exact = dict(having(found, "oa:exact"))
    assert exact[f"{paged}#quote"] == "{{sfn|Roe|1999|p=4}}"


def test_the_same_work_in_another_article_has_the_same_iri() -> None:
    other = PAGE.replace("Four guards", "Nine millers")
    assert {o for _, o in having(triples(PAGE), "tm:citedSource")} == {
        o for _, o in having(triples(other), "tm:citedSource")
    }


def test_an_address_with_blanks_becomes_an_iri() -> None:
    page = PAGE.replace("https://example.org/a b", "https://example.org/a«b")
    assert [o for _, o in having(triples(page), "schema:url")] == ["https://example.org/a%C2%ABb"]
