"""What holds for every value that anybody may write into an infobox."""

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.extract.infobox import extract_infobox
from testimonia.lexicon import word_set
from testimonia.read import read_article

PIECES = st.sampled_from(
    ["14 killed", "30 wounded", "None", "Unknown", "Heavy", "~60", "20-30", "3 tanks", "destroyed", "civilians", "per Lorn",
     "Lorn claim", "Per Lorn:", "(", ")", "(first phase)", "(200 executed)", ",", ";", ":", "\n", "🇫🇷", "border|20px", "Total:",
     "including", "a commander", "all executed", "HMS Wren", "Frigate scuttled", "and", "or", "Vastland", "5 May 1984", "1941:",
     "No. 226", "'''Bold'''", "[[Ash|5 men]]", "{{circa|60}}", "*", "0", "000 men", "1984", "—", "[", "two divisions", "elements of"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, min_size=1, max_size=9),
    st.sampled_from(["casualties1", "strength2", "casualties3", "combatant1", "commander2", "place"]),
)
def test_every_value_is_read_and_every_span_lies_within_its_line(parts: list[str], key: str) -> None:
    value = " ".join(parts)
    article = read_article(
        f"{{{{Infobox military conflict\n| conflict = Battle of Orrin\n| combatant2 = Lorn\n| {key} = {value}\n}}}}\nText.\n"
    )
    draft = extract_infobox(article)
    for claim in draft.claims:
        assert claim.sentence.covers(claim.span)
        assert claim.figure is not None
        assert article.quote(claim.span)
        assert claim.confidence is not None
        assert 0 < claim.confidence <= 1
        assert (
            claim.quantity.low is None
            or claim.quantity.high is None
            or claim.quantity.low <= claim.quantity.high
        )
    for span in (*draft.unexplained, *(entry.name.span for entry in draft.entries)):
        assert article.quote(span)
    assert extract_infobox(article) == draft


def test_every_group_of_words_is_in_lower_case_and_not_empty() -> None:
    for group in ("episode", "filler", "nobody", "part", "ship", "spared", "stop", "total"):
        assert word_set("layout", group)
        assert all(word == word.lower() for word in word_set("layout", group))
