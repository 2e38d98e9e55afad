"""What the driver must do on each switch of the page of August 2026, as a table."""

from tests.browser.cases.case import Case
from tests.browser.cases.form import FORM_CASES
from tests.browser.cases.site import BOOKKEEPING, SITE_CASES

CASES: tuple[Case, ...] = (*FORM_CASES, *SITE_CASES)

__all__ = ["BOOKKEEPING", "CASES"]
