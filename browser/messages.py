"""What is said to people: messages of ours, which can be translated, and the site's own words.

A message without values is its English itself, an ordinary string. How they are put into the
caller's language is `gql_api.texts`' matter.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

Value: TypeAlias = "str | int"


class Message(str):
    """An English template and its values; everywhere else the English string that they give.

    A value that is a message is translated with it; any other is shown as it is.
    """

    __slots__ = ("msgid", "params")
    msgid: str
    params: Mapping[str, Value]

    def __new__(cls, msgid: str, /, **params: object) -> "Message":
        values = {name: _value(given) for name, given in params.items()}
        message = super().__new__(cls, msgid.format_map(values) if values else msgid)
        message.msgid, message.params = msgid, values
        return message

    @classmethod
    def of(cls, text: str) -> "Message":
        """The text as a message, if it is none yet."""
        return text if isinstance(text, cls) else cls(text)

    def __str__(self) -> str:
        """Itself, so that an error that was raised with it still has it."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return revived, (stored(self),)


class SiteText(str):
    """The site's own words: shown as they are, also where they read like a message of ours."""

    __slots__ = ()


def _value(given: object) -> Value:
    return given if isinstance(given, Message | int) else str(given)


def stored(text: str | None) -> Any:
    """The text as JSON: an object with template and values, or a plain string."""
    if not isinstance(text, Message):
        return text
    values = {
        name: stored(value) if isinstance(value, str) else value
        for name, value in text.params.items()
    }
    return {"id": text.msgid, "params": values}


def revived(found: Any) -> Any:
    """What `stored` gave; a plain string is a message without values, or one of old."""
    if not isinstance(found, Mapping):
        return found
    return Message(found["id"], **{name: revived(value) for name, value in found["params"].items()})


def revived_answer(found: Any) -> Any:
    """As `revived`, where the site answers: a plain string is its own words."""
    text = revived(found)
    return SiteText(text) if isinstance(text, str) and not isinstance(text, Message) else text


class _Kept:
    """How a text is read and written as JSON, in the protocol of pydantic, which is not known here.

    https://docs.pydantic.dev/latest/concepts/types/#customizing-validation-with-__get_pydantic_core_schema__
    """

    def __init__(self, revive: Any) -> None:
        self._revive = revive

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> dict[str, Any]:
        return {
            "type": "function-before",
            "function": {"type": "no-info", "function": self._revive},
            "schema": {"type": "is-instance", "cls": str},
            "serialization": {"type": "function-plain", "function": stored, "when_used": "json"},
        }


Text: TypeAlias = Annotated[str, _Kept(revived)]
"""A text of ours: a `Message`, or one without values as a plain string."""
Answer: TypeAlias = Annotated[str, _Kept(revived_answer)]
"""What the site answers: its own words, unless it is a `Message`."""
