"""The tables: their columns, the values a column may have, and what hangs together."""

from collections.abc import Iterable
from importlib.resources import files
from typing import get_args

import pytest

from testimonia.lexicon import names, rows
from testimonia.model import ActorKind, Category, EventKind, HappeningKind, Measure, Stance

ROLES = {"participle", "past", "gerund", "present", "infinitive", "noun_event", "noun_person", "adjective"}
MEDIA = {
    "statement",
    "interview",
    "briefing",
    "report",
    "social media",
    "broadcast",
    "news",
    "letter",
    "unspecified",
}
ACTORS = set(get_args(ActorKind))
MEASURES = set(get_args(Measure))

COLUMNS = {
    "abbreviations": "form",
    "acronyms": "acronym name",
    "allegiances": "form state",
    "bodies": "form kind",
    "bounds": "phrase kind position",
    "casualty": "form lemma measure role patient joint strength",
    "complements": "lemma verbs links heads measure patient denied strength",
    "confidence": "evidence weight",
    "countries": "name iso2 aliases former",
    "demonyms": "form place role kind",
    "events": "form kind",
    "first_names": "form names",
    "function_words": "form tag",
    "grammar": "role words what",
    "given_names": "form",
    "happenings": "form kind",
    "honorifics": "form",
    "irregular_verbs": "form lemma roles",
    "layout": "role words what",
    "materiel": "form singular kind",
    "materiel_verbs": "form lemma role patient strength",
    "measures_units": "form",
    "media": "name kind",
    "months": "form number kind",
    "naming": "role words what",
    "numbers": "word value role",
    "offices": "form body",
    "people": "form singular number category kind",
    "placekinds": "form",
    "ranks": "form abbreviation",
    "reporting": "form lemma role stance frame",
    "saying_nouns": "form medium_kind",
    "speakers": "form kind number",
    "units": "form singular",
    "vague": "word kind low position",
    "weekdays": "form number kind",
}

VALUES = [
    # table, column, the values it may have
    ("bodies", "kind", ACTORS - {"person", "described group"}),
    ("bounds", "kind", {"lower", "upper", "approximate", "estimated", "range", "exact"}),
    ("bounds", "position", {"before", "after"}),
    ("casualty", "measure", MEASURES),
    ("casualty", "joint", MEASURES | {""}),
    ("casualty", "role", ROLES),
    ("casualty", "patient", {"object", "subject", "of"}),
    ("casualty", "strength", {"strong", "weak", "personal", "people"}),
    ("complements", "measure", MEASURES),
    ("complements", "patient", {"object", "subject"}),
    ("complements", "denied", {"", "yes"}),
    ("complements", "strength", {"strong", "weak", "personal", "people"}),
    ("countries", "former", {"", "yes"}),
    ("demonyms", "role", {"adjective", "plural", "singular", "combining"}),
    ("demonyms", "kind", {"state", "people", "region", "historical", "religion"}),
    ("events", "kind", set(get_args(EventKind))),
    ("happenings", "kind", set(get_args(HappeningKind))),
    ("materiel", "kind", {"vehicle", "aircraft", "ship", "weapon", "train", "other"}),
    ("materiel_verbs", "role", ROLES - {"noun_person"}),
    ("materiel_verbs", "patient", {"object", "subject", "of"}),
    ("materiel_verbs", "strength", {"strong", "weak"}),
    ("media", "kind", {"agency", "newspaper", "broadcaster", "website", "magazine"}),
    ("months", "kind", {"full", "abbreviated"}),
    ("months", "number", set(map(str, range(1, 13)))),
    ("numbers", "role", {"unit", "teen", "ten", "hundred", "scale", "dozen", "score", "a"}),
    ("offices", "body", {"state", "force", "group", "media", "person"}),
    ("people", "number", {"singular", "plural", "collective"}),
    ("people", "category", set(get_args(Category))),
    (
        "people",
        "kind",
        {"force", "civilian", "person", "rank", "arm", "sailor", "group", "prisoner", "bystander"},
    ),
    ("ranks", "abbreviation", {"", "yes"}),
    (
        "reporting",
        "role",
        {"past", "present", "gerund", "participle", "infinitive", "noun", "preposition", "adverb"},
    ),
    ("reporting", "stance", set(get_args(Stance))),
    ("saying_nouns", "medium_kind", MEDIA),
    ("speakers", "kind", ACTORS),
    ("speakers", "number", {"singular", "plural"}),
    ("vague", "kind", {"vague", "unknown", "none", "not_reported"}),
    ("vague", "position", {"determiner", "noun", "adjective"}),
    ("weekdays", "kind", {"full", "abbreviated"}),
    ("weekdays", "number", set(map(str, range(1, 8)))),
]


def lines(name: str) -> list[str]:
    """Give the lines of a table that are rows."""
    text = (files("testimonia.lexicon") / f"{name}.tsv").read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line for line in text.split("\n")[1:] if line and not line.startswith("#")]


def column(name: str, title: str) -> set[str]:
    return {row[title] for row in rows(name)}


@pytest.mark.parametrize("name", names())
def test_every_table_loads_and_has_rows(name: str) -> None:
    assert rows(name)


@pytest.mark.parametrize(("name", "titles"), COLUMNS.items())
def test_the_columns_are_those_that_extraction_reads(name: str, titles: str) -> None:
    assert list(rows(name)[0]) == titles.split()


@pytest.mark.parametrize("name", names())
def test_the_rows_are_sorted(name: str) -> None:
    assert lines(name) == sorted(lines(name))


@pytest.mark.parametrize("name", names())
def test_no_cell_begins_or_ends_in_a_space_or_holds_two(name: str) -> None:
    for row in rows(name):
        for cell in row.values():
            assert cell == " ".join(cell.split()), row


@pytest.mark.parametrize("name", names())
def test_no_row_lacks_its_first_cell(name: str) -> None:
    assert all(next(iter(row.values())) for row in rows(name))


@pytest.mark.parametrize(
    ("name", "title", "values"), VALUES, ids=[f"{name}-{title}" for name, title, _ in VALUES]
)
def test_a_column_has_only_the_values_it_may_have(name: str, title: str, values: set[str]) -> None:
    assert column(name, title) <= values


def test_a_frame_is_a_list_of_known_frames() -> None:
    frames = {frame for row in rows("reporting") for frame in row["frame"].split("|")}
    assert frames == {"that", "np", "to", "put", "told", "none"}
    assert all(row["frame"] == "none" or "none" not in row["frame"] for row in rows("reporting"))


def test_numbers_have_a_value_and_vague_words_a_smallest_number_or_none() -> None:
    assert all(int(row["value"]) >= 0 for row in rows("numbers"))
    assert all(row["low"] == "" or int(row["low"]) >= 0 for row in rows("vague"))
    assert {row["low"] for row in rows("vague") if row["kind"] == "none"} == {"0"}
    assert {row["low"] for row in rows("vague") if row["kind"] == "unknown"} == {""}


@pytest.mark.parametrize("name", ["materiel", "units"])
def test_a_plural_has_its_singular(name: str) -> None:
    assert column(name, "singular") <= column(name, "form")


def test_a_plural_person_word_has_its_singular() -> None:
    """Arms stand for the men who bear them in the plural only: "2,000 bayonets"."""
    arms = {"bayonet", "lance", "naval rating", "rating", "rifle", "saber", "sabre"}
    assert column("people", "singular") - column("people", "form") <= arms


@pytest.mark.parametrize("name", ["casualty", "materiel_verbs"])
def test_a_verb_that_has_a_gerund_has_a_past(name: str) -> None:
    verbs = {role: {row["lemma"] for row in rows(name) if row["role"] == role} for role in ("gerund", "past")}
    joint = {row["lemma"] for row in rows(name) if row.get("joint")}
    assert verbs["gerund"] - joint <= verbs["past"]


def test_words_for_two_measures_sum_to_a_joint_measure() -> None:
    joints = {(row["measure"], row["joint"]) for row in rows("casualty") if row["joint"]}
    assert joints <= {
        ("killed_or_wounded", "wounded"),
        ("losses", "captured"),
        ("losses", "missing"),
        ("captured", "surrendered"),
    }


def test_the_place_of_a_state_demonym_is_a_country() -> None:
    countries = column("countries", "name")
    assert {row["place"] for row in rows("demonyms") if row["kind"] in {"state", "historical"}} <= countries


def test_country_codes_are_two_letters_and_name_one_country() -> None:
    codes = [row["iso2"] for row in rows("countries") if row["iso2"]]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 2 and code.isupper() and code.isascii() for code in codes)


def test_a_name_or_alias_means_one_country() -> None:
    spoken = [
        name for row in rows("countries") for name in [row["name"], *filter(None, row["aliases"].split("|"))]
    ]
    assert sorted(spoken) == sorted(set(spoken))


def test_every_state_of_today_has_an_adjective() -> None:
    spoken_of = {row["place"] for row in rows("demonyms") if row["role"] == "adjective"}
    silent = {row["name"] for row in rows("countries") if row["iso2"] and not row["former"]} - spoken_of
    assert silent <= {
        "American Samoa", "Anguilla", "British Virgin Islands", "Cook Islands", "Curaçao", "Dominica", "French Guiana",
        "French Polynesia", "Guadeloupe", "Guernsey", "Jersey", "Martinique", "Montserrat", "New Caledonia", "Niue",
        "Northern Mariana Islands", "Republic of the Congo", "Réunion", "Saint Helena", "Turks and Caicos Islands",
        "United States Virgin Islands", "Hong Kong", "Falkland Islands",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "count"), [("months", 12), ("weekdays", 7)])
def test_the_calendar_is_whole(name: str, count: int) -> None:
    full = {row["form"]: int(row["number"]) for row in rows(name) if row["kind"] == "full"}
    assert sorted(full.values()) == list(range(1, count + 1))
    for row in rows(name):
        whole = next(form for form, number in full.items() if number == int(row["number"]))
        assert whole.startswith(row["form"].rstrip(".")), row


def test_abbreviations_end_in_a_full_stop() -> None:
    assert all(row["form"].endswith(".") for row in rows("abbreviations"))


def overlap(*tables: Iterable[str]) -> set[str]:
    """Give what all the tables share."""
    first, *others = map(set, tables)
    return first.intersection(*others)


def test_a_word_counts_people_or_materiel_or_is_a_unit_of_measure() -> None:
    """Only words that are truly both may stand in two of the tables."""
    people, materiel, blocked = (
        column("people", "form"),
        column("materiel", "form"),
        column("measures_units", "form"),
    )
    assert overlap(people, blocked) == set()
    assert overlap(materiel, blocked) <= {"torpedoes"}
    assert overlap(people, materiel) <= {
        "artillery",
        "corsair",
        "corsairs",
        "fighter",
        "fighters",
        "horse",
        "rifles",
    }
