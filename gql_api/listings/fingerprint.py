"""What makes two requests with one idempotency key the same: what was asked, not how it was said.

Keys are kept by `db.idempotency`. A member that names its own default asks for nothing more than
one that is left out, so both are the same request.
"""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from gql_api.db.idempotency import Key
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.tenant import OPERATOR


def idempotency(
    operation: str, key: str | None, given: BaseModel, market: str, owner: str = OPERATOR
) -> Key | None:
    """The owner's key with the fingerprint of what was asked, or nothing without a key.

    `market` is the host of the service's own market.
    """
    if key is None:
        return None
    text = json.dumps(_members(given, market), sort_keys=True, separators=(",", ":"))
    return Key(operation, key, hashlib.sha256(text.encode()).hexdigest(), owner)


def _members(given: BaseModel, market: str) -> dict[str, Any]:
    """The members as they are read; where null is the default, in the place of what it means."""
    defaults = {"account": DEFAULT_ACCOUNT, "market": market}
    asked = given.model_dump(mode="json")
    for name, field in type(given).model_fields.items():
        if field.is_required() or field.get_default() is not None:
            continue
        value = _host(asked[name]) if name == "market" else asked[name]
        if value in ("", defaults.get(name)):
            asked[name] = None
    return asked


def _host(market: str | None) -> str | None:
    """The host that a market is named by, in each of its forms."""
    return market and market.lower().rpartition("://")[2].rstrip("/")
