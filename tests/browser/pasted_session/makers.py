"""Pastes as the real tools write them, made from the tools' documented formats.

They share nothing with the readers: cookies.txt is written by http.cookiejar, the quotings follow
the developer tools' own functions, and bash itself says what a command means (`test_forms`).
"""

import json
import re
from collections.abc import Callable, Mapping
from http.cookiejar import Cookie, MozillaCookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
ADDRESS = "https://www.vinted.fr/api/v2/users/current?locale=fr&page=1"
BRANDS = 'sec-ch-ua: "Chromium";v="142"'
Cookies = Mapping[str, str]


def header(cookies: Cookies) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def _chrome_posix(text: str) -> str:
    if not re.search(r"[\0-\x1f\x7f-\x9f!]|'", text):
        return f"'{text}'"
    text = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    escaped = re.sub(r"[\0-\x1f\x7f-\x9f!]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return f"$'{escaped}'"


def _chrome_windows(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    text = re.sub(r"[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]", lambda found: f"^{found[0]}", text)
    text = re.sub(r"%(?=[a-zA-Z0-9_])", "%^", text)
    return '^"' + re.sub(r"\r?\n", "^\n\n", text) + '^"'


def _old_windows(text: str) -> str:
    text = text.replace('"', '""').replace("%", '"%"').replace("\\", "\\\\")
    return f'"{text}"'


def _curl(quoted: Callable[[str], str], joint: str, cookies: Cookies, *, short: bool) -> str:
    jar = f"-b {quoted(header(cookies))}" if short else f"-H {quoted('Cookie: ' + header(cookies))}"
    parts = (
        f"curl {quoted(ADDRESS)}",
        f"-H {quoted('accept: application/json, text/plain, */*')}",
        f"-H {quoted('accept-language: fr-FR,fr;q=0.9')}",
        jar,
        f"-H {quoted(BRANDS)}",
        f"-H {quoted('user-agent: ' + AGENT)}",
        "--compressed",
    )
    return joint.join(parts)


def curl_bash(cookies: Cookies) -> str:
    """Chrome since 2025: the cookies by -b."""
    return _curl(_chrome_posix, " \\\n  ", cookies, short=True)


def curl_bash_by_header(cookies: Cookies) -> str:
    """Firefox, and older Chromes."""
    return _curl(_chrome_posix, " \\\n  ", cookies, short=False)


def curl_in_one_line(cookies: Cookies) -> str:
    """After a field of one line has made blanks of the breaks."""
    return curl_bash(cookies).replace("\n", " ")


def curl_cmd(cookies: Cookies) -> str:
    return _curl(_chrome_windows, " ^\n  ", cookies, short=True)


def curl_cmd_of_old(cookies: Cookies) -> str:
    return _curl(_old_windows, " ^\r\n  ", cookies, short=False)


def curl_long_options(cookies: Cookies) -> str:
    quoted = _chrome_posix
    return (
        f"$ curl --url {quoted(ADDRESS)} --request GET --cookie {quoted(header(cookies))} "
        f"--user-agent {quoted(AGENT)} -o /dev/null"
    )


def fetch_node(cookies: Cookies) -> str:
    headers = {"accept": "*/*", "cookie": header(cookies), "user-agent": AGENT}
    options = {"headers": headers, "body": None, "method": "GET"}
    return f'fetch("{ADDRESS}", {json.dumps(options, indent=2)});'


def fetch_by_hand(cookies: Cookies) -> str:
    text = header(cookies).replace("\\", "\\\\").replace("'", "\\'")
    return (
        f"const answer = await fetch('{ADDRESS}', {{\n  headers: {{\n    Cookie: '{text}',\n"
        f"    'User-Agent': '{AGENT}',\n  }},\n}})"
    )


def powershell(cookies: Cookies) -> str:
    def quoted(text: str) -> str:
        return '"' + re.sub(r"[`$\"]", lambda found: f"`{found[0]}", text) + '"'

    added = "\n".join(
        "$session.Cookies.Add((New-Object System.Net.Cookie("
        f'{quoted(name)}, {quoted(value)}, "/", ".vinted.fr")))'
        for name, value in cookies.items()
    )
    return (
        "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n"
        f"$session.UserAgent = {quoted(AGENT)}\n{added}\n"
        f'Invoke-WebRequest -UseBasicParsing -Uri "{ADDRESS}" `\n-WebSession $session'
    )


def request_headers(cookies: Cookies) -> str:
    return (
        "GET /api/v2/users/current HTTP/2\nHost: www.vinted.fr\n"
        f"User-Agent: {AGENT}\nAccept: */*\nCookie: {header(cookies)}\nSec-Fetch-Mode: cors\n"
    )


def chrome_panel(cookies: Cookies) -> str:
    """As the panel of a request gives its headers: each name in a line of its own."""
    return (
        ":authority\nwww.vinted.fr\naccept:\n*/*\n"
        f"cookie\n{header(cookies)}\nuser-agent\n{AGENT}\nx-money-object:\ntrue"
    )


def cookies_txt(cookies: Cookies) -> str:
    with TemporaryDirectory() as folder:
        jar = MozillaCookieJar(Path(folder) / "cookies.txt")
        for name, value in cookies.items():
            jar.set_cookie(_cookie(name, value))
        jar.set_cookie(_cookie("foreign", "x", ".example.org"))
        jar.save(ignore_discard=True)
        return Path(folder, "cookies.txt").read_text()


def cookies_txt_of_curl(cookies: Cookies) -> str:
    """curl -c, with the mark of cookies that no script sees."""
    rows = (
        "\t".join(("#HttpOnly_.vinted.fr", "TRUE", "/", "TRUE", "1893456000", name, value))
        for name, value in cookies.items()
    )
    return "# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n\n" + "\n".join(
        rows
    )


def _cookie(name: str, value: str, domain: str = ".vinted.fr") -> Cookie:
    return Cookie(
        0, name, value, None, False, domain, True, True, "/", True, True,
        1_893_456_000, False, None, None, {"HttpOnly": ""},
    )  # fmt: skip


def table(cookies: Cookies) -> str:
    rows = [
        "\t".join((name, value, ".vinted.fr", "/", "2030-01-01T00:00:00.000Z", "40", "✓", "✓"))
        for name, value in cookies.items()
    ]
    return "\n".join(rows)


def _rows(cookies: Cookies) -> list[dict[str, Any]]:
    return [
        {
            "domain": ".vinted.fr",
            "expirationDate": 1893456000.123,
            "hostOnly": False,
            "httpOnly": True,
            "name": name,
            "path": "/",
            "sameSite": "unspecified",
            "secure": True,
            "session": False,
            "storeId": "0",
            "value": value,
            "id": number,
        }
        for number, (name, value) in enumerate(cookies.items(), 1)
    ]


def edit_this_cookie(cookies: Cookies) -> str:
    return json.dumps(_rows(cookies), indent=4)


def j2team(cookies: Cookies) -> str:
    return json.dumps({"url": "https://www.vinted.fr", "cookies": _rows(cookies)})


def playwright(cookies: Cookies) -> str:
    rows = [
        {
            "name": name,
            "value": value,
            "domain": "www.vinted.fr",
            "path": "/",
            "expires": -1,
            "httpOnly": True,
            "secure": True,
            "sameSite": "Lax",
        }
        for name, value in cookies.items()
    ]
    return json.dumps({"cookies": rows, "origins": [{"origin": "https://x", "localStorage": []}]})


def selenium(cookies: Cookies) -> str:
    return json.dumps(
        [
            {"domain": "www.vinted.fr", "expiry": 1893456000, "name": name, "value": value}
            for name, value in cookies.items()
        ]
    )


def quick_manager(cookies: Cookies) -> str:
    return json.dumps(
        [
            {
                "Host raw": "https://.vinted.fr/",
                "Name raw": name,
                "Path raw": "/",
                "Content raw": value,
                "Expires": "01-01-2030 00:00:00",
                "Expires raw": "1893456000",
            }
            for name, value in cookies.items()
        ]
    )


def names_and_values(cookies: Cookies) -> str:
    return json.dumps(dict(cookies))


def firefox_cookies(cookies: Cookies) -> str:
    return json.dumps({"Request Cookies": dict(cookies)})


def our_own_body(cookies: Cookies) -> str:
    return json.dumps({"cookie": header(cookies), "user_agent": AGENT, "expires_at": None})


def named_header(cookies: Cookies) -> str:
    return f"Cookie: {header(cookies)}"


def quoted_header(cookies: Cookies) -> str:
    return f"  '{header(cookies)}'  "


def member_of_json(cookies: Cookies) -> str:
    return f'"cookie": {json.dumps(header(cookies))},'


def wrapped_header(cookies: Cookies) -> str:
    """By a terminal of 40 columns, wherever a line is full."""
    text = "Cookie: " + header(cookies)
    return "\r\n".join(text[at : at + 40] for at in range(0, len(text), 40))


def fenced(cookies: Cookies) -> str:
    return f"```\n{header(cookies)}\n```"


def one_a_line(cookies: Cookies) -> str:
    return "\n".join(f"{name}={value}" for name, value in cookies.items())


COOKIE_HEADER = (
    header,
    named_header,
    quoted_header,
    member_of_json,
    wrapped_header,
    fenced,
    one_a_line,
)


def har(cookies: Cookies, requests: int) -> str:
    """Save all as HAR with sensitive data, as Chromium 130 writes it: two blanks a level."""
    request = {
        "method": "GET",
        "url": "https://www.vinted.fr/",
        "headers": [
            {"name": "cookie", "value": header(cookies)},
            {"name": "user-agent", "value": AGENT},
        ],
    }
    entries = [{"startedDateTime": "2026-11-29T10:00:00.000Z", "request": request}] * requests
    return json.dumps({"log": {"version": "1.2", "entries": entries}}, indent=2)


MAKERS: Mapping[str, tuple[Callable[[Cookies], str], ...]] = {
    "cookie_header": COOKIE_HEADER,
    "request_headers": (request_headers, chrome_panel),
    "curl": (
        curl_bash,
        curl_bash_by_header,
        curl_in_one_line,
        curl_cmd,
        curl_cmd_of_old,
        curl_long_options,
    ),
    "fetch": (fetch_node, fetch_by_hand),
    "powershell": (powershell,),
    "cookies_txt": (cookies_txt, cookies_txt_of_curl),
    "cookie_table": (table,),
    "json_export": (edit_this_cookie, j2team, playwright, selenium, quick_manager),
    "json_object": (names_and_values, firefox_cookies, our_own_body),
}
WITH_AGENT = frozenset(
    {*MAKERS["curl"], *MAKERS["fetch"], *MAKERS["powershell"], *MAKERS["request_headers"]}
    | {our_own_body}
)
