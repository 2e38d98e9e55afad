"""The state of a thing as running text says it: a grade, tags, how often it was worn.

Only what is said in so many words counts, and of the thing as a whole. The grades are handed on in
words that every marketplace's tables know; which option they mean is `matcher`'s business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from browser.evidence.condition_words import (
    FEW,
    GOOD,
    GOOD_CLAUSE,
    KEPT,
    LIKE_NEW,
    NEVER,
    NEW,
    NEW_AT_END,
    NEW_CLAUSE,
    NEW_PART,
    NEW_PART_AFTER,
    OFTEN,
    ONLY,
    PART_BEFORE,
    SEASONS,
    SELDOM,
    STILL_FULL,
    TAGS_OFF,
    TAGS_ON,
    VERBS_BEFORE,
    VERY_GOOD,
    VERY_GOOD_CLAUSE,
    WASHED,
    WHOLE,
    WORN,
)
from browser.evidence.cue_words import DETAILS
from browser.evidence.mentions import Mention, Passage, plain
from browser.evidence.wear import Wear, denied, denies_flaws, described, flaws
from browser.listing import EvidenceSource


class Grade(IntEnum):
    """How good a thing is; the words for it are those of `WORDS`."""

    TAGGED = 5
    NEW = 4
    VERY_GOOD = 3
    GOOD = 2
    WORN = 1


WORDS: Final = {
    Grade.TAGGED: "new with tags",
    Grade.NEW: "new without tags",
    Grade.VERY_GOOD: "very good",
    Grade.GOOD: "good",
    Grade.WORN: "satisfactory",
}

_BUT: Final = re.compile(r"\b(?:aber|mais|but|jedoch|however|sauf|bis auf|though|sonst)\b")
_SEVERAL: Final = 3
"""Flaws that are said not to be there, and nothing else of the state: no flaw at all."""
_BY_WEAR: Final = {
    Wear.BROKEN: Grade.WORN,
    Wear.TORN: Grade.WORN,
    Wear.LIGHT: Grade.GOOD,
    Wear.MARKED: Grade.GOOD,
    Wear.NONE: Grade.VERY_GOOD,
}


@dataclass(frozen=True, slots=True)
class _Said:
    """A grade in a passage, with its words.

    `whole` where it is said of everything together, `part` where of a part: `zip impeccable`.
    """

    grade: Grade
    mention: Mention
    whole: bool
    part: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What the texts say of a state: mentions that would decide, and those against them."""

    mentions: tuple[Mention, ...] = ()
    against: tuple[Mention, ...] = ()
    """Words that speak against the first one: new, and worn ten times."""


def read_condition(passages: Sequence[Passage]) -> Condition:
    """The state that the texts name; several mentions where they name several."""
    new = list(_new(passages))
    graded = list(_grades(passages))
    worn = [one for one in _found(passages, SELDOM) if not (_washed(one) or _kept(one))]
    used = [*_found(passages, OFTEN), *worn]
    tagged = [one for one in new if one.grade is Grade.TAGGED]
    against = tuple(used) or _flaws(passages) if new else ()
    if new and used == worn and worn and not (tagged or graded or _flaws(passages)):
        return Condition((_as(worn[0], Grade.VERY_GOOD),))
    if tagged or (new and not graded):
        if any(one.grade in {Grade.GOOD, Grade.WORN} for one in graded):
            against = (*against, *(one.mention for one in graded))
        return Condition((max(new, key=_grade).mention,), against)
    if new and all(LIKE_NEW.search(one.mention.evidence.words.casefold()) for one in graded):
        return Condition((new[0].mention,), against)
    if graded:
        return Condition(_agreed([one for one in graded if not one.part] or graded))
    seldom = tuple(one for one in _found(passages, SELDOM, Grade.VERY_GOOD) if not _washed(one))
    often = tuple(
        one for one in _found(passages, OFTEN) if not ONLY.search(plain(one.evidence.words))
    )
    if seldom and not any(flaws(passages, small=False)) and not often:
        return Condition(seldom[:1])
    return _by_use(passages, often)


def _by_use(passages: Sequence[Passage], often: Sequence[Mention]) -> Condition:
    """The grade of what was used: by its wear, else by how long and that nothing came of it."""
    few = [one for one in _found(passages, FEW, Grade.VERY_GOOD) if not _washed(one)]
    few += _found(passages, STILL_FULL, Grade.VERY_GOOD)
    if few and not _flaws(passages):
        return Condition(tuple(few[:1]))
    seasons = tuple(_found(passages, SEASONS, Grade.GOOD))
    by_wear = _by_wear(passages, often=bool(often or seasons))
    if by_wear.mentions or _flaws(passages):
        return by_wear
    if (seasons or often) and denies_flaws(passages):
        said = (*seasons, *(_as(one, Grade.GOOD) for one in often))
        return Condition(said[:1])
    open_ = seasons or often or any(_BUT.search(each.plain) for each in passages)
    none_of = [] if open_ else list(denied(passages))
    if len(none_of) >= _SEVERAL:
        return Condition((_as(none_of[0], Grade.VERY_GOOD),))
    return Condition()


def _washed(mention: Mention) -> bool:
    return WASHED.search(plain(mention.evidence.words)) is not None


def _kept(mention: Mention) -> bool:
    return KEPT.search(plain(mention.evidence.words)) is not None


def _by_wear(passages: Sequence[Passage], *, often: bool) -> Condition:
    """The grade that the wear amounts to that is described."""
    wear = described(passages, often=often)
    if wear is None or wear[0] is Wear.OPEN:
        return Condition()
    return Condition((_as(wear[1], _BY_WEAR[wear[0]]),))


def contradicts_new(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """What speaks against a thing that is said to be new."""
    worn = (*_found(passages, OFTEN), *_found(passages, SELDOM, Grade.VERY_GOOD))
    if any(one.grade < Grade.VERY_GOOD for one in _grades(passages)):
        worn = (*worn, *(one.mention for one in _grades(passages)))
    return worn or _flaws(passages)


def contradicts_very_good(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """What speaks against a thing that is said to be very good: it is broken, or torn in places."""
    wear = described(passages, often=False)
    torn = wear is not None and wear[0] in {Wear.BROKEN, Wear.TORN}
    return (_as(wear[1], Grade.WORN),) if wear and torn else ()


def _grade(said: _Said) -> Grade:
    return said.grade


def _agreed(graded: list[_Said]) -> tuple[Mention, ...]:
    """One mention where all grades are the same, or one is said of the whole; else each once."""
    by_grade = {one.grade: one.mention for one in reversed(graded)}
    whole = {one.grade: one.mention for one in graded if one.whole}
    chosen = whole if len(whole) == 1 else by_grade
    return tuple(chosen.values())


def _new(passages: Sequence[Passage]) -> Iterator[_Said]:
    off = [found for each in passages for found in _matches(each, TAGS_OFF)]
    for passage in passages:
        for mention in _matches(passage, TAGS_ON):
            if not off:
                yield _Said(Grade.TAGGED, _as(mention, Grade.TAGGED), whole=False)
        for mention in (*_matches(passage, NEVER), *_whole(passage), *_bare(passage)):
            yield _Said(Grade.NEW, _as(mention, Grade.NEW), whole=False)
        for mention in _matches(passage, re.compile(r"\bbnwot\b|\bneuf\w* sans etiquette")):
            yield _Said(Grade.NEW, _as(mention, Grade.NEW), whole=False)


def _whole(passage: Passage) -> Iterator[Mention]:
    """`brand new` of the thing, not of its laces."""
    for found in NEW.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 30) : found.start()].rstrip()
        after = passage.plain[found.end() :][:30]
        if not (NEW_PART.search(before) or NEW_PART_AFTER.search(after)):
            yield _in(passage, found[0])


def _bare(passage: Passage) -> Iterator[Mention]:
    """`neuve` where it is said of the thing: a clause begins, or the title ends with it."""
    for clause in passage.clauses:
        words = clause.split()
        short = len(words) <= 3 and NEW_AT_END.search(clause) and not DETAILS & {*words}
        if (NEW_CLAUSE.search(clause) or short) and not LIKE_NEW.search(clause):
            yield _in(passage, clause)
    ends = passage.source is EvidenceSource.TITLE and NEW_AT_END.search(passage.plain.strip())
    if ends and not LIKE_NEW.search(passage.plain):
        yield _in(passage, passage.plain.split()[-1])


def _grades(passages: Sequence[Passage]) -> Iterator[_Said]:
    tables = (
        (Grade.VERY_GOOD, VERY_GOOD, VERY_GOOD_CLAUSE),
        (Grade.GOOD, GOOD, GOOD_CLAUSE),
        (Grade.WORN, WORN, None),
    )
    for passage in passages:
        for grade, inside, alone in tables:
            for found in inside.finditer(passage.plain):
                before = passage.plain[max(0, found.start() - 24) : found.start()].rstrip()
                if not VERBS_BEFORE.search(before):
                    whole = bool(
                        WHOLE.search(f"{before} {found[0]} {passage.plain[found.end() :][:12]}")
                    )
                    part = bool(PART_BEFORE.search(before))
                    yield _Said(grade, _as(_in(passage, found[0]), grade), whole, part)
            for clause in passage.clauses if alone else ():
                if alone and alone.search(clause):
                    mention = _in(passage, clause)
                    yield _Said(grade, _as(mention, grade), bool(WHOLE.search(clause)))


def _found(
    passages: Sequence[Passage], pattern: re.Pattern[str], grade: Grade = Grade.WORN
) -> Iterator[Mention]:
    for passage in passages:
        for mention in _matches(passage, pattern):
            yield _as(mention, grade)


def _flaws(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """Flaws that are there: `pas de tache` and `keine Löcher` name none."""
    return tuple(_as(one, Grade.WORN) for one in flaws(passages))


def _matches(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in pattern.finditer(passage.plain):
        if pattern is not OFTEN or not _is_seldom(passage, found):
            yield _in(passage, found[0])


def _is_seldom(passage: Passage, found: re.Match[str]) -> bool:
    """`jamais porté`, `used for one night`: what begins like often is not."""
    near = passage.plain[max(0, found.start() - 12) : found.end()]
    seldom = SELDOM.finditer(passage.plain)
    return bool(NEVER.search(near) or SELDOM.search(near)) or any(
        one.start() <= found.start() < one.end() for one in seldom
    )


def _in(passage: Passage, words: str) -> Mention:
    """A mention of plain words, as they are written."""
    start = passage.plain.find(words)
    said = passage.written(start, start + len(words)) if start >= 0 else words
    return Mention.of(passage, words, said)


def _as(mention: Mention, grade: Grade) -> Mention:
    return Mention(WORDS[grade], mention.evidence)
