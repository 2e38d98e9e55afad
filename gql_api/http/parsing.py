"""Reading what arrives beside the models: JSON bytes, media types, keys and account names.

Both transports read these the same way. What a body must hold is said by `inputs`; how a refusal
looks is left to each transport.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from browser.messages import Message
from gql_api.domain.input_types import ACCOUNT
from gql_api.errors import InvalidInput
from gql_api.quality_values import Preference, preferences

MAX_KEY_LENGTH: Final = 255
_QUOTED: Final = r'(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])'
_QUOTED_KEY: Final = re.compile(f'"({_QUOTED}*)"')
_ESCAPED_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a character beyond the first 65,536: alone it can be neither kept nor answered."""
_BARE: Final = r"[\x21\x23-\x7e]"
_BARE_KEY: Final = re.compile(f"{_BARE}+")
KEY_PATTERN: Final = f'^(?:{_BARE}{{1,{MAX_KEY_LENGTH}}}|"(?! *"){_QUOTED}{{1,{MAX_KEY_LENGTH}}}")$'
"""Each idempotency key that is taken, as a pattern for documents."""


class MalformedJson(InvalidInput):
    """The bytes are no JSON that we take."""

    code = "malformed_json"
    title = "Malformed JSON"


def too_deep() -> MalformedJson:
    """The refusal of JSON that cannot be read, or be worked with, for its nesting."""
    return MalformedJson("The JSON is nested too deeply: send a flat object.")


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedJson("The JSON gives a member twice: send each member once.")
    return found


def _no_constant(name: str) -> Any:
    raise MalformedJson(Message("{name} is not JSON: send a number.", name=name))


_STRICT: Final = json.JSONDecoder(object_pairs_hook=_members, parse_constant=_no_constant)


def strict_json(data: bytes | str) -> Any:
    """The value of UTF-8 JSON without duplicate members, NaN, half characters or deep nesting."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        value = _STRICT.decode(text)
        if _ESCAPED_HALF.search(text):
            json.dumps(value, ensure_ascii=False).encode()
        return value
    except RecursionError:
        raise too_deep() from None
    except UnicodeDecodeError:
        raise MalformedJson("The body is not UTF-8: encode it as UTF-8.") from None
    except UnicodeEncodeError:
        raise MalformedJson(
            "The JSON holds half of a surrogate pair: send whole characters."
        ) from None
    except json.JSONDecodeError as error:
        raise MalformedJson(
            Message(
                "The body is not JSON: see line {line}, column {column}.",
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except ValueError:
        raise MalformedJson("The JSON holds a number of thousands of digits.") from None


def media_type(content_type: str | None) -> str:
    """The bare media type of a Content-Type field, in lower case."""
    return (content_type or "").partition(";")[0].strip().lower()


def preferred(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that an Accept field likes best, the first of equals; None when it takes none."""
    if not accept or not accept.strip():
        return offers[0]
    weights = [_weight_of(offer, preferences(accept)) for offer in offers]
    best = max(weights)
    return offers[weights.index(best)] if best > 0 else None


def mentions(accept: str | None, offer: str) -> bool:
    """Whether an Accept field names this very type, and not only a pattern that covers it."""
    return any(liked.name == offer and liked.weight > 0 for liked in preferences(accept or ""))


def _weight_of(offer: str, ranges: Sequence[Preference]) -> float:
    patterns = (offer, offer.partition("/")[0] + "/*", "*/*")
    for pattern in patterns:
        weights = [each.weight for each in ranges if each.name == pattern]
        if weights:
            return max(weights)
    return 0.0


def idempotency_key(values: Sequence[str]) -> str | None:
    """The one key of the header's values, given bare or as a quoted string."""
    if not values:
        return None
    if len(values) > 1:
        raise _bad_key("is given more than once: send one")
    text = values[0].strip()
    quoted = _QUOTED_KEY.fullmatch(text)
    key = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted else text
    if not quoted and not _BARE_KEY.fullmatch(text):
        raise _bad_key("is empty or malformed: send printable characters such as a UUID")
    return checked_key(key)


def checked_key(key: str | None) -> str | None:
    """A key of either transport, within the length that is stored."""
    if key is None:
        return None
    if not key.strip():
        raise _bad_key("is empty: leave it out or send a UUID")
    if len(key) > MAX_KEY_LENGTH:
        raise _bad_key(
            Message("is longer than {limit} characters: send a UUID", limit=MAX_KEY_LENGTH)
        )
    return key


def _bad_key(what: str) -> InvalidInput:
    return InvalidInput(
        Message("The idempotency key {what}.", what=Message.of(what)),
        code="idempotency_key_invalid",
        field="idempotency_key",
    )


def event_number(number: int) -> int:
    """The number of an event, 0 for none; InvalidInput when it can be none."""
    if number < 0:
        raise InvalidInput("Send the id of an event of this job.", field="after")
    return number


def account_name(name: str) -> str:
    """The name of an account that came outside a body."""
    if not ACCOUNT.fullmatch(name):
        raise InvalidInput(
            "account: use 1 to 64 letters, digits, dots, dashes or underscores", field="account"
        )
    return name
