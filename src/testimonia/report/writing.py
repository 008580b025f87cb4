"""Reports as Markdown for a talk page, and as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.report.articles import ArticleReport, Checked, Sentence

__all__ = ["write_markdown", "write_text"]

_HEADINGS = {
    "contradicted": "Figures that the text contradicts",
    "unsupported": "Figures without a sentence in the text",
    "in part": "Figures that the text meets only in part",
    "supported": "Figures that the text supports",
}
"""The verdicts, in the order in which an editor wants them."""

_LEFT_OUT = "Figures of the text that the infobox does not have"


def write_markdown(reports: Iterable[ArticleReport]) -> str:
    """Write reports as Markdown: a chapter an article, a list a verdict, a quote a sentence."""
    return "\n".join(line for report in reports for line in _markdown(report))


def write_text(reports: Iterable[ArticleReport]) -> str:
    """Write reports as plain text: headings in words, sentences indented, the words in brackets."""
    return "\n".join(line for report in reports for line in _text(report))


def _summary(report: ArticleReport) -> str:
    counts = [f"{len(report.of(verdict))} {verdict}" for verdict in _HEADINGS if report.of(verdict)]
    number = len(report.figures)
    figures = f"{number or 'no'} figure{'' if number == 1 else 's'} in the infobox"
    figures = f"{figures}: {', '.join(counts)}" if counts else figures
    number = len(report.left_out)
    left = f"; {number} of the text {'is' if number == 1 else 'are'} not in it" if number else ""
    return f"{figures}{left}."


def _markdown(report: ArticleReport) -> Iterator[str]:
    yield f"# Infobox against text: {_plain(report.title)}\n"
    yield f"{f'<{report.url}>, ' if report.url else ''}revision <{report.revision}>\n"
    yield f"{_summary(report)}\n"
    for verdict, heading in _HEADINGS.items():
        if chosen := report.of(verdict):
            yield f"## {heading}\n"
            for each in chosen:
                yield from _markdown_figure(each)
    if report.left_out:
        yield f"## {_LEFT_OUT}\n"
        for several in _by_sentence(report.left_out):
            yield f"- {_where(several[0])}: {_quoted(several, '**')}"
        yield ""


def _markdown_figure(checked: Checked) -> Iterator[str]:
    yield f"- **{_plain(checked.figure.says)}** {_where(checked.figure)}: {_quoted([checked.figure], '**')}"
    for word, sentence in _met(checked):
        yield _markdown_sentence(f"  - {word}", sentence)
    yield ""


def _markdown_sentence(lead: str, sentence: Sentence) -> str:
    ground = f" *{_plain(sentence.ground)}*" if sentence.ground else ""
    return f"{lead} {_where(sentence)}: {_quoted([sentence], '**')}{ground}"


def _text(report: ArticleReport) -> Iterator[str]:
    yield report.title
    yield _summary(report)
    for verdict, heading in _HEADINGS.items():
        if chosen := report.of(verdict):
            yield f"\n{heading}"
            for each in chosen:
                yield f"  {each.figure.says} ({_where(each.figure)})"
                for word, sentence in _met(each):
                    yield f"    {word} {_where(sentence)}: {_bracketed([sentence])}"
                    yield f"      {sentence.ground}"
    if report.left_out:
        yield f"\n{_LEFT_OUT}"
        yield from (f"  {_where(each[0])}: {_bracketed(each)}" for each in _by_sentence(report.left_out))
    yield ""


def _met(checked: Checked) -> Iterator[tuple[str, Sentence]]:
    """Give the sentences that a figure meets, each with how: what is against it first."""
    yield from (("against it,", each) for each in checked.rivals)
    yield from (("it rests on", each) for each in checked.rests_on)
    yield from (("beside it,", each) for each in checked.beside)


def _where(sentence: Sentence) -> str:
    line = f"line {sentence.line}" if sentence.line else ""
    return ", ".join(part for part in (sentence.section, line) if part) or "the article"


def _by_sentence(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Gather the figures that stand in one sentence, so that it is told once."""
    found: dict[tuple[object, ...], list[Sentence]] = {}
    for each in sentences:
        found.setdefault((each.section, each.line, each.sentence), []).append(each)
    return list(found.values())


def _quoted(several: Sequence[Sentence], mark: str) -> str:
    """Quote a sentence with the words of each of its claims marked."""
    words = (f"{mark}{_plain(part)}{mark}" if marked else _plain(part) for part, marked in _cut(several))
    return f"“{''.join(words)}”"


def _bracketed(several: Sequence[Sentence]) -> str:
    words = (f"[{part}]" if marked else part for part, marked in _cut(several))
    return " ".join("".join(words).split())


def _cut(several: Sequence[Sentence]) -> Iterator[tuple[str, bool]]:
    """Cut one sentence into what is marked and what is not; marks that meet are one."""
    marks: list[tuple[int, int]] = []
    for start, end in sorted(each.mark for each in several):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    text, done = several[0].sentence, 0
    for start, end in marks:
        yield text[done:start], False
        yield text[start:end], True
        done = end
    yield text[done:], False


def _plain(words: str) -> str:
    """Keep the words of an article from being taken for Markdown or HTML."""
    kept = "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in words)
    return kept.replace("\n", " ")
