"""Names that no noun tells to be bodies, but that act as bodies do."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast

CASES = [
    # prose, the name that becomes an actor (None for none)
    ("The House of Reeves (HoR) met. The HoR said so.", "House of Reeves"),
    ("The Roe Operation Room (ROR) met. Fighters of the ROR fled.", "Roe Operation Room"),
    ("They made the Dale Region in Orr (DRO). Roe was governor of the DRO.", "Dale Region in Orr"),
    ("The Roelintang (RLT) met. RLT troops fled.", "Roelintang"),
    ("The Kayes Launch Rocket System (KLRS) stood there. The KLRS was new.", None),
    ("The Royal Orr Engineers (ROE) built a bridge.", "Royal Orr Engineers"),
    ("They heard of the Fremder Dienst West (FDW).", "Fremder Dienst West"),
    ("They signed the Kayes Weapons Convention (KWC).", None),
    ("They saw a Dale Patrol Vessel (DPV).", None),
    ("They served in Operation Enduring Roe (OER).", None),
    ("They sailed into the Kayes Trading Zone (KTZ). The KTZ is wide.", None),
]


@pytest.mark.parametrize(("prose", "label"), CASES)
def test_what_acts_is_a_body(cast_of: Callable[[str], Cast], prose: str, label: str | None) -> None:
    found = [actor.label for actor in cast_of(prose).actors() if actor.rule == "actor.explained"]
    assert found == ([label] if label else [])
