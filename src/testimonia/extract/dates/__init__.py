"""Dates: found in sentences, completed by their context, read from infobox values."""

from testimonia.extract.dates.calendar import Parts, days_between, in_words, iso, parts_of
from testimonia.extract.dates.find import find_dates
from testimonia.extract.dates.mention import DateMention
from testimonia.extract.dates.reading import Dated, DatedSentence, date_sentences, dates_of_sentence
from testimonia.extract.dates.resolve import DateContext, resolve
from testimonia.extract.dates.values import date_from_lead, parse_date_value

__all__ = [
    "DateContext", "DateMention", "Dated", "DatedSentence", "Parts", "date_from_lead", "date_sentences",
    "dates_of_sentence", "days_between", "find_dates", "in_words", "iso", "parse_date_value", "parts_of",
    "resolve",
]  # fmt: skip
