"""The same article as wikitext and in the plain form gives the same claims.

They differ in spans, and in what flags and links add: whose a figure is where only a flag tells, and the
fuller name behind a link. The plain form is made here from what a reader sees of the wikitext.
"""

from collections import Counter
from pathlib import Path

import pytest

from testimonia.extract import extract_findings
from testimonia.model import Article, Claim, Findings
from testimonia.read import read_article, read_path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

RAID = """{{Infobox military conflict
| conflict = Raid on Alder Ford
| partof = the [[Ford War]]
| date = {{start date|1912|5|4|df=y}}
| place = [[Alder Ford]], [[Aldershire]]
| result = Alder victory{{efn|Disputed.}}
| combatant1 = {{flagcountry|Alder}}
* [[Alder Guard]]
| combatant2 = {{flagicon image|Flag of Ruland.svg}} [[Ruland]]
| commander1 = {{flagicon|Alder}} [[Ann Roe]]{{KIA}}
| commander2 = {{ubl|[[Bo Hale]] {{POW}}|[[Cy Dunn|C. Dunn]]}}
| strength1 = {{circa|4,000}} men<ref name="roe">{{cite book|last=Roe|year=1950|title=Fords}}</ref><br>12 guns
| strength2 = {{plainlist|
* 3,000–3,500 men
* 20 tanks
}}
| casualties1 = {{nowrap|120 killed}}<br/>340 wounded{{sfn|Roe|1950|p=7}}<br/>{{flagicon|Estmark}} 5 killed
| casualties2 = '''Alder claim:'''<br>600+ killed or wounded, 40 captured
| casualties3 = 12 civilians killed
}}
{{Campaignbox Ford War}}
The '''Raid on [[Alder Ford]]''' took place on 4 May 1912. [[File:Ford.jpg|thumb|The ford in 1900]]

== Raid ==
The [[Ruland|Ruland army]] crossed {{convert|3|km|mi}} of hills.<ref name="roe" /> According to the [[Alder Guard]],
''at least'' nine riders were killed{{efn|Others say ten.}} and two dozen were wounded<!-- check -->.

* Bo Hale said on 6 May that 30 to 40 of the guards had been captured.
* Some 200&nbsp;villagers fled.

=== Aftermath ===
No guards were killed by the shelling.<ref>Letter</ref> Ruland lost {{nowrap|four tanks}}.
"""
BOMBING = """{{Infobox civilian attack
| title = 2003 Orun market bombing
| location = [[Orun]], Ruland
| date = {{start date|2003|3|9}}
| type = Bombing
| fatalities = 14 (including the bomber)
| injuries = 30+
| perpetrators = [[Dawn Front]]
}}
On 9 March 2003, a bomb killed fourteen people at a market in [[Orun]].{{cn|date=May 2020}} The [[Ministry of Health (Ruland)|health ministry]] said
that more than thirty people had been injured.

{| class="wikitable"
! Ward !! Dead
|-
| North || 9
|}
Police estimated that "several" shops were destroyed.
"""
AMBUSH = """The '''Hill ambush''' was an attack by [[Hill Riders]] on a patrol of the [[Ruland Army]] on 2 June 1999.
Five soldiers and one officer were killed,{{sfnm|Roe|1999|1p=3|Hale|2001|2p=8}} the army said; the riders claimed to have killed "more than twenty".

==Casualties==
The ''Orun Gazette'' reported 6 dead and 11 wounded on 3 June.
"""
FIXTURES = {"a battle": RAID, "a bombing": BOMBING, "an ambush without infobox": AMBUSH}


def plain_form(article: Article) -> str:
    """Write an article in the plain form, as converters do: what a reader sees, without tables."""
    lines = [f"= {article.title} =", ""]
    if article.parameters:
        lines.append("Infobox")
        values = ((one.key.capitalize(), one.passage.shown.replace("\n", ", ")) for one in article.parameters)
        lines += [f"- {key}: {value}" for key, value in values if value] + [""]
    section = 0
    for passage in article.passages:
        if passage.zone in ("table", "caption"):
            continue
        while section < passage.section:
            section += 1
            signs = "=" * article.sections[section].level
            lines.append(f"{signs} {article.sections[section].title} {signs}")
        lines += [("* " if passage.item else "") + passage.shown.replace("\n", " "), ""]
    return "\n".join(lines)


def told(article: Article, *, fully: bool) -> Counter[tuple[object, ...]]:
    """Give the claims of an article, as `rows` does."""
    return rows(extract_findings(article), fully=fully)


def rows(findings: Findings, *, fully: bool) -> Counter[tuple[object, ...]]:
    """Give the claims of infobox and running text: how many of what, says how; `fully` of whom, says who."""
    labels = {actor.key: actor.label for actor in findings.actors}
    statements = {statement.key: statement for statement in findings.statements}

    def row(claim: Claim) -> tuple[object, ...]:
        quantity, statement = claim.quantity, statements.get(claim.statement or "")
        figure = (
            claim.zone,
            claim.measure,
            quantity.kind,
            quantity.low,
            quantity.high,
            quantity.wording,
            claim.item,
        )
        said = statement.when.start if statement and statement.when else None
        voice = (
            claim.stance,
            said,
            statement.medium if statement else None,
            len(claim.claimants),
            claim.category,
        )
        by_flag = claim.party_basis in ("flag", "order")
        whose = (
            (None,)
            if by_flag
            else (claim.side, claim.scope, tuple(sorted(labels[key] for key in claim.parties)))
        )
        return (
            (*figure, *voice, *whose, tuple(labels[key] for key in claim.claimants))
            if fully
            else figure + voice
        )

    return Counter(row(claim) for claim in findings.claims if claim.zone not in ("table", "caption"))


@pytest.mark.parametrize("why", FIXTURES)
def test_both_forms_give_the_same_claims(why: str) -> None:
    wikitext = read_article(FIXTURES[why], form="wikitext", source="Article.wikitext")
    plain = read_article(plain_form(wikitext), form="plain")
    assert told(plain, fully=False) == told(wikitext, fully=False)
    only_wikitext = told(wikitext, fully=True) - told(plain, fully=True)
    assert only_wikitext.total() == FIXTURES[why].count("{{flagicon|Estmark}} 5")  # whose five they are
    assert told(wikitext, fully=True).total() >= 4


def test_what_a_flag_adds_is_whose_the_figure_is() -> None:
    wikitext = read_article(RAID)
    findings = extract_findings(wikitext)
    flagged = [claim for claim in findings.claims if claim.party_basis == "flag"]
    labels = {actor.key: actor.label for actor in findings.actors}
    assert [(claim.quantity.low, [labels[key] for key in claim.parties]) for claim in flagged] == [
        (5, ["Estmark"])
    ]


def test_what_a_link_adds_is_the_title_behind_the_words() -> None:
    actors = {actor.label: actor.link for actor in extract_findings(read_article(RAID)).actors}
    assert actors["Alder Guard"] == "Alder Guard"
    assert actors["C. Dunn"] == "Cy Dunn"
    plain = read_article(plain_form(read_article(RAID)), form="plain")
    assert {actor.link for actor in extract_findings(plain).actors} == {None}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")
def test_both_forms_of_real_pages_give_the_same_claims() -> None:
    count, figures, whole = 0, 0, 0
    for path in sorted(CORPUS.glob("unlabelled/wikitext/*.wikitext"))[::60]:
        wikitext = read_path(path)
        plain = read_article(plain_form(wikitext), form="plain", source=path.name)
        one, other = extract_findings(wikitext), extract_findings(plain)
        count += rows(one, fully=True).total()
        figures += (rows(one, fully=False) - rows(other, fully=False)).total()
        whole += (rows(one, fully=True) - rows(other, fully=True)).total()
    assert count > 50
    assert figures <= count / 200, "how many of what, says how"
    assert whole <= count / 15, "with whose names and sides links tell"


def test_below_a_ruled_line_no_flag_above_it_holds() -> None:
    page = (
        "{{Infobox military conflict\n| conflict = A\n| combatant1 = [[Ruland]]\n| combatant2 = [[Estmark]]\n"
        "| casualties1 = {{ubl|{{flagicon|Ruland}} 40 killed\n----\n|900 aircraft destroyed}}\n}}\nIt was [[war]]."
    )
    told_by = [
        (claim.quantity.low, claim.party_basis) for claim in extract_findings(read_article(page)).claims
    ]
    assert told_by == [(40, "flag"), (900, "none")]
