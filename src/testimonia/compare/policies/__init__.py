"""Policies: how low, best and high are taken from rival figures. A policy is a small TOML file.

No policy is right, so none is ever applied unless it is asked for by name. Those that are shipped
stand in this folder; a user's own is given by its path.

    title       what the policy is, in a line
    reliable    voices, the most reliable first: decides the best figure
    credible    voices whose figures count at all, unless nobody else gives one
    low         "lowest" of the credible figures, or "best" for the same as the best one
    high        "highest" of the credible figures, or "best"
    best        "most reliable", "lowest", "highest", or "none"
    point       which of a range is the best figure: "low", "middle" or "high"
    episodes    "skip" what may count only an episode where it would lower the estimate, or "keep"
    superseded  "skip" what the same voice has revised, or "keep"
    ends        "bound": "at least 12" counts as 12; "open": it has no upper end
    vague       "bound": "several" counts as the least that it can mean; "last": only where nobody
                gives a number; "skip": never
    silence     "zero": who has no figure adds nothing to a sum; "open": such a sum is open
    [words]     numbers for vague words, such as dozens = 12

The voices: "confirmed" for any figure said to be confirmed, else "own" where a party counts its own
people, "enemy" where it counts the enemy's, "party" where it counts others, "joint" where several
sides speak together, "outside" where who speaks is on no side, "article" where nobody is named.
"""

import re
import tomllib
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import get_args, get_origin

from testimonia.errors import UsageError
from testimonia.model import Policy

__all__ = ["list_policies", "load_policy"]


_FOLDER = Path(__file__).parent
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_WIDTH = 80


def list_policies() -> tuple[str, ...]:
    """List the names of the shipped policies; "claimant" is asked for as "claimant:X"."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


def load_policy(name: str) -> Policy:
    """Load a policy by its name ("ucdp"), with a voice ("claimant:MSA"), or by the path of a file.

    Raises UsageError, naming file and key, where there is none or it is not a policy.
    """
    stem, _, claimant = name.partition(":")
    if stem == "claimant" and not claimant.strip():
        raise UsageError("«claimant» needs a voice: «claimant:MSA».")
    if name.endswith(".toml"):
        return _read(Path(name), "")
    if stem not in list_policies() or (claimant and stem != "claimant"):
        known = ", ".join(_shown(each) for each in list_policies())
        raise UsageError(f"«{name}» is not a policy; there are {known}, or the path of a .toml file.")
    return _read(_FOLDER / f"{stem}.toml", claimant.strip())


def _shown(name: str) -> str:
    return "claimant:X" if name == "claimant" else name


def _read(file: Path, claimant: str) -> Policy:
    if not _NAME.fullmatch(file.stem):
        raise UsageError(f"{file}: a policy is named like «my-policy.toml», in small letters and hyphens.")
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: is not TOML: {error}.") from error
    words = told.pop("words", {})
    chosen = {name: _value(file, name, told.pop(name, None)) for name in _settings()}
    if told:
        known = ", ".join(_settings())
        raise UsageError(f"{file}: «{min(told)}» is no setting of a policy; there are {known}.")
    return Policy(name=file.stem, words=_words(file, words), claimant=claimant, **chosen)  # type: ignore[arg-type]


@cache
def _settings() -> dict[str, object]:
    """Give the settings that a file must have, with their types."""
    given = {"name"}
    return {
        each.name: Policy.__annotations__[each.name]
        for each in fields(Policy)
        if each.default is MISSING and each.name not in given
    }


def _value(file: Path, name: str, value: object) -> object:
    """Check a setting against its type: words, one of some words, or a list of such."""
    wanted = _settings()[name]
    several = get_origin(wanted) is tuple
    allowed = get_args(get_args(wanted)[0] if several else wanted)
    given = value if several and isinstance(value, list) else [value]
    fits = (each in allowed if allowed else isinstance(each, str) and each for each in given)
    if value is None or isinstance(value, list) != several or not given or not all(fits):
        among = f"{'a list of ' if several else 'one of '}{', '.join(allowed)}" if allowed else "words"
        said = f"«{name}» is missing" if value is None else f"«{name} = {str(value)[:_WIDTH]}»"
        raise UsageError(f"{file}: {said}: it needs {among}.")
    return tuple(given) if several else value


def _words(file: Path, words: object) -> tuple[tuple[str, int], ...]:
    if not isinstance(words, dict):
        raise UsageError(f"{file}: «words» is a table, such as dozens = 12.")
    for word, number in words.items():
        if type(number) is not int or number < 0:
            raise UsageError(f"{file}: «{word} = {str(number)[:_WIDTH]}»: a word counts as a whole number.")
    return tuple(sorted((word.lower(), number) for word, number in words.items()))
