"""What callers send, read with pydantic and turned into values; names the field that is wrong.

Both transports use these models, so a limit or a cure is said once. What each member takes is said
by `input_types`. Photos are named by their `temp_id`; looking them up is the service's matter.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StrictBool,
    StrictInt,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from browser.messages import Message
from gql_api.domain.input_messages import said_of
from gql_api.domain.input_types import (
    ACCOUNT_SCHEMA,
    DEFAULT_ACCOUNT,
    Account,
    Amount,
    Answers,
    Colors,
    Description,
    DryRun,
    Footer,
    Market,
    Moment,
    Photos,
    Said,
    Size,
    SomeAnswers,
    Title,
    UserAgent,
    Words,
)
from gql_api.errors import InvalidInput

MAX_PASTE = 1_000_000
"""Longer than any session, so that what is too long can be told by the form that it has."""
PASTE = (
    "The session, in any usual form: the Cookie header, Copy as cURL, Copy as fetch (Node.js), a "
    "cookies.txt, or a JSON export of cookies."
)


class Input(BaseModel):
    """A body of a request."""

    # Built at the first request: a start should not wait for it.
    model_config = ConfigDict(frozen=True, extra="ignore", str_max_length=100_000, defer_build=True)


class SessionInput(Input):
    """A seller's session as pasted: the whole Cookie header and the browser's user agent."""

    cookie: Annotated[str, StringConstraints(min_length=1, max_length=MAX_PASTE)] = Field(
        repr=False, description=PASTE
    )
    user_agent: UserAgent | None = Field(
        None, description="The user agent of the same browser; else the one in the paste."
    )
    expires_at: Moment | None = Field(None, description="After this it counts as expired.")
    account: Annotated[
        Account,
        BeforeValidator(lambda value: DEFAULT_ACCOUNT if value is None else value),
        WithJsonSchema({"anyOf": [ACCOUNT_SCHEMA, {"type": "null"}]}),
    ] = Field(DEFAULT_ACCOUNT, description="The account.")
    market: Market = Field(None, description="The market's host; else the service's own.")


class _PastedUserAgent(Input):
    """A user agent that came within a paste."""

    user_agent: UserAgent


def pasted_user_agent(text: str | None) -> str:
    """The user agent of a paste, when none was given beside it; `InvalidInput`."""
    if text is None:
        raise InvalidInput(
            Message(
                "Send the {field} of the same browser: what was pasted holds none.",
                field="user_agent",
            ),
            field="user_agent",
        )
    return read(_PastedUserAgent, {"user_agent": text}).user_agent


class AccountInput(Input):
    """Which account is meant."""

    account: Account | None = Field(None, description="The account; else default.")


class PrepareInput(Input):
    """A listing in the seller's own words, and what to do with it."""

    title: Title = Field(description="Its title.")
    price: Amount = Field(description="In the market's currency, with at most two decimals.")
    description: Description = Field(description="Its description.")
    brand: Said = Field("", description="As in Diesel.")
    brand_is_custom: StrictBool | None = Field(
        None, description="True says that a brand which the site does not know is meant."
    )
    size: Size = Field("", description="As in L.")
    condition: Said = Field("", description="As in bon.")
    color: Colors = Field("", description="Up to two, as in noir.")
    colors: Colors = Field(
        "", exclude=True, description="The same by another name, as GraphQL has it: send one."
    )
    category_hint: Said = Field("", description="As in Homme > Sweats.")
    photos: Photos = Field((), description="Uploaded photos by their temp_id, in order.")
    material: Words | None = Field(None, description="As in coton.")
    parcel_size: Words | None = Field(None, description="Else the recommended one.")
    unisex: StrictBool | None = Field(None, description="Whether it is for everyone.")
    answers: Answers = Field(
        default_factory=dict,
        description="Field to option id or text, for any field that the page can have; they win "
        "over the words. With job_id these are all answers: send earlier ones again.",
    )
    dry_run: DryRun = Field(True, description="False also saves the draft on the site.")
    account: Account | None = Field(None, description="The account; else default.")
    market: Market = Field(None, description="The market's host; else the service's own.")
    job_id: Annotated[str, StringConstraints(max_length=100)] | None = Field(
        None, description="Corrects that preparation: same draft, new token."
    )
    _price_as_given: str = PrivateAttr("")

    @field_validator("colors")
    @classmethod
    def _one_of_two(cls, colors: str, info: ValidationInfo) -> str:
        if colors and info.data.get("color") not in (None, "", colors):
            raise ValueError("give color or colors, not both")
        return colors

    @model_validator(mode="wrap")
    @classmethod
    def _as_understood(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        found = handler(data)
        if found.colors:
            found = found.model_copy(update={"color": found.colors, "colors": ""})
        found._price_as_given = str(data["price"])
        return found

    @property
    def price_as_given(self) -> str:
        """The price in the words that it came in, beside what was understood."""
        return self._price_as_given


class DefaultsInput(Input):
    """What an account's listings have where their seller left it out; null is none."""

    description_footer: Footer | None = Field(None, description="Stands below each description.")
    parcel_size: Words | None = Field(None, description="Where a listing names none.")
    pause_minutes: Annotated[StrictInt, Field(ge=0, le=1440)] | None = Field(
        None, description="At least so long between two listings of imports, up to a day."
    )


class PublishInput(Input):
    """A yes: the confirm token, and whether it is meant (`dry_run: false`)."""

    confirm_token: Annotated[str, StringConstraints(min_length=1, max_length=4096)] = Field(
        repr=False, description="The token of the preparation."
    )
    dry_run: DryRun = Field(True, description="True checks everything and does not click.")
    account: Account | None = Field(None, description="When given, it is the preparation's.")


class AnswersInput(Input):
    """Answers to a job's questions."""

    answers: SomeAnswers = Field(description="Field to option id or text.")


def _there_or_not(schema: dict[str, Any]) -> None:
    """The two ways to say it, of which one is sent."""
    del schema["required"]
    schema["properties"]["not_there"] = {
        "const": True,
        "description": "The listing is not on the site: the same as `there: false`.",
    }
    schema["oneOf"] = [{"required": ["there"]}, {"required": ["not_there"]}]


class ResolveInput(Input):
    """What the person found on the site: the listing is there, at an address, or it is not."""

    model_config = ConfigDict(json_schema_extra=_there_or_not)

    there: StrictBool = Field(description="Whether the listing is on the site.")
    address: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = Field(
        None, description="Its page, when it is."
    )

    @model_validator(mode="before")
    @classmethod
    def _not_there(cls, data: Any) -> Any:
        """`not_there: true` alone is `there: false`; beside it nothing is known.

        One of both that is null is not given.
        """
        if not isinstance(data, Mapping) or data.get("not_there") is None:
            return data
        said, there = data["not_there"], data.get("there")
        if said is False and there is True:
            return data
        return {**data, "there": False if said is True and there is None else None}


Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], data: Any) -> Model:
    """The model, or `InvalidInput` naming the first field that is wrong and every other one.

    The message never holds the value that was sent.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [
            {"field": ".".join(map(str, item["loc"])) or "body", "detail": said_of(item)}
            for item in error.errors(include_input=False, include_url=False)
        ]
    first = problems[0]
    raise InvalidInput(
        Message("{field}: {detail}", field=first["field"], detail=first["detail"]),
        field=first["field"],
        members={"errors": problems},
    )
