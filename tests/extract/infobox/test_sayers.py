"""Who says a figure of the infobox, and whose it is. A wrong sayer is the worst that can happen."""

from collections.abc import Callable, Sequence

import pytest

from testimonia.extract.drafts import InfoboxDraft
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.infobox.sayings import read_saying
from testimonia.extract.tokens import tokenize
from testimonia.model import Article, Passage, When

Row = tuple[object, ...]
Read = Callable[..., list[Row]]
Draft = Callable[..., InfoboxDraft]
Make = Callable[..., Article]

# words of a bracket or heading | speakers, stance; None where nobody is said to
SAYINGS = [
    ("per France and MSA", (["France", "MSA"], "claimed")),
    ("per the Lorn ministry", (["Lorn ministry"], "claimed")),
    ("according to independent observers", (["independent observers"], "claimed")),
    ("Vastland claim", (["Vastland"], "claimed")),
    ("pro-government claim; by 10 May", (["pro-government"], "claimed")),
    ("Rebel/SOHR claim", (["Rebel", "SOHR"], "claimed")),
    ("Lorn sources", (["Lorn sources"], "claimed")),
    ("US estimates", (["US"], "estimated")),
    ("Monitor for Human Rights estimate", (["Monitor for Human Rights"], "estimated")),
    ("October, per Lorn", (["Lorn"], "claimed")),
    ("per European officials, early April", (["European officials"], "claimed")),
    ("at Orrin, per Lorn", (["Lorn"], "claimed")),
    ("claimed by the Allies", (["Allies"], "claimed")),
    ("Lorn estimated", (["Lorn"], "estimated")),
    ("independently confirmed", ([], "confirmed")),
    ("estimated total", ([], "estimated")),
    ("est.", ([], "estimated")),
    ("various claims", ([], "claimed")),
    ("contemporary estimate", ([], "estimated")),
    ("reportedly", ([], "reported")),
    ("see claims", None),
    ("first phase", None),
    ("200 executed", None),
    ("gas plant garrison", None),
    ("as of 12 May", None),
    ("no sources", None),
]  # fmt: skip

# value of casualties2 | low, said by
REACH = [
    ("200 killed, 73 captured (army claim)", "one list, one bracket", [(200, "army"), (73, "army")]),
    ("300 killed, 40 captured, 14 vehicles destroyed, (army claim)", "a bracket behind the last comma", [(300, "army"), (40, "army"), (14, "army")]),
    ("54 killed, 150 killed (per Lorn Times), 35 captured", "rival figures: the bracket is the second's", [(54, ""), (150, "Lorn Times"), (35, "")]),
    ("92 killed, 130 wounded, 300 killed (rebel claim)", "a rival further on", [(92, ""), (130, ""), (300, "rebel")]),
    ("20 killed (per Lorn), 9 captured (per Dawn)", "each has its own", [(20, "Lorn"), (9, "Dawn")]),
    ("None, 30 killed (army claim)", "none is another party's", [(0, ""), (30, "army")]),
    ("431 killed, 1,000 wounded (rebel claim) 1,257 killed, 90 captured (army claim)", "two lists", [(431, "rebel"), (1000, "rebel"), (1257, "army"), (90, "army")]),
    ("Per Lorn: 470+ killed 300+ wounded", "a heading governs all below", [(470, "Lorn"), (300, "Lorn")]),
    ("Per Lorn:, 9 killed, Per Dawn:, 12 killed", "up to the next heading", [(9, "Lorn"), (12, "Dawn")]),
    ("50 killed Per Lorn: 9 captured", "a heading without a boundary before it", [(50, ""), (9, "Lorn")]),
    ("Lorn claim: Heavy Dawn claim: 161+ killed, wounded or captured", "vague before a heading", [(None, "Lorn"), (161, "Dawn")]),
    ("Lorn claim: 90 killed (per Dawn)", "the bracket wins over the heading", [(90, "Dawn")]),
    ("60,000, Rebel claim", "words behind the last figure", [(60000, "Rebel")]),
    ("50 casualties, 80 taken prisoner, According to Lorn data, the rebels lost 42 soldiers", "a sentence of its own", [(50, ""), (80, ""), (42, "Lorn data")]),
    ("700 wounded, dead or missing according to Cox", "words behind the kind", [(700, "Cox")]),
    ("39 killed overall (army claim) 150 claimed killed overall, 68–103 confirmed (rebel claim)", "confirmed among claims", [(39, "army"), (150, "rebel"), (68, "rebel")]),
    ("(Estimated) 500 killed", "a stance without a sayer", [(500, "")]),
]  # fmt: skip


REACH += [
    ("150 killed (Xinhua)", "an outlet alone in brackets", [(150, "Xinhua")]),
    ("150 killed (Lorn Army)", "a party alone in brackets says nothing", [(150, "")]),
    ("12–15 killed (10 per police)", "the bracket has a figure of its own", [(12, ""), (10, "police")]),
    ("38 killed (8 civilians; per SOHR)", "a sayer beside a figure in the bracket", [(38, "SOHR"), (8, "SOHR")]),
    ("20 killed per SOHR, 30 per SANA", "sayers without brackets", [(20, "SOHR"), (30, "SANA")]),
    ("7 dead, 1 missing, presumed dead", "a presumption is no sayer", [(7, ""), (1, "")]),
    ("13 killed [1], 5 wounded [a]", "marks of footnotes", [(13, ""), (5, "")]),
    ("1,200 killed (per Lorn), including 300 officers", "a part is told of its own", [(1200, "Lorn"), (300, "")]),
]  # fmt: skip


def saying(words: str, event: When | None = None) -> tuple[list[str], str] | None:
    passage = Passage(words, range(len(words)), range(1, len(words) + 1), "infobox", 0)
    found = read_saying(passage, tokenize(words), event)
    return ([name.words for name in found.speakers], found.stance) if found else None


@pytest.mark.parametrize(("words", "expected"), SAYINGS, ids=[case[0] for case in SAYINGS])
def test_speakers_and_stance_are_read_from_brackets_and_headings(words: str, expected: object) -> None:
    assert saying(words) == expected


@pytest.mark.parametrize(("value", "why", "expected"), REACH, ids=[case[1] for case in REACH])
def test_a_sayer_reaches_as_far_as_the_layout_says(
    read_value: Read, value: str, why: str, expected: Sequence[Row]
) -> None:
    assert [(row[1], row[5]) for row in read_value("casualties2", value)] == expected, why


def test_a_date_beside_the_sayer_is_the_date_of_saying(draft: Draft) -> None:
    for value in (
        "Per Lorn (as of 5 May): 9 killed",
        "Per Lorn: 9 killed (as of 5 May)",
        "9 killed (per Lorn, as of 5 May)",
    ):
        (claim,) = draft(casualties2=value).claims
        assert claim.saying is not None
        assert claim.saying.when is not None
        assert claim.saying.when.start == "1984-05-05"


def test_a_confirmed_figure_keeps_its_claimant_and_says_so(draft: Draft) -> None:
    *_, confirmed = draft(casualties2="150 killed, 68 confirmed (rebel claim)").claims
    assert (confirmed.measure, confirmed.stance) == ("killed", "confirmed")


def test_an_estimated_figure_is_an_estimate_of_the_article(draft: Draft) -> None:
    (claim,) = draft(casualties2="an estimated 500 killed").claims
    assert (claim.saying, claim.stance) == (None, "estimated")


# value of casualties2 | low, scope
EPISODES = [
    ("22 killed (first phase), 100 killed (second phase)", [(22, "sub"), (100, "sub")]),
    ("70+ killed (5 May only), 32 wounded", [(70, "sub"), (32, "main")]),
    ("dozens killed (final assault)", [(None, "sub")]),
    ("First phase: 12 killed, 3 captured, Total: 40 killed", [(12, "sub"), (3, "sub"), (40, "main")]),
    ("City: 300 killed Relief attempts: 90 killed", [(300, "main"), (90, "sub")]),
    ("3 May: 12 killed", [(12, "sub")]),
    ("Battle of Orrin: 12 killed", [(12, "main")]),
    ("12 killed (by 5 May)", [(12, "main")]),
    ("39 killed in air raids on 6 May", [(39, "sub")]),
    ("39 killed by 6 May", [(39, "main")]),
    ("39 killed on 6 May", [(39, "sub")]),
    ("370 casualties for the final assault", [(370, "sub")]),
    ("900 killed, 500 captured in Orrin alone", [(900, "main"), (500, "sub")]),
    ("900 killed in the battle", [(900, "main")]),
    ("380 dead in the siege (70 executed)", [(380, "sub"), (70, "sub")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), EPISODES, ids=[case[0] for case in EPISODES])
def test_phases_and_days_make_a_figure_a_part_of_the_event(
    draft: Draft, value: str, expected: Sequence[Row]
) -> None:
    assert [(c.quantity.low, c.scope) for c in draft(casualties2=value).claims] == expected


def test_a_phase_before_a_sayer_holds_for_the_same_figures(draft: Draft) -> None:
    claims = draft(strength2="1,000 soldiers, 300 trucks (2nd phase) (rebel claim)").claims
    assert [c.scope for c in claims] == ["sub", "sub"]


def test_an_event_of_one_day_has_no_parts(draft: Draft) -> None:
    (claim,) = draft(date="3 May 1984", casualties2="39 killed in the raid").claims
    assert claim.scope == "main"


def test_a_dated_strength_is_still_the_events(draft: Draft) -> None:
    assert [c.scope for c in draft(strength2="3 May: 2,000 men, 9 May: 3,000 men").claims] == ["main", "main"]


def test_below_one_sayer_a_name_that_the_article_lets_speak_is_another(make_plain: Make) -> None:
    lines = {
        "combatant1": "Vastland",
        "combatant2": "Dawn",
        "casualties2": "Per Lorn: 12 killed, Ash Watch: 9 killed, Orrin: 3 killed",
    }
    claims = extract_infobox(make_plain(lines, "According to Ash Watch, nine died in all of Orrin.")).claims
    assert [c.saying and [n.words for n in c.saying.speakers] for c in claims] == [
        ["Lorn"],
        ["Ash Watch"],
        ["Ash Watch"],
    ]


def test_a_cited_author_may_stand_alone_in_brackets(make_wikitext: Make) -> None:
    lines = {"combatant1": "Vastland", "combatant2": "Dawn", "casualties1": "60,000 killed (Birch)"}
    (claim,) = extract_infobox(
        make_wikitext(lines, "Text.<ref>{{cite book |last=Birch |title=Orrin}}</ref>")
    ).claims
    assert claim.saying is not None
    assert [name.words for name in claim.saying.speakers] == ["Birch"]


def test_authors_whom_references_name_are_sayers(make_wikitext: Make) -> None:
    value = "'''Ashe''':{{sfn|Ashe|1999|p=2}}<br>450 casualties<br>'''Birch''':<br>26 killed<br>'''Northern Front''':<br>9 killed"
    lines = {
        "conflict": "Battle of Orrin",
        "combatant1": "Vastland",
        "combatant2": "Northern Front",
        "casualties2": value,
    }
    claims = extract_infobox(make_wikitext(lines)).claims
    said = [[n.words for n in c.saying.speakers] if c.saying else [] for c in claims]
    assert said[:2] == [["Ashe"], ["Birch"]]
    assert [n.words for n in claims[2].parties] == ["Northern Front"]
