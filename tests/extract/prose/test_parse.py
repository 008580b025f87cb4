"""Sentences become chunks: noun phrases, verb groups and the small words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.figures import find_figures
from testimonia.extract.prose import parse_sentence
from testimonia.extract.sentences import split_passage
from testimonia.model import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.prose import Scene

CHUNKS = [
    ("Nine men were killed by raiders.", "np Nine men | vp were killed | prep by | np raiders | sign ."),
    (
        "Three border guards were killed, and five injured.",
        "np Three border guards | vp were killed | sign , | conj and | np five | vp injured | sign .",
    ),
    ("The raiders had killed six soldiers.", "np The raiders | vp had killed | np six soldiers | sign ."),
    ("They had not killed him.", "pron They | vp had not killed | pron him | sign ."),
    ("Orr's cavalry lost nine men.", "np Orr | np cavalry | vp lost | np nine men | sign ."),
    ("A force of 12,000 attacked.", "np A force | prep of | np 12,000 | vp attacked | sign ."),
    (
        "Three MSA and GATIA fighters were killed.",
        "np Three MSA and GATIA fighters | vp were killed | sign .",
    ),
    ("They said that nine men died.", "pron They | vp said | sub that | np nine men | vp died | sign ."),
    (
        "Nine men as well as two drivers died.",
        "np Nine men | conj as well as | np two drivers | vp died | sign .",
    ),
    ("Nine men were reportedly taken prisoner.", "np Nine men | vp were reportedly taken prisoner | sign ."),
    (
        "The captured guns were sold, it was said.",
        "np The captured guns | vp were sold | sign , | pron it | vp was said | sign .",
    ),
    ('Twenty "bandits" had been killed.', 'np Twenty "bandits | vp had been killed | sign .'),
    ("On 3 May 1640 nine men died.", "prep On | date 3 May 1640 | np nine men | vp died | sign ."),
]
QUIET = ["The weather was fine.", "All went home."]


@pytest.mark.parametrize(("text", "chunks"), CHUNKS)
def test_a_sentence_is_cut_into_chunks(
    text: str, chunks: str, scenes_of: Callable[[str], list[Scene]]
) -> None:
    (scene,) = scenes_of(text)
    assert " | ".join(f"{chunk.kind} {scene.words(chunk)}" for chunk in scene.chunks) == chunks


def test_brackets_are_a_stream_of_their_own(scenes_of: Callable[[str], list[Scene]]) -> None:
    outer, inner = scenes_of("The brigade lost 61 men (14 killed and 47 wounded) on the slope.")
    assert " ".join(inner.words(chunk) for chunk in inner.chunks) == "14 killed and 47 wounded"
    assert "killed" not in " ".join(outer.words(chunk) for chunk in outer.chunks)


def test_an_open_bracket_that_never_closes_stays_in_the_sentence(
    scenes_of: Callable[[str], list[Scene]],
) -> None:
    (scene,) = scenes_of("The brigade (of Orr lost 61 men.")
    assert "61 men" in " ".join(scene.words(chunk) for chunk in scene.chunks)


PHRASES = "nine men soldiers were killed and or , ( ) \" by of the The Orr 's 20-30 said that it in while ; not to kill lost tanks T-72 no".split()


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=25).map(" ".join))
def test_every_token_but_quotation_marks_is_in_one_chunk_at_most(text: str) -> None:
    passage = Passage(text, range(len(text)), range(1, len(text) + 1), "prose", 0)
    for sentence in split_passage(passage, 0):
        for scene in parse_sentence(sentence, find_figures(sentence.tokens)):
            spans = [(chunk.first, chunk.last) for chunk in scene.chunks]
            assert spans == sorted(spans)
            assert all(0 <= first < last <= len(sentence.tokens) for first, last in spans)
