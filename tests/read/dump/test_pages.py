"""A dump is cut into its pages, wherever its pieces end, and what is broken costs nothing else."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.errors import InputError
from testimonia.read.dump import Flaw, Pages, Site, find_redirect, read_page, title_of

Make = Callable[..., str]
Dump = Callable[..., bytes]


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[begin : begin + size] for begin in range(0, len(data), size))


def found(data: bytes, size: int = 1 << 20) -> list[str]:
    """Titles of the pages, and what is wrong."""
    pages = Pages(pieces(data, size), "dump")
    return [one.problem if isinstance(one, Flaw) else title_of(one) for one in pages]


@pytest.mark.parametrize("schema", ["0.10", "0.11"])
def test_pages_come_in_order_and_the_wiki_is_known(page: Make, dump: Dump, schema: str) -> None:
    pages = Pages(iter([dump(page("Raid on Orr"), page("Siege of Northford"), schema=schema)]), "dump")
    assert [title_of(one) for one in pages if isinstance(one, bytes)] == ["Raid on Orr", "Siege of Northford"]
    assert pages.seen == 2
    assert pages.site == Site("Orrpedia", "https://wiki.example.org/wiki/Main_Page")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 3000))
def test_where_the_pieces_end_does_not_matter(page: Make, dump: Dump, size: int) -> None:
    data = dump(page("Raid on Orr"), page("Siege of Northford", "<page> & </page>"))
    assert found(data, size) == ["Raid on Orr", "Siege of Northford"]


def test_an_export_without_pages_is_one(dump: Dump) -> None:
    assert found(dump()) == []


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (("  </page>\n  <page>\n    <title>B", "<page>\n<title>B"), ["dump: the XML is broken: the page «A» does not end before the next one begins.", "B", "C"]),
        (("  <page>\n    <title>B", "<title>B"), ["A", "dump: the XML is broken: a page ends that never began.", "C"]),
        (("</mediawiki>", ""), ["A", "B", "C", "dump: the dump ends early, after 3 whole pages."]),
        (("  </page>\n</mediawiki>", ""), ["A", "B", "dump: the dump ends early, after 2 whole pages."]),
    ],
    ids=["an end is missing", "a beginning is missing", "the end of all is missing", "cut within a page"],
)  # fmt: skip
def test_broken_xml_costs_no_other_page(
    page: Make, dump: Dump, damage: tuple[str, str], expected: list[str]
) -> None:
    whole = dump(page("A"), page("B"), page("C"))
    broken = whole.replace(damage[0].encode(), damage[1].encode())
    assert broken != whole
    assert found(broken) == expected
    assert found(broken, 100) == expected


def test_a_page_without_end_is_given_up(page: Make, dump: Dump, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testimonia.read.dump.scan._LONGEST_PAGE", 5_000)
    broken = dump(page("A", "words " * 2_000).replace("</page>", ""), page("B"))
    assert found(broken, 1_000) == [
        "dump: the XML is broken: the page «A» does not end within 5,000 bytes.",
        "B",
    ]


ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<rss><page></page></rss>", "it is no MediaWiki export: it begins with «<rss>»."),
        (b"binary \x00\xff", "it is no MediaWiki export: it begins with «binary"),
        (b"", "it is no MediaWiki export"),
        (ENTITIES.encode() + b"<mediawiki><siteinfo><sitename>&b;</sitename></siteinfo>", "a document type declaration, which MediaWiki never writes"),
        (b"<mediawiki><siteinfo><sitename>&b;</sitename></siteinfo><page>", "the XML is broken: undefined entity"),
        (b"<mediawiki>\n<siteinfo></sitename>", "dump, line 2: the XML is broken: mismatched tag."),
        (b"<mediawiki>" + b" " * 2_000_000, None),
    ],
    ids=["another XML", "binary", "nothing", "an entity bomb", "an unknown entity", "crossed tags", "a long head"],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_one_sentence(data: bytes, words: str | None) -> None:
    if words is None:
        assert found(data) == ["dump: the dump ends early, after 0 whole pages."]
        return
    with pytest.raises(InputError) as refused:
        found(data)
    assert words in str(refused.value)
    assert str(refused.value).startswith("dump")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://en.example.org/wiki/Main_Page", "https://en.example.org/wiki/Who_won%3F_(1815)"),
        ("http://wiki.test/index.php/Main_Page", "http://wiki.test/index.php/Who_won%3F_(1815)"),
        ("http://wiki.test/index.php?title=Main_Page", "http://wiki.test/index.php?title=Who_won%3F_(1815)"),
        ("", None),
    ],
)
def test_the_address_of_a_page_follows_from_that_of_the_main_page(base: str, expected: str | None) -> None:
    assert Site(base=base).url("Who won? (1815)") == expected


def test_a_page_gives_title_revision_and_text_as_they_are(page: Make) -> None:
    read = read_page(page("Raid & Siege", 'a < b & "c" &amp; é\n\n').strip().encode(), "dump")
    assert (read.title, read.revision_id, read.timestamp) == ("Raid & Siege", "12", "2020-07-10T14:05:14Z")
    assert read.text == 'a < b & "c" &amp; é\n\n'


def test_the_latest_of_several_revisions_is_taken(page: Make) -> None:
    old, new = page("A", "old", timestamp="2019-01-01T00:00:00Z"), page("A", "new", revision="13")
    both = old.replace("  </page>", new[new.index("    <revision>") : new.index("  </page>")] + "  </page>")
    assert read_page(both.strip().encode(), "dump").text == "new"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (("<text ", '<text deleted="deleted" '), "the dump withholds the text of the page."),
        (("</title>", "</titel>"), "its XML is broken: mismatched tag (line 2 of the page)."),
        (("raided", "&lol;"), "its XML is broken: undefined entity (line 17 of the page)."),
        (("<title>Raid</title>", ""), "the page has no title."),
        (("raided", "\x01"), "its XML is broken: not well-formed (invalid token)"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(page: Make, damage: tuple[str, str], words: str) -> None:
    broken = page("Raid").strip().replace(*damage)
    assert broken != page("Raid").strip()
    with pytest.raises(InputError) as refused:
        read_page(broken.encode(), "dump, page «Raid»")
    assert str(refused.value).startswith("dump, page «Raid»: ")
    assert words in str(refused.value)


def test_a_page_without_revisions_says_so() -> None:
    with pytest.raises(InputError, match="the page has no revision"):
        read_page(b"<page><title>A</title></page>", "dump")


def test_a_redirect_tells_where_it_leads(page: Make) -> None:
    redirect = page("Orr & the raid", "#REDIRECT [[Raid on Orr]]", redirect='The "Raid" on Orr')
    assert find_redirect(redirect.strip().encode()) == ('The "Raid" on Orr', "Orr & the raid")
    assert find_redirect(page("Raid on Orr").strip().encode()) is None
