"""The words of a Vinted page's language, with those of the other languages behind them.

The tables are in `words`, a module per language. Comparing belongs to `browser.matching.matcher`.
"""

from functools import cache
from types import MappingProxyType
from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.de import GERMAN
from browser.sites.vinted.words.en import ENGLISH
from browser.sites.vinted.words.es import SPANISH
from browser.sites.vinted.words.fr import FRENCH
from browser.sites.vinted.words.general import GENERAL
from browser.sites.vinted.words.it import ITALIAN
from browser.sites.vinted.words.labels_only import OTHERS
from browser.sites.vinted.words.nl import DUTCH
from browser.sites.vinted.words.pl import POLISH

_WRITTEN: Final = (FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, POLISH, DUTCH)
"""The languages that sellers write in anywhere, the better known ones first."""
_ALL: Final = MappingProxyType({words.language: words for words in (*_WRITTEN, *OTHERS)})


@cache
def vocabulary_for(language: str | None) -> Vocabulary:
    """The words of a page's language (ISO 639), with those of the others behind them.

    An unknown language gets them all, French first.
    """
    own = _ALL.get(language or "", FRENCH)
    return own.backed_by(*(words for words in _WRITTEN if words is not own), GENERAL)
