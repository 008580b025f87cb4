"""What the service says of itself, in each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia import __version__
from testimonia.reconcile.service.extensions import SCOPES, SIDES
from testimonia.reconcile.service.types import ROOTS
from testimonia.vocab import TM

if TYPE_CHECKING:
    from testimonia.reconcile.service.holdings import Holdings
    from testimonia.reconcile.service.limits import Bounds

__all__ = ["DRAFT", "VERSIONS", "write_manifest"]

DRAFT = "1.0-draft"
VERSIONS = ("0.2", "0.1", DRAFT)
"""The first is what is spoken with whoever does not say."""
_SIZE = {"width": 430, "height": 320}
_SETTINGS: tuple[dict[str, Any], ...] = (
    {
        "name": "limit",
        "label": "Most values",
        "type": "number",
        "default": 0,
        "help_text": "How many values of one row at most; 0 for all",
    },
    {
        "name": "side",
        "label": "Side",
        "type": "select",
        "default": "all",
        "help_text": "Of claims: only those about this side",
        "choices": [{"value": one, "name": one if one == "all" else f"side {one}"} for one in SIDES],
    },
    {
        "name": "scope",
        "label": "Scope",
        "type": "select",
        "default": "all",
        "help_text": "Of claims: also about parts of the event, or about the whole of it only",
        "choices": [{"value": one, "name": one} for one in SCOPES],
    },
    {
        "name": "negated",
        "label": "Negated claims",
        "type": "checkbox",
        "default": False,
        "help_text": "Of claims: also those that say that it was not so",
    },
)


def write_manifest(
    holdings: Holdings, bounds: Bounds, root: str, version: str, versions: tuple[str, ...]
) -> dict[str, Any]:
    """Write the manifest.

    `root` is the address of the server with its last slash, `version` how the manifest is written, and
    `versions` what the endpoint speaks.
    """
    types = [holdings.types.by_id[name] for name in ROOTS if name in holdings.types.by_id]
    common = {
        "name": "Testimonia",
        "documentation": f"{root}reconcile/about",
        "serviceVersion": __version__,
        "logo": f"{root}static/icon.svg",
        "defaultTypes": [{"id": one.id, "name": one.name} for one in types],
        "batchSize": bounds.batch,
    }
    if version == DRAFT:
        return {"versions": list(versions), **common, **_draft(root)}
    told = {} if version == "0.1" else {"versions": list(versions)}
    return told | common | {"identifierSpace": holdings.base, "schemaSpace": TM} | _classic(root)


def _classic(root: str) -> dict[str, Any]:
    """Give what 0.1 and 0.2 tell of addresses."""
    here = f"{root}reconcile"
    suggest = {
        kind: {
            "service_url": here,
            "service_path": f"/suggest/{kind}",
            "flyout_service_url": here,
            "flyout_service_path": f"/flyout/{kind}?id=${{id}}",
        }
        for kind in ("entity", "type", "property")
    }
    return {
        "view": {"url": f"{root}kg/{{{{id}}}}"},
        "feature_view": {"url": f"{here}/about#{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", **_SIZE},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/extend/propose"},
            "property_settings": list(_SETTINGS),
        },
    }


def _draft(root: str) -> dict[str, Any]:
    """Give the same as the draft of 1.0 tells it; the addresses are fixed there."""
    names = {"name": "id", "label": "name", "help_text": "helpText"}
    settings = [{names.get(key, key): value for key, value in one.items()} for one in _SETTINGS]
    return {
        "lang": "en",
        "view": {"url": f"{root}kg/{{+id}}"},
        "featureView": {"url": f"{root}reconcile/about#{{id}}"},
        "preview": dict(_SIZE),
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": settings},
        "standardizedScore": True,
    }
