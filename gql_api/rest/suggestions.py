"""Suggestions while typing and the site's markets, in REST: the query, the bodies, their shapes.

What is suggested is `listings.autocomplete`'s. Routes and operations are listed where all are.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from browser.messages import Message
from gql_api.domain.status import MarketFacts
from gql_api.errors import InvalidInput, NotFound
from gql_api.listings.autocomplete import FIELDS, FIRST, MAX_FIRST, MAX_TEXT, Suggestion, Typed
from gql_api.rest import shapes
from gql_api.rest.shapes import Schema
from gql_api.texts import say

_DIGITS: Final = 9


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
        first=_first(named.get("first")),
    )


def _first(text: str | None) -> int:
    if text is None:
        return FIRST
    if not text.isascii() or not text.isdecimal() or len(text) > _DIGITS:
        raise InvalidInput("first: send a whole number.", field="first")
    return int(text)


def suggested(found: tuple[Suggestion, ...]) -> Response:
    """The answer to what was typed."""
    return JSONResponse({"suggestions": [_suggestion(one) for one in found]})


def _suggestion(found: Suggestion) -> Mapping[str, Any]:
    ranked = found.ranked
    return {
        "option_id": ranked.option.id,
        "label": ranked.option.label,
        "parents": list(ranked.option.parents),
        "score": ranked.score,
        "reason": say(ranked.reason),
        "language": found.language,
    }


def markets(found: tuple[MarketFacts, ...]) -> Response:
    """The site's markets."""
    return JSONResponse({"markets": [asdict(one) for one in found]})


def _query(name: str, description: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": schema}


_TEXT: Final[Schema] = {"type": "string"}
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
    _query("market", "The market's host or domain; else the service's own.", _TEXT),
    _query("language", "The labels' language (ISO 639); else the market's.", _TEXT),
    _query("category_id", "A category's id, for sizes: they depend on it.", _TEXT),
    _query(
        "first",
        "At most so many.",
        {"type": "integer", "minimum": 1, "maximum": MAX_FIRST, "default": FIRST},
    ),
)
"""How suggestions are asked for."""
SHAPES: Final[Mapping[str, Schema]] = {
    "Suggestions": shapes.object_(
        "What the text may become.",
        {"suggestions": shapes.array(shapes.ref("Suggestion"), "Best first.")},
    ),
    "Suggestion": shapes.object_(
        "An option as the catalogue has it.",
        {
            "option_id": shapes.text("Its id on the site."),
            "label": shapes.text("As the site shows it."),
            "parents": shapes.array(_TEXT, "Where it stands, root first."),
            "score": shapes.number("How well it fits, 0 to 1.", "number"),
            "reason": shapes.text("Why it is suggested."),
            "language": shapes.maybe("What the label is in (ISO 639); null for names."),
        },
    ),
    "Markets": shapes.object_(
        "The site's markets.", {"markets": shapes.array(shapes.ref("Market"), "By country.")}
    ),
    "Market": shapes.object_(
        "A country's market.",
        {
            "host": shapes.text("Its host; name it in market."),
            "language": shapes.text("Its pages' language (ISO 639)."),
            "currency": shapes.text("ISO 4217."),
            "decimal_separator": shapes.text("What is typed before the cents there."),
            "labels_known": shapes.flag("The form's labels are known; else ids find the fields."),
        },
    ),
}
"""The answers."""
