"""The relations of the example article, as a careful reader finds them in its hand-written findings."""

import importlib.util
from pathlib import Path

import pytest

from testimonia.compare import compare_claims
from testimonia.model import Findings

BY_HAND = Path(__file__).resolve().parents[1] / "mapping" / "akabar.py"

EXPECTED = [
    ("agrees", "None", "no French losses"),
    ("refines", "1 killed", "Malian soldiers were killed"),
    ("agrees", "3 killed", "three MSA and GATIA fighters were killed"),
    ("contradicts", "3 killed", "over a dozen Tuareg fighters had been killed"),
    ("agrees", "5 wounded", "five injured"),
    ("summarises", "20-30 killed", 'thirty jihadists were "neutralized"'),
    ("summarises", "20-30 killed", 'twenty "bandits" had been killed'),
    ("overlaps", "20-30 killed", "30 to 40 jihadists had been killed"),
    ("summarises", "Several captured", "some were captured"),
    ("refines", "sixty ISGS militants", "~60"),
    ("not_comparable", 'thirty jihadists were "neutralized"', 'twenty "bandits" had been killed'),
    ("not_comparable", 'thirty jihadists were "neutralized"', "30 to 40 jihadists had been killed"),
    ("refines", 'twenty "bandits" had been killed', "20-30 killed"),
    ("contradicts", 'twenty "bandits" had been killed', "30 to 40 jihadists had been killed"),
    (
        "contradicts",
        "three MSA and GATIA fighters were killed",
        "over a dozen Tuareg fighters had been killed",
    ),
    ("revises", "over a dozen Tuareg fighters had been killed", "three MSA and GATIA fighters were killed"),
    ("revises", "30 to 40 jihadists had been killed", 'twenty "bandits" had been killed'),
]


@pytest.fixture(scope="module")
def by_hand() -> tuple[str, Findings]:
    """The text of the example and what a careful reader takes from it."""
    spec = importlib.util.spec_from_file_location("akabar_by_hand", BY_HAND)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.TEXT, module.FINDINGS


def test_the_example_has_the_relations_a_careful_reader_finds(by_hand: tuple[str, Findings]) -> None:
    text, findings = by_hand
    quotes = [text[claim.span.start : claim.span.end] for claim in findings.claims]
    found = [(each.kind, quotes[each.left], quotes[each.right]) for each in compare_claims(findings)]
    assert found == EXPECTED
