"""Names of belligerents, commanders and units, with what is theirs and what is not."""

from collections.abc import Callable

import pytest

from testimonia.extract.drafts import Entry, InfoboxDraft
from testimonia.extract.infobox import extract_infobox
from testimonia.model import Article

Draft = Callable[..., InfoboxDraft]
Make = Callable[..., Article]

# value of combatant1 | names
BELLIGERENTS = [
    ("Vastland, Lorn Army, Ash Guard", ["Vastland", "Lorn Army", "Ash Guard"]),
    ("🇫🇷 France, 🇲🇱", ["France", "Mali"]),
    ("🇫🇷, Supported by:, 🇧🇾 Belarus", ["France", "Belarus"]),
    ("Vastland Air support: Lorn", ["Vastland", "Lorn"]),
    ("Allied militias:, Ash Guard (from 1985), Vastland (until 3 May)", ["Ash Guard", "Vastland"]),
    ("Vastland Army:, 3rd Division, *4th Division", ["Vastland Army", "3rd Division", "4th Division"]),
    ("Free Ridge Army Northern Front, Dawn Brigades", ["Free Ridge Army", "Northern Front", "Dawn Brigades"]),
    ("Dawn Front Al-Ridge Front  Ash Movement", ["Dawn Front", "Al-Ridge Front", "Ash Movement"]),
    ("People's Ridge Army", ["People's Ridge Army"]),
    ("Unknown", []),
    ("Local militias", ["Local militias"]),
    ("Flag of Vastland.svg Vastland", ["Vastland"]),
    ("🇷🇺 Russia Lowland PR", ["Russia", "Lowland PR"]),
]  # fmt: skip

# value of commander1 | (name, office, note)
COMMANDERS = [
    ("Col. Jan Doe, Capt. Abel Roe", [("Jan Doe", None, None), ("Abel Roe", None, None)]),
    ("Jan Doe (Ash Guard commander) Abel Roe (3rd Division)", [("Jan Doe", "Ash Guard commander", None), ("Abel Roe", None, "3rd Division")]),
    ("Jan Doe, (Northern Command commander), Abel Roe", [("Jan Doe", "Northern Command commander", None), ("Abel Roe", None, None)]),
    ("Jan Doe, President of Vastland, Abel Roe, 4th Division Commander", [("Jan Doe", "President of Vastland", None), ("Abel Roe", "4th Division Commander", None)]),
    ("Jan Doe Sr. 1st Lt. Abel Roe", [("Jan Doe Sr.", None, None), ("Abel Roe", None, None)]),
    ("MG John Roe, GEN Abel Doe", [("John Roe", None, None), ("Abel Doe", None, None)]),
    ("Stephen King, John Major", [("Stephen King", None, None), ("John Major", None, None)]),
    ("Unknown, Unidentified Ridge leaders, Local Ridge commander", []),
    ("Vastland Navy:, Lord Cole, KIA:, Abel Roe", [("Lord Cole", None, None), ("Abel Roe", None, None)]),
    ("🇫🇷 Jan Doe 🇲🇱 Abel Roe", [("Jan Doe", None, None), ("Abel Roe", None, None)]),
    ("Major Ali Ayad, Brig. Gen. al-Fahd Roe", [("Ali Ayad", None, None), ("al-Fahd Roe", None, None)]),
]  # fmt: skip


def of(draft: InfoboxDraft, role: str, side: int = 1) -> list[Entry]:
    return [entry for entry in draft.entries if entry.role == role and entry.side == side]


@pytest.mark.parametrize(("value", "expected"), BELLIGERENTS, ids=[case[0] for case in BELLIGERENTS])
def test_belligerents_are_names_only(draft: Draft, value: str, expected: list[str]) -> None:
    assert [entry.name.words for entry in of(draft(combatant1=value), "belligerent")] == expected


@pytest.mark.parametrize(("value", "expected"), COMMANDERS, ids=[case[0] for case in COMMANDERS])
def test_commanders_come_without_rank_and_with_office(
    draft: Draft, value: str, expected: list[object]
) -> None:
    found = of(draft(commander1=value), "commander")
    assert [(entry.name.words, entry.office, entry.name.note) for entry in found] == expected


def test_an_acronym_in_brackets_is_an_alias_and_a_date_is_not(draft: Draft) -> None:
    entries = of(
        draft(combatant1="Lorn Army (LA), Ash Guard (From 10 June), Dawn (Ridge militia)"), "belligerent"
    )
    assert [(e.alias, e.name.note) for e in entries] == [
        ("LA", None),
        (None, "From 10 June"),
        (None, "Ridge militia"),
    ]


def test_supporters_are_belligerents_with_a_note(draft: Draft) -> None:
    entries = of(draft(combatant1="Vastland, Supported by:, Lorn"), "belligerent")
    assert [entry.name.note for entry in entries] == [None, "support"]


def test_two_names_without_boundary_are_told_by_the_prose(make_plain: Make) -> None:
    lines = {"combatant1": "Suqur Ridge Liwa Dawn", "commander1": "Jan van Doe Abel de Roe"}
    prose = "Suqur Ridge fought beside Liwa Dawn. Jan van Doe met Abel de Roe."
    entries = extract_infobox(make_plain(lines, prose)).entries
    assert [entry.name.words for entry in entries] == [
        "Suqur Ridge",
        "Liwa Dawn",
        "Jan van Doe",
        "Abel de Roe",
    ]
    assert entries[0].confidence < 0.9


def test_a_name_that_the_prose_has_whole_stays_whole(make_plain: Make) -> None:
    lines = {"combatant1": "Suqur Ridge Liwa Dawn"}
    entries = extract_infobox(
        make_plain(lines, "Suqur Ridge Liwa Dawn is one. Suqur Ridge and Liwa Dawn are two.")
    ).entries
    assert [entry.name.words for entry in entries] == ["Suqur Ridge Liwa Dawn"]


def test_wikitext_gives_links_flags_and_ranks_in_italics(make_wikitext: Make) -> None:
    lines = {"combatant1": "{{flagicon|France}} [[French Third Republic|France]]<br>{{nowrap|{{flag|Mali}}}}",
             "commander1": "{{flagicon|France}} ''[[Vizeadmiral]]'' [[Jan Doe|J. Doe]]{{KIA}}<br>[[Commander]] [[Abel Roe, 2nd Earl Roe|Abel, Earl Roe]]"}  # fmt: skip
    france, mali, doe, roe = extract_infobox(make_wikitext(lines)).entries
    assert (france.name.words, france.name.link, france.name.flag) == (
        "France",
        "French Third Republic",
        "France",
    )
    assert mali.name.words == "Mali"
    assert (doe.name.words, doe.name.link) == ("J. Doe", None) or doe.name.words == "J. Doe"
    assert roe.name.words == "Abel, Earl Roe"


def test_units_are_entries_of_their_own_role(draft: Draft) -> None:
    entries = of(
        draft(units1="Lorn Command:, 3rd Division, Unknown, various volunteers, 🇫🇷 5th Regiment"), "unit"
    )
    assert [entry.name.words for entry in entries] == ["Lorn Command", "3rd Division", "5th Regiment"]


def test_the_span_of_a_name_holds_the_name(make_plain: Make) -> None:
    article = make_plain({"combatant1": "🇫🇷, *Lorn Army† (LA)", "commander1": "Gen. Jan Doe†"})
    quotes = [article.quote(entry.name.span) for entry in extract_infobox(article).entries]
    assert quotes == ["🇫🇷", "Lorn Army", "Jan Doe"]
