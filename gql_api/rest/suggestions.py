"""Suggestions while typing and the site's markets, in REST: the query, the bodies, their shapes.

What is suggested is `listings.autocomplete`'s. Routes and operations are listed where all are.
"""

from typing import Annotated, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from browser.messages import Message
from gql_api.domain.status import MarketFacts
from gql_api.domain.text_rules import MARKET
from gql_api.errors import InvalidInput, NotFound
from gql_api.listings import autocomplete, form_options
from gql_api.listings.autocomplete import FIELDS, FIRST, MAX_FIRST, MAX_TEXT, Typed
from gql_api.rest.bodies import by_name, candidate
from gql_api.rest.requests import first
from gql_api.rest.schemas import Schema, doc


class Suggestion(TypedDict):
    """An option as the catalogue has it."""

    option_id: Annotated[str, doc("Its id on the site.")]
    label: Annotated[str, doc("As the site shows it.")]
    parents: Annotated[list[str], doc("Where it stands, root first.")]
    score: Annotated[float, doc("How well it fits, 0 to 1.")]
    reason: Annotated[str, doc("Why it is suggested.")]
    language: Annotated[str | None, doc("What the label is in (ISO 639); null for names.")]


class Suggestions(TypedDict):
    """What the text may become."""

    suggestions: Annotated[list[Suggestion], doc("Best first.")]


class Options(TypedDict):
    """What the text may be in the list of a job's form."""

    options: Annotated[list[Suggestion], doc("Best first.")]


class Market(TypedDict):
    """A country's market."""

    host: Annotated[str, doc("Its host; name it in market.")]
    language: Annotated[str, doc("Its pages' language (ISO 639).")]
    currency: Annotated[str, doc("ISO 4217.")]
    decimal_separator: Annotated[str, doc("What is typed before the cents there.")]
    labels_known: Annotated[bool, doc("The form's labels are known; else ids find the fields.")]


class Markets(TypedDict):
    """The site's markets."""

    markets: Annotated[list[Market], doc("By country.")]


def typed(request: Request) -> Typed:
    """What somebody is typing, and into which field of the listing."""
    field = next((one for one in FIELDS if one == request.path_params["field"]), None)
    if field is None:
        raise NotFound(Message("Suggestions are there for {fields}.", fields=", ".join(FIELDS)))
    named = request.query_params
    return Typed(
        field,
        named.get("text", ""),
        market=named.get("market"),
        language=named.get("language"),
        category_id=named.get("category_id"),
        first=first(request, FIRST),
    )


def searched(request: Request) -> tuple[str, str, int]:
    """The field whose list is searched, the text, and how many are wanted."""
    named = request.query_params
    if not named.get("field"):
        raise InvalidInput("field: name the field whose options are searched.", field="field")
    return named["field"], named.get("text", ""), first(request, FIRST)


def options(found: tuple[autocomplete.Suggestion, ...]) -> Response:
    return JSONResponse(Options(options=[_suggestion(one) for one in found]))


def suggested(found: tuple[autocomplete.Suggestion, ...]) -> Response:
    return JSONResponse(Suggestions(suggestions=[_suggestion(one) for one in found]))


def _suggestion(found: autocomplete.Suggestion) -> Suggestion:
    return {**candidate(found.ranked), "language": found.language}


def markets(found: tuple[MarketFacts, ...]) -> Response:
    return JSONResponse(Markets(markets=[by_name(Market, one) for one in found]))


def _query(name: str, description: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": schema}


_TEXT: Final[Schema] = {"type": "string"}
_SAID: Final[Schema] = {**_TEXT, "minLength": 1}
_MARKET: Final[Schema] = {**MARKET, "minLength": 1}
PARAMETERS: Final[tuple[Schema, ...]] = (
    {
        "name": "field",
        "in": "path",
        "required": True,
        "description": "What is typed into.",
        "schema": {"enum": [str(field) for field in FIELDS]},
    },
    _query(
        "text",
        "What is typed so far; empty for the first options in the site's order.",
        {**_TEXT, "maxLength": MAX_TEXT},
    ),
    _query("market", "The market's host or domain; else the service's own.", _MARKET),
    _query("language", "The labels' language (ISO 639); else the market's.", _SAID),
    _query("category_id", "A category's id, for sizes: they depend on it.", _TEXT),
    _query(
        "first",
        "At most so many.",
        {"type": "integer", "minimum": 1, "maximum": MAX_FIRST, "default": FIRST},
    ),
)
"""How suggestions are asked for."""
SEARCH_PARAMETERS: Final[tuple[Schema, ...]] = (
    {**_query("field", "The field of the question, or of the report.", _SAID), "required": True},
    PARAMETERS[1],
    _query(
        "first",
        "At most so many.",
        {"type": "integer", "minimum": 1, "maximum": form_options.MAX_FIRST, "default": FIRST},
    ),
)
"""How the list of a job's form is searched."""
