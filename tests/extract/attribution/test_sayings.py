"""Who says it, how, when and through what: the sayings of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from testimonia.extract.attribution import Discourse, find_sayings
from testimonia.extract.focus import Focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.drafts import Saying
    from testimonia.extract.prose import Scene
    from testimonia.model import When


class Told(NamedTuple):
    """A sentence and the sayings in it: speakers, stance, medium."""

    text: str
    sayings: list[tuple[str, str, str | None]]


SAYINGS = [
    Told("The army said that nine men fell.", [("The army", "claimed", None)]),
    Told("The army announced that nine men fell.", [("The army", "claimed", None)]),
    Told("The army confirmed that nine men fell.", [("The army", "confirmed", None)]),
    Told("The army acknowledged that nine men fell.", [("The army", "confirmed", None)]),
    Told("The army denied that nine men fell.", [("The army", "denied", None)]),
    Told("The army estimated that nine men fell.", [("The army", "estimated", None)]),
    Told("The army estimated the losses at nine men.", [("The army", "estimated", None)]),
    Told("According to the army, nine men fell.", [("the army", "claimed", None)]),
    Told("Nine men fell, according to the army.", [("the army", "claimed", None)]),
    Told("Nine men fell, the army said.", [("the army", "claimed", None)]),
    Told("Nine men fell, said the army.", [("the army", "claimed", None)]),
    Told(
        "According to the army and local elders, nine men fell.", [("the army|local elders", "claimed", None)]
    ),
    Told("The army and the police said that nine men fell.", [("The army|the police", "claimed", None)]),
    Told("It was reported that nine men fell.", [("", "reported", None)]),
    Told("Nine men were reported killed.", [("", "reported", None)]),
    Told("Nine men are believed to have died.", [("", "estimated", None)]),
    Told("It was confirmed by the army that nine men fell.", [("the army", "confirmed", None)]),
    Told("The army said in a statement that nine men fell.", [("The army", "claimed", "statement")]),
    Told("The army told Reuters that nine men fell.", [("The army", "claimed", "Reuters")]),
    Told(
        "In an interview with Radio Sahel, the mayor said that nine men fell.",
        [("the mayor", "claimed", "interview with Radio Sahel")],
    ),
    Told("The army said on Twitter that nine men fell.", [("The army", "claimed", "Twitter")]),
    Told("The Council's statement claimed that nine men fell.", [("The Council", "claimed", "statement")]),
    Told("A statement by the Council claimed that nine men fell.", [("the Council", "claimed", "statement")]),
    Told(
        "The Council released a statement saying that nine men fell.",
        [("The Council", "claimed", "statement")],
    ),
    Told(
        "The leader of the Council claimed that nine men fell.",
        [("The leader of the Council", "claimed", None)],
    ),
    Told("The city's mayor claimed that nine men fell.", [("The city's mayor", "claimed", None)]),
    Told("The mission's head, Ann Roe, said that nine men fell.", [("Ann Roe", "claimed", None)]),
    Told("Ann Roe, the head of the mission, said that nine men fell.", [("Ann Roe", "claimed", None)]),
    Told(
        "A paper prepared in May by the Council's staff claimed that nine men fell.",
        [("the Council's staff", "claimed", None)],
    ),
    Told(
        "According to the reports of the 1st Army, nine men fell.", [("the 1st Army", "claimed", "reports")]
    ),
    Told("According to Roe assessments of the retreat, nine men fell.", [("Roe", "claimed", "assessments")]),
    Told("The medal citation said that nine men fell.", [("The medal citation", "claimed", "citation")]),
    Told("Initial reports said that nine men fell.", [("", "reported", "reports")]),
    Told(
        "Ann Roe complained that her best men had left, saying that nine men fell.",
        [("Ann Roe", "claimed", None), ("Ann Roe", "claimed", None)],
    ),
    Told("Some reported nine men killed.", [("", "reported", None)]),
    Told("The army established that nine men fell.", [("The army", "confirmed", None)]),
    Told("The army established a base with nine men.", []),
    Told("The navy established a base when the ships came with nine men.", []),
    Told("The men ready for meeting the Roe attack list nine guns.", []),
    Told(
        "The report of the ministry, which said that nine men fell, was lost.",
        [("the ministry", "claimed", "report")],
    ),
    Told("The army insisted on sending nine men.", []),
    Told("The army ambushed what it believed to be nine men.", []),
    Told("The elders, induced by the army to believe that nine men fell, left.", []),
    Told("The army found itself surrounded by nine men.", []),
    Told("Nine men fell, according to the army's plan.", []),
    Told("The Milizia per la Valle lost nine men.", []),
    Told("Nine men fell, per the army.", [("the army", "claimed", None)]),
    Told("The attack claimed nine lives.", []),
    Told("The army claimed victory.", []),
    Told("The explosions said nothing.", []),
    Told("Nine men fell.", []),
]


def told(sayings: list[Saying]) -> list[tuple[str, str, str | None]]:
    return [("|".join(name.words for name in one.speakers), one.stance, one.medium) for one in sayings]


def undated(_first: int, _last: int) -> When | None:
    return None


@pytest.mark.parametrize("case", [pytest.param(one, id=one.text) for one in SAYINGS])
def test_a_sentence_tells_who_says_it_and_how(case: Told, scenes_of: Callable[[str], list[Scene]]) -> None:
    (scene,) = scenes_of(case.text)
    assert told([saying for _, saying in find_sayings(scene, Discourse(), Focus(), undated)]) == case.sayings


GOVERNED = [
    ("The army said that nine men fell.", "that nine men fell."),
    ("The army said that nine men fell, but that ten fled.", "that nine men fell, but that ten fled."),
    ("The army said that nine men fell, but ten men fled.", "that nine men fell,"),
    ("The army said that nine men fell; ten men fled.", "that nine men fell"),
    ("The army said that nine men fell, although ten men fled.", "that nine men fell,"),
    ("According to the army, nine men fell.", ", nine men fell."),
    ("Nine men fell, according to the army.", "Nine men fell,"),
    ("Nine men fell, the army said.", "Nine men fell,"),
    ("Ten men fled, while nine men fell, according to the army.", "nine men fell,"),
    ("Ten men fled, but nine men fell, according to the army.", "nine men fell,"),
    ("The army claimed to have killed nine men.", "to have killed nine men."),
]


@pytest.mark.parametrize(("text", "words"), GOVERNED)
def test_a_saying_governs_a_stretch_of_the_sentence(
    text: str, words: str, scenes_of: Callable[[str], list[Scene]]
) -> None:
    (scene,) = scenes_of(text)
    ((cue, _),) = find_sayings(scene, Discourse(), Focus(), undated)
    assert scene.sentence.words(cue.first, cue.last) == words


# --- from sentence to sentence ------------------------------------------------------------------


@pytest.fixture(scope="session")
def sayings_of(
    scenes_of: Callable[[str], list[Scene]],
) -> Callable[..., list[list[tuple[str, str, str | None]]]]:
    def sayings(*sentences: str) -> list[list[tuple[str, str, str | None]]]:
        discourse = Discourse()
        return [
            told([saying for _, saying in find_sayings(scenes_of(text)[0], discourse, Focus(), undated)])
            for text in sentences
        ]

    return sayings


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("He added that ten men fled.", "The mayor"),
        ("She added that ten men fled.", "The mayor"),
        ("They added that ten men fled.", "The mayor"),
        ("The official added that ten men fled.", "The mayor"),
        ("The statement added that ten men fled.", "The mayor"),
        ("The army added that ten men fled.", "The army"),
        ("The Roe group added that ten men fled.", "The Roe group"),
    ],
)
def test_a_pronoun_or_a_bare_kind_is_who_spoke_before(
    second: str, speaker: str, sayings_of: Callable[..., list[list[tuple[str, str, str | None]]]]
) -> None:
    assert sayings_of("The mayor said that nine men fell.", second)[1][0][0] == speaker


def test_a_statement_goes_on_with_its_medium(
    sayings_of: Callable[..., list[list[tuple[str, str, str | None]]]],
) -> None:
    first, second = sayings_of(
        "The Council released a statement on Friday saying that nine men fell.",
        "The statement also said that ten men fled.",
    )
    assert [one[2] for one in (*first, *second)] == ["statement", "statement"]
