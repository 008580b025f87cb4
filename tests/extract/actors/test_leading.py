"""Who leads a body or its deeds without an office's name."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors.names import read_names
from testimonia.extract.actors.offices import find_office_holders
from testimonia.extract.sentences import Sentence

CASES = [
    # a sentence, (name, office), why
    ("The 7th Roe Division, led by General Tom Dow, left.", [("Tom Dow", "leader of the 7th Roe Division")], "led by"),
    ("The 7th Roe Division under the command of Tom Dow left.", [("Tom Dow", "commander of the 7th Roe Division")],
     "under the command of"),
    ("The 7th Roe Division, under General Tom Dow, left.", [("Tom Dow", "commander of the 7th Roe Division")],
     "under a general"),
    ("The 7th Roe Division (Colonel Tom Dow) left.", [("Tom Dow", "commander of the 7th Roe Division")], "in brackets"),
    ("Tom Dow—who was in charge of the defence—left.", [("Tom Dow", "in charge of the defence")], "who is in charge"),
    ("Tom Dow, commanding the 7th Roe Division, left.", [("Tom Dow", "commanding the 7th Roe Division")], "commanding"),
    ("Tom Dow, in command of the 7th Roe Division attacking from the north, left.",
     [("Tom Dow", "in command of the 7th Roe Division")], "up to the next verb"),
    ("In command of the left wing was Tom Dow.", [("Tom Dow", "In command of the left wing")], "in command was"),
    ("The Company (Captain Tom Dow) left.", [], "a company without a name"),
    ("Kayes Province (General Tom Dow) fell.", [], "a place"),
    ("The 7th Roe Division (Kayes) left.", [], "where it is from"),
    ("The 7th Roe Division under Tom Dow left.", [], "under something"),
    ("Tom Dow, leading by example, left.", [], "no body"),
    ("They kept it in charge of nobody.", [], "nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "holders", "why"), CASES, ids=[case[2] for case in CASES])
def test_who_leads(
    sentences_of: Callable[[str], list[Sentence]], sentence: str, holders: list[tuple[str, str]], why: str
) -> None:
    sentences = sentences_of(sentence)
    found = [(one.name, one.title) for one in find_office_holders(sentences, read_names(sentences))]
    assert found == holders, why
