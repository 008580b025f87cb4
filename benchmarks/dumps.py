"""Make dumps for measuring: the same bytes for the same number of pages, on every machine.

    python benchmarks/dumps.py 2000 > dump.xml
    python benchmarks/dumps.py 10000 battles > battles.xml

Five pages in a hundred tell of an invented battle, with infobox, citations, links and claims in the prose;
the others are of the same length and tell of nothing. The second command leaves those out. What is
invented follows from the number of the page.
"""

from __future__ import annotations

import sys
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["dump", "is_battle", "page", "wikitext"]

_HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>Wikipedia</sitename>
    <dbname>enwiki</dbname>
    <base>https://en.wikipedia.org/wiki/Main_Page</base>
    <namespaces>
      <namespace key="0" case="first-letter" />
    </namespaces>
  </siteinfo>
"""
_PAGE = """  <page>
    <title>{title}</title>
    <ns>0</ns>
    <id>{number}</id>
    <revision>
      <id>{number}</id>
      <timestamp>2024-01-01T00:00:00Z</timestamp>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text xml:space="preserve">{text}</text>
    </revision>
  </page>
"""
_FIRST = "Nor Ash Bel Cor Dun Elm Fal Gar Hol Ing Jor Kel Lam Mar Orr Pen Quin Ros Sel Tam".split()
_LAST = "ford ham stead wick mouth bridge dale field gate haven".split()
_MONTHS = ("January February March April May June July August September October November December").split()
_WORDS = (
    "the old road along the river was built of stone and timber before the mill at the northern bank had "
    "been moved to a quarter of the town where merchants kept their cloth salt and grain in long halls that "
    "stood near the market until a fire in winter took the roofs and most of what the guilds had written "
    "about their trade"
).split()

_BATTLE = """{{{{Short description|Battle of {year}}}}}
{{{{Infobox military conflict
| conflict    = {title}
| partof      = the [[{war}]]
| date        = {{{{start date|{year}|{month}|{day}|df=y}}}}
| place       = [[{town}]], {region}
| result      = {side1} victory
| combatant1  = {{{{flagicon|{side1}}}}} [[{side1}]]
| combatant2  = {{{{flagicon|{side2}}}}} [[{side2}]]
| commander1  = [[Adam {name}]]
| commander2  = [[Ludwig {other}]] {{{{KIA}}}}
| strength1   = {strength1:,} soldiers
| strength2   = {{{{ubl|{strength2:,} soldiers|{guns} guns}}}}
| casualties1 = {killed1} killed<br />{wounded1} wounded<ref name="a">
  {{{{cite book |last={name} |title=The {war} |year={later} |page={day}}}}}</ref>
| casualties2 = {killed2}–{killed3} killed ''(per {side1})''
}}}}
The '''{title}''' was fought on {day} {monthname} {year} between [[{side1}]] and
[[{side2}]] near [[{town}]] in {region}, during the [[{war}]].{{{{sfn|{name}|{later}|p={day}}}}}

== Background ==
{filler1}<ref>{{{{cite web |url=https://example.org/{number}
 |title=On the roads of {region} |access-date=1 May 2020}}}}</ref>

== Battle ==
On {day} {monthname} the army of [[{side1}]] under Adam {name} reached the bridge with
{strength1:,} soldiers. {filler2} The garrison withdrew in the evening.{{{{efn|{filler3}}}}}

== Aftermath ==
The government of {side1} said that {killed2} soldiers of {side2} had been killed and {prisoners}
captured.<ref name="a" /> A newspaper reported on {next} {monthname} {year} that at least {killed3} people had
died. {side2} admitted the loss of {lost} men. {filler4}

== References ==
{{{{reflist}}}}

[[Category:Battles of {year}]]
"""
_OTHER = """{{{{Infobox settlement
| name = {title}
| population = {strength1}
}}}}
'''{title}''' is a town in [[{region}]].{{{{sfn|{name}|{later}|p={day}}}}}

== History ==
{filler1}<ref>{{{{cite web |url=https://example.org/{number} |title=On the roads of {region}}}}}</ref>

== Economy ==
{filler2}

== References ==
{{{{reflist}}}}
"""


def dump(pages: int, *, battles: bool = False) -> Iterator[bytes]:
    """Give a dump of so many pages, or of so many battles and nothing else, piece by piece."""
    yield _HEAD.encode()
    for number in range(7, 20 * pages, 20) if battles else range(1, pages + 1):
        yield page(number).encode()
    yield b"</mediawiki>\n"


def is_battle(number: int) -> bool:
    """Tell whether a page tells of a battle: one in twenty does."""
    return number % 20 == 7


def page(number: int) -> str:
    """Give a page of a dump as XML."""
    return _PAGE.format(title=_title(number), number=number, text=escape(wikitext(number)))


def wikitext(number: int) -> str:
    """Give the wikitext of a page; about 9,000 characters."""
    facts = _facts(number)
    return (_BATTLE if is_battle(number) else _OTHER).format(title=_title(number), number=number, **facts)


def _title(number: int) -> str:
    return f"{'Battle of ' if is_battle(number) else ''}{_town(number)} ({number})"


def _town(number: int) -> str:
    return _FIRST[number % len(_FIRST)] + _LAST[number // len(_FIRST) % len(_LAST)]


def _facts(number: int) -> dict[str, object]:
    """Invent what a page says."""
    killed = 20 + number * 7 % 400
    month = number % 12
    long = not is_battle(number)
    return {
        "town": _town(number),
        "region": _town(number * 3 + 1),
        "side1": f"Kingdom of {_town(number * 7 + 3)}",
        "side2": f"Republic of {_town(number * 11 + 5)}",
        "war": f"{_town(number * 13 + 2)} War",
        "name": _town(number * 17 + 4),
        "other": _town(number * 19 + 6),
        "year": 1600 + number % 300,
        "later": 1950 + number % 60,
        "month": month + 1,
        "monthname": _MONTHS[month],
        "day": number % 25 + 1,
        "next": number % 25 + 2,
        "strength1": 1000 + number * 37 % 9000,
        "strength2": 1000 + number * 41 % 9000,
        "guns": 4 + number % 30,
        "killed1": 10 + number % 90,
        "wounded1": 30 + number % 200,
        "killed2": killed,
        "killed3": killed + 15,
        "prisoners": 5 + number % 60,
        "lost": killed - 8,
        **{f"filler{part}": _filler(number + part, 60 if long else 32) for part in (1, 2, 4)},
        "filler3": _filler(number, 1),
    }


def _filler(seed: int, sentences: int) -> str:
    """Give sentences without a figure, some with a link, as a reader would find them anywhere."""
    made = []
    for number in range(sentences):
        begin = (seed * 31 + number * 7) % len(_WORDS)
        words = [_WORDS[(begin + step) % len(_WORDS)] for step in range(11 + (seed + number) % 9)]
        if number % 4 == 0:
            words[3] = f"[[{words[3]} of {_town(seed + number)}|{words[3]}]]"
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


if __name__ == "__main__":
    for piece in dump(int(sys.argv[1]), battles=sys.argv[2:] == ["battles"]):
        sys.stdout.buffer.write(piece)
