"""Words that were not understood, with what was offered and answered: what may be sent in.

Owns what of it may be told: a field, its words, the market's language and the site's labels. Of
account, title, price, photos and job nothing is taken along. Reading and writing is the caller's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from browser.listing import Alias, Option, Question
from gql_api.db.aliases import compared
from gql_api.domain.job import Job
from gql_api.listings.aliases import CUSTOM, LEARNT

_CONTACT: Final = re.compile(r"@|://|www\.|(?:\d[\s./-]?){7,}")
"""An address, a link or a telephone number that got into a field."""
_MOST: Final = 200
"""Longer words are a text, and may tell more than what an option is called."""


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """A field's words, and the label that they meant; `language` is empty where it is not known."""

    field: str
    language: str
    words: str
    offered: tuple[str, ...]
    answer: str


def misses(
    answered: Iterable[tuple[Sequence[Job], str]], taught: Iterable[Alias]
) -> tuple[Miss, ...]:
    """What runs of preparations asked and were answered, each with its language, once each.

    `taught` adds the answers whose jobs are gone.
    """
    found = {miss for runs, language in answered for miss in _missed(runs, language)}
    known = {(miss.field, compared(miss.words)) for miss in found}
    for alias in taught:
        if (alias.field, compared(alias.words)) not in known:
            label = ", ".join(option.label for option in alias.options)
            found.add(Miss(alias.field, "", alias.words, (), label))
    return tuple(sorted(miss for miss in found if _may_be_told(miss)))


def _missed(runs: Sequence[Job], language: str) -> Iterator[Miss]:
    for asking, then in pairwise(runs):
        for question in asking.result.questions if asking.result else ():
            answer = then.listing.answers.get(question.field)
            label = _label(question, answer, then) if answer else None
            if question.asked and label:
                offered = tuple(_path(each.option) for each in question.candidates)
                yield Miss(question.field, language, question.asked, offered, label)


def _label(question: Question, answer: str, then: Job) -> str | None:
    """What was chosen, in the site's words; None for what the seller typed."""
    if answer == CUSTOM:
        return None
    chosen = [each.option for each in question.candidates if each.option.id == answer]
    if chosen:
        return _path(chosen[0])
    reports = then.result.fields if then.result else ()
    shown = (each for each in reports if each.name == question.field and each.option_id)
    return next((each.chosen for each in shown if each.option_id != CUSTOM), None)


def _may_be_told(miss: Miss) -> bool:
    told = miss.field in LEARNT or bool(miss.offered)
    said = f"{miss.words}\n{miss.answer}"
    return told and bool(miss.answer) and len(miss.words) <= _MOST and not _CONTACT.search(said)


def _path(option: Option) -> str:
    return " > ".join((*option.parents, option.label))
