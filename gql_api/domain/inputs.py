"""What callers send, read with pydantic and turned into values; names the field that is wrong.

Both transports use these models, so a limit or a cure is said once. Photos are named by their
`temp_id`; looking them up is the service's matter.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StrictBool,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from browser.messages import Message
from gql_api.domain import text_rules
from gql_api.domain.input_messages import said_of
from gql_api.domain.price_text import MAX_LENGTH, PATTERN, decimal_text
from gql_api.errors import InvalidInput

DEFAULT_ACCOUNT = "default"
ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
MAX_PHOTOS = 20
MAX_PRICE = Decimal(1_000_000)
ACCOUNT_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{ACCOUNT.pattern}$"}
AMOUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0.01, "maximum": int(MAX_PRICE), "multipleOf": 0.01},
        {"type": "string", "maxLength": MAX_LENGTH, "pattern": PATTERN},
    ],
    "examples": [35, "35.50", "35,50 €"],
}
_MAX_SIZE = 9999
_MAX_COLORS = 5
_MAX_COLOR = 38
_MAX_ANSWERS = 50
_MAX_FIELD_NAME = 64
_MAX_OPTION = 10**15 - 1
_PHOTO_ID: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 100}
PHOTO_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _PHOTO_ID,
        {"type": "object", "properties": {"temp_id": _PHOTO_ID}, "required": ["temp_id"]},
    ]
}


def _decimal_text(value: Any) -> Any:
    """A JSON number keeps the digits that were sent; a text may be written as people do."""
    if isinstance(value, bool) or (isinstance(value, str) and len(value) > MAX_LENGTH):
        raise ValueError("give a number such as 35 or a decimal string such as '35.50'")
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return decimal_text(value)
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


def _said(value: Any) -> Any:
    """`null` means not given, as everywhere where a member is optional."""
    return "" if value is None else value


def _size(value: Any) -> Any:
    """A size may be a number: 38, 38.5."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _said(value)
    if not 0 <= value <= _MAX_SIZE:
        raise ValueError("give a size from 0 to 9999")
    return str(value)


def _colors(value: Any) -> Any:
    """Several colours may come as a list."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return _said(value)
    if len(value) > _MAX_COLORS or any(len(each) > _MAX_COLOR for each in value):
        raise ValueError("name at most 5 colours, each with at most 38 characters")
    return ", ".join(value)


def _flag(value: Any) -> Any:
    return True if value is None else value


def _each(value: Any) -> Any:
    return () if value is None else value


def _answers(value: Any) -> Any:
    """Answers as texts; null is none given, under a name that could have been a field's."""
    if value is None:
        return {}
    answered = _every_answer(value)
    if not isinstance(answered, Mapping) or len(answered) > _MAX_ANSWERS:
        return answered
    return {
        name: given
        for name, given in answered.items()
        if given is not None or not 1 <= len(name) <= _MAX_FIELD_NAME
    }


def _every_answer(value: Any) -> Any:
    """A mark may be answered with a boolean, an option with a number."""
    if not isinstance(value, Mapping):
        return value
    return {name: _answer(given) for name, given in value.items()}


def _answer(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int):
        return value
    if abs(value) > _MAX_OPTION:
        raise ValueError("answer with a text or a number of at most 15 digits")
    return str(value)


def _account_name(value: str) -> str:
    if not ACCOUNT.fullmatch(value):
        raise ValueError("use 1 to 64 letters, digits, dots, dashes or underscores")
    return value


Title = Annotated[str, *text_rules.line(100, shortest=1)]
Words = Annotated[str, *text_rules.line(200)]
Description = Annotated[str, *text_rules.lines(2000, shortest=1)]
UserAgent = Annotated[str, *text_rules.user_agent(10, 512)]
_WORDS_SCHEMA: dict[str, Any] = text_rules.line_schema(200)
_NULL: dict[str, Any] = {"type": "null"}
Said = Annotated[Words, BeforeValidator(_said), WithJsonSchema({"anyOf": [_WORDS_SCHEMA, _NULL]})]
Size = Annotated[
    Words,
    BeforeValidator(_size),
    WithJsonSchema(
        {
            "anyOf": [
                _WORDS_SCHEMA,
                {"type": "number", "minimum": 0, "maximum": _MAX_SIZE},
                _NULL,
            ]
        }
    ),
]
Colors = Annotated[
    Words,
    BeforeValidator(_colors),
    WithJsonSchema(
        {
            "anyOf": [
                _WORDS_SCHEMA,
                {
                    "type": "array",
                    "maxItems": _MAX_COLORS,
                    "items": text_rules.line_schema(_MAX_COLOR),
                },
                _NULL,
            ]
        }
    ),
]
DryRun = Annotated[
    StrictBool,
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, _NULL]}),
]
_ANSWER_SCHEMA: list[dict[str, Any]] = [
    _WORDS_SCHEMA,
    {"type": "boolean"},
    {"type": "integer", "minimum": -_MAX_OPTION, "maximum": _MAX_OPTION},
]


def _answers_schema(*more: dict[str, Any], **limits: int) -> dict[str, Any]:
    return {
        "type": "object",
        "maxProperties": _MAX_ANSWERS,
        "propertyNames": {"minLength": 1, "maxLength": _MAX_FIELD_NAME},
        "additionalProperties": {"anyOf": [*_ANSWER_SCHEMA, *more]},
        **limits,
    }


_ByField = Mapping[
    Annotated[str, StringConstraints(min_length=1, max_length=_MAX_FIELD_NAME)], Words
]
Answers = Annotated[
    _ByField,
    Field(max_length=_MAX_ANSWERS),
    BeforeValidator(_answers),
    WithJsonSchema({"anyOf": [_answers_schema(_NULL), _NULL]}),
]
SomeAnswers = Annotated[
    _ByField,
    Field(min_length=1, max_length=_MAX_ANSWERS),
    BeforeValidator(_every_answer),
    WithJsonSchema(_answers_schema(minProperties=1)),
]
Account = Annotated[str, AfterValidator(_account_name), WithJsonSchema(ACCOUNT_SCHEMA)]
Market = (
    Annotated[
        str,
        StringConstraints(max_length=200),
        AfterValidator(text_rules.market),
        WithJsonSchema(text_rules.MARKET),
    ]
    | None
)
Moment = Annotated[datetime, BeforeValidator(text_rules.moment), WithJsonSchema(text_rules.MOMENT)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_decimal_text),
    Field(gt=0, le=MAX_PRICE, allow_inf_nan=False),
    AfterValidator(_two_decimals),
    WithJsonSchema(AMOUNT_SCHEMA),
]
PhotoId = Annotated[
    str,
    StringConstraints(min_length=1, max_length=100),
    BeforeValidator(_photo_id),
    WithJsonSchema(PHOTO_SCHEMA),
]
Photos = Annotated[
    tuple[PhotoId, ...],
    Field(max_length=MAX_PHOTOS),
    BeforeValidator(_each),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": PHOTO_SCHEMA, "maxItems": MAX_PHOTOS},
                {"type": "null"},
            ]
        }
    ),
]


class _Input(BaseModel):
    # Built at the first request: a start should not wait for it.
    model_config = ConfigDict(frozen=True, extra="ignore", str_max_length=100_000, defer_build=True)


class SessionInput(_Input):
    """A seller's session as pasted: the whole Cookie header and the browser's user agent."""

    cookie: Annotated[str, StringConstraints(min_length=1, max_length=32_768)] = Field(
        repr=False, description="The whole Cookie header."
    )
    user_agent: UserAgent = Field(description="The user agent of the same browser.")
    expires_at: Moment | None = Field(None, description="After this it counts as expired.")
    account: Annotated[
        Account,
        BeforeValidator(lambda value: DEFAULT_ACCOUNT if value is None else value),
        WithJsonSchema({"anyOf": [ACCOUNT_SCHEMA, {"type": "null"}]}),
    ] = Field(DEFAULT_ACCOUNT, description="The account.")
    market: Market = Field(None, description="The market's host; else the service's own.")


class AccountInput(_Input):
    """Which account is meant."""

    account: Account | None = Field(None, description="The account; else default.")


class PrepareInput(_Input):
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
    category_hint: Said = Field("", description="As in Homme > Sweats.")
    photos: Photos = Field((), description="Uploaded photos by their temp_id, in order.")
    material: Words | None = Field(None, description="As in coton.")
    parcel_size: Words | None = Field(None, description="Else the recommended one.")
    unisex: StrictBool | None = Field(None, description="Whether it is for everyone.")
    answers: Answers = Field(
        default_factory=dict,
        description="Field to option id or text, for any field that the page can have; they win "
        "over the words.",
    )
    dry_run: DryRun = Field(True, description="False also saves the draft on the site.")
    account: Account | None = Field(None, description="The account; else default.")
    market: Market = Field(None, description="The market's host; else the service's own.")
    job_id: Annotated[str, StringConstraints(max_length=100)] | None = Field(
        None, description="Corrects that preparation: same draft, new token."
    )
    _price_as_given: str = PrivateAttr("")

    @model_validator(mode="wrap")
    @classmethod
    def _with_price_as_given(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        read = handler(data)
        read._price_as_given = str(data["price"])
        return read

    @property
    def price_as_given(self) -> str:
        """The price in the words that it came in, beside what was understood."""
        return self._price_as_given


class PublishInput(_Input):
    """A yes: the confirm token, and whether it is meant (`dry_run: false`)."""

    confirm_token: Annotated[str, StringConstraints(min_length=1, max_length=4096)] = Field(
        repr=False, description="The token of the preparation."
    )
    dry_run: DryRun = Field(True, description="True checks everything and does not click.")
    account: Account | None = Field(None, description="When given, it is the preparation's.")


class AnswersInput(_Input):
    """Answers to a job's questions."""

    answers: SomeAnswers = Field(description="Field to option id or text.")


class ResolveInput(_Input):
    """What the person found on the site: the listing is there, at an address, or it is not."""

    there: StrictBool = Field(description="Whether the listing is on the site.")
    address: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = Field(
        None, description="Its page, when it is."
    )


Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], data: Any) -> Model:
    """The model, or `InvalidInput` naming the first field that is wrong and every other one.

    The message never holds the value that was sent.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [
            {
                "field": ".".join(map(str, item["loc"])) or "body",
                "detail": said_of(item),
            }
            for item in error.errors(include_input=False, include_url=False)
        ]
    first = problems[0]
    raise InvalidInput(
        Message("{field}: {detail}", field=first["field"], detail=first["detail"]),
        field=first["field"],
        members={"errors": problems},
    )
