"""For whom a listing says that its thing is: the sex and the age, and which words say so.

The hint counts before the title, then the size; the description and the brand's name only lean.
What it means for a category belongs to `categories`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from browser.listing import Evidence, EvidenceSource, Listing
from browser.matching.folding import Words, fold
from browser.matching.text import Phrases, Vocabulary

FEMALE, MALE = "female", "male"
ADULT, CHILD = "adult", "child"
BABY: Final = "baby"

_MEANS: Final[Mapping[str, frozenset[str]]] = {
    "women": frozenset({FEMALE, ADULT}),
    "men": frozenset({MALE, ADULT}),
    "girl": frozenset({FEMALE, CHILD}),
    "boy": frozenset({MALE, CHILD}),
    "kids": frozenset({CHILD}),
    "baby": frozenset({CHILD, BABY}),
}
SEXES: Final = frozenset({FEMALE, MALE})
AGES: Final = frozenset({ADULT, CHILD})

_YEARS: Final = re.compile(r"(\d{1,2})(?:(?:et|und|bis|a|to)?(\d{1,2}))?(y|m)")
_AGES: Final = frozenset({"age", "aged", "ages"})
"""Before years of age in English, without a word for years: `age 5-6`."""
_OLDEST_CHILD: Final = 16
_LONGEST_IN_MONTHS: Final = 36
_LATEST_BABY_MONTHS: Final = 24
_HEIGHTS: Final = frozenset(map(str, (*range(62, 177, 6),)))
"""EN 13402-3, the heights of children's clothes; 50 and 56 are sizes of grown-ups as well."""
_SLIM_SIZES: Final = frozenset({"68", "80", "98", "110"})
"""These are also what tall and slim grown-ups wear in Germany: women 68 to 88, men 90 to 118."""
_BABY_HEIGHTS: Final = frozenset({"62", "68", "74", "80", "86"})
_GROWN_SIZE: Final = re.compile(
    r"\b(?:taille|t|gr|größe|grosse|size|taglia|talla|maat)[.: ]{0,2}"
    r"(?:x{0,3}[sl]|m|[2-5]xl|3[4-9]|[45]\d)\b",
    re.IGNORECASE,
)
_TITLED_LETTERS: Final = re.compile(r"(?<![\w&'’/.-])(?:x{1,3}[sl]|[2-5]XL|[SML]$)(?![\w&'’/-])")
_COLLAR: Final = re.compile(
    r"\b(?:col|encolure|kragenweite|kragen|kw|collar|neck)[ .:]{0,2}(?:3[6-9]|4\d)\b", re.IGNORECASE
)
"""Men's shirts are sized by the collar, in centimetres (EN 13402-3)."""
_HEELED: Final = re.compile(
    r"\b(?:absatz(?:h(?:ö|oe)he)?|talons?|heels?)\W{0,3}(?:(?:von|ca|de|env|environ|of|"
    r"about)\W{1,2})*"
    r"(?:[3-9]|1[0-5])(?:[.,]\d)? ?cm\b|"
    r"\b(?:[3-9]|1[0-5])(?:[.,]\d)? ?cm (?:(?:block|keil)?absatz|heels?|de talons?|talons?)\b|"
    r"\b(?:block|kitten|stiletto|wedge|high)[ -]heel(?:s|ed)?\b|"
    r"\b(?:block|keil|pfennig|trichter)absatz\b|\btalons? (?:aiguilles?|compens\w+|blocs?|"
    r"hauts?)\b",
    re.IGNORECASE,
)
"""Heels that somebody measures or names are those of women's shoes."""
_LETTERS: Final = re.compile(r"(?:x{0,3}[sl]|m|[2-5]xl)")
_WEIGHED: Final = (EvidenceSource.HINT, EvidenceSource.TITLE, EvidenceSource.SIZE)
_LONGEST_NAME: Final = 3
"""Words of a name in which people stand: `Nobody's Child`."""
_LEANING: Final = (EvidenceSource.DESCRIPTION, EvidenceSource.BRAND)


def meant(people: frozenset[str]) -> frozenset[str]:
    """The sexes and ages of concepts of people."""
    return frozenset[str]().union(*(_MEANS.get(name, frozenset()) for name in people))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of one source that say for whom, and what they mean."""

    source: EvidenceSource
    words: str
    means: frozenset[str]

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.source, self.words)


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a listing says that its thing is, and every mention of it.

    `sex` and `age` are what the first source that names any names; `leaning_sex` and `leaning_age`
    what only the description, the brand or a known name says of it.
    """

    mentions: tuple[Mention, ...]
    sex: frozenset[str]
    age: frozenset[str]
    leaning_sex: frozenset[str]
    leaning_age: frozenset[str]
    told_sex: frozenset[str]
    """As `sex`, the description included, which is believed where nothing else says it."""
    told_age: frozenset[str]
    is_baby: bool
    is_for_either: bool
    """Whether it is said to be for women and men alike."""
    contradicts_itself: bool
    """Whether the title says another sex or age than the hint."""

    @classmethod
    def of(cls, mentions: tuple[Mention, ...], *, either: bool = False) -> "Audience":
        sex, age = _first(mentions, _WEIGHED, SEXES), _first(mentions, _WEIGHED, AGES)
        return cls(
            mentions,
            sex,
            age,
            frozenset() if sex else _first(mentions, _LEANING, SEXES),
            frozenset() if age else _first(mentions, _LEANING, AGES),
            sex or _said_in(mentions, EvidenceSource.DESCRIPTION) & SEXES,
            age or _said_in(mentions, EvidenceSource.DESCRIPTION) & AGES,
            any(BABY in one.means for one in mentions),
            either,
            _contradicts_itself(mentions),
        )

    @property
    def is_for_one_sex(self) -> bool:
        return len(self.sex or self.leaning_sex) == 1


def _said_in(mentions: tuple[Mention, ...], source: EvidenceSource) -> frozenset[str]:
    return frozenset[str]().union(*(one.means for one in mentions if one.source is source))


def _first(
    mentions: tuple[Mention, ...], sources: tuple[EvidenceSource, ...], kinds: frozenset[str]
) -> frozenset[str]:
    said = (_said_in(mentions, source) & kinds for source in sources)
    return next(filter(None, said), frozenset())


def _contradicts_itself(mentions: tuple[Mention, ...]) -> bool:
    hint, title = (_said_in(mentions, one) for one in (EvidenceSource.HINT, EvidenceSource.TITLE))
    return any(
        len(hint & kinds) == 1 and len(title & kinds) == 1 and hint & kinds != title & kinds
        for kinds in (SEXES, AGES)
    )


_WHOSE: Final = re.compile(r"^(?:herren|damen)(?=[a-z]{3})")
"""Whose a German compound says that it is, also where its thing is unknown: `Herrenduft`."""


class AudienceReader:
    """Reads for whom something is in the words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._relatives = Phrases({fold(text): who for text, who in vocabulary.relatives.items()})
        self._givers = {word for text in vocabulary.givers for word in fold(text)}
        self._by = {word for text in vocabulary.by for word in fold(text)}
        self._makers = {fold(name): who for name, who in vocabulary.audience_brands.items()}
        self._longest_maker = max(map(len, self._makers), default=0)
        self._events = {word for text in vocabulary.events for word in fold(text)}
        self._either = {word for text in vocabulary.either_sex for word in fold(text)}
        self._since = {word for text in vocabulary.from_age for word in fold(text)}
        self._names = {fold(text) for text in vocabulary.people_in_names}
        self._products = Phrases({fold(name): what for name, what in vocabulary.products.items()})
        self._units = {
            word: unit
            for text, unit in vocabulary.units.items()
            if unit in {"y", "m"}
            for word in fold(text)
        }

    def of(self, listing: Listing) -> Audience:
        """For whom a listing says that it is."""
        mentions = (
            *self._in(EvidenceSource.HINT, listing.category),
            *self._in(EvidenceSource.TITLE, listing.title),
            *self._in(EvidenceSource.SIZE, listing.size),
            *self._in(EvidenceSource.DESCRIPTION, listing.description),
            *self._in(EvidenceSource.BRAND, f"{listing.brand} {listing.title}"),
        )
        if any(ADULT in one.means and one.source in _WEIGHED for one in mentions):
            mentions = tuple(one for one in mentions if one.words not in _SLIM_SIZES)
        said = {*fold(f"{listing.category} {listing.title} {listing.description}")}
        return Audience.of(mentions, either=bool(said & self._either))

    def _in(self, source: EvidenceSource, text: str) -> Iterator[Mention]:
        words = fold(text)
        if source is EvidenceSource.BRAND:
            yield from self._known(source, words)
            yield from self._made_for(words)
            return
        yield from self._grown(source, text)
        if found := _HEELED.search(text):
            yield Mention(source, found[0], frozenset({FEMALE}))
        yield from self._relations(source, words)
        if source is not EvidenceSource.SIZE:
            yield from self._named(source, words)
        if source is not EvidenceSource.DESCRIPTION:
            yield from self._aged(source, words)

    def _named(self, source: EvidenceSource, words: Words) -> Iterator[Mention]:
        """The words that are people: `Damen`, `fille`, not those of a name: `Spider-Man`."""
        for at, word in enumerate(words):
            begins = _WHOSE.match(word)
            concepts = frozenset(self._vocabulary.concepts((begins[0] if begins else word,)))
            people = concepts & self._vocabulary.people
            known = begins or len(concepts) > 1 or word in self._vocabulary.term_words
            if people and known and not self._is_in_a_name(words, at):
                yield Mention(source, word, meant(people))

    def _is_in_a_name(self, words: Words, at: int) -> bool:
        return any(
            words[start : start + length] in self._names
            for length in (2, _LONGEST_NAME)
            for start in range(max(0, at - length + 1), at + 1)
        )

    def _relations(self, source: EvidenceSource, words: Words) -> Iterator[Mention]:
        """`mon fils`, `meinem Mann`, but not who gave it: `cadeau de mon mari`."""
        position = 0
        while position < len(words):
            length, who = self._relatives.longest_exactly(words, position)
            around = {*words[max(0, position - 3) : position], *words[position + length :][:2]}
            gave = self._is_giver(words[max(0, position - 3) : position])
            if who and not gave and self._events.isdisjoint(around):
                said = " ".join(words[position : position + length])
                yield Mention(source, said, meant(frozenset(who.split())))
            position += length or 1

    def _is_giver(self, before: Words) -> bool:
        return bool(before) and before[-1] in self._by and bool(self._givers.intersection(before))

    def _aged(self, source: EvidenceSource, words: Words) -> Iterator[Mention]:
        """`8 ans`, `18M`, `Gr. 116`: the sizes of children; `M` and `XL` are those of grown-ups."""
        for at, word in enumerate(words):
            after = words[at + 1] if at + 1 < len(words) else ""
            age = _YEARS.fullmatch(self._in_units(word, after))
            if age and not self._since.intersection(words[max(0, at - 3) : at]):
                if means := _of_age(int(age[2] or age[1]), age[3]):
                    yield Mention(source, f"{word} {after}".strip(), means)
            elif word in _AGES and after.isdigit() and int(after) <= _OLDEST_CHILD:
                yield Mention(source, f"{word} {after}", _of_age(int(after), "y"))
            elif word in _HEIGHTS and not _is_counted(words, at):
                baby = {BABY} if word in _BABY_HEIGHTS else set[str]()
                yield Mention(source, word, frozenset({CHILD, *baby}))
            elif source is EvidenceSource.SIZE and _LETTERS.fullmatch(word):
                yield Mention(source, word, frozenset({ADULT}))

    def _grown(self, source: EvidenceSource, text: str) -> Iterator[Mention]:
        """`taille M`, `T42`, `Gr. 38`: sizes of grown-ups, which a child may share in shoes."""
        if found := _GROWN_SIZE.search(text):
            yield Mention(source, found[0].strip(), frozenset({ADULT}))
        if source is EvidenceSource.TITLE and (found := _TITLED_LETTERS.search(text)):
            yield Mention(source, found[0], frozenset({ADULT}))
        if found := _COLLAR.search(text):
            yield Mention(source, found[0], frozenset({ADULT, MALE}))

    def _known(self, source: EvidenceSource, words: Words) -> Iterator[Mention]:
        """Things that everybody knows to be for one sex, as a perfume by its name."""
        position = 0
        while position < len(words):
            length, found = self._products.longest_exactly(words, position)
            if people := frozenset((found or "").split()) & self._vocabulary.people - {"kids"}:
                means = meant(frozenset(people)) & SEXES
                yield Mention(source, " ".join(words[position : position + length]), means)
            position += length or 1

    def _in_units(self, word: str, after: str) -> str:
        """A number with its unit as one word: `8 ans`, `6A` and `18 mois` are 8y, 6y and 18m."""
        if word.isdigit():
            return word + self._units.get(after, "")
        number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
        return number + self._units.get(word[len(number) :], "")

    def _made_for(self, words: Words) -> Iterator[Mention]:
        for length in range(self._longest_maker, 0, -1):
            for at in range(len(words) - length + 1):
                name = words[at : at + length]
                if who := self._makers.get(name):
                    means = meant(frozenset(who.split()))
                    yield Mention(EvidenceSource.BRAND, " ".join(name), means)
                    return


@lru_cache(maxsize=32)
def audience_reader(vocabulary: Vocabulary) -> AudienceReader:
    """The reader of a vocabulary, made once."""
    return AudienceReader(vocabulary)


def _of_age(number: int, unit: str) -> frozenset[str]:
    if unit == "m":
        baby = {BABY} if number <= _LATEST_BABY_MONTHS else set[str]()
        return frozenset({CHILD, *baby}) if number <= _LONGEST_IN_MONTHS else frozenset()
    return frozenset({CHILD}) if number <= _OLDEST_CHILD else frozenset()


def _is_counted(words: Words, at: int) -> bool:
    """Whether a number is one side of a measure, or has a unit that is no child's height."""
    around = {*words[max(0, at - 2) : at], *words[at + 1 : at + 3]}
    follows = words[at + 1] if at + 1 < len(words) else ""
    return "x" in around or follows in {"pieces", "teile", "mm", "ml", "g", "go", "gb", "page"}
