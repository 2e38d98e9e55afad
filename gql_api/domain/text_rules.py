"""What texts, moments and market names may hold: each rule as a function and as a JSON Schema.

Owns that both say the same, so that no document allows what is refused, or the reverse. Lengths
count what was sent, blanks at its ends included; which member has which length is `inputs`'.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from html.entities import html5
from typing import Any, Final

from pydantic import AfterValidator, StringConstraints, WithJsonSchema

Rule = tuple[StringConstraints, AfterValidator, WithJsonSchema]
"""What makes a string one that is taken; for `Annotated[str, *rule]`."""
BLANKS: Final = (
    "\t\n\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""As a page's script has them, which takes the mark at the head of a file for one too."""
_ENDS: Final = re.compile("\r\n|[\r\x85]")
_RUN: Final = re.compile(f"[{BLANKS}]+")
_ENTITY: Final = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9A-Fa-f]+)|[A-Za-z][A-Za-z0-9]*);")
"""With its semicolon only: without one, what follows an ampersand may be a word."""
_NO_SIGN: Final = "\N{REPLACEMENT CHARACTER}"
"""What the rules of HTML read for a number that no character has."""
_CONTROLS: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_ANY: Final = f"[^{_CONTROLS}]"
_BLANK_ENTITY: Final = "&(?:{names}|#0*(?:{decimal})|#[xX]0*(?:{hexadecimal}));".format(
    names="|".join(
        name[:-1] for name, signs in html5.items() if name[-1] == ";" and not signs.strip(BLANKS)
    ),
    decimal="|".join(str(ord(blank)) for blank in BLANKS if blank != "\x85"),
    hexadecimal="|".join(
        "".join(f"[{each}{each.upper()}]" if each.isalpha() else each for each in f"{ord(blank):x}")
        for blank in BLANKS
        if blank != "\x85"
    ),
)
"""Each entity that is a blank; by its number the next line of Unicode is a sign of Windows."""
_SAID: Final = f"[^{_CONTROLS}{BLANKS}]"
_PRINTED: Final = r"[^\x00-\x1f\x7f]"
_AGENT_NAME: Final = re.compile(f"^[\"']?user-agent[\"']?[{BLANKS}]*:", re.IGNORECASE)
_DAY: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
_ZONE: Final = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
MOMENT: Final[dict[str, Any]] = {
    "type": "string",
    "format": "date-time",
    "pattern": f"^{_DAY}[Tt]{_TIME}{_ZONE}$",
}
_MOMENT: Final = re.compile(f"{_DAY}[Tt]{_TIME}{_ZONE}")
_HOST: Final = r"(?:(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+|\[[0-9A-Fa-f:.]+\])"
_MARKET: Final = rf"(?:(?:https?://)?{_HOST}(?::[0-9]{{1,5}})?/?)?"
_MARKET_TEXT: Final = re.compile(_MARKET)
MARKET: Final[dict[str, Any]] = {"type": "string", "maxLength": 200, "pattern": f"^{_MARKET}$"}
"""How a market is named; whether there is such a market is another question."""


def line_schema(longest: int, *, shortest: int = 0) -> dict[str, Any]:
    """A text of one line as `line` takes it."""
    schema = _bounded(longest, shortest)
    if shortest:
        schema["pattern"] = f"^(?!(?:[{BLANKS}]|{_BLANK_ENTITY})*$){_ANY}*$"
    return schema


def line(longest: int, *, shortest: int = 0) -> Rule:
    """A text of one line: its entities are read, its runs of blanks become one each, those at its
    ends none."""
    return _text(_one_line, line_schema(longest, shortest=shortest), shortest)


def lines(longest: int, *, shortest: int = 0) -> Rule:
    """A text of several lines, which end in a line feed whatever they came with; no tabs."""
    return _text(_several_lines, _bounded(longest, shortest), shortest)


def user_agent(shortest: int, longest: int) -> Rule:
    """The name of a browser: a header's value, with nothing that would end it.

    The header's own name and quotes that were copied with it go.
    """
    least = f"{{{shortest - 2},}}"
    ends = f"[{BLANKS}]*"
    pattern = f"^{ends}{_SAID}{_PRINTED}{least}{_SAID}{ends}$"
    schema = {"type": "string", "minLength": shortest, "maxLength": longest, "pattern": pattern}

    def checked(value: str) -> str:
        text = _printable(value).strip(BLANKS)
        bare = _AGENT_NAME.sub("", text).strip("\"'" + BLANKS)
        text = bare if len(bare) >= shortest else text
        if len(text) < shortest:
            raise ValueError("give the whole user agent of the browser")
        if not re.fullmatch(f"{_PRINTED}*", text):
            raise ValueError("remove the control characters")
        return text

    length = StringConstraints(min_length=shortest, max_length=longest)
    return length, AfterValidator(checked), WithJsonSchema(schema)


def moment(value: Any) -> datetime:
    """The moment of an RFC 3339 text; one that no calendar of ours reaches is its nearest end."""
    if isinstance(value, datetime) and value.tzinfo:
        return value
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError("give a moment such as 2026-05-01T12:00:00Z")
    is_before = value.startswith("0000")
    try:
        found = datetime.fromisoformat(f"2000{value[4:]}".upper() if is_before else value.upper())
    except ValueError:
        raise ValueError("there is no such day") from None
    if is_before:
        return datetime.min.replace(tzinfo=UTC)
    try:
        return found.astimezone(UTC)
    except OverflowError:
        end = datetime.min if found.year == 1 else datetime.max
        return end.replace(tzinfo=UTC)


def market(value: str) -> str:
    """The name of a market, by its form alone; empty is none."""
    if not _MARKET_TEXT.fullmatch(value):
        raise ValueError("name a market by its host, as in www.vinted.fr")
    return value


def _bounded(longest: int, shortest: int) -> dict[str, Any]:
    pattern = f"^{_ANY}*{_SAID}{_ANY}*$" if shortest else f"^{_ANY}*$"
    least = {"minLength": shortest} if shortest else {}
    return {"type": "string", **least, "maxLength": longest, "pattern": pattern}


def _text(read: Callable[[str], str], schema: dict[str, Any], shortest: int) -> Rule:
    def checked(value: str) -> str:
        text = read(value)
        if shortest and not text:
            raise ValueError("write more than blanks")
        return text

    length = StringConstraints(min_length=shortest or None, max_length=schema["maxLength"])
    return length, AfterValidator(checked), WithJsonSchema(schema)


def _one_line(value: str) -> str:
    return _RUN.sub(" ", _ENTITY.sub(_sign, _printable(value))).strip(" ")


def _sign(entity: re.Match[str]) -> str:
    """What an entity stands for; one that stands for nothing that can be typed stays as it is."""
    if entity[0][1] != "#":
        return html5.get(entity[0][1:], entity[0])
    sign = unescape(entity[0])
    return sign if re.fullmatch(f"{_ANY}+", sign) and sign != _NO_SIGN else entity[0]


def _several_lines(value: str) -> str:
    return _ENDS.sub("\n", _printable(value)).replace("\t", " ").strip(BLANKS)


def _printable(value: str) -> str:
    if not re.fullmatch(f"{_ANY}*", value):
        raise ValueError("remove the control characters")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("remove the broken characters: this is not valid Unicode")
    return value
