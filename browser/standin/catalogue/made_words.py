"""A made-up language, `xx`, for a form whose words nobody knows.

Words are made from the English ones by turning vowels and consonants round, so that they are
stable, speakable and mean nothing; numbers, signs and {holes} stay.
"""

from __future__ import annotations

import re

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
KEPT = re.compile(r"(\{\w+\})")
STEP = 7


def made(text: str) -> str:
    """The text in the made-up language."""
    parts = KEPT.split(text)
    return "".join(part if KEPT.fullmatch(part) else "".join(map(_turned, part)) for part in parts)


def _turned(letter: str) -> str:
    for alphabet in (VOWELS, CONSONANTS):
        place = alphabet.find(letter.lower())
        if place >= 0:
            turned = alphabet[(place + STEP) % len(alphabet)]
            return turned.upper() if letter.isupper() else turned
    return letter
