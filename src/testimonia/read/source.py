"""Bytes to text, and nothing else: what is on disk is what later offsets count in.

A byte order mark of UTF-8 stays the first character of the text; line ends stay as they are. What
is not UTF-8 text is refused in one sentence that names the file and the place.
"""

import re
from pathlib import Path

from testimonia.errors import InputError

__all__ = ["decode_text", "load_bytes"]

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Byte order marks of other encodings, the longer before the shorter."""
_SAMPLE = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def load_bytes(path: str | Path) -> bytes:
    """Give the bytes of a file; InputError if it is missing, a folder or may not be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file.") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: this is a folder, not an article.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: the file cannot be read: {reason}.") from error


def decode_text(data: bytes | str, source: str = "") -> str:
    """Give the text of `data`, unaltered; InputError if it is empty, binary or not UTF-8."""
    name = source or "the input"
    text = data if isinstance(data, str) else _decode(data, name)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise InputError(
            f"{name}: {'there are only blanks in it' if text else 'it is empty'}, so there is no article."
        )
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(
            f"{name}, line {line}: the character U+{ord(control.group()):04X} does not occur in text, "
            "so this is not an article."
        )
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise InputError(f"{name}: it is in {encoding} by its byte order mark; save it as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(data, error.start, name)) from error


def _undecodable(data: bytes, at: int, name: str) -> str:
    """Say why bytes are not UTF-8: because they are no text at all, or text in another encoding."""
    sample = data[max(0, at - _SAMPLE // 2) : at + _SAMPLE // 2]
    if b"\0" in sample or sum(byte > 0x7F or byte < 0x09 for byte in sample) * 2 > len(sample):
        return f"{name}: it is binary, not text (byte {at} is 0x{data[at]:02X})."
    line = data.count(b"\n", 0, at) + 1
    before = data[max(0, at - 20) : at].decode("utf-8", "ignore").split("\n")[-1].strip()
    return (
        f'{name}, line {line}: byte {at} (0x{data[at]:02X}, after "{before}") is not UTF-8; '
        "if the text is in another encoding, save it as UTF-8."
    )
