"""The types of members of inputs: what each takes, as a rule and as a JSON Schema.

Both transports read by these. Which input has which members is `inputs`' matter; what texts may
hold is `text_rules`', how a price is written `price_text`'s.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StringConstraints,
    WithJsonSchema,
)

from gql_api.domain import text_rules
from gql_api.domain.price_text import MAX_LENGTH, PATTERN, decimal_text

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
    return str(int(value) if value == int(value) else value)


def _colors(value: Any) -> Any:
    """Several colours may come as a list."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return _said(value)
    if len(value) > _MAX_COLORS or any(len(each) > _MAX_COLOR for each in value):
        raise ValueError("name at most 5 colours, each with at most 38 characters")
    return ", ".join(each for each in value if each.strip(text_rules.BLANKS))


def _flag(value: Any) -> Any:
    return True if value is None else value


def _each(value: Any) -> Any:
    """One photo stands for a list of one, as GraphQL has it for every list."""
    if isinstance(value, str | Mapping):
        return (value,)
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
Footer = Annotated[str, *text_rules.lines(500, shortest=1)]
UserAgent = Annotated[str, *text_rules.user_agent(10, 512)]
_WORDS_SCHEMA: dict[str, Any] = text_rules.line_schema(200)
_NULL: dict[str, Any] = {"type": "null"}
Said = Annotated[Words, BeforeValidator(_said), WithJsonSchema({"anyOf": [_WORDS_SCHEMA, _NULL]})]
Size = Annotated[
    Words,
    BeforeValidator(_size),
    WithJsonSchema(
        {"anyOf": [_WORDS_SCHEMA, {"type": "number", "minimum": 0, "maximum": _MAX_SIZE}, _NULL]}
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
    StrictBool, BeforeValidator(_flag), WithJsonSchema({"anyOf": [{"type": "boolean"}, _NULL]})
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
                *PHOTO_SCHEMA["anyOf"],
                {"type": "null"},
            ]
        }
    ),
]
