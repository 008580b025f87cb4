"""On which day something was said, and which sentences share that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

DAYS = [
    ("behind the verb", "The army said on 5 May that nine men were killed.", ["2013-05-05"]),
    ("before the sayer", "On 5 May, the army said that nine men were killed.", ["2013-05-05"]),
    ("beside the medium", "The army, in a statement on 5 May, said that nine men were killed.", ["2013-05-05"]),
    ("at the end, behind the sayer", "Nine men were killed, according to the army on 5 May.", ["2013-05-05"]),
    ("inside what is said", "The army said that nine men were killed on 2 May.", [None]),
    ("nowhere", "The army said that nine men were killed.", [None]),
    ("goes on with a pronoun", "The army said on 5 May that nine men were killed. It added that ten men were wounded.", ["2013-05-05", "2013-05-05"]),
    ("goes on with also", "The army said on 5 May that nine men were killed. The army also said that ten men were wounded.", ["2013-05-05", "2013-05-05"]),
    ("a year before the sayer", "In 2014, Ian Orr wrote that nine men were killed.", ["2014"]),
    ("a month before the sayer", "In late June Ian Orr said that nine men were killed.", ["2013-06"]),
    ("a month of something else", "In June the fort fell, and Ian Orr said that nine men were killed.", [None]),
    ("a day of what somebody comments on", "On 5 May the fort fell, with some locals stating that nine men were killed.", [None]),
    ("goes on over another sayer", "The army said on 5 May that nine men were killed. The king said so. The army also said that ten men were wounded.", ["2013-05-05", "2013-05-05"]),
    ("does not go on without a sign", "The army said on 5 May that nine men were killed. The army estimated that ten men were wounded.", ["2013-05-05", None]),
    ("does not go on with another sayer", "The army said on 5 May that nine men were killed. The king said that ten men were wounded.", ["2013-05-05", None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), [pytest.param(text, days, id=label) for label, text, days in DAYS])
def test_a_saying_has_its_day(text: str, days: list[str | None], article_of: Callable[..., Article]) -> None:
    findings = extract_findings(article_of(text, infobox="- Date: 2 May 2013"))
    statements = {one.key: one for one in findings.statements}
    told = [statements[claim.statement] for claim in findings.claims if claim.statement]
    assert [one.when.start if one.when else None for one in told] == days


def test_one_sayer_on_two_days_makes_two_statements(article_of: Callable[..., Article]) -> None:
    text = (
        "The army said on 5 May that nine men were killed. On 6 May, the army said that ten men were killed."
    )
    findings = extract_findings(article_of(text, infobox="- Date: 2 May 2013"))
    assert len({claim.statement for claim in findings.claims}) == 2
    assert len({claim.claimants for claim in findings.claims}) == 1
