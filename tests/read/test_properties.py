"""What holds for every input, well formed or not."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from testimonia.model import Article, Form
from testimonia.read import read_article

Check = Callable[[Article, str], None]
FORMS: list[Form] = ["plain", "wikitext", "prose"]
PIECES = [
    "{{", "}}", "[[", "]]", "[", "]", "|", "||", "=", "==", "\n", "\r\n", "\n\n", "\n\n\n", "*", "'''", "''", "<ref>", "</ref>",
    "<ref name=a/>", "<br>", "<!--", "-->", "{|", "|}", "\n{|", "\n|}", "\n|-", "\n|", "\n!", "&nbsp;", "&x;", "<", ">",
    "File:A.jpg", ".svg", "20px", "border|", "🇫🇷", "🇫", "_", "__TOC__", "[1]", "undefined", "Infobox\n- Date: ", "- ", "# ",
    "{{Infobox battle\n| place = ", "\n| strength1 = ", "{{flag|", "{{ubl|", "{{frac|", "{{convert|", "{{start date|", "{{nowrap|",
    "4 killed", "Orun", " ", ". ", "1921", "</nowiki>", "<nowiki>", "<gallery>", "</gallery>", "](", "![", "Category:A", "-----\n",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=40).map("".join)
plain_words = st.lists(
    st.sampled_from(["Orun", "fell", "4", "men.", "(1921)", "–", "ü", "Ann's", '"so"']), min_size=3
)


def readable(text: str) -> bool:
    """Tell whether a text is an article at all."""
    return bool(text.strip("\ufeff \t\r\n\f\v")) and not any(ord(c) < 9 or 13 < ord(c) < 32 for c in text)


@pytest.mark.parametrize("form", FORMS)
@given(text=texts.filter(readable))
@example(text="{{Infobox battle\n| place = [[Orun | x }} {|\n|}")
@example(text="{|\n| a\n|-\n{{ubl|\n|}}")
def test_reading_never_fails_and_every_part_leads_back_to_the_text(
    check: Check, form: Form, text: str
) -> None:
    check(read_article(text, form=form), text)


@given(text=texts.filter(readable))
def test_bytes_and_text_are_read_alike(text: str) -> None:
    assert read_article(text.encode()) == read_article(text)


@pytest.mark.parametrize("form", FORMS)
@given(words=plain_words)
def test_words_without_markup_are_shown_as_they_are(form: Form, words: list[str]) -> None:
    text = "It was war.\n\n" + " ".join(words) + " here, and so on."
    article = read_article(text, form=form)
    assert article.passages[-1].shown == text.split("\n\n")[1]
    assert article.passages[-1].starts == range(13, len(text))


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "bracket", ["{{", "[[", "{{a|", "[[a|", "<ref>", "<!--", "{|\n|", "\n{|", "''", "[", "<b", "&a", "_a"]
)
def test_a_bracket_opened_twenty_thousand_times_is_read(form: Form, bracket: str) -> None:
    text = "It was war. " + bracket * 20_000 + " It ended."
    assert read_article(text, form=form).text == text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("opening", "closing"), [("{{nowrap|", "}}"), ("[[a|", "]]"), ("<ref>", "</ref>"), ("\n{|\n|", "\n|}")]
)
def test_a_thousand_brackets_inside_one_another_are_read(form: Form, opening: str, closing: str) -> None:
    text = "It was war. " + opening * 1_000 + "4 killed" + closing * 1_000 + " It ended."
    article = read_article(text, form=form)
    assert article.text == text
    assert article.passages[0].shown.startswith("It was war.")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("form", FORMS)
def test_a_very_long_line_is_read(form: Form) -> None:
    text = "The [[army]] of {{nowrap|4 men}} came[1] and ''fell'' here. " * 8_000
    article = read_article(text, form=form)
    assert article.text == text
    assert article.passages[0].shown.startswith("The army of 4 men came")
