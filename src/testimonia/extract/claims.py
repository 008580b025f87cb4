"""From counts in sentences to claim drafts: party, sayer, scope.

An elided figure takes its party from the count before it ("three guards were killed, and five
injured"); a pronoun stands for the last party or speaker; "its own" for the one who speaks.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace

from testimonia.extract.attribution import Cue, Dating, Discourse, attribute, find_sayings
from testimonia.extract.chapters import camp_of_title
from testimonia.extract.civilians import civilian_title
from testimonia.extract.dates import Dated, DatedSentence
from testimonia.extract.drafts import ClaimDraft, RemarkDraft, Saying
from testimonia.extract.focus import Focus
from testimonia.extract.leaning import refers_back, takes_up
from testimonia.extract.listed import ListLabel
from testimonia.extract.margins import margin_of, measure_in
from testimonia.extract.mentioned import Circumstances, Mentioned
from testimonia.extract.parties import name_party
from testimonia.extract.prose import Found, Scene, find_claims, parse_sentence, persons_of, tells_of_air_war
from testimonia.extract.remarks import find_remarks
from testimonia.extract.revisions import with_revisions
from testimonia.extract.scopes import scope_of
from testimonia.extract.sentences import Sentence
from testimonia.extract.setting import Setting
from testimonia.model import Span, Stance, When

__all__ = ["read_claims"]

_CORRECTING = frozenset({"actually", "however", "reality", "fact", "though", "but", "versus"})
"""Words that open a remark of the article's own: "claimed 30 fighters (in reality 13 were lost)"."""
_OPENS = (":", "...", "…")
"""How a sentence ends that a list or a quoted paragraph follows."""
_QUOTES = frozenset('"“„«')
_ATTACKS = frozenset({"attack", "airstrike"})
_HARMED = frozenset({"killed", "wounded", "captured", "missing", "displaced"})


@dataclass(slots=True)
class Memory:
    """What is carried from sentence to sentence."""

    aloft: bool = False
    """True in an article about air war, where fighters are aircraft."""
    persons: frozenset[str] = frozenset()
    """The last names of the persons of the article."""
    discourse: Discourse = field(default_factory=Discourse)
    focus: Focus = field(default_factory=Focus)
    party: Mentioned | None = None
    """The party of the count before, within the sentence."""
    told: tuple[int, Mentioned] | None = None
    """The last party named or described, with its paragraph: "Six men fell. One hundred more died later"."""
    several: int = -1
    """The number of the sentence of that party, where it is more than one; -1 where it is one person."""
    listed: Saying | None = None
    """The saying of an introduction that ends in a colon, for the items below it."""
    last: ClaimDraft | None = None
    """The last count of the sentence before, which this one may revise."""
    label: ListLabel = field(default_factory=ListLabel)
    """Whose figures the items of a list are."""

    def aside(self) -> "Memory":
        """Give a copy for a note or caption within a passage: what it tells is over where it ends."""
        return replace(self, discourse=copy(self.discourse), focus=copy(self.focus))


def read_claims(
    dated: Sequence[DatedSentence], setting: Setting
) -> tuple[list[ClaimDraft], list[RemarkDraft]]:
    """Read all claims of the prose, in text order: those with a figure and those without."""
    sentences = [entry.sentence for entry in dated]
    memory = Memory(aloft=tells_of_air_war(sentences), persons=persons_of(sentences))
    drafts: list[ClaimDraft] = []
    remarks: list[RemarkDraft] = []
    passage, end, aside = None, 0, None
    for entry in dated:
        if entry.sentence.passage is not passage:
            passage = entry.sentence.passage
            aside = memory.aside() if passage.starts[0] < end else None
            end = max(end, passage.ends[-1])
        drafts.extend(_of_sentence(entry, setting, aside or memory, remarks))
    return drafts, remarks


def _of_sentence(
    entry: DatedSentence, setting: Setting, memory: Memory, remarks: list[RemarkDraft]
) -> list[ClaimDraft]:
    sentence = entry.sentence
    drafts: list[ClaimDraft] = []
    memory.party = None
    scenes = parse_sentence(sentence, entry.figures, entry.taken, aloft=memory.aloft, persons=memory.persons)
    told: dict[Found, Saying | None] = {}
    """The counts of the sentence around its brackets, each with who says it."""
    around: list[tuple[Cue, Saying]] = []
    """The sayings of the sentence around its brackets: what they govern, they govern in brackets too."""
    for scene in scenes:
        sayings = find_sayings(scene, memory.discourse, memory.focus, _dating(entry.dates))
        around = around or (sayings if scene is scenes[0] else [])
        counted = []
        said: dict[Found, Saying | None] = {}
        for one in find_claims(scene, tuple(told)):
            saying = attribute(scene, one, sayings) or _in_brackets(scene, one, around)
            saying = saying or _from_list(sentence, memory)
            if one.whole is not None and (saying is None or not saying.speakers):
                saying = (told | said).get(one.whole)
            said[one] = saying
            counted.append(_draft(scene, one, saying, entry, setting, memory))
        told = told or said
        drafts += with_revisions(scene, counted, drafts[-1] if drafts else memory.last, entry.dates)
        for remark in find_remarks(scene, sayings):
            remarks.append(remark)
            memory.discourse.keep(remark.saying.speakers, sentence.span.start)
    if scenes:
        memory.focus.move(scenes[0])
    else:
        memory.focus.pass_over(entry)
    _keep_list(sentence, drafts, memory)
    memory.last = drafts[-1] if drafts else None
    memory.label.keep(sentence)
    return drafts


def _in_brackets(scene: Scene, one: Found, around: Sequence[tuple[Cue, Saying]]) -> Saying | None:
    """Give a count in brackets the saying of the sentence around them, unless a correction stands there."""
    opening = {token.low for token in scene.sentence.tokens[scene.chunks[0].first : one.last]}
    return attribute(scene, one, around) if opening.isdisjoint(_CORRECTING) else None


def _from_list(sentence: Sentence, memory: Memory) -> Saying | None:
    """Give a list item, or a quoted paragraph, the saying of the sentence with a colon above it."""
    return memory.listed if _set_apart(sentence) else None


def _set_apart(sentence: Sentence) -> bool:
    """Tell list items and paragraphs in quotation marks, which somebody above them may say."""
    return sentence.passage.item or sentence.passage.shown.lstrip()[:1] in _QUOTES


def _keep_list(sentence: Sentence, drafts: Sequence[ClaimDraft], memory: Memory) -> None:
    if sentence.shown.rstrip().endswith(_OPENS):
        last = memory.discourse.last
        said_here = last is not None and last.span.meets(sentence.span)
        memory.listed = next((d.saying for d in drafts if d.saying), last if said_here else None)
    elif not _set_apart(sentence):
        memory.listed = None


def _dating(dates: Sequence[Dated]) -> Dating:
    def resolve(first: int, last: int) -> When | None:
        return next(
            (one.when for one in dates if one.mention.first < last and first < one.mention.last), None
        )

    return resolve


def _draft(
    scene: Scene, one: Found, saying: Saying | None, entry: DatedSentence, setting: Setting, memory: Memory
) -> ClaimDraft:
    sentence = scene.sentence
    if one.quantity.kind == "not_reported" and saying is not None and not saying.speakers:
        saying = None  # "no casualties were reported": nobody says anything
    party = name_party(one, _circumstances(scene, one, saying, memory))
    helpless = setting.kind == "massacre" or (
        setting.kind in _ATTACKS and civilian_title(setting.article.title)
    )
    if helpless and party.category == "unknown" and one.measure in _HARMED:
        party = replace(party, helpless=True)  # whoever is not told to fight
    if (party.named or party.own) and one.whole is None:
        memory.party = party  # "nine men, including two scouts, fell, and ten were hurt": ten men
        memory.told = sentence.paragraph, party
        memory.several = sentence.order if one.quantity.high != 1 else -1
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
        total=_balanced(scene, one.whole) if one.whole is not None else None,
    )


def _circumstances(scene: Scene, one: Found, saying: Saying | None, memory: Memory) -> Circumstances:
    """Gather what can tell a count's party; one that refers back may take that of a sentence before."""
    before = memory.party
    if before is None and memory.told is not None and refers_back(scene, one):
        paragraph, party = memory.told
        near = memory.several == scene.sentence.order - 1 or not takes_up(scene, one)
        before = party if paragraph == scene.sentence.paragraph and near else None
    return Circumstances(scene, saying, before, memory.focus, memory.label.of(scene.sentence))


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
