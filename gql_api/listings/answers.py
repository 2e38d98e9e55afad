"""Which answers of a call count: those to questions in case of a category go with that category.

Which questions there are is decided where the form is filled.
"""

from collections.abc import Mapping, Sequence

from browser.listing import FieldName, Question


def counting(questions: Sequence[Question], answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without those to questions that were asked in case of other categories.

    One that is dropped is asked again where the chosen category needs it.
    """
    chosen = _category(questions, answers.get(FieldName.CATEGORY))
    in_case = {each.field for each in questions if each.categories}
    meant = {each.field for each in questions if not each.categories or chosen in each.categories}
    return {name: given for name, given in answers.items() if name not in in_case - meant}


def _category(questions: Sequence[Question], answer: str | None) -> str | None:
    """The id of the offered category that was chosen, by its id or its label."""
    offered = [
        each.option
        for question in questions
        if question.field == FieldName.CATEGORY
        for each in question.candidates
    ]
    said = (answer or "").strip()
    by_id = [option.id for option in offered if option.id == said]
    named = [option.id for option in offered if option.label.casefold() == said.casefold()]
    return by_id[0] if by_id else named[0] if len(named) == 1 else None
