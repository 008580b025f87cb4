"""Which pages of a dump are wanted."""

from collections.abc import Callable

import pytest

from testimonia.read.dump import Selection

Make = Callable[..., str]


@pytest.mark.parametrize(
    ("call", "wanted"),
    [
        ("{{Infobox military conflict\n| date = 1815", True),
        ("{{infobox Military Conflict|date=1815}}", True),
        ("{{ Infobox_military_conflict |", True),
        ("{{Template:Infobox military conflict|", True),
        ("{{Infobox military conflict<!-- see the manual -->\n|", True),
        ("{{INFOBOX MILITARY CONFLICT|", True),
        ("{{Infobox civilian attack}}", True),
        ("{{Infobox operational plan\n|", True),
        ("{{Warbox|", True),
        ("{{Infobox military unit\n|", False),
        ("{{Infobox military conflict series|", False),
        ("{{Infobox person|", False),
        ("The infobox military conflict is a template.", False),
        ("", False),
    ],
)
def test_the_infobox_decides(page: Make, call: str, wanted: bool) -> None:
    assert Selection().wants(page("A", f"{{{{About|b|c}}}}\n{call}").encode()) is wanted


@pytest.mark.parametrize(("namespace", "wanted"), [(0, True), (1, False), (118, False)])
def test_only_articles_are_wanted(page: Make, namespace: int, wanted: bool) -> None:
    assert Selection().wants(page("A", namespace=namespace).encode()) is wanted


def test_other_namespaces_and_infoboxes_may_be_asked_for(page: Make) -> None:
    drafts = Selection(namespaces=frozenset({118}), infoboxes=frozenset({"duel"}))
    assert drafts.wants(page("A", "{{Duel}}", namespace=118).encode())
    assert not drafts.wants(page("A", "{{Duel}}").encode())
    assert not drafts.wants(page("A", namespace=118).encode())


def test_all_pages_may_be_asked_for(page: Make) -> None:
    assert Selection(infoboxes=None).wants(page("A", "No infobox at all.").encode())


def test_a_page_that_names_no_namespace_is_an_article(page: Make) -> None:
    assert Selection().wants(page("A").replace("<ns>0</ns>", "").encode())
