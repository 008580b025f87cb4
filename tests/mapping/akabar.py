"""The findings of examples/battle-of-akabar.txt, written by hand: what a careful reader takes from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from testimonia.model import (
    Actor,
    Article,
    Assertion,
    Claim,
    Event,
    Findings,
    Happening,
    Office,
    Parameter,
    Participation,
    Passage,
    Place,
    Quantity,
    Relation,
    Section,
    Side,
    Span,
    Statement,
    Unexplained,
    When,
)  # fmt: skip

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "examples" / "battle-of-akabar.txt").read_text(encoding="utf-8")


def at(words: str, within: str | None = None) -> Span:
    """The span of some words, inside other words that stand once in the text."""
    around = within or words
    assert TEXT.count(around) >= 1, around
    start = TEXT.index(around) + around.index(words)
    return Span(start, start + len(words))


def around(span: Span) -> Span:
    """The infobox line, or the sentence, around a span."""
    begin, end = TEXT.rfind("\n", 0, span.start) + 1, TEXT.index("\n", span.end)
    if not TEXT.startswith("- ", begin):
        begin = max(begin, TEXT.rfind(". ", 0, span.start) + 2)
        stop = TEXT.find(". ", span.end, end)
        end = stop + 1 if stop >= 0 else end
    return Span(begin, end)


# --- the article --------------------------------------------------------------------------------


def _passage(span: Span, zone: str, section: int) -> Passage:
    starts = range(span.start, span.end)
    return Passage(TEXT[span.start : span.end], starts, range(span.start + 1, span.end + 1), zone, section)  # type: ignore[arg-type]


def _article() -> Article:
    heads = [
        at("= Battle of Akabar ="),
        *(at(f"== {name} ==") for name in ("Prelude", "Battle", "Aftermath")),
    ]
    bounds = [0, *(head.start for head in heads[1:]), len(TEXT)]
    titles = ["Battle of Akabar", "Prelude", "Battle", "Aftermath"]
    sections = tuple(
        Section(title, 2 if n else 0, Span(bounds[n], bounds[n + 1]), (title,))
        for n, title in enumerate(titles)
    )
    parameters, passages, offset = [], [], 0
    for line in TEXT.splitlines(keepends=True):
        words = line.rstrip("\n")
        span = Span(offset, offset + len(words))
        section = sum(offset >= begin for begin in bounds[1:-1])
        if words.startswith("- "):
            key, _, value = words.removeprefix("- ").partition(": ")
            passage = _passage(Span(span.end - len(value), span.end), "infobox", section)
            parameters.append(Parameter(key.lower(), passage, span))
        elif words and not words.startswith("=") and words != "Infobox":
            passages.append(_passage(span, "prose" if section else "lead", section))
        offset += len(line)
    return Article(
        text=TEXT, title="Battle of Akabar", form="plain", sections=sections, passages=tuple(passages),
        parameters=tuple(parameters), source="examples/battle-of-akabar.txt", infobox="infobox",
    )  # fmt: skip


ARTICLE = _article()

# --- who, where, what ---------------------------------------------------------------------------

FLAGS = "- Casualties1: None, 1 killed, 2 wounded, border|20pxborder|20px 3 killed, 5 wounded"
FRENCH_STAFF = "The French general staff stated on April 5"
MSA_STATEMENT = "The MSA released a statement on April 1"
INTERVIEW = "The leader of the MSA, in an interview with RFI on April 23, claimed"
GUIBERT = "Bruno Guibert, the commander-in-chief of Operation Barkhane, stated"


def day(date: str, words: str, within: str, inherited: str | None = None) -> When:
    return When(date, date, at(words, within), inherited)


EVENTS = (
    Event(
        "akabar", "Battle of Akabar", "battle", at("Battle of Akabar"), main=True,
        when=day("2018-04-01", "April 1, 2018", "- Date: April 1, 2018"), places=("akabar", "menaka", "mali"),
        part_of=("war",), result="Franco-Malian-Tuareg victory",
    ),
    Event("war", "Mali War", "war", at("Mali War")),
)  # fmt: skip

PLACES = (
    Place("akabar", "Akabar", at("Akabar", "Place: Akabar"), within="menaka"),
    Place("menaka", "Menaka Cercle", at("Menaka Cercle"), within="mali"),
    Place("mali", "Mali", at("Mali", "Cercle, Mali")),
)

ACTORS = (
    Actor("france", "France", "state", at("France"), side=1, rule="actors.infobox"),
    Actor("mali", "Mali", "state", at("Mali", "France, Mali"), side=1, rule="actors.infobox"),
    Actor("msa", "Movement for the Salvation of Azawad", "armed group", at("Movement for the Salvation of Azawad"), ("MSA",), side=1, rule="actors.infobox"),
    Actor("gatia", "Imghad Tuareg Self-Defense Group and Allies", "armed group", at("Imghad Tuareg Self-Defense Group and Allies"), ("GATIA",), side=1, rule="actors.infobox"),
    Actor("isgs", "Islamic State in the Greater Sahara", "armed group", at("Islamic State in the Greater Sahara"), ("ISGS",), side=2, rule="actors.infobox"),
    Actor("jnim", "Jama'at Nasr al-Islam wal Muslimin", "coalition", at("Jama'at Nasr al-Islam wal Muslimin"), ("JNIM",), side=2, also=("armed group",), rule="actors.infobox"),
    Actor("staff", "French general staff", "organisation", at("French general staff"), member_of=("france",), rule="actors.speaker"),
    Actor("government", "French government", "organisation", at("French government"), member_of=("france",), rule="actors.speaker"),
    Actor("leader", "leader of the MSA", "person", at("leader of the MSA"), office=Office("leader of the MSA", "msa"), rule="actors.office"),
    Actor("rfi", "RFI", "media", at("RFI"), rule="actors.outlet"),
    Actor("barkhane", "Operation Barkhane", "state force", at("Operation Barkhane"), rule="actors.office"),
    Actor("guibert", "Bruno Guibert", "person", at("Bruno Guibert"), office=Office("commander-in-chief of Operation Barkhane", "barkhane"), rule="actors.office"),
    Actor("french", "French forces", "described group", at("French", "no French losses"), side=1, aligned_to=("france",), rule="actors.described"),
    Actor("soldiers", "Malian soldiers", "described group", at("Malian soldiers", "Malian soldiers were"), side=1, aligned_to=("mali",), rule="actors.described"),
    Actor("fighters", "MSA and GATIA fighters", "described group", at("MSA and GATIA fighters", "three MSA and GATIA fighters"), side=1, aligned_to=("msa", "gatia"), rule="actors.described"),
    Actor("tuareg", "Tuareg fighters", "described group", at("Tuareg fighters"), side=1, aligned_to=("msa", "gatia"), rule="actors.described"),
    Actor("jihadists", "jihadists", "described group", at("jihadists", "thirty jihadists"), side=2, aligned_to=("isgs", "jnim"), rule="actors.described"),
    Actor("bandits", '"bandits"', "described group", at('"bandits"'), side=2, rule="actors.described"),
)  # fmt: skip

SIDES = (
    Side(1, "akabar", at("France, Mali, MSA, border|20pxGATIA")),
    Side(2, "akabar", at("Islamic State in the Greater Sahara, Jama'at Nasr al-Islam wal Muslimin")),
)

PARTICIPATIONS = tuple(
    Participation(actor, "akabar", "belligerent", side, at(words, line), "infobox.combatant", 0.95)
    for actor, side, words, line in (
        ("france", 1, "France", "Combatant1: France"),
        ("mali", 1, "Mali", "France, Mali"),
        ("msa", 1, "MSA", "Mali, MSA"),
        ("gatia", 1, "GATIA", "pxGATIA"),
        ("isgs", 2, "Islamic State in the Greater Sahara", "Combatant2: Islamic State in the Greater Sahara"),
        ("jnim", 2, "Jama'at Nasr al-Islam wal Muslimin", "Sahara, Jama'at Nasr al-Islam wal Muslimin"),
    )
)

STATEMENTS = (
    Statement("staff", ("staff",), at(FRENCH_STAFF), ("france",), day("2018-04-05", "April 5", FRENCH_STAFF, "year of the event")),
    Statement("government", ("government",), at("The French government also estimated"), ("france",)),
    Statement("msa", ("msa",), at(MSA_STATEMENT), (), day("2018-04-01", "April 1", MSA_STATEMENT, "year of the event"), "statement", "statement"),
    Statement("leader", ("leader",), at(INTERVIEW), ("msa",), day("2018-04-23", "April 23", INTERVIEW, "year of the event"), "interview with RFI", "interview", "rfi"),
    Statement("guibert", ("guibert",), at(GUIBERT), ("barkhane",)),
)  # fmt: skip

# --- claims -------------------------------------------------------------------------------------


def exact(number: int, words: str) -> Quantity:
    return Quantity("exact", number, number, words)


def vague(words: str, wording: str) -> Quantity:
    return Quantity("vague", None, None, words, wording)


def box(measure: str, quantity: Quantity, span: Span, side: int, **more: object) -> Claim:
    """A claim of the infobox about the people of a side."""
    fields: dict[str, object] = {
        "rule": "infobox.casualties",
        "confidence": 0.95,
        "side": side,
        "category": "combatants",
        "zone": "infobox",
    }
    return Claim(measure, quantity, "akabar", span, around(span), **(fields | more))  # type: ignore[arg-type]


def said(
    measure: str, quantity: Quantity, words: str, party: str, side: int, statement: str | None, **more: object
) -> Claim:
    """A claim of the prose, made in a statement or in the article's own voice."""
    speakers = {one.key: one.speakers for one in STATEMENTS}
    fields: dict[str, object] = {
        "rule": "prose.state-that", "confidence": 0.93, "parties": (party,), "side": side, "category": "combatants",
        "party_basis": "described", "claimants": speakers[statement] if statement else (),
        "stance": "claimed" if statement else "unmarked", "statement": statement,
    }  # fmt: skip
    return Claim(measure, quantity, "akabar", at(words), around(at(words)), **(fields | more))  # type: ignore[arg-type]


BY_ORDER = {"rule": "infobox.casualties.flag-order", "confidence": 0.6, "party_basis": "order"}
PER = {"rule": "infobox.casualties.per", "confidence": 0.92, "stance": "claimed"}

CLAIMS = (
    box("strength", Quantity("unknown", None, None, "Unknown", "Unknown"), at("Unknown"), 1, rule="infobox.strength"),
    box("strength", Quantity("approximate", 60, 60, "~60"), at("~60"), 2, rule="infobox.strength"),
    box("losses", Quantity("none", 0, 0, "None"), at("None", FLAGS), 1, parties=("france",), **BY_ORDER),
    box("killed", exact(1, "1"), at("1 killed", FLAGS), 1, parties=("mali",), **BY_ORDER),
    box("wounded", exact(2, "2"), at("2 wounded", FLAGS), 1, parties=("mali",), **BY_ORDER),
    box("killed", exact(3, "3"), at("3 killed", FLAGS), 1, parties=("msa", "gatia"), **BY_ORDER),
    box("wounded", exact(5, "5"), at("5 wounded", FLAGS), 1, parties=("msa", "gatia"), **BY_ORDER),
    box("killed", Quantity("range", 20, 30, "20-30"), at("20-30 killed"), 2, claimants=("france", "msa"), **PER),
    box("captured", vague("Several", "Several"), at("Several captured"), 2, claimants=("msa",), **PER),
    said("strength", exact(60, "sixty"), "sixty ISGS militants", "isgs", 2, None, rule="prose.strength"),
    said("losses", Quantity("none", 0, 0, "no"), "no French losses", "french", 1, "staff"),
    said("killed", vague("Malian soldiers", "some"), "Malian soldiers were killed", "soldiers", 1, "staff"),
    said("neutralised", exact(30, "thirty"), 'thirty jihadists were "neutralized"', "jihadists", 2, "government", stance="estimated"),
    said("killed", exact(20, "twenty"), 'twenty "bandits" had been killed', "bandits", 2, "msa"),
    said("captured", vague("some", "some"), "some were captured", "bandits", 2, "msa"),
    said("killed", exact(3, "three"), "three MSA and GATIA fighters were killed", "fighters", 1, "msa"),
    said("wounded", exact(5, "five"), "five injured", "fighters", 1, "msa"),
    said("killed", Quantity("lower_bound", 12, None, "over a dozen"), "over a dozen Tuareg fighters had been killed", "tuareg", 1, "leader"),
    said("killed", Quantity("range", 30, 40, "30 to 40"), "30 to 40 jihadists had been killed", "jihadists", 2, "leader"),
)  # fmt: skip


def says(kind: str, text: str, words: str, within: str | None = None, **more: object) -> Assertion:
    span = at(words, within)
    fields: dict[str, object] = {
        "rule": f"infobox.{more.get('property') or kind}",
        "confidence": 0.95,
        "zone": "infobox",
    }
    return Assertion(kind, "akabar", text, span, around(span), **(fields | more))  # type: ignore[arg-type]


BY_GUIBERT: dict[str, Any] = {
    "claimants": ("guibert",),
    "stance": "claimed",
    "statement": "guibert",
    "zone": "prose",
    "rule": "prose.state-that",
}

ASSERTIONS = (
    says("attribute", "The event took place on 1 April 2018.", "April 1, 2018", "Date: April 1, 2018", property="time", value="2018-04-01"),
    says("attribute", "The event took place on 1 April 2018.", "took place on April 1, 2018", property="time", value="2018-04-01", rule="lead.took-place", zone="lead"),
    says("attribute", "The event took place at Akabar.", "Akabar, Menaka Cercle, Mali", property="place", value="akabar"),
    says("attribute", "The event is part of the Mali War.", "Mali War", property="part_of", value="war"),
    says("outcome", "Side 1 prevailed.", "Franco-Malian-Tuareg victory", value="Franco-Malian-Tuareg victory", winner=1),
    says("participation", "JNIM and ISGS fought the battle together.", "the battle was fought jointly by JNIM and ISGS", parties=("jnim", "isgs"), side=2, **BY_GUIBERT),
    says("characterisation", "The attack was jointly planned.", "the attack was not jointly planned by either group", polarity="negated", **BY_GUIBERT),
)  # fmt: skip

# --- the timeline, what stayed unexplained, how claims relate -----------------------------------


def told(
    kind: str,
    date: str,
    words: str,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    inherited: str | None = None,
) -> Happening:
    when = When(date, date, None, inherited)
    return Happening(kind, when, at(words), around(at(words)), f"timeline.{kind}", 0.9, actors, places)  # type: ignore[arg-type]


HAPPENINGS = (
    told("attack", "2018-03-28", "on March 28, 2018, joint Franco-Malian forces launched an operation to combat JNIM and ISGS", ("joint Franco-Malian forces", "JNIM", "ISGS")),
    told("clash", "2018-04-01", "A skirmish broke out near the village of Akabar on April 1, 2018", (), ("Akabar",)),
    told("deployment", "2018-04-02", "The troops returned the following morning to conduct reconnaissance", ("The troops",), inherited="the following morning"),
    told("statement", "2018-04-05", "The French general staff stated on April 5 that there were no French losses", ("the French general staff",), inherited="year of the event"),
)  # fmt: skip

UNEXPLAINED = (
    Unexplained(
        at("five", "a coalition of five al-Qaeda"),
        around(at("a coalition of five al-Qaeda")),
        "No measure was found beside the figure.",
    ),
)

RELATIONS = (
    Relation(
        "contradicts",
        13,
        18,
        "Both count the killed of side 2; 20 and 30 to 40 do not meet.",
        "compare.bounds-disjoint",
    ),
    Relation("agrees", 5, 15, "Both count 3 killed of the same parties.", "compare.bounds-equal"),
    Relation("revises", 18, 13, "The same speaker said it later.", "compare.later"),
    Relation("summarises", 7, 13, "The figure of the infobox covers that of the prose.", "compare.hull"),
    Relation("not_comparable", 12, 13, "Neutralised is not killed.", "compare.measures"),
)

FINDINGS = Findings(
    events=EVENTS, sides=SIDES, actors=ACTORS, places=PLACES, participations=PARTICIPATIONS, statements=STATEMENTS,
    claims=CLAIMS, assertions=ASSERTIONS, happenings=HAPPENINGS, unexplained=UNEXPLAINED, relations=RELATIONS,
)  # fmt: skip
