"""Patterns of many words, which are compiled when something is first looked for with them.

To compile them takes a tenth of the CPU of a start, which looks for nothing. What they say is
written where they stand.
"""

import re
from typing import Any, Final, cast

_ASKED: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern")


class LatePattern:
    """Stands for a pattern; from the first look on its members are the pattern's own."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        made = re.compile(self._text, self._flags)
        vars(self).update({each: getattr(made, each) for each in _ASKED})
        return vars(self)[name]


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is not compiled yet."""
    return cast("re.Pattern[str]", LatePattern(text, flags))
