"""A pasted session, in whatever form it comes: recognised, read, and cut to what is kept of it.

Works offline on text, and never repeats a value in an error. Whether the session is a member's is
for the site to say; keeping it safe belongs to the service.
"""

from browser.pasted_session.paste import Malformation, MalformedSession, Source
from browser.pasted_session.selection import CookieRules, CookieSelection, select_cookies, token_end

__all__ = [
    "CookieRules",
    "CookieSelection",
    "Malformation",
    "MalformedSession",
    "Source",
    "select_cookies",
    "token_end",
]
