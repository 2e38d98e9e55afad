"""Subjects: whose accounts, photos and jobs these are, as names inside the service.

The operator's own are named as they always were. Those of every other subject stand behind its
owner name and a separator that no account name can hold, so that one name of an account is enough
for its session, its turn, its browser context, its budget and its queue. Who a caller is belongs
to `authenticator`; callers are never shown more than an account's own name.
"""

import hashlib
from typing import Final

OPERATOR: Final = ""
"""The owner of what the operator's own keys see, and of all that there was before subjects."""
_BETWEEN: Final = "/"


def owner_of(subject: str) -> str:
    """The owner name of a subject, 32 hex digits: too many for two subjects to share one."""
    if not subject:
        raise ValueError("a subject has a name")
    named = f"fripier/subject/{subject}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(named).hexdigest()[:32]


def qualified(owner: str, account: str) -> str:
    """An account's name inside the service."""
    return f"{owner}{_BETWEEN}{account}" if owner else account


def shown(account: str) -> str:
    """An account's name as its owner knows it."""
    return account.rpartition(_BETWEEN)[2]


def owner_in(account: str) -> str:
    """Whose account it is, by its name inside the service."""
    return account.rpartition(_BETWEEN)[0]
