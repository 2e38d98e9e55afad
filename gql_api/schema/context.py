"""What every resolver is given: the service, and how the caller reaches it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import strawberry

from gql_api.access import ANONYMOUS
from gql_api.limits import RateLimiter
from gql_api.service import ListingService


@dataclass(slots=True)
class Context:
    """One per request; one for the whole life of a socket, which fills `connection_params`.

    `caller` is the id of who calls; a socket's is known with its first message. `operations`
    gives the limiter of that caller's operations.
    """

    service: ListingService
    base: str
    request_id: str
    headers: Mapping[str, str]
    operations: Callable[[], RateLimiter]
    caller: str = ANONYMOUS
    connection_params: dict[str, Any] = field(default_factory=dict)


Info = strawberry.Info[Context, None]
