"""Searching a list on the open page of a preparation that waits for its yes.

Owns the seam only. The page is in a browser: `workflows.search_page` asks it where there is one,
`rpc` has it done by a worker. When it is asked at all is `service`'s matter.
"""

from abc import ABC, abstractmethod

from gql_api.errors import OptionsNotRead


class PageSearch(ABC):
    """Has the open form of a preparation searched; nothing is chosen."""

    @abstractmethod
    async def search(self, job_id: str, field: str, text: str) -> None:
        """Search a field's list once, and keep what was found with the job's lists.

        Raises `OptionsNotRead` where the form is not open, `RateLimited` within a second of the
        account's last search, and what a look at the site raises: `Conflict` (busy, resting, a
        challenge), `NoSession`, `SiteProblem` and `Unavailable`.
        """


def not_open() -> OptionsNotRead:
    """The refusal where no form is left to be asked."""
    return OptionsNotRead(
        "What was read holds nothing like this, and the form of this job is not open, so its page "
        "cannot be asked: call prepare with its job_id, and search while it waits for the yes.",
        field="field",
    )
