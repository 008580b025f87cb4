"""From a count and who says it to the draft of a claim: party, stance, date and scope.

An elided figure takes its party from the count before it ("three guards were killed, and five
injured"); a pronoun stands for the last party or speaker; "its own" for the one who speaks.
"""

from dataclasses import replace

from testimonia.extract.chapters import camp_of_title
from testimonia.extract.civilians import civilian_title
from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import ClaimDraft, Saying, those
from testimonia.extract.leaning import refers_back, takes_up
from testimonia.extract.margins import margin_of, measure_in
from testimonia.extract.memory import Memory
from testimonia.extract.mentioned import Circumstances, Mentioned
from testimonia.extract.parties import name_party
from testimonia.extract.prose import Found, Scene
from testimonia.extract.scopes import scope_of
from testimonia.extract.setting import Setting
from testimonia.model import Span, Stance, When

__all__ = ["draft_claim"]

_ATTACKS = frozenset({"attack", "airstrike"})
_HARMED = frozenset({"killed", "wounded", "captured", "missing", "displaced"})


def draft_claim(
    scene: Scene, one: Found, saying: Saying | None, entry: DatedSentence, setting: Setting, memory: Memory
) -> ClaimDraft:
    """Draft the claim of a count: of whom, said how, of which event; the memory keeps its party."""
    sentence = scene.sentence
    if one.quantity.kind == "not_reported" and saying is not None and not saying.speakers:
        saying = None  # "no casualties were reported": nobody says anything
    party = _party(scene, one, saying, setting, memory)
    when = _happened(one, entry, saying)
    margin = margin_of(setting.article, sentence)
    return ClaimDraft(
        measure_in(margin, scene, one),
        one.quantity,
        _balanced(scene, one),
        sentence.span,
        one.rule,
        sentence.zone,
        parties=party.named,
        side=margin.side if margin is not None and party.category != "civilians" else None,
        category=party.category,
        party_basis=party.basis,
        saying=saying,
        stance=_stance(one, saying),
        scope="main" if margin is not None else scope_of(entry, when, one, saying, setting),
        item=one.item,
        when=when,
        figure=sentence.source(one.figure.first, one.figure.last) if one.figure else None,
        doer=party.doer,
        own=party.own,
        holder=party.holder,
        topic=party.topic,
        helpless=party.helpless,
        heading=camp_of_title(setting.article, sentence.passage.section),
        introduced=memory.introduction(sentence),
        total=_balanced(scene, one.whole) if one.whole is not None else None,
    )


def _party(scene: Scene, one: Found, saying: Saying | None, setting: Setting, memory: Memory) -> Mentioned:
    """Name the party of a count, and keep it for the counts that refer back to it."""
    sentence = scene.sentence
    party = name_party(one, _circumstances(scene, one, saying, memory))
    tabled = memory.tabled(sentence)
    if tabled is not None and tabled.says(party.named):  # "Roe ministry 20 killed": not the ministry's men
        party = replace(party, named=those(tabled.whose))
    helpless = _is_of_civilians(setting) or (tabled is not None and tabled.civilians)
    if helpless and party.category == "unknown" and one.measure in _HARMED:
        party = replace(party, helpless=True)  # whoever is not told to fight
    if (party.named or party.own) and one.whole is None:
        memory.party = party  # "nine men, including two scouts, fell, and ten were hurt": ten men
        memory.told = sentence.paragraph, party
        memory.several = sentence.order if one.quantity.high != 1 else -1
    return party


def _is_of_civilians(setting: Setting) -> bool:
    """Tell massacres, and attacks on a civilian place."""
    attack = setting.kind in _ATTACKS and civilian_title(setting.article.title)
    return setting.kind == "massacre" or attack


def _circumstances(scene: Scene, one: Found, saying: Saying | None, memory: Memory) -> Circumstances:
    """Gather what can tell a count's party; one that refers back may take that of a sentence before."""
    before = memory.party
    if before is None and memory.told is not None and refers_back(scene, one):
        paragraph, party = memory.told
        near = memory.several == scene.sentence.order - 1 or not takes_up(scene, one)
        before = party if paragraph == scene.sentence.paragraph and near else None
    label = memory.label_of(scene.sentence)
    return Circumstances(scene, saying, before, memory.focus, label, memory.opener)


def _stance(one: Found, saying: Saying | None) -> Stance:
    """Give the stance of the saying; a figure that is called an estimate is one, unless more is said."""
    if one.estimated and (saying is None or saying.stance == "claimed"):
        return "estimated"
    return saying.stance if saying is not None else "unmarked"


def _happened(one: Found, entry: DatedSentence, saying: Saying | None) -> When | None:
    """Give the date of the harm: the nearest date of the sentence that does not date the saying."""
    said = saying.when.span if saying and saying.when else None
    dates = [d for d in entry.dates if d.when.span != said]
    if (
        saying is not None
        and saying.speakers
        and saying.span.end <= entry.sentence.source(one.first, one.last).start
    ):
        dates = [d for d in dates if d.when.span is not None and d.when.span.start >= saying.span.end]
    return min(dates, key=lambda d: abs(d.mention.first - one.first), default=None).when if dates else None  # type: ignore[union-attr]


def _balanced(scene: Scene, one: Found) -> Span:
    """Give the span of the quote, with the closing quotation mark of one that it opens."""
    tokens, last = scene.sentence.tokens, one.last
    marks = sum(tokens[at].text in {'"', "“", "”"} for at in range(one.first, last))
    if marks % 2 and last < len(tokens) and tokens[last].text in {'"', "”"}:
        last += 1
    return scene.sentence.source(one.first, last)
