"""A price as people write it, read as a decimal text: marks, groups of three, a euro sign.

Owns which spellings are certain. What reads two ways is refused with both readings; bounds and the
currency are the callers' matters.
"""

import re
from typing import Final

from browser.messages import Message

MAX_LENGTH: Final = 100
_BLANK: Final = "[ \t\r\n\u00a0\u2009\u202f]"
"""What people and number formats put between groups, before the sign and around it all."""

_WHOLE: Final = r"(?:0|[1-9][0-9]*)"
_PLAIN: Final = re.compile(rf"({_WHOLE})(?:[.,]([0-9]{{1,2}}))?")
_GROUPED: Final = re.compile(
    r"""([1-9][0-9]{0,2})(?:
        ((?:\ [0-9]{3})+|(?:'[0-9]{3})+)(?:[.,]([0-9]{1,2}))?   # 1 000  1'000,50
      | ((?:\.[0-9]{3})+),([0-9]{1,2})                         # 1.000,50
      | ((?:,[0-9]{3})+)\.([0-9]{1,2})                         # 1,000.50
      | ((?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})                 # 1.000.000
    )""",
    re.VERBOSE,
)
_EITHER: Final = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
_BLANKS: Final = re.compile(f"{_BLANK}+")
_MARKS: Final = re.compile(r"[^0-9]")
_UP_TO_A_MILLION: Final = "|".join(
    (
        r"0[.,](?:0[1-9]|[1-9][0-9]?)",
        r"[1-9][0-9]{0,5}(?:[.,][0-9]{1,2})?",
        rf"[1-9][0-9]{{0,2}}(?:{_BLANK}+|')[0-9]{{3}}(?:[.,][0-9]{{1,2}})?",
        r"[1-9][0-9]{0,2}(?:\.[0-9]{3},|,[0-9]{3}\.)[0-9]{1,2}",
        rf"1(?:000000|(?:{_BLANK}+000){{2}}|(?:'000){{2}})(?:[.,]00?)?",
        r"1(?:(?:\.000){2}(?:,00?)?|(?:,000){2}(?:\.00?)?)",
    )
)
PATTERN: Final = f"^{_BLANK}*(?:{_UP_TO_A_MILLION}){_BLANK}*€?{_BLANK}*$"
"""What is taken, from 0.01 to 1,000,000, as a pattern for documents."""


def decimal_text(text: str) -> str:
    """The price with a point and without groups: `1.000,50 €` is `1000.50`.

    Raises ValueError, with what to write, for what is no price or reads two ways.
    """
    plain = _BLANKS.sub(" ", text).strip(" ").removesuffix("€").rstrip(" ")
    if found := _PLAIN.fullmatch(plain):
        return _joined(found[1], found[2])
    if found := _GROUPED.fullmatch(plain):
        groups = found[2] or found[4] or found[6] or found[8]
        return _joined(found[1] + _MARKS.sub("", groups), found[3] or found[5] or found[7])
    if found := _EITHER.fullmatch(plain):
        whole, rest = found.groups()
        grouped, pointed, shorter = whole + rest, f"{whole}.{rest}", f"{whole}.{rest[:2]}"
        raise ValueError(
            Message(
                "reads two ways, as {grouped} and as {pointed}: write {grouped} or {shorter}",
                grouped=grouped,
                pointed=pointed,
                shorter=shorter,
            )
        )
    raise ValueError("give a number such as 35 or a decimal string such as '35.50'")


def _joined(whole: str, decimals: str | None) -> str:
    return f"{whole}.{decimals}" if decimals else whole
