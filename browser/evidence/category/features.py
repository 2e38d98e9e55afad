"""What each source of a listing says for each category: the numbers that `reader` weighs.

Likeness of title, of hint and title together and of the description, for whom the thing is, and
whether the path holds what the hint names. Deciding belongs to `reader`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from browser.evidence.audience import (
    ADULT,
    AGES,
    BABY,
    CHILD,
    FEMALE,
    MALE,
    SEXES,
    Audience,
    audience_reader,
    meant,
)
from browser.evidence.category.called import NAMES as CALLED
from browser.evidence.category.called import Called
from browser.evidence.category.compared import Leaf, ReadListing
from browser.evidence.category.heads import Heads
from browser.evidence.category.sized_for import (
    SHOES,
    is_a_womans_size,
    is_boys_shoe,
    is_for_others_than_women,
    is_shoe_for_child,
    is_too_large_a_shoe,
    shoe_size_in,
)
from browser.evidence.category.taught import NAMES as TAUGHT
from browser.evidence.category.taught import UNSAID, Taught
from browser.evidence.clauses import clauses_of
from browser.listing import FieldName, Listing, Option
from browser.matching.likeness import WEIGHTS, Features, Likeness
from browser.matching.matcher import kept_likeness
from browser.matching.text import Vocabulary

_NOTHING: Final[Features] = (0.0,) * len(WEIGHTS)
_LIKE: Final = (
    *("tables", "sure", "shared", "most shared", "parts", "parts above"),
    *("near", "near root", "near between", "fits", "other"),
)
"""What `Likeness.features` has, in its order."""
NAMES: Final = (
    *(f"title {name}" for name in _LIKE),
    *(f"both {name}" for name in _LIKE),
    *(f"described {name}" for name in _LIKE),
    *("sex", "age", "leaning sex", "leaning age", "female unsaid", "male unsaid"),
    *("child unsaid", "adult unsaid", "baby said", "baby unsaid"),
    *("held", "held less", "named title", "named both", "named all"),
    *("whole title", "whole both", "whole all", "less whole title", "less whole both"),
    *("foremost", "unsaid mark", "said mark", "shoe", "explained"),
    *("head title", "head both", "head all", "title head", "title head above", "other head"),
    *("unsaid words", "first of title", "first of both", "first of described", "suggested"),
    *CALLED,
    *TAUGHT,
)
"""The features of a category, in the order of their values."""
AT: Final = {name: at for at, name in enumerate(NAMES)}
_COMPARED: Final = (0, 3, 6)
"""Of a likeness: tables, most shared, near."""
_NEAR: Final = 0.5
"""`coats` and a padded jacket are nearer than that, `livres` and a dress are not."""
_KIND: Final = FieldName.CATEGORY
_BY_NAME: Final = (3, 4)
"""A name that is said whole, in the title or with the hint, counts more than half of one."""
_EITHER: Final = re.compile(r"[&/,;()]|\b(?:et|and|und|oder|ou|or)\b", re.IGNORECASE)


class CategoryFeatures:
    """The categories of one page, ready to be compared with many listings."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._likeness: Likeness = kept_likeness(tuple(options), vocabulary)
        self._labels: dict[str, tuple[frozenset[str], ...]] = {}
        self.heads = Heads(vocabulary)
        self._called = Called(options, vocabulary, self._likeness)
        self._taught = Taught(options)
        self.leaves = [self._leaf(at, option) for at, option in enumerate(options)]
        self._at = {option: at for at, option in enumerate(options)}
        self._for = {(thing, leaf.people) for leaf in self.leaves for thing in leaf.things}

    def named(self, text: str) -> frozenset[str]:
        """What a text names that a label of the page names, too."""
        return self._likeness.known(self._concepts(text))

    def is_against(self, read: ReadListing, leaf: Leaf, *, decides: bool) -> bool:
        """Whether the hint names something of this page, and a leaf is nothing of the kind.

        What `decides` alone has to be named itself; of the rest it is enough to be near.
        """
        hint = self._likeness.known(read.hint_concepts)
        if not hint or hint & self.heads.widened(leaf.every):
            return False
        return decides or self._likeness.nearness(read.hint, self._at[leaf.option]) < _NEAR

    def leaf(self, option: Option) -> Leaf:
        """The leaf that an option of this page is."""
        return self.leaves[self._at[option]]

    def holds_hint(self, read: ReadListing, at: int) -> bool:
        """Whether a path holds something that the hint names."""
        return bool(read.hint_concepts & self.leaves[at].every)

    def read(self, listing: Listing) -> ReadListing:
        """The parts of a listing that speak of its category."""
        clauses = clauses_of(self._vocabulary)
        named = listing.title
        if self._likeness.is_work(listing.brand):
            # Shoes of Dune are no novel.
            named = re.sub(rf"\b{re.escape(listing.brand.strip())}\b", "", named, flags=re.I)
        title = clauses.title(named)
        description = clauses.description(listing.description)
        of_hint, of_title = self._concepts(listing.category), self._concepts(title)
        return ReadListing(
            listing.category,
            title,
            clauses.thing(named),
            description,
            listing.brand,
            audience_reader(self._vocabulary).of(listing),
            of_hint,
            of_title,
            of_hint | of_title | self._concepts(description),
            self._places(title),
            self._likeness.known(of_hint | of_title),
            shoe_size_in(f"{listing.title} {listing.size} {listing.description}"),
            self.heads.of_title(title),
            is_a_womans_size(listing, of_hint | of_title, self._vocabulary.language),
        )

    def _places(self, title: str) -> Mapping[str, int]:
        named = self._vocabulary.concepts(self._vocabulary.content(title, _KIND))
        return {concept: at for at, concept in reversed([*enumerate(named)])}

    def _concepts(self, text: str) -> frozenset[str]:
        """What words name beside people."""
        words = self._vocabulary.content(self._likeness.without_names(text), _KIND)
        known = self._likeness.product_concepts(text)
        return (frozenset(self._vocabulary.concepts(words)) | known) - self._vocabulary.people

    def of(self, read: ReadListing, suggested: Sequence[str] = ()) -> dict[int, Features]:
        """For the options that anything speaks for, by their place, what each source says.

        What the site suggests is among them where a source names it as well: its pictures may
        mislead, and a suggested category can be of the wrong department.
        """
        title = self._likeness.features(read.title)
        both = self._likeness.features(f"{read.hint} > {read.title}") if read.hint else title
        described = self._likeness.features(read.description)
        called, uncalled = self._called.features(read.thing, read.hint, read.description)
        taught = self._taught.read(f"{read.hint} {read.title} {read.brand}", read.description)
        found = {*title, *both, *described, *called, *taught.likeliest}
        found = {at for at in found if not self._is_ruled_out(self.leaves[at], read)} or found
        held = self._held(read.hint_concepts, found)
        most = max(held.values(), default=0.0)
        named = {at: _named(self.leaves[at], read) for at in found}
        foremost = self._foremost({at for at in found if named[at][_BY_NAME[0]]}, read)
        best = [max(column) for column in zip(*named.values(), strict=True)]
        firsts = [_firsts(each) for each in (title, both, described)]
        return {
            number: (
                *title.get(number, _NOTHING),
                *both.get(number, _NOTHING),
                *described.get(number, _NOTHING),
                *_for_whom(self.leaves[number], read.audience),
                held[number],
                float(held[number] < most),
                *named[number],
                *(float(named[number][at] < best[at]) for at in _BY_NAME),
                float(number in foremost),
                *(marks := self._marks(self.leaves[number], read)),
                _explained(self.leaves[number], read),
                *self._headed(self.leaves[number], read),
                *(first.get(number, 0.0) for first in firsts),
                _rank(self.leaves[number].option.id, suggested),
                *called.get(number, uncalled),
                *(UNSAID if marks[0] else taught.features(number)),
            )
            for number in sorted(found)
        }

    def _is_ruled_out(self, leaf: Leaf, read: ReadListing) -> bool:
        """What nobody means who says this: the other sex, another age, another console."""
        whom = read.audience
        if is_too_large_a_shoe(leaf, read.shoe_size):
            return True
        small = is_boys_shoe(leaf, read.shoe_size)
        if small and CHILD not in leaf.people:
            return True
        if is_for_others_than_women(leaf, read):
            return True
        if not small and any(
            len(told) == 1 and leaf.people & kinds and not leaf.people & told
            for kinds, told in ((SEXES, whom.told_sex), (AGES, whom.told_age))
        ):
            return True
        return self._is_of_others(leaf, read) or self._is_unmeant(leaf, read)

    def _is_of_others(self, leaf: Leaf, read: ReadListing) -> bool:
        """Whether nobody would say so little of it: a man's handbag, a girl's long dress."""
        whom = read.audience
        presumed = MALE in leaf.people and any(
            thing & self._vocabulary.presumed for thing in leaf.things
        )
        if presumed and not whom.sex and not whom.leaning_sex:
            return self._has(leaf, (leaf.people - SEXES) | {FEMALE}, read)
        small = SHOES in leaf.every and is_shoe_for_child(leaf, read.shoe_size)
        if CHILD not in leaf.people or small or whom.age or whom.leaning_age:
            return False
        sexes = leaf.people & SEXES
        return self._has(leaf, sexes | {ADULT} if sexes else frozenset(), read)

    def _foremost(self, numbers: set[int], read: ReadListing) -> set[int]:
        """Of several kinds of a branch that a title names whole, the one that it names first.

        `Jupe longue plissée` is a long skirt, `Jupe plissée longue` a pleated one.
        """
        places: dict[tuple[str, ...], dict[int, int]] = {}
        for at in numbers:
            if named := [read.places[one] for one in self._own(at) if one in read.places]:
                places.setdefault(self.leaves[at].option.parents, {})[at] = min(named)
        return {
            at
            for of_branch in places.values()
            for at, place in of_branch.items()
            if len(of_branch) > 1 and place == min(of_branch.values())
        }

    def _own(self, at: int) -> frozenset[str]:
        """What tells a leaf from its branch."""
        leaf = self.leaves[at]
        return leaf.own - self._likeness.concepts(at)[1]

    def _has(self, leaf: Leaf, people: frozenset[str], read: ReadListing) -> bool:
        """Whether the page has the same thing for others; of two things the one that is said."""
        said = [thing for thing in leaf.things if thing & read.concepts] or leaf.things
        return any((thing, people) in self._for for thing in said)

    def _is_unmeant(self, leaf: Leaf, read: ReadListing) -> bool:
        """What is for pets or pregnancy, and not said to be; another console than is said."""
        if leaf.every & self._vocabulary.set_apart - read.concepts:
            return True
        consoles = read.concepts & self._vocabulary.platforms
        return bool(
            consoles and leaf.every & self._vocabulary.platforms and not (leaf.every & consoles)
        )

    def _marks(self, leaf: Leaf, read: ReadListing) -> Features:
        """What is meant only where it is said, as sport and maternity: unsaid, and said."""
        marks = leaf.every & self._vocabulary.marked
        said = marks & (read.concepts | read.hint_concepts)
        shoe = 0.0
        for_child = is_shoe_for_child(leaf, read.shoe_size)
        if for_child is not None and SHOES in leaf.every and leaf.people & AGES:
            shoe = 1.0 if (CHILD in leaf.people) is for_child else -1.0
        return (float(bool(marks - said)), float(bool(said)), shoe)

    def _headed(self, leaf: Leaf, read: ReadListing) -> Features:
        """Whether what the label is in the end is said, and is what the title is in the end."""
        both = read.title_concepts | read.hint_concepts
        said = (self.heads.widened(words) for words in (read.title_concepts, both, read.concepts))
        head = read.title_head
        own = head is not None and head in leaf.heads
        above = head is not None and head in leaf.heads_above
        unsaid = min((len(thing - read.concepts - leaf.heads) for thing in leaf.things), default=0)
        return (
            *(float(bool(leaf.heads & words)) for words in said),
            float(own),
            float(above),
            float(head is not None and not (own or above or head in leaf.every)),
            float(unsaid),
        )

    def _held(self, concepts: frozenset[str], numbers: set[int]) -> Mapping[int, float]:
        """The share of what the hint names that a path holds."""
        if not concepts:
            return dict.fromkeys(numbers, 0.0)
        return {at: len(concepts & self.leaves[at].every) / len(concepts) for at in numbers}

    def _things(self, label: str) -> tuple[frozenset[str], ...]:
        """What a label calls its thing; `Sandals & slides` names two."""
        if label not in self._labels:
            parts = (
                frozenset(self._vocabulary.concepts(self._vocabulary.content(part, _KIND)))
                for part in _EITHER.split(label)
            )
            people = self._vocabulary.people
            self._labels[label] = tuple(part - people for part in parts if part - people)
        return self._labels[label]

    def _leaf(self, at: int, option: Option) -> Leaf:
        own, above = self._likeness.concepts(at)
        every = own | above
        people = meant(every & self._vocabulary.people)
        heads = self.heads.of(option.label)
        heads_above = frozenset[str]().union(*map(self.heads.of, option.parents))
        branches = tuple(thing for label in option.parents for thing in self._things(label))
        things = self._things(option.label)
        return Leaf(option, own, things, every, people, heads, heads_above, branches)


def _explained(leaf: Leaf, read: ReadListing) -> float:
    """The share of what title and hint name, as far as the page knows it, in a path."""
    return len(read.known & leaf.every) / len(read.known) if read.known else 0.0


def _firsts(found: Mapping[int, Features]) -> Mapping[int, float]:
    """For each option the share of the ways to compare by which it comes first."""
    counted: dict[int, float] = {}
    for way in _COMPARED:
        most = max((values[way] for values in found.values()), default=0.0)
        for at, values in found.items():
            if values[way] == most > 0:
                counted[at] = counted.get(at, 0.0) + 1 / len(_COMPARED)
    return counted


def _named(leaf: Leaf, read: ReadListing) -> Features:
    """How much of one of its names is in the title, with the hint, and in all that is said."""
    both = read.title_concepts | read.hint_concepts
    shares = [_share(leaf.things, said) for said in (read.title_concepts, both, read.concepts)]
    return (*shares, *(float(share == 1) for share in shares))


def _share(things: Sequence[frozenset[str]], said: frozenset[str]) -> float:
    return max((len(thing & said) / len(thing) for thing in things), default=0.0)


def _for_whom(leaf: Leaf, audience: Audience) -> Features:
    """How the sex and the age that were said fit, and what it is where none was."""
    sexes, ages = leaf.people & SEXES, leaf.people & AGES
    sex_unsaid = not audience.sex and not audience.leaning_sex
    age_unsaid = not audience.age and not audience.leaning_age
    return (
        _fit(sexes, audience.sex),
        _fit(ages, audience.age),
        _fit(sexes, audience.leaning_sex),
        _fit(ages, audience.leaning_age),
        float(sex_unsaid and FEMALE in sexes),
        float(sex_unsaid and MALE in sexes),
        float(age_unsaid and CHILD in ages),
        float(age_unsaid and ADULT in ages),
        float(audience.is_baby and BABY in leaf.people),
        float(not audience.is_baby and BABY in leaf.people),
    )


def _rank(id_: str, suggested: Sequence[str]) -> float:
    """1 for what the site suggests first, less for what comes after."""
    return 1 / (1 + suggested.index(id_)) if id_ in suggested else 0.0


def _fit(of_leaf: frozenset[str], said: frozenset[str]) -> float:
    if not of_leaf or len(said) != 1:
        return 0.0
    return 1.0 if of_leaf & said else -1.0
