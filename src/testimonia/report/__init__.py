"""Reports for the editors of articles: the infobox held against the text, sentence by sentence.

`report_graph` gives one report for each article of a graph; `write_markdown` and `write_text` write it
for a talk page and for a terminal.
"""

from testimonia.report.articles import ArticleReport, Checked, Sentence, report_events, report_graph
from testimonia.report.writing import write_markdown, write_text

__all__ = [
    "ArticleReport",
    "Checked",
    "Sentence",
    "report_events",
    "report_graph",
    "write_markdown",
    "write_text",
]
