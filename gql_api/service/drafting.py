"""What a caller begins a listing with: defaults of an account, and a copy of an earlier listing.

Asks for the scope and finds only what is the caller's. What is filled in is said by
`domain.defaults`.
"""

from dataclasses import dataclass

from browser.listing import Listing
from gql_api.db.importing.account_defaults import DefaultsStore
from gql_api.db.jobs import JobStore
from gql_api.db.photos import PhotoStore
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.defaults import AccountDefaults
from gql_api.domain.inputs import DefaultsInput
from gql_api.domain.tenant import shown


@dataclass(frozen=True, slots=True)
class Copy:
    """An earlier listing to change; `missing` are its photos that are no longer kept."""

    listing: Listing
    account: str
    origin: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftingService:
    store: DefaultsStore
    jobs: JobStore
    photos: PhotoStore
    caller: Caller = THE_OPERATOR

    async def defaults(self, account: str) -> AccountDefaults:
        self.caller.require(Scope.READ)
        return await self.store.get(self.caller.account(account))

    async def set_defaults(self, account: str, given: DefaultsInput) -> AccountDefaults:
        """Set all of an account's defaults; what is left out is none."""
        self.caller.require(Scope.PREPARE)
        found = AccountDefaults(
            given.description_footer, given.parcel_size, given.pause_minutes or None
        )
        await self.store.put(self.caller.account(account), found)
        return found

    async def copy(self, job_id: str) -> Copy:
        """What was said of a job's listing, to prepare another one like it; `NotFound`."""
        self.caller.require(Scope.READ)
        job = await self.jobs.get(job_id, owner=self.caller.owner)
        ids = [photo.id for photo in job.listing.photos]
        there = await self.photos.find(ids, self.caller.owner)
        missing = tuple(each for each in ids if each not in there)
        return Copy(job.listing, shown(job.account), job.origin, missing)
