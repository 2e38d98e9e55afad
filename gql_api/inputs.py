"""What callers send, read with pydantic and turned into values; names the field that is wrong.

Both transports use these models, so a limit or a cure is said once. Photos are named by their
`temp_id`; looking them up is the service's matter.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    ValidationError,
)

from gql_api.errors import InvalidInput

ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
MAX_PHOTOS = 20
MAX_PRICE = Decimal(1_000_000)


def _decimal_text(value: Any) -> Any:
    """A JSON number keeps the digits that were sent; a string may use a comma."""
    if isinstance(value, bool):
        raise ValueError("give a number such as 35 or a decimal string such as '35.50'")
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return value.strip().replace(",", ".", 1)
    return value


def _two_decimals(value: Decimal) -> Decimal:
    if value != value.quantize(Decimal("0.01")):
        raise ValueError("use at most two decimals")
    return value.quantize(Decimal("0.01"))


def _photo_id(value: Any) -> Any:
    """The older front end sends whole photo objects."""
    if isinstance(value, Mapping):
        return value.get("temp_id")
    return value


def _account_name(value: str) -> str:
    if not ACCOUNT.fullmatch(value):
        raise ValueError("use 1 to 64 letters, digits, dots, dashes or underscores")
    return value


def _printable(value: str) -> str:
    if any(ord(char) < 32 and char not in "\n\t" for char in value):
        raise ValueError("remove the control characters")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("remove the broken characters: this is not valid Unicode")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_printable)]
Words = Annotated[Text, StringConstraints(max_length=200)]
Account = Annotated[str, AfterValidator(_account_name)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_decimal_text),
    Field(gt=0, le=MAX_PRICE, allow_inf_nan=False),
    AfterValidator(_two_decimals),
]
PhotoId = Annotated[
    str, BeforeValidator(_photo_id), StringConstraints(min_length=1, max_length=100)
]


class _Input(BaseModel):
    # Built at the first request: a start should not wait for it.
    model_config = ConfigDict(frozen=True, extra="ignore", str_max_length=100_000, defer_build=True)


class SessionInput(_Input):
    """A seller's session as pasted: the whole Cookie header and the browser's user agent."""

    cookie: Annotated[str, StringConstraints(min_length=1, max_length=32_768)] = Field(repr=False)
    user_agent: Annotated[Text, StringConstraints(min_length=10, max_length=512)]
    expires_at: AwareDatetime | None = None
    account: Account = "default"
    market: Annotated[str, StringConstraints(max_length=200)] | None = None


class PrepareInput(_Input):
    """A listing in the seller's own words, and what to do with it."""

    title: Annotated[Text, StringConstraints(min_length=1, max_length=100)]
    price: Amount
    description: Annotated[Text, StringConstraints(min_length=1, max_length=2000)]
    brand: Words = ""
    size: Words = ""
    condition: Words = ""
    color: Words = ""
    category_hint: Words = ""
    photos: Annotated[tuple[PhotoId, ...], Field(max_length=MAX_PHOTOS)] = ()
    material: Words | None = None
    parcel_size: Words | None = None
    unisex: bool | None = None
    answers: Mapping[str, Words] = Field(default_factory=dict)
    dry_run: StrictBool = True
    account: Account | None = None
    market: Annotated[str, StringConstraints(max_length=200)] | None = None
    job_id: Annotated[str, StringConstraints(max_length=100)] | None = None


class PublishInput(_Input):
    """A yes: the confirm token, and whether it is meant (`dry_run: false`)."""

    confirm_token: Annotated[str, StringConstraints(min_length=1, max_length=4096)] = Field(
        repr=False
    )
    dry_run: StrictBool = True
    account: Account | None = None


class AnswersInput(_Input):
    """Answers to a job's questions: field to option id or text."""

    answers: Annotated[Mapping[str, Words], Field(min_length=1, max_length=50)]


class ResolveInput(_Input):
    """What the person found on the site: the listing is there, at an address, or it is not."""

    there: StrictBool
    address: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = None


Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], data: Any) -> Model:
    """The model, or `InvalidInput` naming the first field that is wrong and every other one.

    The message never holds the value that was sent.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [
            {"field": ".".join(str(part) for part in item["loc"]) or "body", "detail": item["msg"]}
            for item in error.errors(include_input=False, include_context=False, include_url=False)
        ]
    first = problems[0]
    raise InvalidInput(
        f"{first['field']}: {first['detail']}", field=first["field"], members={"errors": problems}
    )
