"""Receipts and their keys in HTTP: JSON, or the signed text alone."""

from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from gql_api.domain.receipt import SignedReceipt, as_members
from gql_api.http import parsing
from gql_api.http.middleware import public_base
from gql_api.security.jws import PublicKeys

JSON: Final = "application/json"
JOSE: Final = "application/jose"
JWK_SET: Final = "application/jwk-set+json"
KEYS_PATH: Final = "/vinted/receipts/jwks.json"
"""Ours also where a host application has a `/.well-known/jwks.json` of its own."""
_KEYS_FRESH: Final = {"Cache-Control": "public, max-age=300"}


def answer(request: Request, found: Sequence[SignedReceipt]) -> Response:
    """The newest receipt of a job with those that it supersedes."""
    newest = found[-1]
    if parsing.preferred(request.headers.get("accept"), (JSON, JOSE)) == JOSE:
        return PlainTextResponse(newest.text, media_type=JOSE)
    return JSONResponse(body(found, public_base(request)))


def body(found: Sequence[SignedReceipt], base: str) -> dict[str, Any]:
    """The JSON answer; only what is in the signed texts is proved."""
    newest = found[-1]
    return {
        "ok": True,
        "receipt": newest.text,
        "members": as_members(newest.receipt),
        "superseded": [each.text for each in found[:-1]],
        "keys_url": f"{base}{KEYS_PATH}",
    }


def keys(request: Request, known: PublicKeys) -> Response:
    """The public keys; anybody may read and keep them for a while."""
    media = parsing.preferred(request.headers.get("accept"), (JWK_SET, JSON))
    return JSONResponse(known.jwks(), media_type=media, headers=_KEYS_FRESH)
