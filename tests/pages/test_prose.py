"""The article with the words of each claim highlighted: on the right words, each once."""

from __future__ import annotations

import re
from typing import Any

import pytest

from testimonia.pages.prose import anchor_of, show_source, shown_sentence, without_markup
from testimonia.read import read_article

Shelf = Any
EVENTS = ("Orr Hill", "Grey Ford", "Tall Gate", "& Sons")


def show(shelf: Shelf, event: str, *, text: bool = True) -> Any:
    dossier = shelf.event(event)
    source = dossier.sources[0]
    form = source.form if source.form in {"plain", "wikitext"} else None
    article = read_article(source.text, form=form) if text and source.text else None
    return dossier, show_source(dossier, source, 0, article)


def lines_of(shown: Any) -> list[Any]:
    return [*shown.infobox, *(line for chapter in shown.chapters for line in chapter.lines)]


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("text", [True, False], ids=["whole", "sentences"])
def test_every_mention_has_one_place_and_its_words_stand_there(shelf: Shelf, event: str, text: bool) -> None:
    dossier, shown = show(shelf, event, text=text)
    found: dict[str, str] = {}
    for line in lines_of(shown):
        for index, piece in enumerate(line.pieces):
            for anchor in piece.anchors:
                assert anchor not in found
                found[anchor] = "".join(one.words for one in line.pieces[index:])
    mentions = [mention for said in dossier.claims for mention in said.mentions]
    mentions += [mention for remark in dossier.remarks for mention in remark.mentions]
    mentions += [told.mention for told in dossier.happenings]
    assert mentions
    for mention in mentions:
        stands, words = (
            re.sub(r"</?\w+>", "", each) for each in (found[anchor_of(0, mention)], mention.words)
        )
        assert stands.startswith(words), mention  # tags are left of a wiki in the plain form, too


@pytest.mark.parametrize("event", EVENTS)
def test_no_word_of_the_article_is_lost_or_said_twice(shelf: Shelf, event: str) -> None:
    _, shown = show(shelf, event)
    article = read_article(shown.source.text, form=shown.source.form)
    told = [
        "".join(piece.words for piece in line.pieces) for chapter in shown.chapters for line in chapter.lines
    ]
    prose = [passage.shown for passage in article.passages if passage.shown]
    assert told[: len(prose)] == prose


def test_words_lead_back_to_their_claim_in_the_colour_of_who_says_it(shelf: Shelf) -> None:
    dossier, shown = show(shelf, "Grey Ford")
    marked = {
        piece.words: (piece.back, piece.voice)
        for line in lines_of(shown)
        for piece in line.pieces
        if piece.back
    }
    claims = {said.record.quote: said for said in dossier.claims}
    for quote, voice in {"3 soldiers were killed": "1", "7 Malian soldiers were killed": "2"}.items():
        assert marked[quote] == (f"claim-{claims[quote].name}", voice)


def test_the_sections_stay(shelf: Shelf) -> None:
    """What stands in a value that readers do not see, as coordinates do in a template, comes last."""
    _, shown = show(shelf, "Orr Hill")
    assert [chapter.title for chapter in shown.chapters] == ["Battle", "Casualties", "Infobox"]
    assert "strength2" in [line.key for line in shown.infobox]


def test_a_long_article_shows_the_passages_that_something_was_read_from(shelf: Shelf) -> None:
    dossier = shelf.event("Orr Hill")
    source = dossier.sources[0]
    padded = f"{source.text}== Afterwards ==\n" + "The rain went on over the empty hill.\n\n" * 2000
    shown = show_source(dossier, source, 0, read_article(padded, form="plain"))
    assert shown.left_out
    assert [chapter.title for chapter in shown.chapters] == ["Battle", "Casualties", "Infobox"]


@pytest.mark.parametrize(
    ("words", "form", "seen"),
    [
        ("'''90,000''' [[soldier|soldiers]]", "wikitext", "90,000 soldiers"),
        ("9 killed &amp; 3 hurt", "wikitext", "9 killed & 3 hurt"),
        ("'''90,000''' [[soldier|soldiers]]", "plain", "'''90,000''' [[soldier|soldiers]]"),
        ("nine men", "wikitext", "nine men"),
    ],
)
def test_readers_see_no_markup(words: str, form: str, seen: str) -> None:
    assert without_markup(words, form) == seen


def test_a_sentence_is_cut_around_the_marked_words() -> None:
    sentence = "By noon '''nine''' [[soldier|men]] had fallen."
    start = sentence.index("'''nine")
    mark = (start, sentence.index(" had"))
    assert shown_sentence(sentence, mark, "wikitext") == ("By noon ", "nine men", " had fallen.")
    assert shown_sentence("By noon nine fell.", (8, 12), "plain") == ("By noon ", "nine", " fell.")
