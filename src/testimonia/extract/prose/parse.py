"""From a sentence to scenes: figures, tags, chunks."""

from collections.abc import Collection

from testimonia.extract.figures import find_figures
from testimonia.extract.prose.chunks import Chunk, chunk_stream, streams
from testimonia.extract.prose.lexemes import reports_at, triggers_at
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.tagging import tag_tokens
from testimonia.extract.sentences import Sentence

__all__ = ["parse_sentence"]


def parse_sentence(sentence: Sentence, dated: Collection[int] = ()) -> list[Scene]:
    """Give the scenes of a sentence, the main stream first; [] if nothing in it could be a claim or a saying.

    `dated` holds the indexes of tokens inside dates.
    """
    tokens = sentence.tokens
    figures = find_figures(tokens, dated)
    if not figures and not any(
        triggers_at(tokens, at)[1] or reports_at(tokens, at)[1] for at in range(len(tokens))
    ):
        return []
    tags = tag_tokens(tokens, figures, dated)
    scenes: list[Scene] = []
    for number, stream in enumerate(streams(tokens, tags)):
        if stream:
            chunks = chunk_stream(tokens, tags, stream, figures)
            scenes.append(
                Scene(sentence, chunks, number == 0, _before(scenes, stream[0]) if number else None)
            )
    return scenes


def _before(scenes: list[Scene], token: int) -> Chunk | None:
    """Give the noun phrase of the main stream that a bracket follows."""
    phrases = [c for c in scenes[0].chunks if c.kind == "np" and c.last <= token] if scenes else []
    return phrases[-1] if phrases else None
