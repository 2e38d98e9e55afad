"""What a listing begins with, in REST: defaults of an account, and a copy of an earlier listing.

What is filled in from them is said by `domain.defaults`, who may set them by `service.drafting`.
"""

from typing import Annotated

from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from gql_api.domain.defaults import AccountDefaults
from gql_api.domain.inputs import DefaultsInput
from gql_api.http import parsing
from gql_api.rest import bodies, models
from gql_api.rest.actions import Call
from gql_api.rest.schemas import doc


class Defaults(TypedDict):
    """What an account's listings have where their seller left it out."""

    ok: models.Ok
    account: Annotated[str, doc("The account.")]
    description_footer: Annotated[str | None, doc("Stands below each description.")]
    parcel_size: Annotated[str | None, doc("Where a listing names none.")]
    pause_minutes: Annotated[int | None, doc("Between two listings of imports, at least.")]


class Copied(TypedDict):
    """An earlier listing, to change and prepare anew."""

    ok: models.Ok
    account: Annotated[str, doc("The account that it was for.")]
    listing: Annotated[models.Listing, doc("What was said of it, as prepare takes it.")]
    missing_photos: Annotated[list[str], doc("Photos of it that are no longer kept.")]


def _body(account: str, found: AccountDefaults) -> Defaults:
    return {
        "ok": True,
        "account": account,
        "description_footer": found.description_footer,
        "parcel_size": found.parcel_size,
        "pause_minutes": found.pause_minutes,
    }


async def defaults(call: Call) -> Response:
    account = parsing.account_name(call.request.path_params["account"])
    return JSONResponse(_body(account, await call.service.drafting.defaults(account)))


async def set_defaults(call: Call) -> Response:
    account = parsing.account_name(call.request.path_params["account"])
    given = await call.read(DefaultsInput)
    return JSONResponse(_body(account, await call.service.drafting.set_defaults(account, given)))


async def copy(call: Call) -> Response:
    found = await call.service.drafting.copy(call.id)
    return JSONResponse(
        Copied(
            ok=True,
            account=found.account,
            listing=bodies.listing(found.listing),
            missing_photos=list(found.missing),
        )
    )
