"""Reports on the sell page: what a walk over it found, kept for each account and compared.

Owns what a report says and where the latest one is. A walk needs a browser: `browser_doctor` does
it where there is one, `rpc` has it done by a worker.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter

from browser.inspection.findings import FieldSight, Finding, View
from browser.inspection.report import Examination
from browser.progress import Reporter, unreported
from browser.provenance import KnownSign
from gql_api.db.page_reports import ExaminationStore


@dataclass(frozen=True, slots=True)
class Report:
    """What one walk found. `findings` is everything that changed, against what Fripier knows and
    against the views of the report before; `market` is the host. `elements` are those of the first
    view, which is all that older reports have. `unseen` are signs that nobody saw on the real
    page: they are no change, and count for nothing in `drifted`."""

    account: str
    market: str
    at: datetime
    language: str
    fingerprint: str
    fields: tuple[FieldSight, ...]
    findings: tuple[Finding, ...]
    elements: tuple[str, ...]
    views: tuple[View, ...] = ()
    unseen: tuple[KnownSign, ...] = ()

    @property
    def drifted(self) -> bool:
        """Whether anything is not as it was known, or not found by its first locator."""
        return bool(self.findings) or any(field.rank != 0 for field in self.fields)


_report = TypeAdapter(Report)


def report_of(
    account: str, market: str, at: datetime, seen: Examination, before: Report | None
) -> Report:
    """The report of a walk; pages of other markets and languages are not compared."""
    same = before is not None and (before.market, before.language) == (market, seen.language)
    return Report(
        account=account,
        market=market,
        at=at,
        language=seen.language,
        fingerprint=seen.fingerprint,
        fields=seen.fields,
        findings=seen.compared(_views(before, seen.views) if before and same else ()),
        elements=seen.views[0].elements,
        views=seen.views,
        unseen=seen.unseen,
    )


def _views(before: Report, now: tuple[View, ...]) -> tuple[View, ...]:
    """What the report before saw; one from when there was one view saw what is now the first."""
    if before.views or not before.elements or now[0].category_id is None:
        return before.views
    return (replace(now[0], elements=before.elements),)


def written(report: Report) -> str:
    """A report as text."""
    return _report.dump_json(report).decode()


def read(text: str) -> Report:
    return _report.validate_json(text)


class Doctor(ABC):
    """Examines the sell page for an account."""

    def __init__(self, store: ExaminationStore) -> None:
        self._store = store

    @abstractmethod
    async def run(
        self, account: str, *, force: bool = False, report: Reporter = unreported
    ) -> Report:
        """Walk over the sell page now; nothing is filled, uploaded or saved.

        At most once a day, unless `force`. `report` is told how far it is, where the walk is made
        in this process. Raises `NoSession`, `Conflict` (busy, resting, examined
        today, a challenge), `RateLimited`, `SiteProblem` and `Unavailable`.
        """

    async def latest(self, account: str) -> Report | None:
        text = await self._store.report(account)
        return read(text) if text else None
