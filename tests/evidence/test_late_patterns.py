"""A late pattern is compiled with the first look, says what the pattern says, and is whole."""

import re
import subprocess
import sys

import pytest

from browser.evidence import wear_words
from browser.evidence.late_patterns import LatePattern, late

ALL = {name: each for name, each in vars(wear_words).items() if isinstance(each, LatePattern)}
STARTED = """
from browser.evidence import wear_words
from browser.evidence.late_patterns import LatePattern
late = [each for each in vars(wear_words).values() if isinstance(each, LatePattern)]
print(len(late), [each for each in late if "search" in vars(each)])
"""


def test_it_finds_what_the_pattern_finds() -> None:
    text = r"(a+)(?P<b>b)"
    pattern, same = late(text, re.IGNORECASE), re.compile(text, re.IGNORECASE)
    for given in ("xAaB aab", "ab", "nothing"):
        for each in (pattern.search, pattern.match, pattern.fullmatch):
            theirs = getattr(same, each.__name__)
            assert bool(each(given)) is bool(theirs(given))
        spans = [[each.span() for each in one.finditer(given)] for one in (pattern, same)]
        assert spans[0] == spans[1]
        assert pattern.sub("-", given) == same.sub("-", given)
    assert pattern.pattern == text


@pytest.mark.parametrize("name", ALL)
def test_each_can_be_compiled(name: str) -> None:
    assert ALL[name].search("") is None


def test_nothing_is_compiled_when_the_words_are_loaded() -> None:
    told = subprocess.check_output((sys.executable, "-c", STARTED), text=True)
    assert told.split() == [str(len(ALL)), "[]"]
    assert ALL


def test_what_no_pattern_has_it_has_not() -> None:
    assert not hasattr(late("a"), "serch")
