"""JSON as an answer, and the same as a script for browsers that call it so (JSONP)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["json_answer"]

_CALLBACK = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,8}", re.ASCII)
_LONGEST = 128


def json_answer(request: Request, value: Any, headers: dict[str, str] | None = None) -> Response:
    """Answer with JSON, or with a script that hands it to the function that `callback` names.

    ASCII alone is written, so that no sign of the data can end a line of the script. Raises HTTPException
    for a callback that is not the plain name of a function: anything else would be run in the page.
    """
    body = json.dumps(value, ensure_ascii=True, allow_nan=False)
    callback = request.query_params.get("callback") if request.method != "POST" else None
    if callback is None:
        return Response(body, media_type="application/json", headers=headers)
    if len(callback) > _LONGEST or not _CALLBACK.fullmatch(callback):
        raise HTTPException(400, "The callback has to be the name of a function.")
    # The comment in front keeps what the caller chose from being the first bytes of the answer.
    return Response(f"/**/{callback}({body});", media_type="text/javascript; charset=utf-8", headers=headers)
