"""What is wrong with one member of a request, by pydantic's code for it.

In the terms of JSON, which is what callers write: texts, lists and objects.
"""

from collections.abc import Mapping
from typing import Any, Final

from browser.messages import Message

SAID: Final[Mapping[str, str]] = {
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "decimal_type": "must be a number, such as 35 or '35.50'",
    "dict_type": "must be an object",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "int_type": "must be a whole number",
    "less_than_equal": "must be at most {le}",
    "missing": "is required",
    "model_type": "must be an object",
    "string_too_long": "must have at most {max_length} characters",
    "string_too_short": "must have at least {min_length} characters",
    "string_type": "must be text",
    "string_unicode": "must be text in valid Unicode",
    "too_long Dictionary": "must have at most {max_length} members",
    "too_long Tuple": "must have at most {max_length} entries (it has {actual_length})",
    "tuple_type": "must be a list",
}
"""By the code; where it counts something, with what that is."""
EMPTY: Final = "must not be empty"


def said_of(item: Mapping[str, Any]) -> Message:
    """The message for one of pydantic's errors, whose own words are of Python."""
    context: Mapping[str, Any] = item.get("ctx") or {}
    if item["type"] == "value_error":
        return Message.of(str(context["error"]))
    if context.get("min_length") == 1:
        return Message(EMPTY)
    template = SAID.get(" ".join(filter(None, (item["type"], context.get("field_type")))))
    if template is None:
        return Message("is not what belongs here")
    used = {name: _plain(value) for name, value in context.items() if f"{{{name}}}" in template}
    return Message(template, **used)


def _plain(value: object) -> str:
    """A limit as it is written: pydantic gives a decimal as Python would print it."""
    return str(value).removeprefix("Decimal('").removesuffix("')")
