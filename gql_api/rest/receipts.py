"""Receipts and their keys in HTTP: JSON, or the signed text alone."""

from collections.abc import Sequence
from typing import Annotated, Any, Final

from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from typing_extensions import TypedDict

from gql_api.domain.receipt import Receipt
from gql_api.domain.receipt import SignedReceipt as Signed
from gql_api.http import parsing
from gql_api.http.addresses import public_base
from gql_api.rest.models import Ok
from gql_api.rest.schemas import Uri, doc
from gql_api.security.jws import PublicKeys

JSON: Final = "application/json"
JOSE: Final = "application/jose"
JWK_SET: Final = "application/jwk-set+json"
KEYS_PATH: Final = "/vinted/receipts/jwks.json"
"""Ours also where a host application has a `/.well-known/jwks.json` of its own."""
_KEYS_FRESH: Final = {"Cache-Control": "public, max-age=300"}


class SignedReceipt(TypedDict):
    """The receipt of a publish that passed the fence. Check `receipt` with `keys_url`."""

    ok: Ok
    receipt: Annotated[str, doc("The signed text: a compact JWS. It alone is proved.")]
    members: Receipt
    superseded: Annotated[list[str], doc("The job's earlier receipts, oldest first.")]
    keys_url: Annotated[Uri, doc("Where the public keys are.")]


_adapter: Final = TypeAdapter(SignedReceipt)


def answer(request: Request, found: Sequence[Signed]) -> Response:
    """The newest receipt of a job with those that it supersedes."""
    newest = found[-1]
    if parsing.preferred(request.headers.get("accept"), (JSON, JOSE)) == JOSE:
        return PlainTextResponse(newest.text, media_type=JOSE)
    return JSONResponse(body(found, public_base(request)))


def body(found: Sequence[Signed], base: str) -> dict[str, Any]:
    """The JSON answer; only what is in the signed texts is proved."""
    newest = found[-1]
    answered: SignedReceipt = {
        "ok": True,
        "receipt": newest.text,
        "members": newest.receipt,
        "superseded": [each.text for each in found[:-1]],
        "keys_url": f"{base}{KEYS_PATH}",
    }
    told: dict[str, Any] = _adapter.dump_python(answered, mode="json")
    return told


def keys(request: Request, known: PublicKeys) -> Response:
    """The public keys; anybody may read and keep them for a while."""
    media = parsing.preferred(request.headers.get("accept"), (JWK_SET, JSON))
    return JSONResponse(known.jwks(), media_type=media, headers=_KEYS_FRESH)
