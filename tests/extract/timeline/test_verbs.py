"""The finite verbs of a sentence."""

import pytest

from testimonia.extract.timeline.verbs import find_verbs
from testimonia.extract.timeline.words import kind_of_phrase, kind_of_title, stem
from testimonia.extract.tokens import tokenize

# sentence, heads
CASES = [
    ("Rebels attacked the mill.", ["attacked"]),
    ("The mill was shelled.", ["shelled"]),
    ("The mill had been reportedly shelled.", ["shelled"]),
    ("The mill was once again shelled.", ["shelled"]),
    ("They would attack and will win.", ["attack", "win"]),
    ("They were attacking the mill.", ["attacking"]),
    ("They did not attack.", ["attack"]),
    ("They had on the previous day stormed the mill.", ["stormed"]),
    ("They have in the hills a mill.", ["have"]),
    ("They were in the hills.", ["were"]),
    ("It was.", ["was"]),
    ("The captured town fell.", ["fell"]),
    ("A force of armed men came.", ["came"]),
    ("The 12 injured men and 3 wounded fled.", ["fled"]),
    ("In 2014 attacked the army.", ["attacked"]),
    ("The mill captured by rebels was lost.", ["lost"]),
    ("The troops stationed in Orm fled.", ["fled"]),
    ("The troops fled and those encamped near Orm stayed.", ["fled", "stayed"]),
    ("The unit, based in the hills, fled.", ["fled"]),
    ("The unit, gathered in Orm, fled.", ["fled"]),
    ("Rebels re-captured the mill of Orm.", ["re-captured"]),
    ("The United States need a well-armed force.", []),
    ("Will and May came.", ["came"]),
    ("They retreated to Orm, and the town's besieged core held.", ["retreated", "held"]),
    ("They claimed to have taken the mill.", ["claimed", "taken"]),
    ("Attacked, they fled.", ["fled"]),
    ("Northern ground forces advanced.", ["advanced"]),
    ("At 8 am they came.", ["came"]),
    ("At 8:00 am they came.", ["came"]),
    ("German armoured cars came.", ["came"]),
    ("Army officers led a raid of men armed with clubs.", ["led"]),
    ("The regiment headed towards Orm from a camp located there.", ["headed"]),
    ("Three spies, dressed as soldiers, entered the town.", ["entered"]),
    ("Company A of the 327th attacked southward.", ["attacked"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "heads"), CASES)
def test_the_finite_verbs_are_found(sentence: str, heads: list[str]) -> None:
    tokens = tokenize(sentence)
    assert [tokens[verb.head].text for verb in find_verbs(tokens)] == heads


@pytest.mark.parametrize(
    ("sentence", "passive", "future"),
    [
        ("The mill was shelled.", True, False),
        ("The mill would be shelled.", True, True),
        ("They shelled it.", False, False),
        ("They had shelled it.", False, False),
    ],
)
def test_a_verb_knows_its_voice(sentence: str, passive: bool, future: bool) -> None:
    (verb,) = find_verbs(tokenize(sentence))
    assert (verb.passive, verb.future) == (passive, future)


@pytest.mark.parametrize(
    "forms",
    [
        ("launch", "launches", "launched", "launching"),
        ("capture", "captured", "capturing", "re-captured"),
        ("withdraw", "withdrew", "withdrawn", "withdrawing"),
        ("repel", "repelled", "repelling"),
        ("carry", "carried", "carries"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_a_phrase_is_known_in_all_its_forms() -> None:
    assert kind_of_phrase("pulled", "back") == kind_of_phrase("pull", "back") == "retreat"
    assert kind_of_phrase("sang", "back") is None


def test_a_title_without_an_event_is_other() -> None:
    assert kind_of_title(tokenize("Ashmoor")) == "other"
