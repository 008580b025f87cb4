"""From cues to sayings: the speaker in full, the day, the medium, and who "he" is.

example          The leader of the council, in an interview with Radio Kayes on 3 May, claimed …
                 → leader of the council · 3 May · interview with Radio Kayes
example          The ministry said … He added that …      → "he" is the last speaker
example          The Front's statement also claimed …     → the Front · statement, its day
counter-example  The attack claimed 30 lives.
"""

from collections.abc import Callable, Iterator, Sequence

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.discourse import Discourse
from testimonia.extract.attribution.media import OUTLETS, Medium, find_medium, medium_of
from testimonia.extract.attribution.papers import ESTIMATES, is_weighty, paper_words, statement_makers
from testimonia.extract.attribution.speakers import can_speak, refers_back, speaker_words, speaks, words_of
from testimonia.extract.drafts import Named, Saying, replace
from testimonia.extract.focus import Focus
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import guessed_number, owned
from testimonia.extract.prose.scene import Scene
from testimonia.model import Span, Stance, When

__all__ = ["Dating", "saying_of"]

Dating = Callable[[int, int], When | None]
"""Resolve the date over the tokens first to last of the sentence at hand."""
_AFTERWARDS = frozenset({"later", "subsequently", "afterwards"})
_OTHERS = frozenset({"another", "many", "most", "other", "others", "second", "several", "some", "third"})
_PAPERS = frozenset({"report", "letter"})
_SAYING = frozenset({"said", "says", "told", "tells", "claimed", "insisted", "recalled", "testified"})
"""Verbs of people before "that"."""
_REPORTS = frozenset({"report", "reports", "account", "accounts", "footage", "video", "videos", "images"})
_CLAIMS = frozenset({"claim", "claimed", "claiming", "claims"})
_LIVES = frozenset({"life", "lives"})
_NEAR = 900
"""Characters within which a statement is gone on with."""


def saying_of(scene: Scene, cue: Cue, discourse: Discourse, focus: Focus, dating: Dating) -> Saying | None:
    """Turn a cue into a saying; None if its subject cannot speak ("the attack claimed 30 lives")."""
    if scene.chunks[cue.at].low in _CLAIMS and scene.chunks.near(cue.at + 1).low in _LIVES:
        return None  # "disease claimed 30 lives"
    speakers, spoken = _speakers(scene, cue, discourse, focus)
    if cue.speakers and not speakers and spoken is None and cue.kind != "voiceless":
        return _unnamed(scene, cue)
    places = sorted(_places(scene.chunks, cue)) if cue.through is None else [cue.through]
    medium = find_medium(scene, [at for at in places if at not in cue.speakers])
    medium = medium if medium.words is not None else (spoken or medium)
    when = _date(scene.chunks, cue, dating)
    saying = Saying(
        tuple(speakers),
        _stance(cue, speakers, spoken),
        _span(scene, cue),
        when,
        medium.words,
        medium.kind,
        medium.outlet,
    )
    before = (last for last in discourse.sayings if _goes_on(scene, cue, saying, last))
    last = next(before, None) if when is None else None
    if last is not None:
        saying = _same_occasion(saying, last)
    if saying.speakers:
        discourse.say(saying)
        discourse.keep(saying.speakers, scene.sentence.span.start)
    return saying


def _stance(cue: Cue, speakers: Sequence[Named], spoken: Medium | None) -> Stance:
    """Give how it is said; what a report of nobody's indicates, or nobody claims, is reported."""
    if speakers or cue.kind == "voiceless":
        return cue.stance
    told = (spoken.words or "").lower().split() if spoken is not None else []
    if told and told[-1] in ESTIMATES:
        return "estimated"
    paper = cue.stance == "estimated" and bool(told) and told[-1] in _REPORTS
    return "reported" if cue.stance == "claimed" or paper else cue.stance


def _unnamed(scene: Scene, cue: Cue) -> Saying | None:
    """Read "others reported 20 dead", "a third gives 30": somebody says it who is not named."""
    names = [scene.words(scene.chunks[at]).lower().split()[-1] for at in cue.speakers]
    if not _OTHERS.issuperset(names):
        return None
    return Saying((), cue.stance if cue.stance != "claimed" else "reported", _span(scene, cue))


def _speakers(
    scene: Scene, cue: Cue, discourse: Discourse, focus: Focus
) -> tuple[list[Named], Medium | None]:
    """Name the speakers of a cue, and the medium if the subject is itself a statement."""
    speakers: list[Named] = []
    spoken: Medium | None = None
    for subject in cue.speakers:
        position = owned(scene.chunks, subject)
        chunk = scene.chunks[position]
        if guessed_number(chunk):  # "Orr's estimate of 20 dead"
            speakers.append(words_of(scene, scene.chunks[subject].first, scene.chunks[subject].last))
            continue
        medium = medium_of(scene, chunk)
        owned_paper = medium is not None and _is_owned_paper(scene, position, medium)
        if speaks(scene.words(chunk)) and not owned_paper and scene.chunks.near(position + 1).low != "by":
            medium = None  # "a source", but "a post by the mayor"
        if chunk.kind == "pron":
            speakers.extend(discourse.meant(scene, chunk, focus))
        elif medium is not None:
            spoken = medium
            known = discourse.authors(scene, chunk, focus)
            speakers.extend(statement_makers(scene, position) or known or _itself(scene, position, medium))
        elif refers_back(chunk) and discourse.recent(scene) and not discourse.one_person(scene, chunk):
            speakers.extend(discourse.recent(scene))
        elif can_speak(scene, chunk) or _says_so(scene, cue):
            speakers.append(speaker_words(scene, position))
    return speakers, spoken


def _says_so(scene: Scene, cue: Cue) -> bool:
    """Read "the harbour master said that": whoever says that something is so can speak."""
    row = scene.chunks
    teller = row[cue.speakers[0]]
    told = teller.kind == "np" and bool(teller.det) and teller.figure is None and teller.harm is None
    return told and row[cue.at].low in _SAYING and row.near(cue.at + 1).low == "that"


def _is_owned_paper(scene: Scene, position: int, medium: Medium) -> bool:
    """Tell "the army's count" from a count who speaks, and from "Roeland's Orr News"."""
    return scene.chunks.near(position - 1).owner and medium.kind not in OUTLETS


def _itself(scene: Scene, position: int, medium: Medium) -> list[Named]:
    """Let a paper speak for itself, where nobody is told to have written it."""
    told = medium.kind in _PAPERS or is_weighty(scene.chunks[position])
    return paper_words(scene, position) if told else []


def _goes_on(scene: Scene, cue: Cue, saying: Saying, last: Saying) -> bool:
    """Tell whether this goes on with the last statement: "He added", "The statement also claimed"."""
    row = scene.chunks
    near = 0 <= scene.sentence.span.start - last.span.start < _NEAR
    same = bool(saying.speakers) and {_plain(name) for name in saying.speakers} <= {
        _plain(name) for name in last.speakers
    }
    if not _AFTERWARDS.isdisjoint(row[cue.at].adverbs):
        return False
    again = any(row[at].kind == "pron" or refers_back(row[at]) for at in cue.speakers)
    also = "also" in row[cue.at].adverbs or row[cue.at].low in {"added", "adding"}
    return near and same and (again or also or (saying.medium is not None and last.medium is not None))


def _plain(name: Named) -> str:
    return name.words.removeprefix("The ").removeprefix("the ")


def _same_occasion(saying: Saying, last: Saying) -> Saying:
    """Take over day and medium of the statement that is gone on with."""
    when = replace(last.when, inherited="the same statement") if last.when is not None else None
    kind = saying.medium_kind if saying.medium is not None else last.medium_kind
    return replace(saying, when=when, medium=saying.medium or last.medium, medium_kind=kind)


def _span(scene: Scene, cue: Cue) -> Span:
    chunks = [scene.chunks[at] for at in (*cue.speakers, cue.at)]
    return scene.sentence.source(min(chunk.first for chunk in chunks), max(chunk.last for chunk in chunks))


def _date(row: Row, cue: Cue, dating: Dating) -> When | None:
    """Find the day of saying: beside the verb, before the speaker, or at the head of the sentence.

    A range of days is no day of saying; what somebody "later" said has another day than the sentence.
    """
    later = not _AFTERWARDS.isdisjoint(row[cue.at].adverbs)
    places = [at for at in _places(row, cue) if at > cue.at or not later]
    beside = later or _is_aside(row, cue)
    head = list(_heading(row)) if cue.kind in {"forward", "voiceless"} and not beside else []
    if not later:
        places += [*_before_when(row, cue), *head]
    for at in places:
        when = dating(row[at].first, row[at].last) if row[at].kind == "date" else None
        whole = when is not None and (when.end is None or when.start == when.end)
        if whole and when is not None and (at not in head or _is_day(when) or _led_by(row, cue, at)):
            return when
    return None


def _is_aside(row: Row, cue: Cue) -> bool:
    """Read "On 2 May the fort fell, with some sources stating …": the day is that of the fall."""
    return row[cue.at].gerund and row.near(min(cue.speakers, default=0) - 1).low == "with"


def _led_by(row: Row, cue: Cue, at: int) -> bool:
    """Read "In 2014, Roe wrote that": a year or month dates the saying if its sayer stands behind it."""
    return min(cue.speakers, default=-1) == at + 1 + row.comma(at + 1) and row[cue.at].bare


def _is_day(when: When) -> bool:
    return when.start is not None and when.start.removeprefix("-").count("-") == len("md")


def _before_when(row: Row, cue: Cue) -> Iterator[int]:
    """Read "the next attack was on 7 March, when the army claimed …"."""
    at = min(cue.speakers, default=cue.at) - 1
    if row.near(at).low == "when":
        yield from (step for step in range(at - 1, max(-1, at - 4), -1) if row[step].kind == "date")


def _heading(row: Row) -> Iterator[int]:
    """Read "On 28 February, Roe claimed …, while Dow reported …": the head of the sentence dates both."""
    at = 0
    while row.near(at).kind in {"adv", "prep"}:
        at += 1
    if row.near(at).kind == "date":
        yield at


def _places(row: Row, cue: Cue) -> Iterator[int]:
    """Give the positions where the day and the medium of a saying can stand, the likeliest first."""
    if cue.kind in {"initial", "backward"}:
        behind = max(cue.speakers, default=cue.at) + 1
        while row.near(behind).low in {"by", "of", "from"} and row.near(behind + 1).kind == "np":
            behind += 2  # "a report by Roe News on 16 March"
        if row.near(behind).low in {"on", "in"} and row.near(behind + 1).kind in {"date", "np"}:
            yield behind + 1
        return
    at = cue.at + 1
    while at < min(len(row), cue.at + 8) and not _begins_content(row, at):
        yield at
        at += 1
    start = min(cue.speakers, default=cue.at)
    yield from range(start, cue.at)
    at = start - 1
    while at >= 0 and row[at].kind not in {"vp", "sub", "but"} and row[at].low not in {";", ":"}:
        yield at
        at -= 1


def _begins_content(row: Row, at: int) -> bool:
    """Tell where what is said begins, behind a verb of saying."""
    chunk = row[at]
    told = chunk.kind == "np" and (chunk.figure is not None or row[at - 1].kind not in {"prep", "vp", "to"})
    return told or chunk.kind in {"vp", "sub"} or chunk.low == ":"
