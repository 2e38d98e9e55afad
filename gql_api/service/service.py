"""The service as one caller has it, composed of its subjects.

Each of them asks for the scope of what it does; both transports call nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from gql_api.domain.caller import THE_OPERATOR, Caller
from gql_api.limits.rate_limiter import Limits, RateLimiter
from gql_api.observability.telemetry import Telemetry
from gql_api.security.signed_urls import Addresses
from gql_api.service.jobs import JobService
from gql_api.service.listings import ListingService
from gql_api.service.photos import PhotoService
from gql_api.service.sessions import SessionService
from gql_api.service.status import StatusService


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Everything that can be asked of Fripier as one caller; `of` says as whom."""

    jobs: JobService
    photos: PhotoService
    sessions: SessionService
    listings: ListingService
    status: StatusService
    limits: Limits
    addresses: Addresses
    telemetry: Telemetry
    caller: Caller = THE_OPERATOR

    def of(self, caller: Caller) -> Self:
        """The same, as that caller has it."""
        if caller == self.caller:
            return self
        return replace(
            self,
            jobs=replace(self.jobs, caller=caller),
            photos=replace(self.photos, caller=caller),
            sessions=replace(self.sessions, caller=caller),
            listings=replace(self.listings, caller=caller),
            status=replace(self.status, caller=caller),
            caller=caller,
        )

    @property
    def rates(self) -> Mapping[str, RateLimiter]:
        """The caller's own rate limits."""
        return self.limits.of(self.caller.owner)

    def address(self, path: str) -> str:
        """A path with the leave to see what is there, for whoever is given it."""
        return self.addresses.signed(path, self.caller.owner)
