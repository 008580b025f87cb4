"""Whose figure it is: sayers of single counts, where cues, brackets and clauses meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

CASES = [
    # a verb in the present behind a name, though it could be a plural noun
    ("Poe estimates 20 men dead.", [("20 men dead", "Poe")]),
    ("Poe estimates Orr's casualties at 20.", [("casualties at 20", "Poe")]),
    ("Sources report 20 dead.", [("20 dead", "Sources")]),
    ("Ann Roe and Ian Orr place total losses at 20.", [("total losses at 20", "Ann Roe|Ian Orr")]),
    ("Roeland estimates of the dead reached 20 men killed.", [("20 men killed", "Roeland")]),
    ("The news of a record bag of 20 tanks came.", [("20 tanks", "")]),
    # who tells it
    ("One of the old commanders, Duke Ian Orr, wrote that the army had 900 soldiers.", [("900 soldiers", "Ian Orr")]),
    ("Colonel Roe, leading the 2nd Brigade, which held the ford, stated that 20 men fell.", [("20 men fell", "Roe")]),
    ("Ian Orr in his report to Dale mentioned 20 men killed.", [("20 men killed", "Ian Orr")]),
    ("The envoy to Dale reported 20 men killed.", [("20 men killed", "envoy")]),
    (
        "Ann Roe said that two men fell, and Ian Orr, the mayor of Dale, reporting that nine men fell.",
        [("two men fell", "Ann Roe"), ("nine men fell", "Ian Orr")],
    ),
    ("A band founded by Roe, a militia established by Orr that hunted the clans, killed 12 villagers.", [("killed 12 villagers", "")]),
    ("The Ministry of Trade and Industry says that 20 men fell.", [("20 men fell", "Ministry of Trade and Industry")]),
    ("The Ministry of Trade and the police said that 20 men fell.", [("20 men fell", "Ministry of Trade|police")]),
    ("According to the Ministry of Trade and Industry, 20 men fell.", [("20 men fell", "Ministry of Trade and Industry")]),
    ("According to researcher and author Ian Orr, 20 men fell.", [("20 men fell", "Ian Orr")]),
    ("It was possible for nine tanks to be claimed by more than one pilot.", [("nine tanks to be claimed", "")]),
    ("In May Orr reported in Dale with 20 tanks.", [("20 tanks", "")]),
    ("Ian Orr reported from Dale that 20 tanks were lost.", [("20 tanks were lost", "Ian Orr")]),
    ('"Our men," wrote Ian Orr, "killed nine guards."', [("killed nine guards", "Ian Orr")]),
    ("Nine guards fell, wrote Ian Orr, who had killed two men.", [("Nine guards fell", "Ian Orr"), ("killed two men", "")]),
    ("Dale's records indicate the loss of 20 tanks.", [("the loss of 20 tanks", "Dale")]),
    ("According to the Dale order of battle, the corps had 20 tanks.", [("20 tanks", "Dale order of battle")]),
    ("According to the army's order, the corps had 20 tanks.", [("20 tanks", "")]),
    # sums are nobody's saying
    ("He fielded 700 infantry, to give a force of 900 men.", [("700 infantry", ""), ("900 men", "")]),
    ("Dale fielded 30 guns and Roe 40 guns, giving a total of 70 guns.", [("30 guns", ""), ("a total of 70 guns", "")]),
    # how far it reaches
    ("According to the army, two men fell; nine men drowned.", [("two men fell", "army"), ("nine men drowned", "army")]),
    ("The army said that two men fell; nine men drowned.", [("two men fell", "army"), ("nine men drowned", "")]),
    ("The army said the clans had tried to land, but were repulsed with nine men killed.", [("nine men killed", "army")]),
    ("The army reported nine men dead and by 6 June the brigade had lost 40 men.", [("nine men dead", "army"), ("lost 40 men", "")]),
    ("The army reported nine men killed and 40 men wounded.", [("nine men killed", "army"), ("40 men wounded", "army")]),
    ("While the army reported nine men killed, the clans lost 40 men.", [("nine men killed", "army"), ("lost 40 men", "")]),
    ("The army claimed to have taken the ford, which left nine men dead.", [("nine men dead", "")]),
    ("He was met by a crowd who assumed they were at war and the clans killed nine men.", [("killed nine men", "")]),
    ("The clans had nine men killed, according to some sources even 40.", [("nine men killed", ""), ("40", "sources")]),
    ("The result, according to the army's statement: nine men killed.", [("nine men killed", "army")]),
    # quoted paragraphs
    ('Ann Roe narrates how:\n\n"Nine men fell. All drowned; 40 men were captured."\n\nThe clans lost 20 men.', [("Nine men fell", "Ann Roe"), ("40 men were captured", "Ann Roe"), ("lost 20 men", "")]),
    ('Ann Roe described it as such...\n\n"The clans lost nine men."', [("lost nine men", "Ann Roe")]),
    ('The clans came back to the ford:\n\n"Nine men fell."', [("Nine men fell", "")]),
    # brackets
    ("The army reported losing 400 men (including 70 men killed).", [("losing 400 men", "army"), ("70 men killed", "army")]),
    ("The army claimed 30 tanks destroyed (in reality nine tanks were destroyed).", [("claimed 30 tanks", "army"), ("nine tanks were destroyed", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [pytest.param(*case, id=case[0]) for case in CASES])
def test_a_count_has_the_sayer_whose_figure_it_is(
    text: str, said: list[tuple[str, str]], article_of: Callable[..., Article]
) -> None:
    article = article_of(text)
    findings = extract_findings(article)
    labels = {actor.key: actor.label for actor in findings.actors}
    found = [
        (article.quote(one.span), "|".join(labels[key] for key in one.claimants)) for one in findings.claims
    ]
    assert found == said
