"""On which side those are whom the text names beside, under or against somebody of a side."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast

STATES = "- Combatant1: Mali, Malian 1st Army\n- Combatant2: Niger"

CASES = [
    # text, name, side, why
    ("The 1st Army's 7th Brigade came.", "7th Brigade", 1, "owned"),
    ("The 9th Rifles Regiment of the 1st Army came.", "9th Rifles Regiment", 1, "a part"),
    ("The 7th Brigade under General Tom Roe of the 1st Army came.", "7th Brigade", 1, "led by somebody of a side"),
    ("The 7th Brigade and the 1st Army came. The 1st Army and the 7th Brigade left.", "7th Brigade", 1, "beside it twice"),
    ("The 7th Brigade and the 1st Army came.", "7th Brigade", None, "beside it once is not enough"),
    ("The 7th Brigade attacked the 1st Army. The 7th Brigade fought against the 1st Army.", "7th Brigade", 2, "against it twice"),
    ("It was between the 7th Brigade and the 1st Army. It was between the 7th Brigade and the 1st Army.", "7th Brigade", None, "between them"),
    ("The 1st Army's 7th Brigade came. The 7th Brigade of Niger left.", "7th Brigade", None, "both"),
    ("The 7th Brigade (1st Army) came.", "7th Brigade", None, "a bracket that names nobody with a rank"),
    ("The 7th Brigade (1st Army) came. The 7th Brigade (1st Army) left.", "7th Brigade", 1, "twice in its bracket"),
    ("The 1st Army, which included the 7th Brigade, came. The 1st Army was led here by the 7th Brigade.", "7th Brigade", 1, "a part of it, led"),
    ("The 7th Brigade came and then opened fire on the 1st Army. The 7th Brigade, at dusk, pursued the 1st Army.", "7th Brigade", 2, "foes over other words"),
    ("The 7th Brigade, led by foes who fought the 1st Army, came. The 7th Brigade told the 1st Army.", "7th Brigade", None, "words for both"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "side", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_side_that_company_tells(
    cast_of: Callable[..., Cast], text: str, name: str, side: int | None, why: str
) -> None:
    cast = cast_of(text, STATES)
    key = cast.find(name)
    assert key is not None
    assert cast.get(key).side == side, why
