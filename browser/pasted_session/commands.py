"""Requests as commands: Copy as cURL in its two quotings, and Copy as PowerShell.

Quoting as Chrome's developer tools write it (escapeStringPosix and escapeStringWin of
front_end/panels/network/NetworkLogView.ts, read on 2026-11-29 in public copies of them): bash has
'…' or $'…' with \\uXXXX; cmd has ^"…^" with a caret before every sign that is no letter and
quotes as \\", older versions "…" with quotes doubled and each percent sign outside of quotes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from browser.pasted_session.paste import Paste, PastedCookie, Source, broken, first_of, of_request

_CURL: Final = re.compile(r"(?:[$>%#]\s*)?(?=curl(?:\.exe)?\s)", re.IGNORECASE)
"""What may stand before it is a terminal's prompt."""
_BASH: Final = re.compile(
    r"""(?P<blank>[ \t\r\n]+)
      | (?P<joined>\\\r?\n)
      | \$'(?P<ansi>(?:[^'\\]|\\.)*)'
      | '(?P<single>[^']*)'
      | "(?P<double>(?:[^"\\]|\\.)*)"
      | \\(?P<escaped>.)
      | (?P<end>[;&|])
      | (?P<plain>[^\s'"\\;&|$]+|\$)""",
    re.VERBOSE | re.DOTALL,
)
_WINDOWS: Final = re.compile(
    r"""(?P<blank>[ \t\r\n]+)
      | "(?P<quoted>(?:[^"\\]|\\.|"")*)"
      | (?P<plain>[^\s"]+)""",
    re.VERBOSE | re.DOTALL,
)
_CARET: Final = re.compile(r"\^(\r?\n\r?\n|\r?\n|.)", re.DOTALL)
_ANSI: Final = re.compile(
    r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|(.))", re.DOTALL
)
_ANSI_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t", "a": "\a", "b": "\b", "e": "\x1b"}
_TAKING: Final = {
    **{name: "header" for name in ("-H", "--header")},
    **{name: "cookie" for name in ("-b", "--cookie")},
    **{name: "agent" for name in ("-A", "--user-agent")},
    "--url": "url",
}
_TAKING_OTHERS: Final = frozenset(
    {"-X", "--request", "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode"}
    | {"-e", "--referer", "-x", "--proxy", "-o", "--output", "-u", "--user", "-F", "--form"}
    | {"-c", "--cookie-jar", "-m", "--max-time", "--connect-to", "--resolve"}
)
_SMART: Final = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_PS_TEXT: Final = r'"((?:[^"`]|`.|"")*)"'
_PS_COOKIE: Final = re.compile(
    rf"System\.Net\.Cookie\(\s*{_PS_TEXT}\s*,\s*{_PS_TEXT}(?:\s*,\s*{_PS_TEXT}\s*,\s*{_PS_TEXT})?",
    re.DOTALL,
)
_PS_MADE: Final = re.compile(r"New-Object\s+System\.Net\.Cookie\(")
"""A value of a cookie may hold the name of the type, and no blank."""
_PS_AGENT: Final = re.compile(rf"\.UserAgent\s*=\s*{_PS_TEXT}", re.DOTALL)


def is_curl(text: str) -> bool:
    """Whether this is a call of curl."""
    return _CURL.match(text) is not None


def curl(text: str) -> Paste:
    """The session in a call of curl, as bash or cmd would read it."""
    prompt = _CURL.match(text)
    given = list(_options(_words(text[prompt.end() if prompt else 0 :])))
    fields = [_field(value) for kind, value in given if kind == "header"]
    cookies = [value for kind, value in given if kind == "cookie" and "=" in value]
    cookies += [value for name, value in fields if name == "cookie"]
    return of_request(
        Source.CURL,
        "; ".join(cookies),
        user_agent=first_of(given, "agent") or first_of(fields, "user-agent"),
        address=first_of(given, "url"),
    )


def is_powershell(text: str) -> bool:
    """Whether this is a script with a request of PowerShell."""
    return _PS_MADE.search(text) is not None or text.startswith(
        ("$session = New-Object", "Invoke-WebRequest")
    )


def powershell(text: str) -> Paste:
    """The session in a script of PowerShell, whose cookies are objects of their own."""
    cookies = tuple(
        PastedCookie(
            _ps_plain(found[1]),
            _ps_plain(found[2]),
            _ps_plain(found[4]) if found[4] else None,
            subdomains=bool(found[4] and found[4].startswith(".")),
        )
        for found in _PS_COOKIE.finditer(text)
    )
    agent = _PS_AGENT.search(text)
    return Paste(Source.POWERSHELL, cookies, _ps_plain(agent[1]) if agent else None)


def _ps_plain(text: str) -> str:
    return re.sub(r"`(.)", r"\1", text.replace('""', '"'), flags=re.DOTALL)


def _field(header: str) -> tuple[str, str]:
    name, _, value = header.partition(":")
    return name.strip().casefold(), value.strip()


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is given to curl: each header, cookie and user agent, and the address."""
    rest = iter(words[1:])
    for word in rest:
        if kind := _TAKING.get(word):
            yield kind, next(rest, "")
        elif word in _TAKING_OTHERS:
            next(rest, "")
        elif word[:2] in {"-H", "-b", "-A"}:
            yield _TAKING[word[:2]], word[2:]
        elif (name := word.partition("=")[0]) in _TAKING:
            yield _TAKING[name], word.partition("=")[2]
        elif not word.startswith("-") and word.strip():
            yield "url", word


def _words(text: str) -> list[str]:
    if "'" not in text and '"' not in text:
        text = text.translate(_SMART)
    if re.search(r'\s\^"', text):
        return _split(_WINDOWS, _CARET.sub(_without_caret, text))
    if re.search(r"\s\^\r?\n", text):
        older = re.sub(r"\^\r?\n", " ", text)
        return _split(_WINDOWS, older.replace('"%"', "%"))
    return _split(_BASH, text)


def _without_caret(found: re.Match[str]) -> str:
    """What a caret of cmd protects: at the end of a line it joins two, before an empty one not."""
    sign = found[1]
    if sign[0] not in "\r\n":
        return sign
    return "\n" if sign.count("\n") == 2 else " "


def _split(grammar: re.Pattern[str], text: str) -> list[str]:
    words: list[str] = []
    is_open, place = False, 0
    while place < len(text):
        found = grammar.match(text, place)
        if found is None:
            raise broken(Source.CURL)
        place, kind = found.end(), found.lastgroup or ""
        if kind == "end":
            break
        if kind == "blank":
            is_open = False
        elif kind != "joined":
            part = _plain(kind, found[kind])
            if is_open:
                words[-1] += part
            else:
                words.append(part)
            is_open = True
    return words


def _plain(kind: str, text: str) -> str:
    match kind:
        case "ansi":
            return _whole(_ANSI.sub(_ansi_sign, text))
        case "double":
            return re.sub(r'\\(?:\r?\n|([$`"\\]))', lambda found: found[1] or "", text)
        case "quoted":
            return re.sub(r'\\(["\\])', r"\1", text.replace('""', '"'))
    return text


def _ansi_sign(found: re.Match[str]) -> str:
    for digits, base in ((found[1] or found[2] or found[3], 16), (found[4], 8)):
        if digits:
            number = int(digits, base)
            return chr(number) if number <= 0x10FFFF else found[0]
    return _ANSI_SIGNS.get(found[5], found[5])


def _whole(text: str) -> str:
    """The text with the halves of characters joined, as JavaScript counts them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
