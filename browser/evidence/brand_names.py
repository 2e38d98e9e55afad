"""Other names under which a brand is searched: as it is properly written, and without additions.

Which of the brands found is meant is `matcher`'s business.
"""

import re
from typing import Final

from browser.matching.distances import nearest
from browser.matching.folding import compact, fold
from browser.matching.text import Vocabulary

_BRAND: Final = "brand"
_SHORTEST: Final = 5
_SLIPS: Final = 2
_NEAR_NAMES: Final = 2


def other_names(given: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What to search instead of a seller's words, the likeliest first; never the words again."""
    words = re.sub(r"\s*\([^()]*\)\s*$", "", given) or given
    content = vocabulary.content(words, _BRAND)
    meant = vocabulary.phrases(_BRAND).get(content, ())
    made = {compact(product): name for product, name in vocabulary.known_by.items()}
    names = [*meant, made.get(compact(words), ""), *_near(compact(words), vocabulary)]
    names += [_without_additions(words, vocabulary), words]
    kept = (name for name in names if name not in {"", "none", given})
    return tuple(dict.fromkeys(kept))


def _near(run: str, vocabulary: Vocabulary) -> list[str]:
    """Known names that differ by a slip or two of the keyboard."""
    known = {compact(name): name for name in vocabulary.brands | vocabulary.known_brands}
    if len(run) < _SHORTEST:
        return [known[run]] if run in known else []
    return [known[name] for name, _ in nearest(run, known.keys(), _SLIPS)[:_NEAR_NAMES]]


def _without_additions(words: str, vocabulary: Vocabulary) -> str:
    """`Diesel jeans` is searched as `Diesel`: the words that are light, or a thing's, are left."""
    content = vocabulary.content(words, _BRAND)
    kept = [
        word
        for word in fold(words)
        if word in content
        and not vocabulary.is_light(word, _BRAND)
        and not vocabulary.has_word(word)
    ]
    return " ".join(kept) if kept and len(kept) < len(fold(words)) else ""
