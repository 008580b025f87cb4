"""Figures of an infobox: what they count, whose they are, who says so. All values are made up."""

from collections.abc import Callable, Sequence

import pytest

from testimonia.extract.drafts import InfoboxDraft

Row = tuple[object, ...]
Read = Callable[..., list[Row]]
Draft = Callable[..., InfoboxDraft]

# value of casualties2 | measure, low, high, said by, quote
CASUALTIES = [
    ("14 killed, 30 wounded", [("killed", 14, 14, "", "14 killed"), ("wounded", 30, 30, "", "30 wounded")]),
    ("60+ killed 11 missing 93+ wounded", [("killed", 60, None, "", "60+ killed"), ("missing", 11, 11, "", "11 missing"), ("wounded", 93, None, "", "93+ wounded")]),
    ("20-30 killed", [("killed", 20, 30, "", "20-30 killed")]),
    ("36 –52 killed", [("killed", 36, 52, "", "36 –52 killed")]),
    ("At least 40 killed", [("killed", 40, None, "", "At least 40 killed")]),
    ("None", [("losses", 0, 0, "", "None")]),
    ("Unknown", [("losses", None, None, "", "Unknown")]),
    ("?", [("losses", None, None, "", "?")]),
    ("Heavy", [("losses", None, None, "", "Heavy")]),
    ("Unknown, presumed heavy", [("losses", None, None, "", "heavy")]),
    ("Unknown (presumed heavy)", [("losses", None, None, "", "heavy")]),
    ("Unknown, 3 killed", [("losses", None, None, "", "Unknown"), ("killed", 3, 3, "", "3 killed")]),
    ("Casualties unknown", [("losses", None, None, "", "Casualties unknown")]),
    ("dozens killed", [("killed", None, None, "", "dozens killed")]),
    ("652", [("losses", 652, 652, "", "652")]),
    ("3,506 total", [("losses", 3506, 3506, "", "3,506 total")]),
    ("500+ killed & wounded", [("killed_or_wounded", 500, None, "", "500+ killed & wounded")]),
    ("700 killed, wounded or captured", [("losses", 700, 700, "", "700 killed, wounded or captured")]),
    ("250 killed wounded or captured", [("losses", 250, 250, "", "250 killed wounded or captured")]),
    ("Killed: 60 Wounded: 93 Missing: 11", [("killed", 60, 60, "", "60"), ("wounded", 93, 93, "", "93"), ("missing", 11, 11, "", "11")]),
    ("60 killed, Wounded: 93", [("killed", 60, 60, "", "60 killed"), ("wounded", 93, 93, "", "93")]),
    ("66 killed/missing", [("losses", 66, 66, "", "66 killed/missing")]),
    ("9,000 KIA or POW", [("losses", 9000, 9000, "", "9,000 KIA or POW")]),
    ("25,000 PoW", [("captured", 25000, 25000, "", "25,000 PoW")]),
    ("35 captured, all executed", [("captured", 35, 35, "", "35 captured"), ("killed", 35, 35, "", "35 captured, all executed")]),
    ("71 captured (all executed)", [("captured", 71, 71, "", "71 captured"), ("killed", 71, 71, "", "71 captured (all executed")]),
    ("All 73 crew killed", [("killed", 73, 73, "", "All 73 crew killed")]),
    ("10,000 battle deaths", [("killed", 10000, 10000, "", "10,000 battle deaths")]),
    ("Unknown, presumed heavy At least 4 killed", [("losses", None, None, "", "heavy"), ("killed", 4, None, "", "At least 4 killed")]),
    ("Low estimate: 41 overall", [("losses", 41, 41, "", "41 overall")]),
    ("c. 1500", [("losses", 1500, 1500, "", "c. 1500")]),
    ("92,000 were captured", [("captured", 92000, 92000, "", "92,000 were captured")]),
    ("2,000 servicemen arrested", [("captured", 2000, 2000, "", "2,000 servicemen arrested")]),
    ("9 killed, including a commander", [("killed", 9, 9, "", "9 killed"), ("killed", 1, 1, "", "a commander")]),
    ("117 killed (39 in February 1945)", [("killed", 117, 117, "", "117 killed"), ("killed", 39, 39, "", "39")]),
    ("117 killed (39 in hiding)", [("killed", 117, 117, "", "117 killed")]),
    ("114 gunmen, 23 scouts and 8 officers killed", [("killed", 114, 114, "", "114 gunmen"), ("killed", 23, 23, "", "23 scouts"), ("killed", 8, 8, "", "8 officers killed")]),
    ("15 soldiers, 3 policemen killed", [("killed", 15, 15, "", "15 soldiers"), ("killed", 3, 3, "", "3 policemen killed")]),
    ("500 men, 30 killed", [("losses", 500, 500, "", "500 men"), ("killed", 30, 30, "", "30 killed")]),
    ("130 killed3,000 supporters arrested", [("killed", 130, 130, "", "130 killed"), ("captured", 3000, 3000, "", "3,000 supporters arrested")]),
    ("300 of 500 men killed", [("killed", 300, 300, "", "300 of 500 men killed")]),
    ("12 hostages killed, 30 prisoners", [("killed", 12, 12, "", "12 hostages killed"), ("captured", 30, 30, "", "30 prisoners")]),
    ("1 suicide bomber killed", [("killed", 1, 1, "", "1 suicide bomber killed")]),
    ("Dead: 30 Captured or missing: 12", [("killed", 30, 30, "", "30"), ("losses", 12, 12, "", "12")]),
    ("5 (killed in accidents)", [("killed", 5, 5, "", "5")]),
    ("5 (all killed)", [("killed", 5, 5, "", "5")]),
    ("20 (3 wounded)", [("losses", 20, 20, "", "20"), ("wounded", 3, 3, "", "3 wounded")]),
    ("300,000 (Herodotus)", [("losses", 300000, 300000, "Herodotus", "300,000")]),
    ("1 KIA 3 WIA 2 MIA 10 POW", [("killed", 1, 1, "", "1 KIA"), ("wounded", 3, 3, "", "3 WIA"), ("missing", 2, 2, "", "2 MIA"), ("captured", 10, 10, "", "10 POW")]),
    ("12 Killed 30 Wounded", [("killed", 12, 12, "", "12 Killed"), ("wounded", 30, 30, "", "30 Wounded")]),
    ("Entire garrison killed", [("killed", None, None, "", "Entire garrison killed")]),
    ("Two-thirds of the army destroyed", [("losses", None, None, "", "Two-thirds of the army destroyed")]),
    ("Nearly the whole army", [("losses", None, None, "", "Nearly the whole army")]),
    ("15 dead, remainder captured", [("killed", 15, 15, "", "15 dead"), ("captured", None, None, "", "remainder captured")]),
    ("4,000 (Lorn Hill)", [("losses", 4000, 4000, "", "4,000")]),
]  # fmt: skip

# things lost, value of casualties2 | low, high, item, quote
MATERIEL_LOST = [
    ("3 tanks and 1 armored car destroyed", [(3, 3, "tank", "3 tanks"), (1, 1, "armored car", "1 armored car destroyed")]),
    ("Frigate scuttled", [(1, 1, "Frigate", "Frigate scuttled")]),
    ("2 Mi-8 helicopters shot down", [(2, 2, "Mi-8 helicopter", "2 Mi-8 helicopters shot down")]),
    ("29 aircraft destroyed, ~21 damaged", [(29, 29, "aircraft", "29 aircraft destroyed"), (21, 21, "aircraft", "~21 damaged")]),
    ("15 tanks captured", [(15, 15, "tank", "15 tanks captured")]),
    ("9 tanks", [(9, 9, "tank", "9 tanks")]),
    ("several tanks and APCs destroyed", [(None, None, "tanks and APCs", "several tanks and APCs destroyed")]),
    ("1 destroyer possibly damaged", [(1, 1, "destroyer", "1 destroyer possibly damaged")]),
    ("188 field artillery pieces lost", [(188, 188, "field artillery piece", "188 field artillery pieces lost")]),
    ("2 of 5 ships lost", [(2, 2, "ship", "2 of 5 ships lost")]),
    ("Su-27 fighter shot down", [(1, 1, "Su-27 fighter", "Su-27 fighter shot down")]),
    ("3 T-72 (1 captured)", [(3, 3, "T-72", "3 T-72"), (1, 1, "T-72", "1 captured")]),
    ("4 QLPs", [(4, 4, "QLPs", "4 QLPs")]),
]  # fmt: skip

# value of strength1 | measure, low, high, item, quote
STRENGTH = [
    ("~60", [("strength", 60, 60, None, "~60")]),
    ("1,900+ fighters (reinforcements)", [("strength", 1900, None, None, "1,900+ fighters")]),
    ("370 (gas plant garrison)", [("strength", 370, 370, None, "370")]),
    ("1,000–1,300 fighters, 2 tanks", [("strength", 1000, 1300, None, "1,000–1,300 fighters"), ("materiel_strength", 2, 2, "tank", "2 tanks")]),
    ("900 soldiers 250 tanks and armored vehicles", [("strength", 900, 900, None, "900 soldiers"), ("materiel_strength", 250, 250, "tanks and armored vehicles", "250 tanks and armored vehicles")]),
    ("1 light cruiser, 7 heavy cruisers", [("materiel_strength", 1, 1, "light cruiser", "1 light cruiser"), ("materiel_strength", 7, 7, "heavy cruiser", "7 heavy cruisers")]),
    ("HMS Wren", [("materiel_strength", 1, 1, "HMS Wren", "HMS Wren")]),
    ("U-1999", [("materiel_strength", 1, 1, "U-1999", "U-1999")]),
    ("unknown land strength", [("strength", None, None, None, "unknown land strength")]),
    ("elements of two infantry battalions", [("strength", None, None, None, "elements of two infantry battalions")]),
    ("3 infantry divisions", [("strength", None, None, None, "3 infantry divisions")]),
    ("98 fighters, 105 bombers", [("materiel_strength", 98, 98, "fighters", "98 fighters"), ("materiel_strength", 105, 105, "bomber", "105 bombers")]),
    ("2,000 soldiers, 47 hornworks", [("strength", 2000, 2000, None, "2,000 soldiers"), ("materiel_strength", 47, 47, "hornworks", "47 hornworks")]),
    ("2,000 soldiers, 2 platoons of tanks", [("strength", 2000, 2000, None, "2,000 soldiers"), ("strength", None, None, None, "2 platoons of tanks")]),
    ("41 Stormcrow, 5 tanks", [("materiel_strength", 41, 41, "Stormcrow", "41 Stormcrow"), ("materiel_strength", 5, 5, "tank", "5 tanks")]),
    ("Aircraft: 549", [("materiel_strength", 549, 549, "aircraft", "549")]),
    ("40,000 men200 guns", [("strength", 40000, 40000, None, "40,000 men"), ("materiel_strength", 200, 200, "gun", "200 guns")]),
    ("1914: 40,000 1916: 60,000", [("strength", 40000, 40000, None, "40,000"), ("strength", 60000, 60000, None, "60,000")]),
    ("Phase 1: 4,000 Phase 2: 6,000", [("strength", 4000, 4000, None, "4,000"), ("strength", 6000, 6000, None, "6,000")]),
    ("3 Tanks 200 Men 5 Guns", [("materiel_strength", 3, 3, "Tank", "3 Tanks"), ("strength", 200, 200, None, "200 Men"), ("materiel_strength", 5, 5, "Gun", "5 Guns")]),
    ("12,000 at the start, 8,000 at the end", [("strength", 12000, 12000, None, "12,000"), ("strength", 8000, 8000, None, "8,000")]),
    ("50 captured tanks", [("materiel_strength", 50, 50, "tank", "50 captured")]),
]  # fmt: skip

NOTHING = [
    ("250,000 civilians evacuated", "nobody was harmed"),
    ("12,000 escaped encirclement", "nobody was harmed"),
    ("14 villages captured", "villages are no force"),
    ("3 bases", "bases are no force"),
    ("2 brigades captured", "whole units are no number of people"),
    ("See aftermath", "a pointer"),
    ("All data from Roe", "nothing is counted"),
    ("20 men destroyed", "people are not destroyed"),
    ("No. 226 Squadron", "the number of a name"),
]


@pytest.mark.parametrize(("value", "expected"), CASUALTIES, ids=[case[0] for case in CASUALTIES])
def test_casualties_are_read_with_kind_bounds_and_quote(
    read_value: Read, value: str, expected: Sequence[Row]
) -> None:
    rows = read_value("casualties2", value)
    assert [(r[0], r[1], r[2], r[5], r[6]) for r in rows] == expected
    assert {r[4] for r in rows} == {2}


@pytest.mark.parametrize(("value", "expected"), MATERIEL_LOST, ids=[case[0] for case in MATERIEL_LOST])
def test_materiel_lost_keeps_the_thing_as_written(draft: Draft, value: str, expected: Sequence[Row]) -> None:
    claims = draft(casualties2=value).claims
    assert {claim.measure for claim in claims} == {"materiel_lost"}
    found = [(c.quantity.low, c.quantity.high, c.item) for c in claims]
    assert found == [case[:3] for case in expected]


@pytest.mark.parametrize(("value", "expected"), STRENGTH, ids=[case[0] for case in STRENGTH])
def test_strengths_are_told_from_materiel_and_units(
    draft: Draft, read_value: Read, value: str, expected: Sequence[Row]
) -> None:
    claims = draft(strength1=value).claims
    quotes = [row[6] for row in read_value("strength1", value)]
    found = [
        (c.measure, c.quantity.low, c.quantity.high, c.item, q) for c, q in zip(claims, quotes, strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize(("value", "why"), NOTHING, ids=[case[0] for case in NOTHING])
def test_what_counts_no_harm_is_no_claim(read_value: Read, value: str, why: str) -> None:
    assert read_value("casualties1", value) == [], why


def test_a_vague_strength_of_units_keeps_its_words(draft: Draft) -> None:
    (claim,) = draft(strength1="2 panzer divisions").claims
    assert (claim.quantity.kind, claim.quantity.wording) == ("vague", "2 panzer divisions")


def test_figures_in_brackets_are_parts_of_the_figure_before(draft: Draft) -> None:
    total, *parts = draft(casualties1="347 killed (200 executed, including 3 officers)").claims
    assert total.total is None
    assert [(p.measure, p.quantity.low, p.total) for p in parts] == [
        ("killed", 200, total.span),
        ("killed", 3, total.span),
    ]


def test_a_part_takes_the_kind_and_thing_of_its_total(draft: Draft) -> None:
    total, part = draft(strength1="724 aircraft (616 serviceable)").claims
    assert (part.measure, part.item, part.total) == ("materiel_strength", "aircraft", total.span)


def test_a_part_may_be_led_in_by_a_short_form(draft: Draft) -> None:
    total, part = draft(casualties3="5,800 civilians killed (incl. 2,800 executed)").claims
    assert (part.quantity.low, part.category, part.total) == (2800, "civilians", total.span)


def test_a_year_in_brackets_is_no_part(draft: Draft) -> None:
    assert len(draft(strength1="20,000 soldiers (1984)").claims) == 1


def test_a_figure_that_stays_unread_is_listed(draft: Draft) -> None:
    unread = draft(casualties1="40 killed, 135,100 small crates").unexplained
    assert len(unread) == 1


@pytest.mark.parametrize(
    ("key", "measure"),
    [("fatalities", "killed"), ("injuries", "wounded"), ("arrests", "captured"), ("missing", "missing")],
)
def test_parameters_of_attacks_give_bare_figures_their_kind(read_value: Read, key: str, measure: str) -> None:
    assert [(r[0], r[1], r[4]) for r in read_value(key, "12 (including 2 perpetrators)")] == [
        (measure, 12, None),
        (measure, 2, None),
    ]


@pytest.mark.xfail(strict=True, reason="two figures with a noun between them are not read as one range")
def test_known_failure_a_range_around_its_noun(read_value: Read) -> None:
    assert [row[:3] for row in read_value("casualties1", "111,132 men - 203,000")] == [
        ("losses", 111132, 203000)
    ]


def test_a_part_of_machines_with_dead_counts_people(draft: Draft) -> None:
    whole, part = draft(casualties1="1 helicopter (3 killed)").claims
    assert (whole.measure, part.measure, part.item) == ("materiel_lost", "killed", None)
