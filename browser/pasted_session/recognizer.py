"""Which form a paste has: the first that knows its own signs reads it.

Each form is read by its module; here is only the order, from the most certain sign to none.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from browser.pasted_session import commands, cookie_files, fetch_calls, headers, json_exports
from browser.pasted_session.paste import MAX_CHARACTERS, Malformation, MalformedSession, Paste

_AROUND: Final = " \t\r\n\ufeff\u00a0\u200b"
"""What a copy leaves at the ends of a text; the last one stands in chat windows."""
_FENCE: Final = re.compile(r"```[a-z]*[ \t]*\r?\n(.*?)\r?\n?```", re.DOTALL)
_READERS: Final[Sequence[tuple[Callable[[str], bool], Callable[[str], Paste]]]] = (
    (commands.is_curl, commands.curl),
    (commands.is_powershell, commands.powershell),
    (fetch_calls.is_fetch, fetch_calls.fetch),
    (json_exports.is_json, json_exports.exported),
    (cookie_files.is_cookies_txt, cookie_files.cookies_txt),
    (cookie_files.is_table, cookie_files.table),
    (headers.are_headers, headers.of_headers),
)


def recognized(text: str) -> Paste:
    """What was pasted, by the form that it has; raises MalformedSession."""
    text = text.strip(_AROUND)
    if fenced := _FENCE.fullmatch(text):
        text = fenced[1].strip(_AROUND)
    if not text:
        raise MalformedSession(Malformation.EMPTY)
    if json_exports.is_archive(text):
        raise json_exports.archive()
    if len(text) > MAX_CHARACTERS:
        raise MalformedSession(Malformation.TOO_LONG)
    for is_one, read in _READERS:
        if is_one(text):
            return read(text)
    return headers.bare(text)
