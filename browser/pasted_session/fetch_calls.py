"""Copy as fetch: a call in JavaScript, of which the address and two headers are read.

Only the variant for Node.js holds the cookies: in a browser the page's own are sent.
"""

import re
from typing import Final

from browser.pasted_session.paste import Paste, Source, broken, of_request

_CALL: Final = re.compile(
    r"\s*(?:(?:const|let|var)\s+\w+\s*=\s*)?(?:await\s+)?(?:window\.|globalThis\.)?fetch\s*\("
)
_TEXT: Final = r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)"
_LITERAL: Final = re.compile(_TEXT, re.DOTALL)
_COOKIE: Final = re.compile(rf"[\"'`]?\bcookie[\"'`]?\s*[:,]\s*{_TEXT}", re.DOTALL | re.IGNORECASE)
_AGENT: Final = re.compile(
    rf"[\"'`]?\buser-agent[\"'`]?\s*[:,]\s*{_TEXT}", re.DOTALL | re.IGNORECASE
)
_CUT: Final = re.compile(r"[\"'`]?\bcookie[\"'`]?\s*[:,]", re.IGNORECASE)
_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|(\r?\n)|(.))", re.DOTALL
)
_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def is_fetch(text: str) -> bool:
    """Whether this is a call of fetch."""
    return _CALL.match(text) is not None


def fetch(text: str) -> Paste:
    """The session in a call of fetch."""
    cookie, agent = _COOKIE.search(text), _AGENT.search(text)
    if cookie is None and _CUT.search(text):
        raise broken(Source.FETCH)
    address = _LITERAL.search(text)
    return of_request(
        Source.FETCH,
        _plain(cookie[1]) if cookie else "",
        user_agent=_plain(agent[1]) if agent else None,
        address=_plain(address[1]) if address else None,
    )


def _plain(literal: str) -> str:
    """The text that a literal of JavaScript stands for."""
    text = _ESCAPE.sub(_sign, literal[1:-1])
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(found: re.Match[str]) -> str:
    if digits := found[1] or found[2] or found[3]:
        number = int(digits, 16)
        return chr(number) if number <= 0x10FFFF else found[0]
    return "" if found[4] else _SIGNS.get(found[5], found[5])
