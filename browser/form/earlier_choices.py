"""What the words of a field came to before: in the form that was approved, or by an own answer.

Owns that an approved option is chosen again whatever its words are read as by now, and that a field
which was approved as it stood is left so. What words mean is `decider`'s.
"""

from collections.abc import Sequence

from browser.listing import FieldName, FieldReport, Listing, Option, RankedOption
from browser.matching.matcher import Choice
from browser.sell_form import OfferedField, Picker


class EarlierChoices:
    """The choices that were made for one listing before."""

    def __init__(self, listing: Listing, approved: Sequence[FieldReport] = ()) -> None:
        self._listing = listing
        self._approved = {report.name: report for report in approved}

    def leaves(self, name: str) -> bool:
        """Whether a form was approved in which nothing was chosen for the field."""
        return bool(self._approved) and name not in self._approved

    def is_approved(self, name: str) -> bool:
        """Whether what was chosen before is part of the form that was approved."""
        return name in self._approved

    def among(self, name: str, options: Sequence[Option]) -> tuple[Choice, ...]:
        """The earlier choices, where the page offers every one of those options again.

        What was approved counts before everything; an alias only where nothing is answered now.
        """
        if approved := self._as_approved(name, options):
            return approved
        if name in self._listing.answers:
            return ()
        meant = next((each.options for each in self._listing.aliases if each.field == name), ())
        found = [_same(option, options, by_label=name == FieldName.SIZE) for option in meant]
        again = [option for option in found if option is not None]
        if len(again) < len(meant):
            return ()
        reason = "as answered before"
        return tuple(Choice(RankedOption(option, 1.0, reason), (), reason) for option in again)

    async def approved(
        self, picker: Picker, field: OfferedField, options: Sequence[Option]
    ) -> Choice | None:
        """The option that was approved for a field of one; searched, where the list lacks it."""
        again = self._as_approved(field.name, options)
        report = self._approved.get(field.name)
        if not again and field.searched and report and report.option_id and report.chosen:
            again = self._as_approved(field.name, await picker.options(report.chosen))
        return again[0] if len(again) == 1 else None

    def _as_approved(self, name: str, options: Sequence[Option]) -> tuple[Choice, ...]:
        report = self._approved.get(name)
        if report is None or not report.option_id:
            return ()
        ids = report.option_id.split(",")
        by_id = {option.id: option for option in options if option.id in ids}
        if len(by_id) < len(ids):
            return ()
        ranked = (RankedOption(by_id[each], report.score, report.reason) for each in ids)
        return tuple(Choice(one, (), one.reason, report.evidence) for one in ranked)


def _same(wanted: Option, options: Sequence[Option], *, by_label: bool) -> Option | None:
    """The option of this page that an earlier answer chose; ids of sizes change with the page."""
    if by_label:
        named = [option for option in options if option.label == wanted.label]
        return named[0] if len(named) == 1 else None
    return next((option for option in options if option.id == wanted.id), None)
