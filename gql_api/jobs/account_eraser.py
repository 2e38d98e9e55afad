"""Forgetting an account: its session, jobs, photos, and whatever else tells of it.

Owns the seam only. Its browser must let go of it first: `workflows.forget_account` does it where
there is one, `rpc` has it done by a worker. Who may ask for it is `service`'s matter.
"""

from abc import ABC, abstractmethod


class AccountEraser(ABC):
    """Forgets accounts."""

    @abstractmethod
    async def forget(self, account: str) -> bool:
        """Forget everything of the account; False when there was nothing.

        Raises `Conflict` while a publish of it has clicked and does not know its outcome yet
        (nothing is forgotten then), and while its browser does not end (it goes on by itself).
        """
