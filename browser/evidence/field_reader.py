"""One field of a listing read from its title and description, where nothing was given for it.

Each subject has a reader that finds the words; here they become options of the page, or a question
where the texts say two things. What was given comes first, in `contradictions`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from browser.evidence.attribute_reader import option_for, read_attribute
from browser.evidence.brand_reader import BrandReader, Brands, Named, brands_of, run_of
from browser.evidence.condition_reader import Condition, read_condition
from browser.evidence.cue_words import language_of
from browser.evidence.mentions import Mention, Passage, passages_of
from browser.evidence.size_reader import read_sizes, said_to_be
from browser.evidence.table_reader import TableReader
from browser.evidence.unnamed_colors import metal_colors, natural_colors
from browser.listing import Evidence, EvidenceSource, FieldName, Listing, Option, RankedOption
from browser.matching.folding import fold
from browser.matching.matcher import Choice, choose
from browser.matching.size_systems import continental_suit
from browser.matching.text import Vocabulary

_IN_TITLE: Final = 0.98
_IN_DESCRIPTION: Final = 0.97
"""How often such a choice is right: 98.4 % of those set aside (docs/matching.md)."""
_OPEN: Final = 0.5
_SPAN: Final = re.compile(r"\d\s?(?:[-/–]|à|a|to|bis)\s?\d")
_ONE_AGE: Final = re.compile(r"(\d{1,2})\s?([a-z]+)")
_ENDS_IN_A_NUMBER: Final = re.compile(r"(?<!\d)\d\d(?:[.,]5)?$")
_LOT: Final = re.compile(
    r"\b(?:lots?|bundle|sets?|paket|\w+paket|pack|konvolut|ensemble)\b|^\d+ |\b\d+ ?x\b|\bx ?\d+\b"
)
"""What a title calls several things that are sold together."""
_PATTERN: Final = re.compile(
    r"\b(?:carreaux|ecossais\w*|a rayures|rayee?s?|fleurie?s?|a fleurs|patchwork|madras|tartan|"
    r"plaid|check(?:ed|s)?|striped?|stripes|floral|flowery|paisley|fair isle|kariert\w*|"
    r"gestreift\w*|gebl[uo]mt\w*|karos?|streifen|ringel\w*|norwegermuster|batik|tie[ -]dye)\b"
)
"""What has its colours side by side: where they are more than the field takes, it has many."""
_TABLES: Final = frozenset({FieldName.COLOR, FieldName.MATERIAL})
_NO_OPTION: Final = "none"
_SYSTEM_SAID: Final = re.compile(r"\b(eu|uk|us|fr|it|de)(?=\s?(?:size )?\d)|(?<=\d)\s?(eu|uk|us)\b")
_SYSTEMS: Final = {"fr": ("FR", "EU"), "de": ("EU", "DE"), "en": ("UK",)}
"""The systems of numbers that a language's sellers mean without a word."""


class FieldReader:
    """Reads the fields of one listing."""

    def __init__(self, listing: Listing, vocabulary: Vocabulary) -> None:
        self.passages: tuple[Passage, ...] = passages_of(listing)
        self.vocabulary = vocabulary
        self.brands = BrandReader(self.passages, vocabulary)
        self._lists: dict[int, tuple[Sequence[Option], Brands]] = {}
        self._brand_given = fold(listing.brand)

    def speaks_of(self, name: str) -> bool:
        """Whether the texts have words for a field; its options are not needed to know."""
        if name in _TABLES:
            return bool(self.table(name).mentions())
        kind = self.vocabulary.attributes.get(name)
        return kind is not None and bool(read_attribute(kind, self.passages))

    def table(self, name: str) -> TableReader:
        """The reader of a field whose words stand in a table."""
        return TableReader(self.passages, self.vocabulary, name, self._brand_given)

    def mentioned(self, name: str) -> tuple[Mention, ...]:
        """All texts that the listing has for a field that is typed."""
        kind = self.vocabulary.attributes.get(name)
        return read_attribute(kind, self.passages) if kind else ()

    def several(self, name: str, options: Sequence[Option], limit: int) -> tuple[Choice, ...]:
        """The values of a field that takes some; none where more are named than it takes."""
        groups = self.table(name).of_each()
        if name == FieldName.COLOR and not any(groups):
            groups = ((), natural_colors(self.passages) or metal_colors(self.passages))
        read = [one for group in groups if (one := self._values(name, group, options)) is not None]
        if not read or not any(read):
            return ()
        first, *rest = (each for each in read if each)
        if name == FieldName.COLOR and (doubt := self._doubt(first, groups, read)):
            return (doubt,)
        narrow = self._narrower(name, first, rest)
        if len(narrow) <= limit:
            return tuple(narrow.values())
        return _of_a_lot(self, narrow, options) if name == FieldName.COLOR else ()

    def _values(
        self, name: str, group: Sequence[Mention], options: Sequence[Option]
    ) -> dict[Option, Choice] | None:
        """The values of one text; None where a word of it does not decide."""
        found: dict[Option, Choice] = {}
        for mention in group:
            choice = self.choice_of(name, mention, options)
            if choice is None:
                return None
            if choice.option:
                found.setdefault(choice.option.option, choice)
        return self._without_wider(name, found)

    def _doubt(
        self,
        first: dict[Option, Choice],
        groups: Sequence[Sequence[Mention]],
        read: Sequence[dict[Option, Choice] | None],
    ) -> Choice | None:
        """A question where the description calls the thing itself by a colour the title has not."""
        description = self.passages[1]
        if not (groups[0] and groups[1]) or not read[1] or first.keys() & read[1].keys():
            return None
        reader = self.table(FieldName.COLOR)
        if not any(reader.is_at_a_thing(description, mention) for mention in groups[1]):
            return None
        every = related(first, self.vocabulary) & related(read[1], self.vocabulary)
        return None if every else asked((*first.values(), *read[1].values()))

    def _narrower(
        self, name: str, first: dict[Option, Choice], rest: Sequence[dict[Option, Choice]]
    ) -> dict[Option, Choice]:
        """What the title says, unless the description says the same more closely."""
        wider = self.vocabulary.wider.get(name, {})
        ids = {option.id for option in first}
        closer = [
            each
            for each in rest
            if (
                len(each) == len(first)
                and all(set(wider.get(option.id, ())) & ids for option in each)
            )
            or first.keys() < each.keys()
        ]
        return closer[0] if closer else first

    def one(self, name: str, options: Sequence[Option]) -> Choice | None:
        """The option of a field that takes one, or a question; None where nothing is said."""
        match name:
            case FieldName.BRAND:
                return self._brand(options)
            case FieldName.SIZE:
                return self._size(options)
            case FieldName.CONDITION:
                return self._condition(options)
        if name in _TABLES:
            found = self.several(name, options, 1)
            return found[0] if found else None
        return self._attribute(name, options)

    @cached_property
    def condition(self) -> Condition:
        """What the texts say of the state."""
        return read_condition(self.passages)

    def named(self, options: Sequence[Option]) -> tuple[Named, ...]:
        """The brands that the texts name."""
        return self.brands.named(self._of(options))

    def _of(self, options: Sequence[Option]) -> Brands:
        """The brands of a list, looked up once for each list that is read."""
        held = self._lists.get(id(options))
        if held is None or held[0] is not options:
            held = options, brands_of(tuple(options), self.vocabulary)
            self._lists[id(options)] = held
        return held[1]

    def searched_brands(self, options: Sequence[Option]) -> tuple[Mention, ...]:
        """Brands that the texts name and the list lacks: to be searched on the page."""
        listed = {run_of(option.label) for option in options}
        named = [one.mention for one in self.named(options) if run_of(one.name) not in listed]
        unknown = self.brands.unknown(self._of(options))
        return (*named, *unknown)

    def choice_of(self, name: str, mention: Mention, options: Sequence[Option]) -> Choice | None:
        """The option that a mention means, with its words; None where it means none for sure."""
        choice = choose(mention.words, options, vocabulary=self.vocabulary, kind=name)
        return decided(choice.option.option, mention) if choice.option else None

    def _without_wider(self, name: str, found: dict[Option, Choice]) -> dict[Option, Choice]:
        """Without `blue` beside `navy`: a wider value says nothing more."""
        wider = self.vocabulary.wider.get(name, {})
        above = {each for option in found for each in wider.get(option.id, ())}
        kept = {option: one for option, one in found.items() if option.id not in above}
        return kept or found

    def _brand(self, options: Sequence[Option]) -> Choice | None:
        named, none = self.named(options), self.brands.says_none()
        known = [each for one in named if (each := _of_brand(one, options)) is not None]
        nothing = next((option for option in options if option.id == _NO_OPTION), None)
        if not (none or named):
            none = self.brands.says_homemade() or self.brands.denies(self._of(options))
        if none and not named:
            return decided(nothing, none) if nothing else None
        unsure = self.brands.is_unsure() or not all(one.sure for one in named)
        if unsure or none or len(named) > 1:
            both = list(known)
            if none and nothing:
                both.append(decided(nothing, none))
            return asked(both) if both else None
        return known[0] if known else None

    def _size(self, options: Sequence[Option]) -> Choice | None:
        cued, typed, *others = read_sizes(self.passages)
        for group in ((*cued, *typed), *others):
            found: dict[Option, Choice] = {}
            foreign = language_of(self.passages) not in {"", self.vocabulary.language}
            if foreign:
                found = _of_its_country(self, group, options)
            for mention in group if not found else ():
                choice = self.choice_of(FieldName.SIZE, mention, options)
                if choice and choice.option:
                    found.setdefault(choice.option.option, choice)
            found = found or _of_its_country(self, group, options)
            if len(found) > 1 and not _are_two(group) and (both := _together(self, group, options)):
                return both
            if found:
                every = _own_system(_closest(list(found.values())), self.vocabulary.language)
                if len(every) == 1 and (other := _titled(self, every[0], others[0], options)):
                    return asked((every[0], other))
                return every[0] if len(every) == 1 else asked(every)
        return None

    def explained(self, given: str, options: Sequence[Option]) -> Choice | None:
        """The size that a text says a given one is: `4`, and `their size 4 = Medium`."""
        if told := said_to_be(given, self.passages):
            return self.choice_of(FieldName.SIZE, told, options)
        read = self._size(options)
        if read is None or read.option is None:
            return None
        words = fold(read.evidence[0].words)
        return read if set(fold(given)) < set(words) and "=" in read.evidence[0].words else None

    def _condition(self, options: Sequence[Option]) -> Choice | None:
        said = self.condition
        choices = [
            choice
            for mention in (*said.mentions, *said.against)
            if (choice := self.choice_of(FieldName.CONDITION, mention, options)) is not None
        ]
        if said.against or len(said.mentions) > 1:
            return asked(choices) if choices else None
        return choices[0] if choices else None

    def _attribute(self, name: str, options: Sequence[Option]) -> Choice | None:
        kind = self.vocabulary.attributes.get(name)
        found: dict[Option, Choice] = {}
        for mention in read_attribute(kind, self.passages) if kind else ():
            option = option_for(mention, kind or "", options)
            if option is not None:
                found.setdefault(option, decided(option, mention))
        every = list(found.values())
        if not every:
            return None
        return every[0] if len(every) == 1 else asked(every)


def repeats(reader: FieldReader, given: str) -> bool:
    """Whether the texts have the words of a field as well, so that they explain them."""
    words = {word for passage in reader.passages for word in passage.words}
    return set(fold(given)) <= words


def completed(reader: FieldReader, given: str, options: Sequence[Option]) -> Choice | None:
    """The one brand of the texts whose name the given words begin: `brandy`."""
    words = fold(given)
    named = [one for one in reader.named(options) if fold(one.name)[: len(words)] == words]
    others = {run_of(one.name) for one in reader.named(options)} if words else set[str]()
    if len(named) != 1 or len(others) != 1 or not named[0].sure:
        return None
    return _of_brand(named[0], options)


def _of_a_lot(
    reader: FieldReader, every: dict[Option, Choice], options: Sequence[Option]
) -> tuple[Choice, ...]:
    """Several things, or a pattern, in more colours than the field takes: `Lot de 5 bodies`."""
    lot = _LOT.search(reader.passages[0].plain)
    if not (lot or any(_PATTERN.search(one.plain) for one in reader.passages)):
        return ()
    said = next(iter(every.values())).evidence[0]
    many = reader.choice_of(FieldName.COLOR, Mention("multicolour", said), options)
    return (many,) if many else ()


def _of_its_country(
    reader: FieldReader, group: Sequence[Mention], options: Sequence[Option]
) -> dict[Option, Choice]:
    """Bare numbers in the system of the seller's language: `Gr. 40` on an English page."""
    found: dict[Option, Choice] = {}
    for mention in group:
        if suit := continental_suit(mention.words):
            choice = reader.choice_of(FieldName.SIZE, Mention(suit, mention.evidence), options)
            found.update({choice.option.option: choice} if choice and choice.option else {})
            continue
        number = mention.words.replace(",", ".").replace(".", "").isdigit()
        for system in _SYSTEMS.get(language_of(reader.passages), ()) if number else ():
            there = Mention(f"{system} {mention.words}", mention.evidence)
            if choice := reader.choice_of(FieldName.SIZE, there, options):
                found.update({choice.option.option: choice} if choice.option else {})
                break
    return found


def _are_two(group: Sequence[Mention]) -> bool:
    """Whether two ages in one unit are said, as no one size has: `4 en 6 mois, 2 en 9 mois`."""
    ages = [found for one in group if (found := _ONE_AGE.fullmatch(one.words))]
    return any(one[2] == other[2] and one[1] != other[1] for one in ages for other in ages)


def _together(
    reader: FieldReader, group: Sequence[Mention], options: Sequence[Option]
) -> Choice | None:
    """One option that has all that is said: `size 13`, `EU 32`."""
    words = " / ".join(mention.words for mention in group)
    return reader.choice_of(FieldName.SIZE, Mention(words, group[0].evidence), options)


def _titled(
    reader: FieldReader, size: Choice, bare: Sequence[Mention], options: Sequence[Option]
) -> Choice | None:
    """Another size that the title has as a bare number: `39`, and `pointure 38` below it."""
    if size.evidence[0].source is EvidenceSource.TITLE or not size.option:
        return None
    if not _ENDS_IN_A_NUMBER.search(size.evidence[0].words):
        return None
    for mention in bare:
        if mention.evidence.source is EvidenceSource.TITLE:
            other = reader.choice_of(FieldName.SIZE, mention, options)
            if other and other.option and other.option.option != size.option.option:
                return other
    return None


def _closest(sizes: list[Choice]) -> list[Choice]:
    """Without spans where one size is said as well: `4-5 ans, 110 cm`."""
    single = [one for one in sizes if not _SPAN.search(one.evidence[0].words)]
    return single or sizes


def _own_system(sizes: list[Choice], language: str) -> list[Choice]:
    """The one in the page's own system, of a size that is said in several: `EU 40 / UK 12`."""
    systems = {one: _SYSTEM_SAID.findall(one.evidence[0].words.casefold()) for one in sizes}
    if not all(systems.values()):
        return sizes
    own = {name.casefold() for name in _SYSTEMS.get(language, ())[:1]}
    return [one for one in sizes if own & {*"".join(systems[one][0]).split()}] or sizes


def related(found: Iterable[Option], vocabulary: Vocabulary) -> set[str]:
    """The ids of some colours, and of all that are wider or narrower."""
    wider = vocabulary.wider.get(FieldName.COLOR, {})
    ids = {option.id for option in found}
    above = {each for id_ in ids for each in wider.get(id_, ())}
    below = {id_ for id_, over in wider.items() if (ids | above) & set(over)}
    return ids | above | below


def said_in(evidence: Evidence) -> str:
    """The reason for what a text decides."""
    if evidence.source is EvidenceSource.TITLE:
        return "said in the title"
    return "said in the description"


def decided(option: Option, mention: Mention) -> Choice:
    """An option that a text names."""
    in_title = mention.evidence.source is EvidenceSource.TITLE
    score, reason = _IN_TITLE if in_title else _IN_DESCRIPTION, said_in(mention.evidence)
    return Choice(RankedOption(option, score, reason), (), reason, (mention.evidence,))


def asked(choices: Sequence[Choice]) -> Choice:
    """A question between what the listing says in several places."""
    options = {choice.option.option: choice for choice in choices if choice.option}
    candidates = tuple(
        RankedOption(option, _OPEN, choice.reason) for option, choice in options.items()
    )
    evidence = tuple(dict.fromkeys(one for choice in choices for one in choice.evidence))
    return Choice(None, candidates, "the listing says two things", evidence)


def _of_brand(one: Named, options: Sequence[Option]) -> Choice | None:
    """The option of that very name; what is only like it is found by searching."""
    same = [option for option in options if run_of(option.label) == run_of(one.name)]
    return decided(same[0], one.mention) if len(same) == 1 else None
