"""Which actors of an article have a record."""

from testimonia.extract import extract_findings
from testimonia.read import read_article

HEAD = "= Battle of Orm =\nInfobox\n- Date: 3 May 2014\n- Combatant1: Mali\n- Combatant2: Niger\n\n== Battle ==\n"


def labels(prose: str) -> set[str]:
    return {actor.label for actor in extract_findings(read_article(HEAD + prose)).actors}


def test_whoever_does_something_has_a_record() -> None:
    assert {"Mali", "Niger"} <= labels("It rained.")
    assert "Ann Roe" in labels("Ann Roe said that two soldiers were killed.")
    assert "Ann Roe" in labels("Ann Roe, the mayor of Orm, saw it.")
    assert "Northern Relief Committee" in labels("They saw the Northern Relief Committee (NRC).")
    assert "7th Roe Division" in labels("On 3 May, the 7th Roe Division attacked the mill.")


def test_whoever_is_only_mentioned_has_none() -> None:
    assert "Martin Roe" not in labels("A book by Martin Roe tells of it.")
    assert "7th Roe Division" not in labels("The hill bears the name of the 7th Roe Division.")


def test_the_body_that_somebody_speaks_for_is_kept() -> None:
    kept = labels("They met the spokesman of the Northern Relief Committee, Ann Roe, there.")
    assert {"Ann Roe", "Northern Relief Committee"} <= kept
