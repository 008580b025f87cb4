"""From the sentences of an article to claim drafts: the counts of each, and who says them."""

import re
from collections.abc import Mapping, Sequence

from testimonia.extract.actors.ships import vessels_of
from testimonia.extract.attribution import Cue, Dating, attribute, find_sayings
from testimonia.extract.bracketed import Bracket, brackets_of, said_behind
from testimonia.extract.counted_before import recall
from testimonia.extract.dates import Dated, DatedSentence
from testimonia.extract.drafting import draft_claim
from testimonia.extract.drafts import ClaimDraft, RemarkDraft, Saying
from testimonia.extract.fielders import force_before
from testimonia.extract.memory import Memory
from testimonia.extract.parted import last_whole, share_of, whole_of
from testimonia.extract.prose import (
    Found,
    Known,
    Scene,
    find_claims,
    parse_sentence,
    persons_of,
    tells_of_air_war,
)
from testimonia.extract.prose.sizes import size_in_bracket
from testimonia.extract.remarks import find_remarks
from testimonia.extract.revisions import with_revisions
from testimonia.extract.sentences import Sentence
from testimonia.extract.setting import Setting
from testimonia.extract.tabled import bare_count, fate_told, read_tables
from testimonia.model import When

__all__ = ["read_claims"]

_CORRECTING = frozenset({"actually", "however", "reality", "fact", "though", "but", "versus"})
"""Words that open a remark of the article's own: "claimed 30 fighters (in reality 13 were lost)"."""
_OPENS = (":", "...", "…")
"""How a sentence ends that a list or a quoted paragraph follows."""
_TITLE = 6
"""Words in the longest title that stands over a list as a line of its own."""
_QUOTES = frozenset('"“„«')
_TAG = re.compile(r"[,.!?][\"”] [^\"“”]{3,200}$")
"""What stands between two parts of a speech: the sayer, and what is told of him."""


def read_claims(
    dated: Sequence[DatedSentence], setting: Setting
) -> tuple[list[ClaimDraft], list[RemarkDraft]]:
    """Read all claims of the prose, in text order: those with a figure and those without."""
    sentences = [entry.sentence for entry in dated]
    persons = persons_of(sentences)
    memory = Memory(
        known=Known(tells_of_air_war(sentences), persons, vessels_of(sentences, persons)),
        tables=read_tables(setting.article),
    )
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
    whole = memory.whole_for(sentence)
    scenes = parse_sentence(sentence, entry.figures, entry.taken, known=memory.known)
    told: dict[Found, Saying | None] = {}
    """The counts of the sentence around its brackets, each with who says it."""
    drafted: dict[Found | None, ClaimDraft] = {}
    around: list[tuple[Cue, Saying]] = []
    """The sayings of the sentence around its brackets: what they govern, they govern in brackets too."""
    sources = brackets_of(scenes)
    for scene in scenes:
        sayings = find_sayings(scene, memory.discourse, memory.focus, _dating(entry.dates))
        around = around or (sayings if scene is scenes[0] else [])
        counted = []
        memory.opener = force_before(scenes[0], scene) if scene is not scenes[0] else None
        said: dict[Found, Saying | None] = {}
        for one in _counts(scene, scenes[0], told, memory):
            saying = _saying(scene, one, sayings, around, sources) or _from_list(sentence, memory)
            if one.whole is not None and (saying is None or not saying.speakers):
                saying = (told | said).get(one.whole)
            said[one] = saying
            draft = draft_claim(scene, one, saying, entry, setting, memory)
            drafted[one] = share_of(drafted.get(one.whole, whole), draft)
            counted.append(drafted[one])
        told = told or said
        drafts += with_revisions(scene, counted, drafts[-1] if drafts else memory.last, entry.dates)
        for remark in find_remarks(scene, sayings):
            remarks.append(remark)
            memory.discourse.keep(remark.saying.speakers, sentence.span.start)
    if scenes:
        memory.focus.move(scenes[0])
        memory.recalled = recall(scenes[0], memory.recalled)
    else:
        memory.focus.pass_over(entry)
    _keep_list(sentence, drafts, memory)
    memory.last = drafts[-1] if drafts else None
    whole = last_whole(drafts, whole)
    memory.whole = (sentence.paragraph, whole) if whole is not None else None
    memory.label.keep(sentence)
    return drafts


def _saying(
    scene: Scene,
    one: Found,
    sayings: Sequence[tuple[Cue, Saying]],
    around: Sequence[tuple[Cue, Saying]],
    sources: Sequence[Bracket],
) -> Saying | None:
    """Give who says a count: a bracket behind it, else the words around it."""
    behind = said_behind(scene, one, sources) if sources else None
    return behind or attribute(scene, one, sayings) or _in_brackets(scene, one, around)


def _counts(scene: Scene, main: Scene, told: Mapping[Found, Saying | None], memory: Memory) -> list[Found]:
    """Find the counts of a line; the head of a table has none, below it a bare figure may be one."""
    tabled = memory.tabled(scene.sentence)
    if tabled is not None and tabled.head:
        return []
    whole = whole_of(memory.whole_for(scene.sentence))
    found = find_claims(scene, tuple(told), whole) or bare_count(scene, tabled) or fate_told(scene, tabled)
    if not found and scene is not main:
        found = size_in_bracket(main, scene, told)
    recalled = memory.recalled
    return [recalled.count(scene, one) for one in found] if recalled is not None else found


def _in_brackets(scene: Scene, one: Found, around: Sequence[tuple[Cue, Saying]]) -> Saying | None:
    """Give a count in brackets the saying of the sentence around them, unless a correction stands there."""
    opening = {token.low for token in scene.sentence.tokens[scene.chunks[0].first : one.last]}
    return attribute(scene, one, around) if opening.isdisjoint(_CORRECTING) else None


def _from_list(sentence: Sentence, memory: Memory) -> Saying | None:
    """Give a cell the saying of its row, a list item or a quoted paragraph that of the colon above it."""
    tabled = memory.tabled(sentence)
    if tabled is not None:
        return tabled.saying
    below = memory.listed_in == sentence.passage.section
    listed = memory.listed if below and _set_apart(sentence) else None
    return listed or _quoted_on(sentence, memory)


def _quoted_on(sentence: Sentence, memory: Memory) -> Saying | None:
    """Read "'Nothing is left,' said Roe. 'Nine died.'": who speaks goes on behind the full stop."""
    last = memory.discourse.last
    if sentence.shown[:1] not in _QUOTES or last is None or not last.speakers:
        return None
    before = sentence.passage.shown[: sentence.start].rstrip()
    tag = _TAG.search(before)
    told = tag is not None and sentence.passage.source(tag.start(), len(before)).meets(last.span)
    return last if told else None


def _set_apart(sentence: Sentence) -> bool:
    """Tell list items and paragraphs in quotation marks, which somebody above them may say."""
    return sentence.passage.item or sentence.passage.shown.lstrip()[:1] in _QUOTES


def _keep_list(sentence: Sentence, drafts: Sequence[ClaimDraft], memory: Memory) -> None:
    if sentence.shown.rstrip().endswith(_OPENS):
        last = memory.discourse.last
        said_here = last is not None and last.span.meets(sentence.span)
        memory.listed = next((d.saying for d in drafts if d.saying), last if said_here else None)
        memory.introduced = sentence.span
        memory.listed_in = sentence.passage.section
    elif not _set_apart(sentence):
        memory.listed = None
        memory.introduced = sentence.span if _is_title(sentence) else None
        memory.listed_in = sentence.passage.section


def _is_title(sentence: Sentence) -> bool:
    """Tell a line in bold, "Roe losses", from a sentence."""
    shown = sentence.passage.shown.strip()
    return sentence.start == 0 and shown[-1:].isalpha() and shown.count(" ") < _TITLE


def _dating(dates: Sequence[Dated]) -> Dating:
    def resolve(first: int, last: int) -> When | None:
        return next(
            (one.when for one in dates if one.mention.first < last and first < one.mention.last), None
        )

    return resolve
