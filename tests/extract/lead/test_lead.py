"""The event that a lead tells."""

from collections.abc import Callable

import pytest

from testimonia.extract.lead import entries_from_lead, event_from_lead, kind_of_title
from testimonia.extract.lead.kind import kind_of_article
from testimonia.extract.sentences import Sentence
from testimonia.model import Article

KINDS = [
    # title, lead, kind, why
    ("Battle of Orm", "The Battle of Orm was fought in 1848.", "battle", "a battle"),
    ("2016 Orm bombing", "On 3 May 2016 a bomb exploded in Orm.", "attack", "the last word of a title"),
    ("1974 House of Orm bombing", "On 3 May 1974 a bomb exploded in Orm.", "attack", "over an of"),
    ("Operation Orm", "Operation Orm was a raid.", "operation", "an operation's name"),
    ("Orm massacre", "The Orm massacre was a crime in Orm.", "massacre", "a place before a small word"),
    ("Black Days", "Black Days was a siege of Orm by Mali.", "siege", "what the lead says that it was"),
    ("Siege", "A siege is a blockade of a city.", "other", "the thing as such"),
    ("Civil war", "A civil war is a war within a state.", "other", "a concept of two words"),
    ("List of battles in Orm", "This is a list.", "other", "a list"),
    ("Orm War Memorial", "The memorial was built in 1920.", "other", "a memorial"),
    ("Orm in World War II", "Orm was a town.", "other", "a place in a war"),
    ("Ann Roe", "Ann Roe was a painter.", "other", "a life"),
    ("Orm Cup", "The match was won by Orm.", "other", "a match"),
    ("Orm Brigade", "The brigade is a unit that was raised in 1920.", "other", "a unit"),
]


@pytest.mark.parametrize(("title", "lead", "kind", "why"), KINDS, ids=[case[3] for case in KINDS])
def test_the_kind_of_an_article(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]], title: str, lead: str, kind: str, why: str
) -> None:
    assert event_from_lead(*lead_of(title, lead)).kind == kind, why


def test_an_article_on_something_else_has_no_places_and_no_sides(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]],
) -> None:
    article, sentences = lead_of("Siege", "A siege is a fight between a town near Orm and an army of Mali.")
    event = event_from_lead(article, sentences)
    assert (event.places, event.part_of, event.when) == ((), (), None)
    assert entries_from_lead(article, sentences) == ()


@pytest.mark.parametrize(
    ("title", "kind"), [("Second Battle of Orm", "battle"), ("Orm", "other"), ("Orm War", "war")]
)
def test_the_kind_that_a_title_names_anywhere(title: str, kind: str) -> None:
    assert kind_of_title(title) == kind


PLACES = [
    # title, lead, places, why
    ("Battle of Orm", "The battle took place near the town of Orm in Kayes Province, Mali.", ["Orm", "Kayes Province", "Mali"], "a chain"),
    ("Battle of Orm", "The battle was fought on the Esk Sea near the promontory of Orm, in the Roman province of Eskia.",
     ["Orm", "Esk Sea", "Eskia"], "the title's place first"),
    ("Orm ambush", "On 3 May 1990 a guard crossed into Mali. It took place near Orm, a spring several miles north of Esk.",
     ["Orm", "Esk", "Mali"], "the sentence with the title's place, and a country beside"),
    ("1990 Orm bus attack", "The ORM BUS ATTACK occurred on 4 February 1990.", ["Orm"], "a place that only the title names"),
    ("1990 Ferry attack", "The FERRY ATTACK occurred on 4 February 1990. The ferry sank.", [], "a common noun in the title"),
    ("1990 Orm mutiny", "The ORM MUTINY occurred on 4 February 1990.", [], "a mutiny may be a man's"),
    ("Raid on Orm", "The RAID ON ORM was a bombing of the Orm oil works in Mali.", ["Orm", "Mali"], "a place before what was hit"),
    ("Siege of Orm", "It was fought in Orm, a fortress in the Esk Peninsula.", ["Orm", "Esk Peninsula"], "what a place is"),
    ("2016 Orm attack", "The base in Orm, Jammu and Kashmir was attacked by a group of men.", ["Orm", "Jammu and Kashmir"], "two words, one place"),
    ("Battle of Orm", "The battle was fought near Orm (modern Ormia) in Bosnia and Herzegovina.", ["Orm", "Bosnia and Herzegovina"], "no brackets"),
    ("Orm bombing", "In Orm, Ann Roe, a nurse, died when a bomb exploded at the Malian consulate.", ["Orm"], "no persons, no embassies"),
    ("Roe massacre", "The massacre was an incident at a Malian herders camp northeast of Lake Orm, in St. Esk County, Mali.",
     ["Lake Orm", "St. Esk County", "Mali"], "a quarter of the sky, and a saint"),
    ("Battle of the Ford", "In March 1848 it rained in Operation Dawn.", [], "no months, no operations"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lead", "places", "why"), PLACES, ids=[case[3] for case in PLACES])
def test_the_chain_of_places(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]],
    title: str,
    lead: str,
    places: list[str],
    why: str,
) -> None:
    article, sentences = lead_of(title, lead)
    found = event_from_lead(article, sentences).places
    assert [name.words for name in found] == places, why
    assert all(article.quote(name.span).lower() == name.words.lower() for name in found), "a lead may shout"


LARGER = [
    ("It was fought during the Second Orm Civil War.", ["Second Orm Civil War"]),
    (
        "It was a battle of the Spring Campaign of the Malian War of Independence.",
        ["Spring Campaign", "Malian War of Independence"],
    ),
    ("It was a 1918 Malian Civil War battle.", ["Malian Civil War"]),
    ("It was a battle of the 1918 Malian Revolt.", ["1918 Malian Revolt"]),
    ("It was a battle of the Roe War of 1213–1214.", ["Roe War of 1213–1214"]),
    (
        "It was a battle of the Roe War of Independence of 1848–1849.",
        ["Roe War of Independence of 1848–1849"],
    ),
    ("It was a battle of the Roe War of 1213 in Orm.", ["Roe War"]),
    ("It was fought during the Nine Years' War.", ["Nine Years' War"]),
    ("It was fought long after the Malian Civil War.", []),
    ("It was part of the Battle of Orm.", []),
]


@pytest.mark.parametrize(("lead", "larger"), LARGER)
def test_the_larger_events(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]], lead: str, larger: list[str]
) -> None:
    assert [name.words for name in event_from_lead(*lead_of("Battle of Orm", lead)).part_of] == larger


RESULTS = [
    ("It ended in a rout for the Malians and the fall of Orm.", "rout for the Malians"),
    ("It resulted in an overwhelming victory.", "overwhelming victory"),
    ("Roe's victory gave him Orm.", "Roe's victory"),
    ("It was a decisive victory for the Malians.", "decisive victory for the Malians"),
    ("It rained.", None),
]


@pytest.mark.parametrize(("lead", "result"), RESULTS)
def test_the_result(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]], lead: str, result: str | None
) -> None:
    article, sentences = lead_of("Battle of Orm", f"The Battle of Orm was fought in 1848. {lead}")
    found = event_from_lead(article, sentences).result
    assert (found.words if found else None) == result
    assert found is None or article.quote(found.span) == found.words


THREE = (
    "It was a struggle between the Malian Caliphate, the Nigerien Empire and the Orm Front. "
    "It ended in a rout for the Malian Caliphate and for the Orm Front."
)
SIDES = [
    # lead, first side, second side, commanders of each, why
    ("It saw a French corps overcome the Malian army.", ["French corps"], ["Malian army"], [], [], "saw one overcome the other"),
    ("It pitted a platoon of French reservists against the Malian Army.", ["French reservists"], ["Malian Army"], [], [], "pitted against"),
    ("It took place on 3 May, when Malian soldiers ran into the French vanguard.", ["Malian soldiers"], ["French vanguard"], [], [], "when one ran into the other"),
    ("It was an attempt by Malian guerrillas to starve out a French garrison.", ["Malian guerrillas"], ["French garrison"], [], [], "by one to starve the other"),
    ("It was an engagement in which Malian rebels harassed the French army.", ["Malian rebels"], ["French army"], [], [], "in which one harassed the other"),
    ("It was a shelling by Tom Roe, who swore allegiance to the Orm Front, of a club.", [], [], [], [], "to whom a doer swore is not whom he fought"),
    ("It was a raid by gunmen on a bus.", [], [], [], [], "a bus is no camp"),
    ("It was fought between Mali and the combined forces of Tom Roe and Ann Dow on 2 May.", ["Mali"], ["Tom Roe", "Ann Dow"], [], [], "between"),
    ("It was fought between the Malian army led by General Tom Roe and a Nigerien force under Ann Dow.",
     ["Malian army"], ["Nigerien force"], ["Tom Roe"], ["Ann Dow"], "under whom"),
    ("It was a battle between the German troops and Finnish Whites against the Finnish Reds.",
     ["German troops", "Finnish Whites"], ["Finnish Reds"], [], [], "between with against"),
    ("It was an attack carried out by the Orm Front on 3 May against Malian soldiers.", ["Orm Front"], ["Malian soldiers"], [], [], "by and against"),
    ("A French army commanded by King Louis defeated a Malian force.", ["French army"], ["Malian force"], ["Louis"], [], "who defeated whom"),
    ("The French and Belgian forces faced the Malian defences near Kayes.", ["French", "Belgian forces"], ["Malian defences"], [], [], "who faced whom"),
    ("It was a battle fought on the island of Orm by French Marine and Army forces against the Malian army.",
     ["French Marine", "Army forces"], ["Malian army"], [], [], "corps of a state"),
    ("A French army was defeated by the Malian army.", ["French army"], ["Malian army"], [], [], "who was defeated"),
    ("NSCO ambushed a Malian Army convoy.", ["NSCO"], ["Malian Army"], [], [], "who ambushed whom"),
    ("The Malian Army base in Orm was attacked on 3 May by a group of militants.", ["Malian Army"], ["militants"], [], [], "who was attacked"),
    ("It was fought between Mali and Niger. Mali's fleet was commanded by Tom Roe.", ["Mali"], ["Niger"], ["Tom Roe"], [], "a commander told later"),
    (THREE, ["Malian Caliphate"], ["Orm Front"], [], [], "two of three that the outcome names"),
    ("It was a battle between Mali, Niger and France.", [], [], [], [], "three camps"),
    ("The war was fought between 1914 and 1916.", [], [], [], [], "years"),
    ("Peace was made between Mali and Niger.", [], [], [], [], "a peace"),
    ("There were several attacks on Malian Armed Forces by militants in 2016.", ["Malian Armed Forces"], ["militants"], [], [], "attacks on and by"),
    ("It was an attack on a Malian army base in Orm. A group of militants armed with rifles and axes attacked a Malian army base.",
     ["Malian army"], ["militants"], [], [], "an attack on, and who attacked in the next sentence"),
    ("It was an attack on a Malian army base in Orm. It rained all day.", [], [], [], [], "an attack on, and nobody who attacked"),
    ("A gunman attacked a bus in Orm.", [], [], [], [], "no two parties"),
    ("It was fought by a small Malian force under Tom Roe and a Nigerien force under Ann Dow.",
     ["Malian force"], ["Nigerien force"], ["Tom Roe"], ["Ann Dow"], "fought by one and another"),
    ("It was fought by Malian and Nigerien troops in heavy rain.", [], [], [], [], "fought by who may be allies"),
    ("The combatants were the Malian army (called the Blues then) and a force made up of Nigerien militia.",
     ["Malian army"], ["Nigerien militia"], [], [], "the combatants, over a bracket"),
    ("It was a rising of the Orm Front against the Malian government.", ["Orm Front"], ["Malian government"], [], [], "a rising of X against Y"),
    ("It was a victory for the Malian army commanded by Tom Roe over the Nigerien army.",
     ["Malian army"], ["Nigerien army"], ["Tom Roe"], [], "who won over whom"),
    ("It was a decisive Malian victory over the Nigerien army.", ["Malian"], ["Nigerien army"], [], [], "whose victory"),
    ("The Orm Front carried out two attacks on 3 May against Malian soldiers.", ["Orm Front"], ["Malian soldiers"], [], [], "attacks carried out against"),
    ("It was a multi-sided fight between the Malian army, the Nigerien army (with its allies), and the Orm Front.",
     ["Malian army"], ["Nigerien army"], [], [], "as many camps as are named"),
    ("It was a battle between the Malian army and the Islamic State of Iraq and the Levant.",
     ["Malian army"], ["Islamic State of Iraq and the Levant"], [], [], "an and inside a name"),
    ("It was fought between Mali and Niger. The Orm force was commanded by Ann Dow, while Mali's men were led by Tom Roe.",
     ["Mali"], ["Niger"], ["Tom Roe"], ["Ann Dow"], "the commander of the camp that is left"),
    ("It was fought between Mali and Niger. Mali deployed two corps led by General Tom Roe and General Ann Dow.",
     ["Mali"], ["Niger"], ["Tom Roe", "Ann Dow"], [], "who led what a camp deployed"),
    ("It was fought between Mali and Niger. Mali routed a corps led by Tom Roe.", ["Mali"], ["Niger"], [], [], "who led what was routed"),
    ("A French army under generals Eugen of Kayes and Tom von Roe was defeated by the Malian army.",
     ["French army"], ["Malian army"], ["Eugen of Kayes", "Tom von Roe"], [], "a leader of a place, and another"),
    ("It was a march undertaken by the Orm Front on 3 May.", [], [], [], [], "by whom alone, in a battle"),
    ("It took place by a Malian army led by Maurice of Roe. It lasted until the Nigerien troops surrendered the town.",
     ["Malian army"], ["Nigerien troops"], ["Maurice of Roe"], [], "by whom, and who yielded"),
    ("It was launched by the Malian army with the aim of capturing Orm from the Orm Front.",
     ["Malian army"], ["Orm Front"], [], [], "by whom, and from whom"),
    ("It was launched by the Malian army and factions from the Orm Front with the aim of taking Orm from the Nigerien army.",
     ["Malian army", "Orm Front"], ["Nigerien army"], [], [], "by whom, and by a part of whom"),
    ("It was conducted by the former head of the Orm Front.", [], [], [], [], "by one man of a body"),
    ("It was a victory over hunger.", [], [], [], [], "no victory over people"),
    ("It was a Malian Army offensive in the south. Its aim was to take the rebel-held part of Orm.",
     ["Malian Army"], ["rebel"], [], [], "whose offensive, and who held the place"),
    ("It was a failed Malian attempt to conquer the Kingdom of Orm.", ["Malian"], ["Kingdom of Orm"], [], [], "whose attempt to conquer whom"),
    ("It was a joint attack of French and Belgian forces on Orm, then held by the Malian army.",
     ["French", "Belgian forces"], ["Malian army"], [], [], "an attack of, and held by"),
    ("It was the capture of Orm by the Orm Front. The town was defended by the Malian army.",
     ["Orm Front"], ["Malian army"], [], [], "a capture by, and defended by"),
    ("It was a landing on the south coast, in heavy rain.", [], [], [], [], "a landing of nobody named"),
    ("It was an offensive in the rebel-held south.", [], [], [], [], "an offensive of nobody named"),
    ("It was a major Malian victory. The Nigeriens were heavily defeated.", ["Malian"], ["Nigeriens"], [], [], "whose victory, and who was beaten"),
    ("It was a Malian victory. They were attacked by a larger Nigerien force led by King Louis.",
     ["Malian"], ["Nigerien force"], [], ["Louis"], "whose victory, and by whom they were attacked"),
    ("The Allied victory freed Orm from the Malian army, and it rained.", ["Allied"], ["Malian army"], [], [], "whose victory, and from whom"),
    ("It was a Malian victory. The Malian army was defeated later.", [], [], [], [], "the victors are not the beaten"),
    ("It was a pyrrhic victory.", [], [], [], [], "nobody's victory"),
    ("Two Malian Constabulary (MC) officers were killed by a bomb planted by the Orm Front.",
     ["Malian Constabulary"], ["Orm Front"], [], [], "killed by a bomb that somebody planted"),
    ("Two Malian Constabulary officers were killed when the Orm Front exploded a bomb.",
     ["Malian Constabulary officers"], ["Orm Front"], [], [], "killed when somebody struck"),
    ("Two people were killed by a bomb.", [], [], [], [], "killed by a thing"),
    ("Two shops burned when the Orm Front came; Ann Dow was killed.", [], [], [], [], "nobody counted was killed"),
    ("A rising was put down by the Malian army, and the town was against the policy.", [], [], [], [], "against something else"),
    ("French troops landed on the island and drove out the Malian garrison.", ["French troops"], ["Malian garrison"], [], [], "who drove out whom"),
    ("The French besieged the Malian-held town.", ["French"], ["Malian"], [], [], "who held the town"),
    ("It was the French conquest of the Malian port of Esk.", ["French"], ["Malian"], [], [], "whose conquest of whose port"),
    ("It was the taking of the Malian port of Esk by a French expedition under Lord Roe.",
     ["Malian"], ["French expedition"], [], ["Roe"], "a taking by"),
    ("It was the surrender of the French garrison of Orm to the Malians.", ["French garrison"], ["Malians"], [], [], "a surrender to"),
    ("It was the siege of the town of Orm, Kingdom of Esk within Mali, by the French Empire in June.",
     ["Kingdom of Esk"], ["French Empire"], [], [], "a siege of a town of a kingdom"),
    ("It pitted the forces of the Dows against the Orm Front.", ["Dows"], ["Orm Front"], [], [], "the forces of a people that no table has"),
    ("It was a battle in which the Malians were led by Ann Dow and the French by Tom Roe.", ["Malians"], ["French"], ["Ann Dow"], [], "both led"),
    ("It was an attack by the Malian Fourth Army on French positions.", ["Malian Fourth Army"], ["French"], [], [], "an attack by and on"),
    ("It was fought on 3 May by the Malian 1st Division and the Nigerien Army.", ["Malian 1st Division"], ["Nigerien Army"], [], [], "fought on a day by"),
    ("An alliance formed by Mali and Niger tried to overturn the French presence.", ["Mali", "Niger"], ["French"], [], [], "an alliance formed by, against a presence"),
    ("A Taliban suicide bomber killed seven Malian policemen.", ["Taliban"], ["Malian policemen"], [], [], "fighters by their name alone"),
    ("The Malian group Black Dawn took eleven French team members hostage.", ["Black Dawn"], ["French"], [], [], "a group by name, and hostages"),
    ("The Malian invasion of Orm took place in May. The French defenders surrendered in June.",
     ["Malian"], ["French defenders"], [], [], "whose invasion, and who surrendered"),
    ("It was code-named Dawn, and was launched by French troops to take a Malian-held town.", ["French troops"], ["Malian"], [], [], "a name, and by whom"),
    ("A Malian army was destroyed by King Tom's French army.", ["Malian army"], ["French army"], [], [], "a king's army"),
    ("A man attacked passengers of a train.", [], [], [], [], "who attacks passengers"),
    ("A French column of 300 men under Captain Roe was surprised by the Malians.", ["French column"], ["Malians"], ["Roe"], [], "a column"),
    ("A bomb killed many. Mali condemned the attack on Niger.", [], [], [], [], "who condemns an attack"),
    ("It was a popular uprising against the Malian policy.", ["uprising"], ["Malian"], [], [], "a rising of nobody named"),
    ("It was an airlift during the Malian invasion of Niger.", [], [], [], [], "an invasion around it"),
    ("It was the defence of the Malian convoy by French aircraft.", [], [], [], [], "a defence by"),
    ("French troops attacked a town in central Mali.", [], [], [], [], "a state where it lies"),
    ("French troops, supported by the Malian army, attacked the town.", [], [], [], [], "who supports whom"),
    ("It was an offensive, called Dawn by the Malian army, against Esk on the Eastern Front.", [], [], [], [], "who calls it so, and a front of the war"),
    ("The Malians and the French attacked Orm.", [], [], [], [], "allies"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lead", "first", "second", "leaders", "others", "why"), SIDES, ids=[case[5] for case in SIDES]
)
def test_who_fought_whom(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]],
    lead: str,
    first: list[str],
    second: list[str],
    leaders: list[str],
    others: list[str],
    why: str,
) -> None:
    article, sentences = lead_of("Battle of Orm", lead)
    entries = entries_from_lead(article, sentences)

    def of(side: int, role: str) -> list[str]:
        return [entry.name.words for entry in entries if entry.side == side and entry.role == role]

    assert (of(1, "belligerent"), of(2, "belligerent")) == (first, second), why
    assert (of(1, "commander"), of(2, "commander")) == (leaders, others), why
    assert all(article.quote(entry.name.span) == entry.name.words for entry in entries)


def test_an_attack_may_have_one_side(lead_of: Callable[[str, str], tuple[Article, list[Sentence]]]) -> None:
    entries = entries_from_lead(
        *lead_of("Orm bombing", "The Orm bombing was an attack carried out by the Orm Front.")
    )
    assert [(entry.name.words, entry.side) for entry in entries] == [("Orm Front", 1)]


def test_the_capture_of_a_besieged_place_is_a_siege(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]],
) -> None:
    article, sentences = lead_of(
        "Capture of Orm", "The Capture of Orm took place in 1591. The siege began on 3 May."
    )
    assert kind_of_article(article, sentences) == "siege"
    article, sentences = lead_of("Capture of Orm", "The Capture of Orm took place in 1591.")
    assert kind_of_article(article, sentences) == "battle"


def test_persons_who_lead_a_side_are_persons_of_the_cast(
    lead_of: Callable[[str, str], tuple[Article, list[Sentence]]],
) -> None:
    from testimonia.extract.actors import gather_cast

    article, sentences = lead_of(
        "Battle of Orm", "The Battle of Orm was fought between Tom Roe and the Malian army."
    )
    cast = gather_cast(sentences, entries_from_lead(article, sentences))
    assert [(actor.label, actor.kind, actor.side) for actor in cast.actors()] == [
        ("Tom Roe", "person", 1),
        ("Malian army", "state force", 2),
    ]
