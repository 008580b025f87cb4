"""What kind of happening a dated sentence tells."""

from collections.abc import Callable

import pytest

from testimonia.model import Article, Happening

Told = Callable[..., tuple[Article, tuple[Happening, ...]]]

# kind, sentence
CASES = [
    # the governing verb says it
    ("attack", "On 3 May, rebels attacked the mill of Orm."),
    ("attack", "On 3 May, rebels raided the mill of Orm."),
    ("capture", "On 3 May, rebels captured the mill of Orm."),
    ("capture", "The mill of Orm was captured on 3 May."),
    ("capture", "On 3 May, the mill of Orm fell to the rebels."),
    ("capture", "On 3 May, rebels took full control of the mill."),
    ("capture", "By 3 May, the mill of Orm was under rebel control."),
    ("retreat", "On 3 May, rebels withdrew from the mill of Orm."),
    ("retreat", "On 3 May, the colonel pulled them back to the mill."),
    ("retreat", "On 3 May, the army drove them out of the mill."),
    ("capture", "On 3 May, the army pushed the rebels out of the mill."),
    ("bombardment", "On 3 May, the army shelled the mill of Orm."),
    ("bombardment", "On 3 May, jets bombed the mill of Orm."),
    ("advance", "On 3 May, rebels advanced towards the mill of Orm."),
    ("siege", "On 3 May, rebels surrounded the mill of Orm."),
    ("deployment", "On 3 May, fresh troops arrived at the mill of Orm."),
    ("clash", "On 3 May, rebels clashed with the army near the mill."),
    ("clash", "The two fleets met off Orm on 3 May."),
    ("ceasefire", "On 3 May, both sides agreed to a ceasefire."),
    # the best of several joined verbs
    ("capture", "On 3 May, rebels attacked and captured the mill of Orm."),
    ("capture", "On 3 May, rebels entered the village, and seized the mill."),
    ("attack", "On 3 May, rebels gathered their men and attacked the mill."),
    # a light verb leaves it to its subject or object
    ("clash", "Clashes for the mill of Orm began on 3 May."),
    ("clash", "Fighting continued on 3 May."),
    ("attack", "A series of explosions occurred at the mill on 3 May."),
    ("attack", "On 3 May, rebels launched a large assault on the mill."),
    ("bombardment", "On 3 May, the army began the assault by heavily shelling the mill."),
    ("attack", "Some attacks on the mill started taking place from 3 May."),
    ("siege", "The siege of the mill began on 3 May as a force of rebels arrived."),
    ("attack", "On 3 May, rebels tried to storm the mill of Orm."),
    ("advance", "On 3 May, rebels managed to break through near the mill."),
    ("other", "On 3 May, the fighting ended."),
    ("capture", "It ended on 3 May after rebels captured the mill of Orm."),
    ("clash", "The ceasefire was broken on 3 May near the mill."),
    ("attack", "On 3 May, rebels launched an assault and captured the mill."),
    ("attack", "Operation Elm, by the 2nd Corps of the army, was launched on 3 May."),
    ("attack", "The first week, from 3 May, was marked by an assault on the mill."),
    ("retreat", "A want of shells forced the whole garrison of Orm to withdraw on 3 May."),
    ("capture", "The siege ended on 3 May with the capture of the mill."),
    ("other", "The mill of Orm remained under control of the army until 3 May."),
    ("capture", "On 3 May, the army resumed control of the mill."),
    ("bombardment", "On 3 May, a rocket fell on the mill of Orm."),
    ("other", "One of the wounded rebels died of his injuries on 3 May."),
    ("other", "On 3 May, thousands marched through Orm to protest."),
    ("other", "On 3 May, the town began sending humanitarian aid to Orm."),
    ("other", "On 3 May, a junta seized power at Orm."),
    ("deployment", "On 3 May, ten bombers took off from the field of Orm."),
    # an order tells of what is ordered
    ("retreat", "On 3 May, the duke ordered his men to withdraw."),
    ("attack", "On 3 May, the duke ordered a new assault on the mill."),
    ("other", "On 3 May, the duke ordered a halt to the assault."),
    ("other", "On 3 May, the duke ordered preparations for an assault."),
    ("other", "On 3 May, the duke ordered a fine mill to be built."),
    ("other", "On 3 May, the duke ordered his men not to retreat."),
    # a noun of saying makes a statement
    ("statement", "On 3 May, there were reports of an assault on the mill."),
    ("statement", "On 3 May, the duke submitted a report to the king."),
    ("statement", "On 3 May, new orders were issued to the army."),
    ("other", "On 3 May, there were ten mills at Orm."),
    # a saying is a statement, what is said on a date is not
    ("statement", "On 3 May, the army said that rebels had attacked the mill."),
    ("statement", "The army reported on 3 May that the mill had been shelled."),
    ("statement", "On 3 May, it was reported that the mill had fallen."),
    ("statement", "On 3 May, the mission issued a statement about the mill."),
    ("statement", "On 3 May, rebels claimed to have captured the mill."),
    ("attack", "The army said that rebels attacked the mill on 3 May."),
    ("bombardment", "Locals reported heavy shelling of the mill on 3 May."),
    ("clash", "On 3 May, heavy clashes were reported near the mill."),
    ("clash", "On 3 May, according to the army, rebels were defeated at the mill."),
    ("bombardment", "On 3 May, an airstrike was reported to have hit the mill."),
    ("other", "They found the old mill of Orm on 3 May."),
    ("statement", "On 3 May, they found that the mill had been shelled."),
    # harm is told by what did it
    ("clash", "On 3 May, four soldiers were killed in clashes near the mill."),
    ("bombardment", "On 3 May, four soldiers were killed by shelling."),
    ("bombardment", "On 3 May, an airstrike killed four soldiers."),
    ("attack", "On 3 May, rebels killed four soldiers."),
    ("clash", "On 3 May, four soldiers were killed."),
    ("other", "On 3 May, four people were killed."),
    ("other", "On 3 May, Colonel Tom Roe, the mayor, was killed."),
    ("other", "On 3 May, the king of Orm died."),
    ("clash", "On 3 May, a fourth rebel was reported killed."),
    ("clash", "Tom Roe, born in Kayes, died on 3 May in the battle of Orm."),
    ("capture", "The army lost the village on 3 May."),
    ("other", "The army lost four tanks on 3 May."),
    ("clash", "On 3 May, fighting near the mill left four soldiers dead."),
    ("bombardment", "On 3 May, the heavy guns destroyed the mill."),
    ("other", "The king killed himself on 3 May."),
    # a verb tells different things of different subjects and objects
    ("clash", "On 3 May, two helicopters were shot down over Orm."),
    ("attack", "On 3 May, rebels shot down a helicopter."),
    ("clash", "On 3 May, the tanks came under fire."),
    ("bombardment", "On 3 May, the village came under fire."),
    ("bombardment", "On 3 May, the Malian air force attacked the mill."),
    ("bombardment", "On 3 May, the army sent howitzers to shell the mill."),
    ("advance", "On 3 May, the second line was overrun."),
    ("clash", "On 3 May, the militia joined the fighting."),
    ("deployment", "On 3 May, the militia joined the column."),
    ("siege", "On 3 May, the brigade arrived and began encircling the mill."),
    ("bombardment", "On 3 May, the army began shelling the mill."),
    ("other", "On 3 May, rebels cut off the electricity of Orm."),
    ("clash", "On 3 May, the army held the attackers near the mill."),
    ("attack", "On 3 May, the colonel ordered a new attack on the mill."),
    ("attack", "The landings at the mill began on 3 May."),
    ("attack", "The Battle of Orm was a raid by rebels on the mill on 3 May."),
    ("attack", "After days of shelling, the assault started on 3 May."),
    ("attack", "The attack began on 3 May when rebels approached the mill."),
    ("attack", "On 3 May, two regiments made an assault, and later advanced towards Orm."),
    ("bombardment", "Following the missile strikes on 3 May, the mayor said that they were fine."),
    ("bombardment", "The shelling and the airstrikes of 3 May left Orm without power."),
    ("capture", "On 3 May, the army succeeded in retaking the mill."),
    ("retreat", "On 3 May, rebels gave up the mill."),
    ("bombardment", "The shelling increased on 3 May."),
    ("attack", "The assault on the mill was launched, as planned, on 3 May."),
    # words that mislead
    ("other", "On 3 May, five routes were open."),
    ("other", "On 3 May, rebels captured four soldiers."),
    ("other", "On 3 May, two officers were captured near the mill."),
    ("other", "On 3 May, 200 civilians were evacuated from Orm."),
    ("other", "The speech took place on 3 May."),
    ("other", "On 3 May, he took over command of the mill."),
    ("other", "On 3 May, footage of the mill was published."),
    ("other", "On 3 May, the Assault Brigade had a parade in the desert."),
    ("attack", "On 3 May, the army repelled an attack on the mill."),
    ("clash", "On 3 May, the army repelled the rebels."),
    ("other", "By 3 May, the army was not making any advance."),
    ("attack", "The rebels did not attack until 3 May."),
    ("attack", "It was not until 3 May that the rebels attacked the mill."),
    ("capture", "On 3 May, the unit, based in the hills of Orm, seized the mill."),
    ("bombardment", "On 3 May, the mill was hit in a rocket attack."),
    ("capture", "On 3 May, the city was eventually stormed."),
    ("statement", "On 3 May, the king gave a long interview."),
    ("capture", "On 3 May, rebels attacked the mill and quickly captured it."),
    ("clash", "The battle, which began on 3 May, was a long one."),
    ("bombardment", "On 3 May, they blanketed the mill with heavy shelling."),
    ("attack", "On 3 May, rebels used two old carts full of hay to attack the mill."),
    ("attack", "A second assault started on 3 May."),
    ("clash", "There was heavy fighting at the mill on 3 May."),
    ("retreat", "On 3 May, rebels were driven out of the mill."),
    ("other", "On 3 May, it rained at Orm."),
    ("other", "The first snow fell on 3 May."),
    ("other", "A snowstorm struck the mill on 3 May."),
    ("statement", "On 3 May, the colonel signalled that he had left."),
    ("other", "On 3 May, Colonel Fell returned to Orm."),
    ("deployment", "On 3 May, the 5th Brigade arrived at Orm."),
    ("clash", "The Battle of Orm (German: Schlacht am Orm) took place on 3 May."),
    ("bombardment", "They attacked the mill for weeks, with heavy shelling starting on 3 May."),
    ("other", "On 3 May, rebels seized weapons and supplies."),
    ("other", "On 3 May, two officers surrendered to the rebels."),
    ("other", "The day ended with four killed on 3 May."),
    ("attack", "On 3 May, rebels repelled an attack and seized weapons."),
    ("clash", "Heavy fighting at the mill of Orm on 3 May."),
    ("other", "A great feast at the mill of Orm on 3 May."),
    ("attack", "The rebels had on the previous day stormed the base; on 3 May it rained."),
    # bombs that fall, and bombs that somebody lays
    ("attack", "On 3 May, a car bomb killed two men at the mill in a bombing."),
    ("bombardment", "On 3 May, two men were killed when jets bombed the mill."),
    ("bombardment", "On 3 May, rebels fired twenty rockets at the mill."),
    ("attack", "The troops, reinforced by artillery, made an assault on the mill on 3 May."),
    # whose deed a harm was
    ("attack", "On 3 May, the mill was destroyed by rebels."),
    ("other", "On 3 May, the mill was destroyed by a fire."),
    # operations with a name
    ("attack", "On 3 May, the army launched Operation Elm."),
    ("attack", "Operation Elm was launched on 3 May."),
    ("bombardment", "On 3 May, the army launched missiles during Operation Elm."),
    # a date behind the first of two verbs is of that one alone
    ("attack", "Rebels attacked the mill of Orm on 3 May, and captured it after a week."),
    ("attack", "Rebels gathered at Orm on 3 May and attacked the mill."),
    # who or what is moved or taken
    ("deployment", "On 3 May, the brigade was transferred to Orm."),
    ("other", "On 3 May, the prisoners were transferred to Orm."),
    ("capture", "On 3 May, the mayor surrendered the town of Orm."),
    ("other", "On 3 May, the last troops surrendered."),
    ("capture", "On 3 May, the garrison of Orm surrendered."),
    ("capture", "On 3 May, the army recaptured the weapons depot of Orm."),
    ("capture", "On 3 May, rebels captured two villages from army troops."),
    ("other", "On 3 May, they had taken refuge in the mill."),
    ("other", "On 3 May, the army retook the initiative."),
    ("capture", "On 3 May, the army restored full control over the mill."),
    ("capture", "On 3 May, rebels managed to secure the mill."),
    ("clash", "Gunfire was heard near the mill on 3 May."),
    ("attack", "On 3 May, the army inflicted another attack on the mill."),
    ("capture", "The fighting resulted in the capture of the mill on 3 May."),
    # what sets going, and what it says itself
    ("retreat", "On 3 May, the fire forced the German forces to withdraw."),
    ("bombardment", "Soon after the invasion, on 3 May, troops began to shell the mill."),
    ("attack", "On 3 May, the colonel defied his orders by attacking the mill."),
    ("other", "On 3 May, the colonel received orders to withdraw."),
    ("advance", "On 3 May, the army had driven the rebels (the 1st and 2nd Corps) from the valley of Orm."),
    ("advance", "On 3 May, the army forced a crossing of the river."),
    ("deployment", "The army consolidated its forces at the mill on 3 May."),
    ("bombardment", "Explosions were heard near the mill on 3 May."),
    ("attack", "A second attempt was made on 3 May."),
    ("attack", "The assault on 3 May failed."),
    ("other", "On 3 May, the colonel made a map of the mill."),
    ("clash", "Fought on 3 May, it was of no use to the rebels."),
    ("other", "On 3 May, most of the civilian population fled."),
    ("other", "On 3 May, three men were released by the rebels."),
    ("statement", "On 3 May, the rebels released a statement."),
    ("statement", "The front claimed the raid in a statement released later on 3 May."),
    ("other", "On 3 May, Orrland declared war on Roeland."),
    ("ceasefire", "On 3 May, a ceasefire was declared at the mill."),
    ("statement", "On 3 May, a ceasefire was announced by the colonel."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence"), CASES)
def test_a_dated_sentence_has_its_kind(told: Told, kind: str, sentence: str) -> None:
    _, happenings = told(f"== Battle ==\nThe mill stood at Orm on 2 May. {sentence}")
    assert [one.kind for one in happenings[1:2]] == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Battle of Orm", "clash"),
        ("Siege of Orm", "siege"),
        ("Orm offensive", "attack"),
        ("Orm affair", "other"),
        ("Orm bus bombing", "attack"),
        ("Bombing of Orm", "bombardment"),
    ],
)
def test_a_pronoun_stands_for_the_event_of_the_title(told: Told, title: str, kind: str) -> None:
    _, happenings = told("It began on 3 May 2014 near the mill.", title=title)
    assert [one.kind for one in happenings] == [kind]


def test_in_an_article_on_an_attack_people_are_killed_by_it(told: Told) -> None:
    sentence = "On 3 May 2014, ten villagers were killed."
    assert [one.kind for one in told(sentence, title="Orm massacre")[1]] == ["attack"]
    assert [one.kind for one in told(sentence, title="Orm affair")[1]] == ["other"]


def test_the_rule_tells_what_the_kind_rests_on(told: Told) -> None:
    _, happenings = told("On 3 May, rebels attacked the mill. On 4 May, the army said that they had fled.")
    assert [one.rule for one in happenings] == ["timeline.verb", "timeline.saying"]
