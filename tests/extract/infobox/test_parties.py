"""Whose figures they are: names, headings, flags, civilians, and a marked guess where flags were lost."""

from collections.abc import Callable, Sequence

import pytest

from testimonia.extract.drafts import InfoboxDraft
from testimonia.extract.infobox import extract_infobox
from testimonia.model import Article

Row = tuple[object, ...]
Read = Callable[..., list[Row]]
Draft = Callable[..., InfoboxDraft]
Make = Callable[..., Article]

# value of casualties1 | parties, basis
PARTIES = [
    ("12 soldiers killed", [("", "none")]),
    ("80+ NF and DB fighters and 20+ foreign Dawn fighters killed", [("NF, DB", "named"), ("Dawn", "named")]),
    ("500 al-Dawra fighters killed", [("al-Dawra", "named")]),
    ("37 rebels killed", [("rebels", "described")]),
    ("20 mercenaries killed", [("mercenaries", "described")]),
    ("Lorn Army: 9 killed, 3 wounded, Vastland: 2 killed", [("Lorn Army", "heading"), ("Lorn Army", "heading"), ("Vastland", "heading")]),
    ("Italian: 9 killed, Total: 12 killed", [("Italian", "heading"), ("", "none")]),
    ("Germans and Italians: 9 killed", [("Germans, Italians", "heading")]),
    ("Lorn Army 4 killed", [("Lorn Army", "heading")]),
    ("22nd Ridge Company: 9 killed", [("22nd Ridge Company", "heading")]),
    ("Personnel: 9 killed", [("", "none")]),
    ("Lorn Army: 9 killed, Other: 2 killed", [("Lorn Army", "heading"), ("", "none")]),
    ("Great Britain: 9 killed", [("Great Britain", "heading")]),
    ("At the time of the Soviet relief: 9 killed", [("", "none")]),
    ("At start: 9 killed", [("", "none")]),
    ("3 Pantsir missile systems destroyed, 2 French tanks destroyed", [("", "none"), ("French", "named")]),
    ("🇲🇱 9 killed, 🇫🇷 🇲🇱 2 wounded", [("Mali", "flag"), ("France, Mali", "flag")]),
    ("City: 300 killed Relief attempts: 90 killed", [("", "none"), ("", "none")]),
]  # fmt: skip

# key, value | low, side, category
CIVILIANS = [
    ("casualties3", "46 civilians killed, 30 wounded, 10 missing", [(46, None, "civilians"), (30, None, "civilians"), (10, None, "civilians")]),
    ("casualties3", "100+ killed in total", [(100, None, "mixed")]),
    ("casualties3", "9 killed", [(9, None, "unknown")]),
    ("casualties3", "Civilian deaths: 11 killed in raids, Total: 25 killed", [(11, None, "civilians"), (25, None, "civilians")]),
    ("casualties1", "12 killed, 3 civilians killed, 9 injured, 4 killed", [(12, 1, "combatants"), (3, None, "civilians"), (9, None, "civilians"), (4, 1, "combatants")]),
    ("casualties1", "300 French civilian casualties", [(300, None, "civilians")]),
    ("casualties1", "12 civilian workers killed", [(12, None, "civilians")]),
    ("casualties1", "12 villagers killed", [(12, 1, "civilians")]),
    ("casualties1", "200 captured (mostly civilian workers)", [(200, 1, "mixed")]),
    ("strength1", "1,100 armed labourers", [(1100, 1, "combatants")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PARTIES, ids=[case[0] for case in PARTIES])
def test_parties_are_told_by_names_headings_and_flags(
    draft: Draft, value: str, expected: Sequence[Row]
) -> None:
    claims = draft(casualties1=value).claims
    assert [(", ".join(n.words for n in c.parties), c.party_basis) for c in claims] == expected


@pytest.mark.parametrize(("key", "value", "expected"), CIVILIANS, ids=[case[1] for case in CIVILIANS])
def test_civilians_are_no_side(draft: Draft, key: str, value: str, expected: Sequence[Row]) -> None:
    assert [(c.quantity.low, c.side, c.category) for c in draft(**{key: value}).claims] == expected


def test_a_third_side_has_its_own_figures(draft: Draft) -> None:
    claims = draft(combatant3="Ridge Militia", casualties3="5 killed").claims
    assert [(c.side, c.category) for c in claims] == [(3, "combatants")]


def test_lost_flags_give_parties_by_order_marked_as_a_guess(draft: Draft) -> None:
    claims = draft(
        combatant1="Vastland, Lorn, Ash Guard, border|20pxRidge Militia",
        casualties1="None, 1 killed, 2 wounded, border|20pxborder|20px 3 killed, 5 wounded",
    ).claims
    assert [", ".join(n.words for n in c.parties) for c in claims] == [
        "Vastland", "Lorn", "Lorn", "Ash Guard, Ridge Militia", "Ash Guard, Ridge Militia",
    ]  # fmt: skip
    assert {(c.party_basis, c.side, c.confidence) for c in claims} == {("order", 1, 0.6)}


def test_no_order_is_guessed_where_the_numbers_do_not_fit(draft: Draft) -> None:
    claims = draft(
        combatant1="Vastland, Lorn, Ash Guard", casualties1="1 killed, border|20px 3 killed"
    ).claims
    assert {c.party_basis for c in claims} == {"none"}


def test_a_flag_in_wikitext_says_whose_figure_it_is(make_wikitext: Make) -> None:
    lines = {"combatant1": "{{flag|France}}<br>{{flag|Mali}}", "combatant2": "[[Northern Front]]",
             "casualties1": "{{flagicon|France}} None<br>{{flagicon|Mali}} 14 killed<br>30 wounded"}  # fmt: skip
    claims = extract_infobox(make_wikitext(lines)).claims
    assert [([n.words for n in c.parties], c.party_basis) for c in claims] == [
        (["France"], "flag"), (["Mali"], "flag"), (["Mali"], "flag"),
    ]  # fmt: skip


def test_both_forms_of_an_article_give_the_same_claims(make_plain: Make, make_wikitext: Make) -> None:
    shared = {"conflict": "Battle of Orrin", "date": "3–9 May 1984"}
    one = make_plain({**shared, "combatant1": "🇫🇷 France, 🇲🇱 Mali", "combatant2": "Northern Front (NF)",
                      "strength1": "🇫🇷 300 soldiers, 🇲🇱 1,200 soldiers, 12 tanks", "casualties1": "9 killed, 30 wounded (NF claim)",
                      "casualties2": "Per France: 120+ killed, NF claim: 9 killed", "casualties3": "11 civilians killed"})  # fmt: skip
    other = make_wikitext({**shared, "combatant1": "{{flag|France}}<br>{{flag|Mali}}", "combatant2": "[[Northern Front]] (NF)",
                           "strength1": "{{flagicon|France}} 300 soldiers<br>{{flagicon|Mali}} 1,200 [[soldier]]s<br>12 tanks",
                           "casualties1": "9 killed<ref>A</ref><br>30 wounded<br>(NF claim)",
                           "casualties2": "'''Per France''': 120+ killed<br>'''NF claim''':<br>9 killed", "casualties3": "11 civilians killed"})  # fmt: skip

    def told(article: Article) -> list[Row]:
        return [
            (c.measure, c.quantity, [n.words for n in c.parties], c.party_basis, c.side, c.category, c.stance, c.item,
             [n.words for n in c.saying.speakers] if c.saying else None, c.rule, c.confidence)
            for c in extract_infobox(article).claims
        ]  # fmt: skip

    assert told(one) == told(other)
