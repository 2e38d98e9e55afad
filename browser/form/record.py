"""What was filled into a form, what has to be asked, and how each field is filled once more.

Filling belongs to `filler` and `category_filler`; what can be answered to a question to
`candidates`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from browser.form.candidates import LIKELIEST, Candidates
from browser.form.decider import Decider
from browser.form.read_lists import ReadLists
from browser.listing import FieldName, FieldReport, FormReading, Option, Question
from browser.matching.matcher import Choice
from browser.messages import Message, Text
from browser.sell_form import Foreseen, Shown


@dataclass(slots=True)
class _Filled:
    """A field that was filled: what it must read as, and how to fill it again."""

    reads: str
    again: Callable[[], Awaitable[None]]


class Record:
    """The reports and questions of one form, in the order of filling."""

    def __init__(self, decider: Decider, candidates: Candidates) -> None:
        self._decider = decider
        self._candidates = candidates
        self.lists = ReadLists()
        self._reports: dict[str, FieldReport] = {}
        self._questions: dict[str, Question] = {}
        self._ahead: list[Question] = []
        self._filled: dict[str, _Filled] = {}
        self.warnings: list[str] = []

    @property
    def reports(self) -> tuple[FieldReport, ...]:
        """One report per field, in the order of filling."""
        return tuple(self._reports.values())

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the seller has to answer before this form can be published."""
        return (*self._questions.values(), *self._ahead)

    def holds(self, name: str) -> bool:
        return name in self._filled

    def tells_of(self, name: str) -> bool:
        """Whether a field was filled or asked about."""
        return name in self._reports

    def strayed(self, reading: FormReading) -> list[str]:
        """The fields that no longer show what they were filled with."""
        shown = {**reading.values, FieldName.PHOTOS: str(reading.photo_count)}
        return [
            name
            for name, filled in self._filled.items()
            # A box that has gone is as good as one that is not ticked.
            if shown.get(name, "no" if filled.reads == "no" else None) != filled.reads
        ]

    async def fill_again(self, name: str) -> None:
        await self._filled[name].again()

    def ask(self, name: str, choice: Choice, label: Text | None = None) -> None:
        """Make a field a question, with what can be answered."""
        asked, options = self._decider.asked(name), self.lists.get(name, ())
        offered = self._candidates.of(name, asked, choice.alternatives, options)
        count = len(options) or None
        self._questions[name] = Question(name, asked, choice.reason, offered, label, count)
        self._reports[name] = FieldReport(
            name,
            asked,
            None,
            score=0.0,
            reason=choice.reason,
            alternatives=offered[:LIKELIEST],
            evidence=choice.evidence,
        )

    def ask_ahead(self, field: Foreseen, choice: Choice, categories: Sequence[Option]) -> None:
        """Ask about a field that these categories would bring, while the category is a question.

        The form shows no such field, so nothing is reported of it.
        """
        name, asked = field.field.name, self._decider.asked(field.field.name)
        offered = self._candidates.of(name, asked, choice.alternatives, field.options)
        reason = Message(
            "in case the category is {categories}: {reason}",
            categories=", ".join(dict.fromkeys(each.label for each in categories)),
            reason=Message.of(choice.reason),
        )
        self.lists.keep(name, field.options)
        ids = tuple(each.id for each in categories)
        count = len(field.options) or None
        question = Question(name, asked, reason, offered, field.field.label, count, ids)
        self._ahead.append(question)

    def expect(self, report: FieldReport) -> None:
        """Keep the place of a field that is not filled yet, in the order of filling."""
        self._reports[report.name] = report

    def note(
        self, report: FieldReport, again: Callable[[], Awaitable[None]], reads: str | None = None
    ) -> None:
        """Remember a field as filled."""
        self._reports[report.name] = report
        self._questions.pop(report.name, None)
        self._filled[report.name] = _Filled(reads or report.chosen or "", again)

    def chosen(self, name: str, choices: Sequence[Choice], shown: Shown) -> FieldReport:
        """The report of a field whose options were chosen."""
        ranked = [choice.option for choice in choices if choice.option]
        least = min(ranked, key=lambda option: option.score)
        evidence = dict.fromkeys(one for choice in choices for one in choice.evidence)
        asked = self._decider.asked(name)
        return FieldReport(
            name,
            asked,
            shown.text,
            option_id=",".join(option.option.id for option in ranked),
            score=least.score,
            reason=least.reason,
            alternatives=tuple(other for choice in choices for other in choice.alternatives),
            rank=shown.rank,
            evidence=tuple(evidence),
            assumed=asked is None and bool(evidence),
        )
