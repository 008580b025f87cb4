"""Whether a count is of the article's event, an episode of it, or another event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

ONE_DAY, LONG, OPEN, OLD = (
    "- Date: 3 May 2016",
    "- Date: 3 March – 20 August 1640",
    "- Date: 3 March 1640 – present",
    "- Date: 9 August 48 BC",
)
SCOPES = [
    ("the lead", ONE_DAY, "", "Nine men were killed.", "main"),
    ("the lead of a long event", LONG, "", "Nine men were killed.", "main"),
    ("a day of one", ONE_DAY, "Battle", "Nine men were killed in the first charge.", "sub"),
    ("a sayer's sum of a one-day event", ONE_DAY, "Battle", "The army said that nine men were killed.", "main"),
    ("a sayer's count in a long event", LONG, "Battle", "The army said that nine men were killed.", "sub"),
    ("a day within a long event", LONG, "Battle", "On 4 April 1640, nine men were killed.", "sub"),
    ("a day before the event", LONG, "Battle", "On 4 April 1639, nine men were killed.", "other"),
    ("a day after the event", LONG, "Battle", "On 4 April 1641, nine men were killed.", "other"),
    ("a month within the event", LONG, "Battle", "In April 1640 nine men were killed.", "sub"),
    ("a year before the event", LONG, "Battle", "In 1638 nine men were killed.", "other"),
    ("a day behind an open event's start", OPEN, "Battle", "On 4 April 1651, nine men were killed.", "sub"),
    ("a year before an ancient event", OLD, "Battle", "Nine men were killed on 9 August 49 BC.", "other"),
    ("a year after an ancient event", OLD, "Battle", "Nine men were killed on 9 August 47 BC.", "other"),
    ("a day in an ancient event", OLD, "Battle", "Nine men were killed on 9 August 48 BC.", "sub"),
    ("a sentence behind a day before the event", ONE_DAY, "Battle", "On 4 April 2015 the fort fell. Nine men were killed.", "other"),
    ("the background", LONG, "Background", "Nine men were killed.", "other"),
    ("the prelude", LONG, "Prelude", "Nine men were killed.", "other"),
    ("the casualties section", LONG, "Casualties", "Nine men were killed.", "main"),
    ("a day in the casualties section of a long event", LONG, "Casualties", "On 4 April 1640, nine men were killed.", "sub"),
    ("the aftermath", ONE_DAY, "Aftermath", "Nine men had been killed.", "main"),
    ("total losses", LONG, "Battle", "The total Roelander losses came to 90 men killed.", "main"),
    ("losses that numbered", LONG, "Battle", "Losses numbered 90 men killed.", "main"),
    ("losses of a moment", LONG, "Battle", "The losses came when 90 men were killed.", "sub"),
    ("a toll", LONG, "Battle", "The death toll rose to 90.", "main"),
    ("in total", LONG, "Battle", "In total, nine men were killed.", "main"),
    ("during the siege", LONG, "Battle", "During the siege nine men were killed.", "main"),
    ("during another kind of event", LONG, "Battle", "During the campaign nine men were killed.", "sub"),
    ("during the fighting of a day", LONG, "Battle", "On 4 April 1640 the gate fell. Nine men were killed in the fighting.", "sub"),
    ("during all the fighting", LONG, "Battle", "Ninety men were killed in the fighting.", "main"),
    ("the days of the battle", LONG, "Battle", "On 20 August 1640 the gate fell. During the two days of the battle, nine men were killed.", "main"),
    ("by the end of a day", LONG, "Battle", "By the end of the day, ninety men had been killed.", "sub"),
    ("by the end", LONG, "Battle", "By the end, ninety men had been killed.", "main"),
    ("the toll of a day", LONG, "Battle", "The death toll of the first day was put at 90.", "sub"),
    ("a force by this point", LONG, "Battle", "On 4 April 1640 the gate fell. By this point, the raiders had 6,000 men.", "sub"),
    ("what somebody says of how it goes", LONG, "Battle", "On 4 April 1640 the army said that the raiders were suffering heavy losses.", "main"),
    ("how it went on a day", LONG, "Battle", "On 4 April 1640 the raiders were suffering heavy losses.", "sub"),
    ("another battle", LONG, "Battle", "Ninety men had been killed in the Battle of Dowford.", "other"),
    ("another operation in the aftermath", LONG, "Aftermath", "During Operation Quill the raiders lost 90 men.", "other"),
    ("a part in another battle", LONG, "Battle", "The guard, who had a major role in the Battle of Dowford, lost nine men.", "sub"),
    ("another battle in the text of a longer campaign", LONG, "Battle of Dowford", "Ninety men were killed in the Battle of Dowford.", "sub"),
    ("fighting without an article", LONG, "Battle", "Ninety men were killed during fighting in the hills.", "sub"),
    ("a force of long before", LONG, "Background", "On 4 April 1639 the fort fell.\n\nThe raiders had 6,000 men.", "other"),
    ("a force of no date", LONG, "Background", "The raiders had 6,000 men.", "main"),
    ("months after it", LONG, "Aftermath", "Over the next five months 800 prisoners died.", "other"),
    ("time before it in its casualties", LONG, "Casualties", "About 300 porters had died before the invasion.", "other"),
    ("a day right behind it in its story", ONE_DAY, "Battle", "On 5 May 2016, nine men were killed.", "sub"),
    ("a force right behind it", ONE_DAY, "Battle", "On 5 May 2016, the raiders had 600 men.", "sub"),
    ("a thousand of whom no day is told", LONG, "Battle", "In the hills 2,000 men were killed.", "main"),
    ("a thousand of a day", LONG, "Battle", "On 4 April 1640, 2,000 men were killed.", "sub"),
    ("one person, a sayer's sum", ONE_DAY, "Battle", "The army said that one person was killed.", "main"),
    ("one man of several", ONE_DAY, "Battle", "The army said that one man was killed.", "sub"),
    ("those of the battle who were buried later", LONG, "Battle", "Nine men who were killed during the siege were buried on 4 May 1641.", "main"),
    ("losses since a day", LONG, "Aftermath", "Since 4 April 1640 the guard had lost 90 men killed.", "main"),
    ("losses of a day, looked back on", LONG, "Aftermath", "On 4 April 1640, 90 men were killed.", "sub"),
    ("what became of one man", LONG, "Aftermath", "The mayor was killed in a duel.", "other"),
    ("a bare year in the aftermath", LONG, "Aftermath", "Ninety men were killed by the end of 1652 at Dale.", "other"),
    ("many, told when it is over", LONG, "First phase", "On 20 August 1640 the gate fell. Ninety men had been killed.", "main"),
    ("few, told when it is over", LONG, "First phase", "On 20 August 1640 the gate fell. Nine men had been killed.", "sub"),
    ("the victims of all of it", LONG, "Victims", "Nine men were killed.", "main"),
    ("one guard in the outcome", LONG, "Outcome", "One guard was killed.", "main"),
    ("the two camps under a title of their own", LONG, "Combatants", "On 4 April 1639 the fort fell. The raiders had 6,000 men.", "main"),
    ("a host in a long event", LONG, "Battle", "Six thousand raiders attacked the gate.", "main"),
    ("a host on a day of it", LONG, "Battle", "On 4 April 1640, six thousand raiders attacked the gate.", "sub"),
    ("a band in a long event", LONG, "Battle", "Sixty raiders attacked the gate.", "sub"),
    ("a band in an event of one day", ONE_DAY, "Battle", "Sixty raiders attacked the gate.", "main"),
    ("a host in the prelude", LONG, "Prelude", "The raiders had 6,000 men.", "main"),
    ("a host in the prelude, long before", LONG, "Prelude", "On 4 April 1639 the fort fell. The raiders had 6,000 men.", "other"),
    ("a host under a title of forces", LONG, "Opposing forces", "In 1639 the raiders had 6,000 men.", "main"),
    ("a host in the aftermath", LONG, "Aftermath", "The raiders had 6,000 men.", "other"),
    ("one man in the lead", ONE_DAY, "", "Captain Roe was killed.", "sub"),
    ("one man in the aftermath", ONE_DAY, "Aftermath", "Captain Roe had been killed.", "sub"),
    ("the eve of the event", LONG, "Battle", "On 28 February 1640, nine men were killed.", "sub"),
    ("a day before in the prelude", LONG, "Prelude", "On 28 February 1640, nine men were killed.", "other"),
    ("a day after in the aftermath", LONG, "Aftermath", "On 4 September 1640, nine men were killed.", "other"),
    ("a sentence behind a day after in the aftermath", LONG, "Aftermath", "On 4 September 1640 the fort fell. Nine men were killed.", "other"),
    ("a sayer's toll behind a day after", ONE_DAY, "Aftermath", "On 5 May 2016 the fort was rebuilt. The army said that nine men had been killed.", "main"),
    ("a day after among a long event's days", LONG, "Battle", "On 22 August 1640 the fort was rebuilt. The army said that 90 men had been killed.", "main"),
    ("a title that follows the event", LONG, "After the siege", "On 4 September 1640, nine men were killed.", "other"),
    ("a title with an afternoon", LONG, "The afternoon", "Nine men were killed.", "sub"),
    ("a sentence behind a day in the casualties section", LONG, "Casualties", "On 4 April 1640 the gate fell. Nine men were killed.", "sub"),
    ("a year around a day", ONE_DAY, "Aftermath", "In 2016 the raiders killed ninety men.", "other"),
    ("casualties that total", LONG, "Battle", "Casualties totalled ninety men killed.", "main"),
    ("a day of a toll", LONG, "Battle", "On 4 April 1640, nine men in total were killed.", "sub"),
    ("a day of the event in its prelude", LONG, "Prelude", "On 4 April 1640, nine men were killed.", "sub"),
    ("a month of the event in its prelude", LONG, "Prelude", "In April 1640 nine men were killed.", "other"),
    ("a history of the event itself", LONG, "History", "On 4 April 1640, sixty raiders attacked the gate.", "sub"),
    ("a history before the event", LONG, "History", "On 4 April 1639, nine men were killed.", "other"),
    ("the year of a book in the aftermath", LONG, "Aftermath", "In 1960, Roe wrote a book on it. Nine men had been killed.", "main"),
    ("one guard that a sum comes to", ONE_DAY, "Aftermath", "In all, 1 guard was killed.", "main"),
    ("one of the guards", ONE_DAY, "Aftermath", "One of the guards was killed.", "sub"),
    ("one guard in the fighting", ONE_DAY, "Battle", "One guard was killed.", "sub"),
    ("a sum up to a day", LONG, "Casualties", "By 4 April 1640, ninety men had been killed.", "main"),
    ("a sum said behind the event", LONG, "Casualties", "The army said on 22 August 1640 that ninety men were killed.", "main"),
    ("a count said on a day of the event", LONG, "Casualties", "The army said on 4 April 1640 that nine men were killed.", "sub"),
    ("a sum as of a day after", ONE_DAY, "Battle", "As of 5 May 2016, the army said that ninety men had been killed.", "main"),
    ("a count said on a day after a long event", LONG, "Aftermath", "On 4 September 1640, the army said that nine men had been killed.", "other"),
    ("a count said on a day of a long event", LONG, "Aftermath", "On 4 April 1640, the army said that nine men had been killed.", "sub"),
    ("a sayer's count on the last day", LONG, "Battle", "On 20 August 1640 the fort fell. The army said that ninety men had been killed.", "main"),
    ("a host on the eve", LONG, "Battle", "On 28 February 1640 the raiders had 6,000 men.", "main"),
    ("an army under its title", LONG, "Roe army", "On 4 April 1640, the raiders had 6,000 men.", "main"),
    ("a look back in years", LONG, "Battle", "On 4 April 1640 the fort, built in 1598, fell. Nine men were killed.", "sub"),
    ("all days of a long event", LONG, "Casualties", "From 3 March to 20 August 1640, ninety men were killed.", "main"),
    ("some days of a long event", LONG, "Casualties", "From 3 March to 20 April 1640, ninety men were killed.", "sub"),
    ("one man that a sum comes to", LONG, "Battle", "In all, one guard was killed.", "main"),
    ("an army's state that a sayer looks back on", LONG, "Aftermath", "Roe wrote that the raiders had 6,000 men.", "main"),
    ("a total behind a day after", LONG, "Aftermath", "On 4 September 1640 the fort was rebuilt. In total, 90 men had been killed.", "main"),
    ("the month in which it ended, in the aftermath", LONG, "Aftermath", "In August 1640 nine men had been killed.", "main"),
    ("no date at all", "", "Battle", "Nine men were killed.", "sub"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("infobox", "section", "text", "scope"), [pytest.param(*row, id=label) for label, *row in SCOPES]
)
def test_a_count_has_a_scope(
    infobox: str, section: str, text: str, scope: str, article_of: Callable[..., Article]
) -> None:
    (claim,) = extract_findings(article_of(text, infobox=infobox, section=section)).claims
    assert claim.scope == scope


@pytest.mark.parametrize(("section", "scope"), [("The left wing", "sub"), ("Roe deployment", "main")])
def test_a_band_in_a_part_of_a_battle_is_no_force_of_all_of_it(
    section: str, scope: str, article_of: Callable[..., Article]
) -> None:
    text = f"A battle.\n\n== Battle ==\nIt began.\n\n=== {section} ===\nSixty raiders attacked the gate."
    claims = extract_findings(article_of(text, infobox=ONE_DAY)).claims
    assert [claim.scope for claim in claims] == [scope]


@pytest.mark.parametrize(("figure", "scope"), [("Six thousand", "sub"), ("Forty thousand", "main")])
def test_only_an_army_is_of_the_whole_in_a_part_of_a_long_battle(
    figure: str, scope: str, article_of: Callable[..., Article]
) -> None:
    text = f"A battle.\n\n== Battle ==\nIt began.\n\n=== The left wing ===\n{figure} raiders attacked the gate."
    claims = extract_findings(article_of(text, infobox=LONG)).claims
    assert [claim.scope for claim in claims] == [scope]


@pytest.mark.parametrize(("title", "scope"), [("Dowford attack", "main"), ("3 May Dowford attacks", "sub")])
def test_none_of_several_attacks_is_all_of_them(
    title: str, scope: str, article_of: Callable[..., Article]
) -> None:
    text = "Nine men were killed when a bomb went off."
    article = article_of(text, title=title, infobox=ONE_DAY, section="Attack")
    assert [claim.scope for claim in extract_findings(article).claims] == [scope]


@pytest.mark.parametrize(("title", "scope"), [("Operation Quill", "main"), ("Operation Reed", "other")])
def test_an_event_named_in_a_sentence_is_the_articles_or_another(
    title: str, scope: str, article_of: Callable[..., Article]
) -> None:
    text = "A wing lost six aircraft during Operation Quill."
    article = article_of(text, title=title, infobox=LONG, section="Battle")
    assert [claim.scope for claim in extract_findings(article).claims] == [scope]


def test_the_forces_of_an_article_on_no_event_are_those_of_others(article_of: Callable[..., Article]) -> None:
    article = article_of(
        "A raft is a craft of beams. It is slow.\n\n== Prelude ==\nThe raiders had 6,000 men.", title="Raft"
    )
    (claim,) = extract_findings(article).claims
    assert claim.scope == "other"
