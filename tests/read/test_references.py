"""What the references of a page cite: citation templates, names, authors and years, words."""

import pytest

from testimonia.model import Citation, CitedSource
from testimonia.read import read_article
from testimonia.read.wikitext.references import References

BOOK = "{{cite book|last1=Roe|first1=Ann|last2=Doe|first2=Bo|title=The ''Ford'' War|year=1999|publisher=Ford Press}}"
NEWS = "{{cite news |author=C. Vale |title=Raid at [[Alder Ford]] |date=4 May 1612 |newspaper=[[Ford Gazette]] |url=https://example.org/raid?a=1 |page=3}}"


def cited(reference: str, rest: str = "") -> list[tuple[Citation, CitedSource]]:
    """Give what the references of one sentence cite."""
    article = read_article(f"Nine fell.{reference}\n\n== Works ==\n{rest}\n", form="wikitext")
    references = References(article.text)
    marks = [mark for mark in article.passages[0].marks if mark.kind == "reference"]
    found = [pair for mark in marks for pair in references.cited(mark)]
    for citation, source in found:
        assert article.quote(citation.span).startswith(("<ref", "{{"))
        assert article.quote(source.span).strip() == article.quote(source.span)
    return found


def told(reference: str, rest: str = "") -> list[tuple[str, str | None]]:
    """Give title, else words, and pages of what is cited."""
    return [(source.title or source.text, citation.pages) for citation, source in cited(reference, rest)]


def test_a_citation_template_tells_title_authors_date_and_publisher() -> None:
    ((citation, book),) = cited(f"<ref>{BOOK}</ref>")
    assert (book.title, book.authors, book.date, book.publisher, book.url) == (
        "The Ford War",
        ("Ann Roe", "Bo Doe"),
        "1999",
        "Ford Press",
        None,
    )
    assert book.text == "Ann Roe; Bo Doe. 1999. The Ford War. Ford Press"
    assert citation.pages is None


def test_a_news_item_tells_its_newspaper_address_and_page() -> None:
    ((citation, news),) = cited(f"<ref name=raid>{NEWS}</ref>")
    assert (news.title, news.authors, news.date, news.work, news.url, citation.pages) == (
        "Raid at Alder Ford",
        ("C. Vale",),
        "4 May 1612",
        "Ford Gazette",
        "https://example.org/raid?a=1",
        "3",
    )


@pytest.mark.parametrize(
    ("why", "reference", "rest", "expected"),
    [
        ("a name used before its words", '<ref name="a b" />', f'<ref name="a b">{BOOK}</ref>', [("The Ford War", None)]),
        ("a name without quotation marks", "<ref name=a/>", f"<ref name=a>{BOOK}</ref>", [("The Ford War", None)]),
        ("a name among listed references", "<ref name=a/>", "{{reflist|refs=<ref name='a'>" + BOOK + "</ref>}}", [("The Ford War", None)]),
        ("a name in a template", "{{r|a|p=7}}", f"<ref name=a>{BOOK}</ref>", [("The Ford War", "7")]),
        ("a name nobody gave", "<ref name=b/>", f"<ref name=a>{BOOK}</ref>", []),
        ("authors and year", "{{sfn|Roe|Doe|1999|pp=4–6}}", "* " + BOOK, [("The Ford War", "4–6")]),
        ("authors and year in a reference", "<ref>{{harvnb|Roe|Doe|1999|p=4}}: the best account</ref>", "* " + BOOK, [("The Ford War", "4")]),
        ("two works at once", "{{sfnm|Roe|Doe|1999|1p=4|Vale|1612|2p=3}}", f"* {BOOK}\n* {{{{cite book|last=Vale|year=1612|title=Raids}}}}", [("The Ford War", "4"), ("Raids", "3")]),
        ("the first author alone", "{{sfn|Roe|1999|p=4}}", "* " + BOOK, [("The Ford War", "4")]),
        ("a year with a letter", "{{sfn|Roe|1999b}}", "* {{cite book|last=Roe|date=1999a|title=One}}\n* {{cite book|last=Roe|date=1999b|title=Two}}", [("Two", None)]),
        ("an anchor of its own", "{{sfn|Staff|1999}}", "* {{cite book|title=Lists|ref={{sfnref|Staff|1999}}}}", [("Lists", None)]),
        ("an anchor in words", "{{harvnb|Staff|1999}}", "* {{cite book|title=Lists|ref=CITEREFStaff1999}}", [("Lists", None)]),
        ("authors whom no work has", "{{sfn|Noe|1999|p=1}}", "* " + BOOK, [("Noe 1999", "1")]),
        ("authors and year in words", "<ref>Roe and Doe (1999), pp. 4–6.</ref>", "* " + BOOK, [("The Ford War", "4–6")]),
        ("an author in words", "<ref>Roe, p. 4</ref>", "* " + BOOK, [("The Ford War", "4")]),
        ("a list of works in words", "<ref>Hale 2001, p. 9</ref>", "* Hale, Ida (2001). ''Riders''. Hill Press.", [("Riders", "9")]),
        ("an author of two works", "<ref>Hale, p. 9</ref>", "* Hale, Ida (2001). ''Riders''.\n* Hale, Ida (2002). ''Fords''.", [("Hale, p. 9", None)]),
        ("an author with a given name", "{{sfn|Hale|2001}}", "* Col. [[Ida Hale]]: ''Riders'' (2001)", [("Riders", None)]),
        ("a list that is none of works", "{{sfn|Hale|2001}}", "* 5 killed near Hale in 2001", [("Hale 2001", None)]),
        ("words", "<ref>Ida Hale, ''Riders'', Hill Press, p. 8</ref>", "", [("Riders", None)]),
        ("words alone", "<ref>Letter of the mayor</ref>", "", [("Letter of the mayor", None)]),
        ("a link to the web", "<ref>[https://example.org/raid The ''raid''], Gazette</ref>", "", [("The raid", None)]),
        ("a bare address", "<ref>https://example.org/raid.</ref>", "", [("https://example.org/raid.", None)]),
        ("a note with a reference", "{{efn|Others say ten.<ref>" + NEWS + "</ref>}}", "", [("Raid at Alder Ford", "3")]),
        ("a note without one", "{{efn|Others say ten.}}", "", []),
        ("a note of references", "{{refn|{{harvnb|Roe|Doe|1999}}; {{nowrap|{{harvnb|Vale|1612}}}}}}", f"* {BOOK}", [("The Ford War", None), ("Vale 1612", None)]),
        ("two references", f"<ref>{NEWS}</ref><ref>Letter</ref>", "", [("Raid at Alder Ford", "3"), ("Letter", None)]),
        ("an empty reference", "<ref> </ref>", "", []),
        ("a short reference without words", "{{sfn|p=3}}", "", []),
        ("a work of a German page", "<ref>{{Internetquelle|url=https://example.org/|titel=Die Furt|autor=Ida Hale|datum=2001}}</ref>", "", [("Die Furt", None)]),
        ("a work of a French page", "<ref>{{Ouvrage|prénom1=Ida|nom1=Hale|titre=Le gué|année=2001|passage=5}}</ref>", "", [("Le gué", "5")]),
        ("a work of a Russian page", "<ref>{{книга|автор=Хейл|заглавие=Брод|год=2001}}</ref>", "", [("Брод", None)]),
    ],
)  # fmt: skip
def test_a_reference_leads_to_what_it_cites(
    why: str, reference: str, rest: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(reference, rest) == expected


@pytest.mark.parametrize(
    "loop",
    [
        "<ref name=a>{{r|a}}</ref>",
        "<ref name=a>{{r|b}}</ref><ref name=b>{{r|a}}</ref>",
        "{{refn|" * 60 + "<ref name=a>x</ref>" + "}}" * 60,
    ],
)
def test_a_reference_that_leads_back_to_itself_ends(loop: str) -> None:
    assert all(source.text for _, source in cited("<ref name=a/>", loop))


def test_one_work_that_is_cited_twice_is_one_source() -> None:
    found = cited("{{sfn|Roe|Doe|1999|p=1}}{{sfn|Roe|Doe|1999|p=2}}", "* " + BOOK)
    assert len({source.key for _, source in found}) == 1
    assert [citation.pages for citation, _ in found] == ["1", "2"]


def test_a_work_that_never_closes_is_no_work() -> None:
    assert told("{{sfn|Roe|1999}}", "* {{cite book|last=Roe|year=1999|title=Open") == [("Roe 1999", None)]


@pytest.mark.parametrize(
    ("why", "reference", "rest"),
    [
        ("references that name one another", "<ref name=a/>", "".join(f"<ref name={n}>" + "".join(f"{{{{r|{m}}}}}" for m in "abcdefghij") + "</ref>" for n in "abcdefghij")),
        ("works without end", "{{sfn|Roe|1999}}", "{{cite book|last=Roe" * 20_000),
        ("names without end", "<ref name=a/>", "<ref name=b>" * 20_000),
        ("works without number", "{{sfn|Roe|1999}}<ref>Roe, p. 3</ref>", "* {{cite book|last=Hale|year=1998}}\n* Hale, I.\n" * 5_000),
        ("references within references", "<ref name=a/>", "<ref name=a>" * 1000 + "</ref>" * 1000),
    ],
)  # fmt: skip
def test_a_page_made_to_take_long_does_not(why: str, reference: str, rest: str) -> None:
    assert len(cited(reference, rest)) <= 20
