"""What was given for a field against what title and description say of it.

What was given counts first. Where the texts name another brand, size or colour in so many words, or
say of a new thing that it was worn, both are candidates of a question.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from browser.evidence.condition_reader import contradicts_new, contradicts_very_good
from browser.evidence.field_reader import FieldReader, asked, decided, related
from browser.evidence.mentions import Mention
from browser.listing import Evidence, EvidenceSource, FieldName, Option
from browser.matching.folding import compact
from browser.matching.matcher import Choice, choose

_AGAINST: Final = {
    "new with tags": contradicts_new,
    "new without tags": contradicts_new,
    "very good": contradicts_very_good,
}
"""What the texts may say against a grade that was given."""


def contradiction(
    reader: FieldReader, name: str, given: str, choice: Choice, options: Sequence[Option]
) -> Choice | None:
    """The question that a contradiction is; None where the texts agree or say nothing."""
    if choice.option is None:
        return None
    own = replace(choice, evidence=(Evidence(EvidenceSource.FIELD, given),))
    match name:
        case FieldName.BRAND:
            return _brand(reader, own, options)
        case FieldName.SIZE:
            return _size(reader, own, options)
        case FieldName.COLOR:
            return _color(reader, own, options)
        case FieldName.CONDITION:
            return _condition(reader, own, options)
    return None


def unrelated(reader: FieldReader, brand: str, options: Sequence[Option]) -> tuple[Mention, ...]:
    """Other brands that the texts name and a list lacks."""
    named = reader.searched_brands(options)
    return tuple(one for one in named if not _related(reader, brand, one.words))


def _brand(reader: FieldReader, own: Choice, options: Sequence[Option]) -> Choice | None:
    """Another brand in the title, or behind a word for brand; a line of the same one is none."""
    chosen = _label(own)
    others = []
    for one in reader.named(options):
        related = _related(reader, chosen, one.name)
        # `M&S`, given and written, is no other brand, whatever it is short for.
        same = any(compact(each.words) == compact(one.mention.evidence.words)
                   for each in own.evidence)  # fmt: skip
        if not related and not same and (one.title or one.cued):
            others.append(one)
    if not others or any(_related(reader, chosen, one.name) for one in reader.named(options)):
        return None
    found = [
        decided(option.option, one.mention)
        for one in others
        if (option := _chosen(reader, FieldName.BRAND, one.mention, options).option)
    ]
    return asked((own, *found))


def _related(reader: FieldReader, one: str, other: str) -> bool:
    lines = reader.vocabulary.brand_lines
    names = {compact(name) for name in (one, lines.get(one, one))}
    others = {compact(name) for name in (other, lines.get(other, other))}
    inside = compact(one) in compact(other) or compact(other) in compact(one)
    return inside or bool(names & others)


def _size(reader: FieldReader, own: Choice, options: Sequence[Option]) -> Choice | None:
    read = reader.one(FieldName.SIZE, options)
    if read is None or own.option is None:
        return None
    said = [read.option] if read.option else list(read.alternatives)
    if any(own.option.option == one.option for one in said):
        return asked((own, read)) if len(said) > 1 else None
    found = [replace(read, option=one) for one in said]
    return asked((own, *found))


def _color(reader: FieldReader, own: Choice, options: Sequence[Option]) -> Choice | None:
    """A title or a description that has none of the colours that were given, nor a shade of one."""
    mentions = reader.table(FieldName.COLOR).of_each()
    for group in mentions:
        found = [_chosen(reader, FieldName.COLOR, mention, options) for mention in group]
        near = {one.option for each in found for one in (each.option, *each.alternatives) if one}
        named = [
            decided(each.option.option, mention)
            for each, mention in zip(found, group, strict=True)
            if each.option
        ]
        if named and not {one.id for one in near} & _shades(reader, own):
            return asked((own, *named))
    return None


def _shades(reader: FieldReader, own: Choice) -> set[str]:
    """The ids of what was given, of what came near, and of all that is wider or narrower."""
    near = [one.option for one in (own.option, *own.alternatives) if one]
    return related(near, reader.vocabulary)


def _condition(reader: FieldReader, own: Choice, options: Sequence[Option]) -> Choice | None:
    """Given as new, and worn ten times by the text; given as very good, and torn."""
    if own.option is None:
        return None
    found = [
        decided(choice.option.option, mention)
        for grade, against in _AGAINST.items()
        if _is_grade(reader, own.option.option, grade, options)
        for mention in against(reader.passages)
        if (choice := _chosen(reader, FieldName.CONDITION, mention, options)).option
    ]
    return asked((own, *found)) if found else None


def _is_grade(reader: FieldReader, given: Option, grade: str, options: Sequence[Option]) -> bool:
    meant = choose(grade, options, vocabulary=reader.vocabulary, kind=FieldName.CONDITION).option
    return meant is not None and meant.option == given


def _chosen(reader: FieldReader, name: str, mention: Mention, options: Sequence[Option]) -> Choice:
    return choose(mention.words, options, vocabulary=reader.vocabulary, kind=name)


def _label(choice: Choice) -> str:
    return choice.option.option.label if choice.option else ""
