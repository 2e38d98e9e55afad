"""Which options of a field are chosen: the seller's answer first, then the seller's words.

Turns `matcher`'s choices into what one field needs: several values, a search, a recommendation.
Pressing anything belongs to the form.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from browser.evidence.category import category_of
from browser.listing import FieldName, Listing, Option, RankedOption
from browser.matching.matcher import Choice, Vocabulary, answered, choose, split_values
from browser.matching.text import Words, fold
from browser.sell_form import CUSTOM_OPTION, NO_OPTION, OfferedField, Picker

_SURE: Final = 0.99
_TICKS: Final = frozenset({FieldName.UNISEX, "ai_photo"})
_NO: Final = frozenset({"no", "false", "0"})
_WORDS: Final = frozenset(FieldName) - {
    *(FieldName.PHOTOS, FieldName.TITLE, FieldName.DESCRIPTION, FieldName.PRICE, FieldName.UNISEX)
}
"""The fields whose members of a listing are words for one of the page's options."""


class Decider:
    """Decides for one listing in one language."""

    def __init__(self, listing: Listing, vocabulary: Vocabulary) -> None:
        self._listing = listing
        self._vocabulary = vocabulary

    def asked(self, name: str) -> str | None:
        """What the seller said for a field: the answer to a question, else the words."""
        answer = self._listing.answers.get(name)
        words = getattr(self._listing, name) if name in _WORDS else None
        return answer or words or None

    def said(self) -> tuple[str, ...]:
        """The fields of which something was said that the page has to hold."""
        names = dict.fromkeys(
            (*(name for name in FieldName if name in _WORDS), *self._listing.answers)
        )
        said = [name for name in names if self.asked(name) and not self._says_none(name)]
        unisex = self._listing.unisex and self._listing.answers.get(FieldName.UNISEX) is None
        return (*said, *([FieldName.UNISEX] if unisex else []))

    def _says_none(self, name: str) -> bool:
        """Whether the words are the ones for having none: no brand, one size for all."""
        if name in _TICKS and self.asked(name) in _NO:
            return True
        words = self._vocabulary.content(self.asked(name) or "", name)
        if name == FieldName.SIZE and words and self._one_size.issuperset(words):
            return True
        return words in {(), (NO_OPTION,)} or self._meaning(name, words) == (NO_OPTION,)

    def _meaning(self, name: str, words: Words) -> tuple[str, ...]:
        return self._vocabulary.phrases(name).get(words, ())

    @cached_property
    def _one_size(self) -> frozenset[str]:
        """The words of one size for all, as in `taille unique (TU)`."""
        sizes = self._vocabulary.sizes.items()
        return frozenset(word for name, sign in sizes if sign == "one" for word in fold(name))

    def one(self, name: str, options: Sequence[Option]) -> Choice:
        """The option of a field that takes one."""
        before = self._before(name, options)
        if len(before) == 1:
            return before[0]
        return self._choice(name, self.asked(name), options)

    def several(self, field: OfferedField, options: Sequence[Option]) -> tuple[Choice, ...]:
        """One choice for each value that was said."""
        if before := self._before(field.name, options):
            return before
        values = split_values(self.asked(field.name) or "", self._vocabulary, field.name)
        return tuple(self._choice(field.name, value, options) for value in values)

    async def offered(self, picker: Picker, field: OfferedField) -> Choice:
        """The option of a field that takes one, from what the page offers for it."""
        options = await picker.options(None)
        if self.asked(field.name) is None and field.suggested:
            return _recommended(field.suggested, options)
        choice = self.one(field.name, options)
        if field.searched and (choice.option is None or choice.option.score < _SURE):
            return await self._searched(picker, field, choice)
        return choice

    async def _searched(self, picker: Picker, field: OfferedField, listed: Choice) -> Choice:
        """Search the words: what is found counts more than what is listed unasked."""
        answer = self._listing.answers.get(field.name)
        if answer is None or answer.isdigit() or answer in {CUSTOM_OPTION, NO_OPTION}:
            words = getattr(self._listing, field.name, "")
        else:
            words = answer
        if not words:
            return listed
        found = await picker.options(words)
        named = [option for option in found if option.id != CUSTOM_OPTION]
        custom = [RankedOption(option, 1.0, "as typed") for option in found if option not in named]
        if answer == CUSTOM_OPTION:
            choice = choose(words, named, vocabulary=self._vocabulary, kind=field.name)
        else:
            choice = self.one(field.name, named)
        if choice.option is None and custom and ((answer and not named) or answer == CUSTOM_OPTION):
            return Choice(custom[0], choice.alternatives, "the site does not know it")
        if choice.option is None:
            return replace(choice, alternatives=(*choice.alternatives, *custom))
        return choice

    def _before(self, name: str, options: Sequence[Option]) -> tuple[Choice, ...]:
        """What these words came to before, when nothing else is answered now.

        Nothing unless the page offers every one of those options again.
        """
        if name in self._listing.answers:
            return ()
        meant = next((each.options for each in self._listing.aliases if each.field == name), ())
        found = [_same(option, options, by_label=name == FieldName.SIZE) for option in meant]
        again = [option for option in found if option is not None]
        if len(again) < len(meant):
            return ()
        reason = "as answered before"
        return tuple(Choice(RankedOption(option, 1.0, reason), (), reason) for option in again)

    def _choice(self, name: str, words: str | None, options: Sequence[Option]) -> Choice:
        if name == FieldName.CATEGORY and name not in self._listing.answers:
            return category_of(self._listing, options, self._vocabulary)
        if words is None:
            return Choice(None, (), "nothing was said")
        if name in self._listing.answers:
            return answered(words, options, vocabulary=self._vocabulary, kind=name)
        return choose(words, options, vocabulary=self._vocabulary, kind=name)


def _same(wanted: Option, options: Sequence[Option], *, by_label: bool) -> Option | None:
    """The option of this page that an earlier answer chose; ids of sizes change with the page."""
    if by_label:
        named = [option for option in options if option.label == wanted.label]
        return named[0] if len(named) == 1 else None
    return next((option for option in options if option.id == wanted.id), None)


def _recommended(wanted: str, options: Sequence[Option]) -> Choice:
    option = next(option for option in options if option.id == wanted)
    ranked = RankedOption(option, 1.0, "recommended by the site")
    return Choice(ranked, (), ranked.reason)
