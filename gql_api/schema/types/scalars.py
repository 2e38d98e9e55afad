"""The custom scalars, each with the specification of its text form.

Decimals and moments stay as they were sent, whatever that is: they are read where REST's are, by
the models of `inputs`, so that a mutation answers a wrong one with its typed error.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NewType

import strawberry
from graphql import GraphQLError
from starlette.datastructures import UploadFile
from strawberry.types.scalar import ScalarDefinition

CurrencyCode = NewType("CurrencyCode", str)
"""An ISO 4217 code such as EUR."""


def _as_sent(value: Any) -> Any:
    return value


def _currency(value: Any) -> CurrencyCode:
    if not isinstance(value, str) or len(value) != 3:
        raise GraphQLError("Give a code such as 'EUR'.")
    return CurrencyCode(value.upper())


def _file(value: Any) -> UploadFile:
    if not isinstance(value, UploadFile):
        raise GraphQLError("Send the file as a part of a multipart request.")
    return value


SCALARS: Final[dict[object, ScalarDefinition]] = {
    Decimal: strawberry.scalar(
        name="Decimal",
        description='An exact decimal number, written as a string such as "35.50".',
        specified_by_url="https://speleotrove.com/decimal/daconvs.html",
        serialize=str,
        parse_value=_as_sent,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description='A moment with its offset, such as "2026-05-01T12:00:00+00:00".',
        specified_by_url="https://datatracker.ietf.org/doc/html/rfc3339",
        serialize=datetime.isoformat,
        parse_value=_as_sent,
    ),
    CurrencyCode: strawberry.scalar(
        name="CurrencyCode",
        description="A currency by its three letters, such as EUR.",
        specified_by_url="https://www.iso.org/iso-4217-currency-codes.html",
        serialize=str,
        parse_value=_currency,
    ),
    UploadFile: strawberry.scalar(
        name="Upload",
        description="A file, sent as a part of a multipart request.",
        specified_by_url="https://github.com/jaydenseric/graphql-multipart-request-spec",
        serialize=str,
        parse_value=_file,
    ),
}
