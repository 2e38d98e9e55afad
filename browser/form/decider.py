"""Which options of a field are chosen: the seller's answer, the field's words, then the listing's.

Turns `matcher`'s choices and what `evidence` reads in the texts into what one field needs: several
values, a search, a recommendation. What was chosen before is kept by `earlier_choices`; pressing
anything belongs to the form.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from browser.evidence.brand_names import other_names
from browser.evidence.category.reader import category_answered, category_of
from browser.evidence.category.remembered import category_remembered
from browser.evidence.contradictions import contradiction, unrelated
from browser.evidence.field_reader import FieldReader, completed, repeats, said_in
from browser.evidence.mentions import Mention
from browser.evidence.size_reader import in_its_system
from browser.form.earlier_choices import EarlierChoices
from browser.listing import Evidence, FieldName, FieldReport, Listing, Option, RankedOption
from browser.matching.folding import fold
from browser.matching.matcher import Choice, Vocabulary, answered, choose, split_values
from browser.sell_form import CUSTOM_OPTION, NO_OPTION, FieldKind, OfferedField, Picker

_SURE: Final = 0.99
_SEARCHES: Final = 2
"""How often the page is searched for names that its first list lacks."""
_LIKELY: Final = 0.6
_READ_BESIDE: Final = frozenset({FieldName.CONDITION, FieldName.SIZE})
_TICKS: Final = frozenset({FieldName.UNISEX, "ai_photo"})
_NO: Final = frozenset({"no", "false", "0"})
_WORDS: Final = frozenset(FieldName) - {
    *(FieldName.PHOTOS, FieldName.TITLE, FieldName.DESCRIPTION, FieldName.PRICE, FieldName.UNISEX)
}
"""The fields whose members of a listing are words for one of the page's options."""


class Decider:
    """Decides for one listing in one language."""

    def __init__(
        self, listing: Listing, vocabulary: Vocabulary, approved: Sequence[FieldReport] = ()
    ) -> None:
        self._listing = listing
        self._earlier = EarlierChoices(listing, approved)
        self._vocabulary = vocabulary
        self.reader = FieldReader(listing, vocabulary)
        self.suggested: tuple[str, ...] = ()
        """Ids of the categories that the site suggests on the open page, likeliest first."""

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
        meant = self._vocabulary.phrases(name).get(words, ())
        return words in {(), (NO_OPTION,)} or meant == (NO_OPTION,)

    @cached_property
    def _one_size(self) -> frozenset[str]:
        """The words of one size for all, as in `taille unique (TU)`."""
        sizes = self._vocabulary.sizes.items()
        return frozenset(word for name, sign in sizes if sign == "one" for word in fold(name))

    def one(self, name: str, options: Sequence[Option]) -> Choice:
        """The option of a field that takes one."""
        before = self._earlier.among(name, options)
        if len(before) == 1:
            return self._weighed(name, before[0], options)
        words = self.asked(name)
        if name == FieldName.CATEGORY:
            return self._choice(name, words, options)
        if words is None:
            return self.reader.one(name, options) or self._choice(name, words, options)
        if name == FieldName.SIZE and name not in self._listing.answers:
            words = in_its_system(words, self.reader.passages)
        return self._with_the_texts(name, words, self._choice(name, words, options), options)

    def several(self, field: OfferedField, options: Sequence[Option]) -> tuple[Choice, ...]:
        """One choice for each value that was said; none where nothing is."""
        if before := self._earlier.among(field.name, options):
            weighed = tuple(self._weighed(field.name, each, options) for each in before)
            return weighed if all(each.question for each in weighed) else before
        words = self.asked(field.name)
        if words is None:
            return self.reader.several(field.name, options, field.limit)
        values = split_values(words, self._vocabulary, field.name)
        given = tuple(self._choice(field.name, value, options) for value in values)
        told = [self._with_the_texts(field.name, words, each, options) for each in given]
        # One value that the texts have, too, is enough: `schwarz-rot`, and `rotes Kleid`.
        return tuple(told) if told and all(each.question for each in told) else given

    def _weighed(self, name: str, before: Choice, options: Sequence[Option]) -> Choice:
        """What was chosen before: as it was approved, else as far as the listing lets it stand."""
        if self._earlier.is_approved(name):
            return before
        if name == FieldName.CATEGORY:
            return category_remembered(
                before, self._listing, options, self._vocabulary, self.suggested
            )
        words = self.asked(name) or ""
        return contradiction(self.reader, name, words, before, options) or before

    def typed(self, name: str) -> Mention | None:
        """The one text that the listing has for a field that is typed and was not given."""
        found = self.reader.mentioned(name)
        return found[0] if len(found) == 1 and self.asked(name) is None else None

    def doubt(self, name: str) -> str:
        """Why nothing is typed into a field: nothing was said, or two things."""
        if self.reader.speaks_of(name):
            return "the listing says two things"
        return "nothing was said"

    def is_said(self, field: OfferedField) -> bool:
        """Whether anything is said for a field: given, or in title and description."""
        if self._earlier.leaves(field.name):
            return False
        return self.asked(field.name) is not None or self.reader.speaks_of(field.name)

    async def choices(self, picker: Picker, field: OfferedField) -> tuple[Choice, ...]:
        """What a field is filled with; nothing where it may stay as it is, and nothing is said."""
        if field.kind is not FieldKind.SEVERAL:
            found = await self._searched_at_once(picker, field)
            choice = found or await self.offered(picker, field)
            told = self.asked(field.name) is not None or choice.option is not None
            return (choice,) if field.required or told else ()
        options = await picker.options(None)
        chosen = self.several(field, options)
        if chosen or not (field.required or self.asked(field.name)):
            return chosen
        return (self.one(field.name, options),)

    async def offered(self, picker: Picker, field: OfferedField) -> Choice:
        """The option of a field that takes one, from what the page offers for it."""
        options = await picker.options(None)
        if approved := await self._earlier.approved(picker, field, options):
            return approved
        if self.asked(field.name) is None and field.suggested:
            return _recommended(field.suggested, options)
        if not field.searched:
            choice = self.one(field.name, options)
            answered = field.name in self._listing.answers
            return choice if answered else _proven(field, choice, self._earlier)
        words = self.asked(field.name)
        if words is None:
            choice = self.one(field.name, options)
            return await _searched_texts(self.reader, picker, field, options) or choice
        choice = self._given(field.name, options)
        if choice.option is None or choice.option.score < _SURE:
            choice = await self._searched(picker, field, choice, options)
        if field.name in self._listing.answers:
            return choice
        return await _with_the_brands(self.reader, picker, (field.name, words), choice, options)

    async def _searched_at_once(self, picker: Picker, field: OfferedField) -> Choice | None:
        """What a search decides, where the list would not, as far as it was read before.

        The list that the page has now is read, and None given, for everything else: for what it may
        decide, and for whatever comes to a question.
        """
        words, listed = self.asked(field.name), field.listed
        is_answered = field.name in self._listing.answers or self._earlier.is_approved(field.name)
        if words is None or not listed or is_answered:
            return None
        given = self._given(field.name, listed)
        if given.option and given.option.score >= _SURE:
            return None
        found = await self._searched(picker, field, given, listed)
        said = (field.name, words)
        choice = await _with_the_brands(self.reader, picker, said, found, listed)
        if found is not given and not choice.question:
            return choice
        await picker.leave()
        return None

    def _given(self, name: str, options: Sequence[Option]) -> Choice:
        """What was given, for itself."""
        before = self._earlier.among(name, options)
        return before[0] if len(before) == 1 else self._choice(name, self.asked(name), options)

    async def _searched(
        self, picker: Picker, field: OfferedField, listed: Choice, options: Sequence[Option]
    ) -> Choice:
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
            choice = self._given(field.name, named)
        if choice.option is None and answer is None:
            choice = await self._searched_again(picker, field, words, named, choice)
            if not choice.alternatives and listed.option is not None:
                return listed  # `petit bato`, which the page's search does not find
        if choice.option is None and custom and ((answer and not named) or answer == CUSTOM_OPTION):
            return Choice(custom[0], choice.alternatives, "the site does not know it")
        if choice.option is None:
            ways = {CUSTOM_OPTION, NO_OPTION}
            near = [one for one in choice.alternatives if one.option.id not in ways]
            none = [RankedOption(one, 0.0, "no brand") for one in options if one.id == NO_OPTION]
            return replace(choice, alternatives=(*near, *custom, *none))
        return choice

    async def _searched_again(
        self,
        picker: Picker,
        field: OfferedField,
        words: str,
        named: Sequence[Option],
        choice: Choice,
    ) -> Choice:
        """The choice once the name is searched as it is properly written, or without additions."""
        found = list(named)
        for name in other_names(words, self._vocabulary)[:_SEARCHES]:
            hits = await picker.options(name)
            found += [one for one in hits if one.id != CUSTOM_OPTION and one not in found]
            again = self._given(field.name, found)
            if again.option is not None:
                return again
            choice = again if again.alternatives else choice
        return choice

    def foreseen(self, field: OfferedField, options: Sequence[Option]) -> Choice | None:
        """What would be asked about a field that the page does not show yet; None for nothing.

        Where its options are not known, as of brands, only that nothing at all is said is.
        """
        if not options:
            said = self.asked(field.name) or self.reader.searched_brands(())
            if said or self.reader.brands.says_none():
                return None
            none = RankedOption(Option(NO_OPTION, NO_OPTION), 0.0, "no brand")
            return Choice(None, (none,), "nothing was said")
        if field.kind is not FieldKind.SEVERAL:
            choices: tuple[Choice, ...] = (self.one(field.name, options),)
        else:
            choices = self.several(field, options) or (self.one(field.name, options),)
        return next((choice for choice in choices if choice.option is None), None)

    def _choice(self, name: str, words: str | None, options: Sequence[Option]) -> Choice:
        if name == FieldName.CATEGORY and name not in self._listing.answers:
            return category_of(self._listing, options, self._vocabulary, self.suggested)
        if words is None:
            return Choice(None, (), "nothing was said")
        if name in self._listing.answers:
            if name == FieldName.CATEGORY:
                return category_answered(words, self._listing, options, self._vocabulary)
            return answered(words, options, vocabulary=self._vocabulary, kind=name)
        return choose(words, options, vocabulary=self._vocabulary, kind=name)

    def _with_the_texts(
        self, name: str, words: str, choice: Choice, options: Sequence[Option]
    ) -> Choice:
        """What was given, asked back where title and description say another thing.

        A question between some options, or a leaning, is decided by the texts where they name one.
        """
        if name in self._listing.answers:
            return choice
        if choice.option is None or choice.leans:
            read = self.reader.one(name, options) if name in _READ_BESIDE else None
            likely = [one.option for one in choice.alternatives if one.score >= _LIKELY]
            if read and read.option and read.option.option in likely:
                return read
            fits_nowhere = name == FieldName.SIZE and choice.question and not likely
            if fits_nowhere and read and read.option and repeats(self.reader, words):
                return read
        if choice.option is None:
            told = self.reader.explained(words, options) if name == FieldName.SIZE else None
            return told or choice
        return contradiction(self.reader, name, words, choice, options) or choice


def weighs_category(listing: Listing) -> bool:
    """Whether the category is read from the whole listing: it was not answered before."""
    remembered = (each.field for each in listing.aliases)
    return FieldName.CATEGORY not in {*listing.answers, *remembered}


def _proven(field: OfferedField, choice: Choice, earlier: EarlierChoices) -> Choice:
    """The choice; a question where it is of an option that nobody knows, unless approved before."""
    chosen = choice.option
    if chosen is None or chosen.option.id not in field.unproven:
        return choice
    if earlier.among(field.name, (chosen.option,)):
        return choice
    return Choice(
        None,
        (chosen, *choice.alternatives),
        "it is not known what the site means by this option",
    )


def _recommended(wanted: str, options: Sequence[Option]) -> Choice:
    option = next(option for option in options if option.id == wanted)
    ranked = RankedOption(option, 1.0, "recommended by the site")
    return Choice(ranked, (), ranked.reason)


def reason(evidence: Sequence[Evidence]) -> str:
    """Why a text was typed: as given, or said somewhere in the listing."""
    if evidence:
        return said_in(evidence[0])
    return "as given"


async def _searched_texts(
    reader: FieldReader, picker: Picker, field: OfferedField, listed: Sequence[Option]
) -> Choice | None:
    """The choice from all that the page has for the names in the texts; None without any."""
    found = await _with_named(picker, listed, reader.searched_brands(listed))
    return reader.one(field.name, found) if len(found) > len(listed) else None


async def _with_the_brands(
    reader: FieldReader,
    picker: Picker,
    given: tuple[str, str],
    choice: Choice,
    listed: Sequence[Option],
) -> Choice:
    """What was given for a field, asked back where the texts name another brand."""
    name, words = given
    if choice.option is None:
        whole = await _with_named(picker, listed, reader.searched_brands(listed))
        return completed(reader, words, whole) or choice
    others = unrelated(reader, choice.option.option.label, listed)
    every = await _with_named(picker, listed, others)
    return contradiction(reader, name, words, choice, every) or choice


async def _with_named(
    picker: Picker, listed: Sequence[Option], named: Sequence[Mention]
) -> tuple[Option, ...]:
    """The list, with what the page finds for names that it lacks."""
    found = list(listed)
    for mention in named[:_SEARCHES]:
        hits = await picker.options(mention.words)
        found += [one for one in hits if one.id != CUSTOM_OPTION and one not in found]
    return tuple(found)
