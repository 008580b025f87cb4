"""Cues: the words that say who says, and the stretch of the sentence that they govern.

    forward    the ministry stated that there were no losses, but that two drivers were killed
    forward    rebels claimed to have shot down a jet · the council put its losses at three
    initial    according to SOHR, 16 soldiers were killed
    backward   16 soldiers were killed, according to a local official · … 24 hours, a group said
    voiceless  it was reported that 20 had died · 20 were reported killed

A verb that reports something else ("claimed responsibility") is no cue.
"""

from functools import cache

from testimonia.extract.attribution.asides import as_told, inverted, nothing_told, said_aside
from testimonia.extract.attribution.asserted import asserted
from testimonia.extract.attribution.content import tells_content, tells_else
from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.quoted import is_quoting, passed_on, quoted, through_speech
from testimonia.extract.attribution.reach import clause_ends, clause_start, forward_end
from testimonia.extract.attribution.sources import according, by_count, estimated_by, estimated_which
from testimonia.extract.attribution.tellers import tellers_of
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, owned
from testimonia.extract.prose.lexemes import Report, bare_reports
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import rows, word_set
from testimonia.model import Stance

__all__ = ["find_cues"]

_SHOWING = word_set("grammar", "showing")
_SHOWN = word_set("grammar", "shown")
_HEARD = word_set("grammar", "heard")
_AFTER = frozenset({"after", "following", "before", "when", "because", "despite"})
_RECORDS = frozenset({"recorded", "recording"})
_CLAIMED = frozenset({"claimed", "announced"})
_COUNTED = frozenset({"np", "prep", "conj", "adv", "to"})
"""What may stand between "put at" and who puts it there: "at between 300 and 400 dead"."""
_HAVING = frozenset({"had", "has", "have"})
_ABLE = frozenset({"could", "can"})
_SOURCES = word_set("grammar", "sources")
_UNWILLING = word_set("grammar", "unwilling")
_ACCUSING = frozenset({"accused", "accuse", "accuses", "accusing"})
_STANCES: dict[str, Stance] = {
    "estimated": "estimated",
    "confirmed": "confirmed",
    "denied": "denied",
    "reported": "reported",
}


@cache
def _written() -> frozenset[str]:
    """Give what says how many: papers and sources, as against pictures and broadcasts."""
    seen = {"broadcast", "social media", "interview"}
    papers = (row["form"].lower() for row in rows("saying_nouns") if row["medium_kind"] not in seen)
    return frozenset(papers) - (_SHOWN - {"lists"})


def find_cues(scene: Scene) -> list[Cue]:
    """Find all cues of a scene, in text order."""
    row = scene.chunks
    cues: list[Cue | None] = []
    for at, chunk in enumerate(row):
        accused = _accusing(row, at)
        if accused is not None:
            cues.append(accused)
        elif chunk.reports and (not chunk.modal or _was_said(scene, at)):
            shows = chunk.low in _SHOWING and not chunk.passive
            cues.append(_showing(row, at) if shows else _verb_cue(scene, at))
        elif chunk.kind == "prep" and chunk.low in {"according", "per"}:
            cues.append(according(scene, at))
        elif chunk.kind == "prep" and chunk.low in {"by", "in", "on"}:
            cues.append(by_count(scene, at) or estimated_by(scene, at))
        elif chunk.kind == "np":
            cues.append(asserted(scene, at) or estimated_which(scene, at))
        elif chunk.kind == "sub" and chunk.low == "that" and row.near(at - 1).low == "it":
            cues.append(_had_it(row, at))
    return _without_records([cue for cue in cues if cue is not None], row)


def _without_records(cues: list[Cue], row: Row) -> list[Cue]:
    """Leave "the army claimed the brigade recorded 50 deaths" to the army: to record is no saying there."""
    told = [cue for cue in cues if cue.kind == "forward" and cue.speakers]
    outer = [cue for cue in told if row[cue.at].low not in _RECORDS]
    return [
        cue
        for cue in cues
        if row[cue.at].low not in _RECORDS
        or not any(other.at < cue.at and _told_in(row, other.at, cue.at) for other in outer)
    ]


def _told_in(row: Row, outer: int, inner: int) -> bool:
    """Tell whether nothing but its subject stands between two verbs: "claimed the brigade recorded"."""
    return all(chunk.kind in {"np", "prep"} or chunk.low == "that" for chunk in row[outer + 1 : inner])


def _accusing(row: Row, at: int) -> Cue | None:
    """Read "accused the army of killing six": the deed is told by who accuses."""
    if row[at].low not in _ACCUSING or row[at].passive:
        return None
    links = (step for step in range(at + 2, min(at + 7, len(row))) if row[step].low in {"of", "in"})
    link = next(links, at)
    speakers = tuple(tellers_of(row, at)) if row.near(link + 1).gerund else ()
    if not speakers:
        return None
    return Cue(at, speakers, "claimed", row[link].last, forward_end(row, link), "forward")


def _was_said(scene: Scene, at: int) -> bool:
    """Tell "would later claim", "could only confirm" from "might claim", "could not confirm"."""
    verb = scene.chunks[at]
    aux = scene.sentence.tokens[verb.first].low
    told = any(one.stance not in {"estimated", "unmarked"} for one in verb.reports)
    done = (aux == "would" and told) or (
        aux in _ABLE and any(one.stance == "confirmed" for one in verb.reports)
    )
    return done and not (verb.negated or verb.passive) and verb.verb - verb.first <= 1 + len(verb.adverbs)


def _verb_cue(scene: Scene, at: int) -> Cue | None:
    row, verb = scene.chunks, scene.chunks[at]
    report = next((one for one in verb.reports if one.frame != "none"), None) or _with_clause(scene, at)
    if report is None or tells_else(row, at) or _shown_by_somebody(scene, at, report) or _unsaid(row, at):
        return None
    if verb.passive:
        possible = verb.infinitive and row.near(at - 1).kind == "np"  # "possible for ten to be claimed"
        return None if possible else _heard(row, at, report)
    stance: Stance = "denied" if verb.negated else _STANCES.get(report.stance, "claimed")
    aside = as_told(scene, at, stance) or inverted(scene, at, stance)
    return aside or _told_by(scene, at, report, stance)


def _had_it(row: Row, at: int) -> Cue | None:
    """Read "the general had it that 40 had died"."""
    verb = row.near(at - 2)
    if verb.kind != "vp" or verb.low not in _HAVING or verb.negated or verb.modal:
        return None
    speakers = tuple(tellers_of(row, at - 2))
    return (
        Cue(at - 2, speakers, "claimed", row[at].last, forward_end(row, at), "forward") if speakers else None
    )


def _unsaid(row: Row, at: int) -> bool:
    """Read "declined to say that", "has yet to confirm that", "which suggests that"."""
    before = row.near(at - 1).low
    if before == "which" and all(one.stance == "estimated" for one in row[at].reports):
        return True  # "900 men, which suggests a loss of 40"
    return row[at].infinitive and (before in _UNWILLING or before == "yet")


def _told_by(scene: Scene, at: int, report: Report, stance: Stance) -> Cue | None:
    row, verb = scene.chunks, scene.chunks[at]
    speakers = tuple(tellers_of(row, at))
    if is_quoting(scene, at, speakers):
        return quoted(scene, at, speakers)
    aside = said_aside(row, at, speakers, report, stance)
    if aside is not None or nothing_told(row, at, speakers, report):
        return aside
    if (not speakers and not verb.gerund) or not tells_content(row, at, report):
        return None
    ahead = bool(speakers) and min(speakers) > at  # "fearing an attack, the garrison …"
    last = row[min(speakers)].first if ahead else forward_end(row, at, loose=_is_loose(row, at, stance))
    last = through_speech(scene, verb.last, last)
    cited = passed_on(scene, at, speakers)
    through = speakers[0] if cited else None
    return Cue(at, cited or speakers, stance, verb.last, last, "forward", through)


def _is_loose(row: Row, at: int, stance: Stance) -> bool:
    """Tell "reported 25 dead", "believed they had won", which a clause of the article may follow.

    "said 25 had died and the town was lost" is all of it said.
    """
    told = row.near(at + 1)
    if told.low == "that" or told.kind not in {"np", "pron"}:
        return False
    verb = row.near(behind(row, owned(row, at + 1)))
    clause = verb.kind == "vp" and not (verb.gerund or verb.infinitive or verb.bare)
    return stance == "estimated" if clause else told.figure is not None or told.harm is not None


def _shown_by_somebody(scene: Scene, at: int, report: Report) -> bool:
    """Tell "the crew showed" and "the video showed", which say nothing themselves, from "records show"."""
    if report.lemma != "show" or scene.chunks[at].passive:
        return False
    return all(scene.chunks[place].low not in _written() for place in tellers_of(scene.chunks, at))


def _showing(row: Row, at: int) -> Cue | None:
    """Read "posted online a video showing two tanks": whoever shows it says it."""
    shown = next((step for step in range(at + 1, min(at + 4, len(row))) if row[step].low in _SHOWN), None)
    speakers = tuple(subjects_of(row, at))
    if shown is None or not speakers:
        return None
    return Cue(at, speakers, "claimed", row[shown].last, forward_end(row, at), "forward")


def _with_clause(scene: Scene, at: int) -> Report | None:
    """Tell "claimed the attack killed six" (a report) from "claimed the attack" (responsibility)."""
    row = scene.chunks
    if row.near(at + 1).kind != "np" or row.near(at + 2).kind != "vp" or row[at + 2].gerund:
        return None
    senses = bare_reports(scene.sentence.tokens[row[at].verb].low)
    return next((report for report in senses if report.frame != "none"), None)


def _heard(row: Row, at: int, report: Report) -> Cue:
    """Read "it was reported that", "20 were reported killed", "was confirmed by the ministry"."""
    verb, end = row[at], forward_end(row, at)
    if verb.low == "quoted":
        return Cue(at, tuple(subjects_of(row, at)), "claimed", verb.last, end, "forward")
    first = clause_start(row, at) if verb.low in _HEARD else verb.last
    stance = _STANCES.get(report.stance, "claimed")
    doer = doer_behind(row, at)
    late = _late_doer(row, at) if doer is None else None
    if late is not None:
        return Cue(at, (late,), stance, clause_start(row, at), row[late - 1].first, "forward")
    if doer is not None:
        then = behind(row, owned(row, doer))
        fate = row.near(then).infinitive  # "was reported by an aide to have died"
        first = clause_start(row, at) if fate else first
        return Cue(at, (doer,), stance, first, _told_till(row, then, end), "forward")
    return Cue(at, (), _of_nobody(verb.low, stance), first, end, "voiceless")


def _late_doer(row: Row, at: int) -> int | None:
    """Give who says it in "were put at 300 by Orr", not who did it in "at 300 killed by Orr"."""
    if row.near(at + 1).low not in {"at", "as"}:
        return None
    by = next((step for step in range(at + 2, min(at + 7, len(row))) if _names_source(row, step)), None)
    plain = by is not None and all(row[step].kind in _COUNTED for step in range(at + 2, by))
    if by is None or not plain or row.near(by + 1).kind != "np":
        return None
    then = behind(row, owned(row, by + 1))
    return by + 1 if clause_ends(row, then) or _puts_again(row, then) else None


def _names_source(row: Row, at: int) -> bool:
    """Read "(put at 300) by Orr", "(recorded as 300) in some sources"."""
    teller = row.near(at + 1)
    return (row[at].low == "by" and teller.figure is None) or (row[at].low == "in" and teller.low in _SOURCES)


def _puts_again(row: Row, at: int) -> bool:
    """Read "(at 300 by Orr) and at 400 by Roe", "(as 300 by Orr), as 400 by Roe"."""
    at += row.comma(at)
    at += row.near(at).kind in {"conj", "but"}
    at += row.near(at).low in {"at", "as"}
    return row.near(at).elided and row.near(at + 1).low in {"by", "in"}


def _of_nobody(said: str, stance: Stance) -> Stance:
    """Tell "it was claimed" from "it was reported", "it was said", which nobody answers for."""
    return stance if stance in {"estimated", "confirmed"} or said in _CLAIMED else "reported"


def _told_till(row: Row, then: int, end: int) -> int:
    """Read "mourning was declared by the mayor, after six had died": the article tells why."""
    step = then + row.comma(then)
    return row[then].first if row.near(step).low in _AFTER else end
