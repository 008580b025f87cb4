"""What links and appositions tell."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast, gather_cast
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.sentences import split_article
from testimonia.model import Actor
from testimonia.read import read_article

HEAD = "{{Infobox military conflict\n| conflict = Battle of Orm\n| combatant1 = [[Mali]]\n| combatant2 = [[Niger]]\n}}\n"


def wiki(prose: str) -> Cast:
    article = read_article(HEAD + prose)
    return gather_cast(split_article(article), extract_infobox(article).entries, article.parameters)


CASES = [
    # wikitext, a name, another, why
    (
        'General [[Ann Mary Roe|Ann "Red" Roe]] led. [[Ann Mary Roe]] fell.',
        "Ann Mary Roe",
        'Ann "Red" Roe',
        "a nickname",
    ),
    (
        "The [[Relief Front of Orm]] led. The [[Relief Front of Orm|RFO]] fell.",
        "Relief Front of Orm",
        "RFO",
        "letters",
    ),
    ("The plan was [[Martin Roe|Roe]]'s.", "Martin Roe", "Roe", "a last name alone in the prose"),
    ("The [[Oberkommando des Roes|ODR]] met.", "Oberkommando des Roes", "ODR", "letters alone in the prose"),
    ("The [[7th Royal Orr Brigade|7ROB]] met.", "7th Royal Orr Brigade", "7ROB", "letters with a number"),
    ("The [[Relief Council of the Orr Republic|CROR]] led.", "Relief Council of the Orr Republic", "CROR", "turned letters"),
    ("The [[12th Tank Division (Orr)|12th Panzer Division]] fell.", "12th Tank Division", "12th Panzer Division", "in two languages"),
    ("The [[52nd (Orr) Infantry Division|52nd Infantry Division]] fell.", "52nd (Orr) Infantry Division",
     "52nd Infantry Division", "a bracket within the name"),
    ("The [[XX Army Corps (Orr)|XX Corps]] fell.", "XX Army Corps", "XX Corps", "without the arm"),
    ("They met [[Ann Roe, 2nd Viscountess Dow|Ann Roe]] and [[Tom Orr, 1st Viscount Ferrow|Lord Ferrow]].", "Tom Orr", "Lord Ferrow",
     "a peer"),
    ("They met [[Robert Roe|Bobby Roe]].", "Robert Roe", "Bobby Roe", "a short first name"),
    (
        "The [[5th Orr Army]] met. The [[Malian 5th Orr Army|5th Orr Army]] fell.",
        "5th Orr Army",
        "Malian 5th Orr Army",
        "whose it is",
    ),
]


@pytest.mark.parametrize(("prose", "name", "other", "why"), CASES, ids=[case[3] for case in CASES])
def test_shown_words_are_a_name_of_the_target(
    actor_named: Callable[[Cast, str], Actor], prose: str, name: str, other: str, why: str
) -> None:
    actor = actor_named(wiki(prose), other)
    assert actor is not None, why
    assert name in {actor.label, *actor.aliases}


def test_shown_words_that_share_nothing_with_the_target_are_none(
    actor_named: Callable[[Cast, str], Actor],
) -> None:
    cast = wiki("The [[Relief Front of Orm]] led. The [[Relief Front of Orm|Government]] fell.")
    assert "Government" not in actor_named(cast, "Relief Front of Orm").aliases


def test_a_target_is_kept_and_may_tell_the_side(actor_named: Callable[[Cast, str], Actor]) -> None:
    unit = actor_named(wiki("The [[7th Orm Division (Niger)|7th Orm Division]] fell."), "7th Orm Division")
    assert unit.link == "7th Orm Division (Niger)"
    assert unit.side == 2


def test_one_number_of_two_nations_stays_two(actor_named: Callable[[Cast, str], Actor]) -> None:
    cast = wiki(
        "The [[Malian 1st Army|1st Army]] met the [[Malian 1st Army]] and the [[Nigerien 1st Army]]."
        " The [[Nigerien 1st Army|1st Army]] fell."
    )
    assert actor_named(cast, "Malian 1st Army") != actor_named(cast, "Nigerien 1st Army")


def test_links_of_the_infobox_tell_names_too(actor_named: Callable[[Cast, str], Actor]) -> None:
    head = HEAD.replace("| combatant2", "| commander1 = [[Ann Roe, 1st Baroness Dow|Lady Roe]]\n| combatant2")
    article = read_article(head + "They fled.")
    cast = gather_cast(split_article(article), extract_infobox(article).entries, article.parameters)
    assert "Lady Roe" in {(roe := actor_named(cast, "Ann Roe")).label, *roe.aliases}


def test_units_with_other_numbers_are_not_one(actor_named: Callable[[Cast, str], Actor]) -> None:
    cast = wiki("The [[16th Orr Division|116th Orr Division]] fled. The [[16th Orr Division]] came.")
    assert actor_named(cast, "116th Orr Division") != actor_named(cast, "16th Orr Division")


UNNAMED = [
    # wikitext, what nobody is called by, why
    ("They wore the [[Cross of Orr|CO]].", "CO", "a medal"),
    ("They sailed on the [[Martin Roe Island|Roe]].", "Roe", "a place"),
    ("They saw an [[armoured fighting brigade|AFB]].", "AFB", "no name, a kind of thing"),
]


@pytest.mark.parametrize(("prose", "name", "why"), UNNAMED, ids=[case[2] for case in UNNAMED])
def test_links_to_what_is_nobody_name_nobody(prose: str, name: str, why: str) -> None:
    assert not any(name in {actor.label, *actor.aliases} for actor in wiki(prose).actors()), why


KINDS = [
    # prose, name, kind, further kinds
    (
        "The Sahara Relief Front, a coalition of five jihadist groups, came.",
        "Sahara Relief Front",
        "coalition",
        ("armed group",),
    ),
    (
        "The Sahara Relief Committee, a militia of farmers, came.",
        "Sahara Relief Committee",
        "armed group",
        (),
    ),
    ("The Sahara Relief Front, a coalition partner, came.", "Sahara Relief Front", "armed group", ()),
    ("The Malian Army, a coalition of clans, came.", "Malian Army", "state force", ()),
]


@pytest.mark.parametrize(("prose", "name", "kind", "also"), KINDS)
def test_an_apposition_tells_the_kind(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor],
    prose: str,
    name: str,
    kind: str,
    also: tuple[str, ...],
) -> None:
    actor = actor_named(cast_of(prose), name)
    assert (actor.kind, actor.also) == (kind, also)
