"""The service as one caller has it, composed of its subjects.

Each of them asks for the scope of what it does; both transports call nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from gql_api.domain.caller import THE_OPERATOR, Caller
from gql_api.limits.rate_limiter import Limits, RateLimiter
from gql_api.observability.telemetry import Telemetry
from gql_api.security.signed_urls import BRIEF_SECONDS, Addresses
from gql_api.service.drafting import DraftingService
from gql_api.service.imports import ImportService
from gql_api.service.jobs import JobService
from gql_api.service.listings import ListingService
from gql_api.service.photos import PhotoService
from gql_api.service.sessions import SessionService
from gql_api.service.status import StatusService

CALLERS_KEPT: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Everything that can be asked of Fripier as one caller; `of` says as whom."""

    jobs: JobService
    photos: PhotoService
    sessions: SessionService
    listings: ListingService
    imports: ImportService
    drafting: DraftingService
    status: StatusService
    limits: Limits
    addresses: Addresses
    telemetry: Telemetry
    caller: Caller = THE_OPERATOR
    _composed: dict[Caller, "Service"] = field(default_factory=dict, repr=False, compare=False)

    def of(self, caller: Caller) -> "Service":
        """The same, as that caller has it.

        Kept for the callers of late: composing it anew took a twentieth of a cached query.
        """
        if caller == self.caller:
            return self
        if (known := self._composed.get(caller)) is not None:
            return known
        if len(self._composed) >= CALLERS_KEPT:
            self._composed.clear()
        jobs = replace(self.jobs, caller=caller)
        photos = replace(self.photos, caller=caller)
        listings = replace(self.listings, caller=caller)
        made = self._composed[caller] = replace(
            self,
            jobs=jobs,
            photos=photos,
            sessions=replace(self.sessions, caller=caller),
            listings=listings,
            drafting=replace(self.drafting, caller=caller),
            imports=replace(
                self.imports, jobs=jobs, photos=photos, listings=listings, caller=caller
            ),
            status=replace(self.status, caller=caller),
            caller=caller,
        )
        return made

    @property
    def rates(self) -> Mapping[str, RateLimiter]:
        return self.limits.of(self.caller.owner)

    def address(self, path: str) -> str:
        """A path with the leave to see what is there, for whoever is given it."""
        return self.addresses.signed(path, self.caller.owner)

    def brief_address(self, path: str) -> str:
        """The same for what can be seen for a moment only."""
        return self.addresses.signed(path, self.caller.owner, ttl=BRIEF_SECONDS)
