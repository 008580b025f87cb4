"""Runs of capitalised words: where a name begins, ends and is cut."""

from collections.abc import Callable

import pytest

from testimonia.extract import extract_findings
from testimonia.extract.actors.name_runs import begins
from testimonia.extract.actors.names import longer_readings, read_names
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import tokenize
from testimonia.read import read_article

CASES = [
    # a sentence, the names in it, why
    (
        "On the hill the 5th Mechanized Division met Ann Roe.",
        ["5th Mechanized Division", "Ann Roe"],
        "a number begins a name",
    ),
    (
        "They obeyed Umar ibn al-Orr and Tom van der Dow.",
        ["Umar ibn al-Orr", "Tom van der Dow"],
        "particles stand inside",
    ),
    ("He met Lt. Gen. A. B. Roe at noon.", ["A. B. Roe"], "titles stay outside, initials inside"),
    ('Here Ann "Red" Roe fell.', ['Ann "Red" Roe'], "a nickname stands inside"),
    ("It was the Roe People's Front that came.", ["Roe People's Front"], "a people owns its front"),
    ("It was Orr's Front that came.", ["Orr", "Front"], "a person and a front are two"),
    ("A Kayes-based group of pro-Orr men came in March 2014.", [], "adjectives and months are no names"),
    (
        "The 52nd (Lowland) Infantry Division came.",
        ["52nd (Lowland) Infantry Division"],
        "a bracket inside a unit's name",
    ),
    ("On the 5th (see below) they came.", [], "another bracket"),
    ("Then the US Ninth Army came.", ["US Ninth Army"], "letters of a country"),
    ("By the end of May Roe had met Ann Dow.", ["Roe", "Ann Dow"], "a month before a name"),
    ("They met May Roe there.", ["May Roe"], "a month that is a first name"),
    ("They met Louis IX near Orm.", ["Louis IX", "Orm"], "a king keeps his numeral"),
    ("They met the Malian general Tom Roe.", ["Malian", "Tom Roe"], "small titles part names"),
    ("They met Malian General Tom Roe.", ["Malian", "Tom Roe"], "a capital title parts them too"),
    (
        "The minister of Internal Affairs Ann Roe came.",
        ["Internal Affairs", "Ann Roe"],
        "an office ends before its holder",
    ),
    ("The envoy of Mali Ann Roe came.", ["Mali", "Ann Roe"], "a country ends before a person"),
    ("They met Gen. A. Wing there.", ["A. Wing"], "a surname may head bodies elsewhere"),
    ("He led the General Command there.", ["General Command"], "a rank may belong to a body"),
    ("They saw Tom Roe, al-Orr and d'Esme.", ["Tom Roe", "al-Orr", "d'Esme"], "prefixed names begin small"),
    (
        "They met Shurah ibn Kala' al-Orr there.",
        ["Shurah ibn Kala' al-Orr"],
        "an apostrophe may end an inner word",
    ),
]


@pytest.mark.parametrize(("sentence", "names", "why"), CASES, ids=[case[2] for case in CASES])
def test_the_names_of_a_sentence(
    sentences_of: Callable[[str], list[Sentence]], sentence: str, names: list[str], why: str
) -> None:
    assert [name.words for name in read_names(sentences_of(sentence)).values()] == names, why


OPENERS = [
    ("Reaching Orm, they stopped.", ["Orm"]),
    ("Four Malian tanks came.", ["Malian"]),
    ("Fortunately Roe fled. They saw Roe.", ["Roe"]),
    ("Vitaly Roe came.", ["Vitaly Roe"]),
    ("Ahmed Roe came.", ["Ahmed Roe"]),
    ("Shops closed. Many shops were closed.", []),
    ("Free Kayes Army men came. The free men of the Free Kayes Army won.", ["Free Kayes Army"]),
]


@pytest.mark.parametrize(("prose", "names"), OPENERS)
def test_the_first_word_of_a_sentence_is_a_name_only_where_something_speaks_for_it(
    sentences_of: Callable[[str], list[Sentence]], prose: str, names: list[str]
) -> None:
    assert sorted(name.words for name in read_names(sentences_of(prose)).values()) == sorted(names)


def test_a_body_reads_on_behind_of_and_for(sentences_of: Callable[[str], list[Sentence]]) -> None:
    (sentence,) = sentences_of("They asked the Institute for the Study of War about it.")
    use = read_names([sentence])["institute"].uses[0]
    assert [sentence.words(use.first, end) for end in longer_readings(use)] == [
        "Institute for the Study",
        "Institute for the Study of War",
    ]


def test_a_name_knows_its_uses_and_the_words_beside_them(
    sentences_of: Callable[[str], list[Sentence]],
) -> None:
    name = read_names(sentences_of("In Orm he slept. Near Orm he woke. He loved Orm."))["orm"]
    assert [use.before for use in name.uses] == ["in", "near", "loved"]
    assert [use.after for use in name.uses] == ["he", "he", "."]
    assert name.share(frozenset({"in", "near"})) == pytest.approx(2 / 3)


def test_an_ordinal_before_a_month_begins_no_name() -> None:
    assert not begins(tokenize("5th May"), 0)
    assert begins(tokenize("5th Army"), 0)


@pytest.mark.parametrize("name", ["حزب الملح", "Соляная Дружина", "盐党"])
def test_a_belligerent_keeps_a_name_without_a_latin_letter(name: str) -> None:
    article = read_article(
        f"= Battle of Orr =\nInfobox\n- date: 3 March 1920\n- combatant1: Mali\n- combatant2: {name}\n"
        f"- casualties2: 6 killed\n== Fight ==\nMali said that 20 fighters of {name} were killed.\n"
    )
    findings = extract_findings(article)
    named = {actor.key: actor.label for actor in findings.actors}
    assert [named[one.actor] for one in findings.participations] == ["Mali", name]
