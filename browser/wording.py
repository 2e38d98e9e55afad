"""Free text reduced to comparable words, and the type of a language's word tables.

Pure functions over strings. Which option the words mean is decided by `matching`; the tables
themselves belong to a marketplace.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, TypeVar

T = TypeVar("T")
Words = tuple[str, ...]

_SHORTEST_STEM: Final = 3
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_JOINED: Final = str.maketrans({"'": None, "’": None, "`": None})


@lru_cache(maxsize=16384)
def fold(text: str) -> Words:
    """The words of a text in lower case, without accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = (sign for sign in plain if not unicodedata.combining(sign))
    return tuple("".join(sign if sign.isalnum() else " " for sign in letters).split())


@lru_cache(maxsize=16384)
def compact(text: str) -> str:
    """A name as one run of letters and digits: `Levi's` and `LEVIS` are the same."""
    return "".join(fold(text.translate(_JOINED)))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its usual ending of number or gender; digits stay as they are."""
    if word.isdigit():
        return word
    while len(word) > _SHORTEST_STEM and word[-1] in "esx":
        word = word[:-1]
    doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2]
    return word[:-1] if doubled else word


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What everyday words mean in one language of a marketplace, as readable tables.

    meanings: per field, a phrase to the ids (or labels) of the options that it may mean; more
        than one asks. rewrites: a phrase to the words used instead, on both sides. noise: per
        field, words that say nothing there; `""` holds for every field. joiners: words between
        two values. sizes: a size's everyday name to its sign.
    """

    language: str
    meanings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rewrites: Mapping[str, str] = field(default_factory=dict)
    noise: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    sizes: Mapping[str, str] = field(default_factory=dict)

    def words(self, text: str, kind: str) -> Words:
        """The words of a text that count for a field, stemmed and rewritten."""
        stems = tuple(stem(word) for word in fold(text))
        rewritten = tuple(self._rewritten(stems))
        noise = self._noise_of(kind)
        return tuple(word for word in rewritten if word not in noise) or rewritten

    def backed_by(self, *others: "Vocabulary") -> "Vocabulary":
        """These words, and those of the others where these say nothing."""
        behind = (*reversed(others), self)
        kinds = {kind for each in behind for kind in (*each.meanings, *each.noise)}
        return Vocabulary(
            self.language,
            meanings={
                kind: _over(each.meanings.get(kind, {}) for each in behind) for kind in kinds
            },
            rewrites=_over(each.rewrites for each in behind),
            noise={
                kind: frozenset().union(*(each.noise.get(kind, ()) for each in behind))
                for kind in kinds | {""}
            },
            joiners=frozenset().union(*(each.joiners for each in behind)),
            sizes=_over(each.sizes for each in behind),
        )

    def meant(self, kind: str) -> Mapping[Words, tuple[str, ...]]:
        """The phrases of a field that have a meaning, each as its words."""
        return self._meanings.get(kind, {})

    def _rewritten(self, stems: Words) -> Iterator[str]:
        position = 0
        while position < len(stems):
            for length in range(min(self._longest_rewrite, len(stems) - position), 0, -1):
                found = self._rewrites.get(stems[position : position + length])
                if found is not None:
                    yield from found
                    position += length
                    break
            else:
                yield stems[position]
                position += 1

    def _noise_of(self, kind: str) -> frozenset[str]:
        return self._noise.get(kind, self._noise.get("", frozenset()))

    @cached_property
    def _rewrites(self) -> Mapping[Words, Words]:
        return {stems(phrase): stems(words) for phrase, words in self.rewrites.items()}

    @cached_property
    def _longest_rewrite(self) -> int:
        return max(map(len, self._rewrites), default=0)

    @cached_property
    def _noise(self) -> Mapping[str, frozenset[str]]:
        general = self.noise.get("", frozenset())
        return {kind: _stemmed(words | general) for kind, words in self.noise.items()}

    @cached_property
    def _meanings(self) -> Mapping[str, Mapping[Words, tuple[str, ...]]]:
        return {
            kind: {self.words(phrase, kind): ids for phrase, ids in table.items()}
            for kind, table in self.meanings.items()
        }


def stems(text: str) -> Words:
    """The stemmed words of a text."""
    return tuple(stem(word) for word in fold(text))


def _over(tables: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """One table of several, later ones over earlier ones, comparing phrases by their words."""
    merged = {stems(phrase): (phrase, meant) for table in tables for phrase, meant in table.items()}
    return dict(merged.values())


def _stemmed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word))
