"""Looking up once more what became of a click whose outcome is unknown.

Owns the seam only. A look needs a browser: `workflows.look_again` looks where there is one, `rpc`
has it done by a worker. When it may be asked for is `service`'s matter.
"""

from abc import ABC, abstractmethod


class Reconciler(ABC):
    """Looks into the seller's wardrobe for what a publish has clicked; never clicks."""

    @abstractmethod
    async def again(self, job_id: str) -> None:
        """Look once, and store what was found with the job.

        A listing that is there settles the outcome. One that is not proves nothing so long after
        the click, since a person may have taken it away: that is left to the person. Raises
        `Conflict` (busy, resting, a challenge), `NoSession`, `SiteProblem` and `Unavailable`.
        """
