"""What is remembered of a click's content when its account is forgotten: a digest with a key.

Owns what the digest is made of: what makes two publishes the same (`publish_intents.reads_as`), and
the account. Without the service's key nobody can try titles against it.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Final

from gql_api.domain.job import Job

PURPOSE: Final = "content"


@dataclass(frozen=True, slots=True)
class ContentDigests:
    """The digests of a job's content, one a key: the first is written, each of them is found."""

    keys: tuple[bytes, ...] = ()

    def of(self, job: Job) -> tuple[str, ...]:
        """The digests, in hex, in the order of the keys."""
        listing = job.listing
        content = [
            [job.account, job.origin],
            listing.title.split(),
            listing.description.split(),
            str(listing.price),
        ]
        text = json.dumps(content).encode()
        return tuple(hmac.new(key, text, hashlib.sha256).hexdigest() for key in self.keys)


NO_DIGESTS: Final = ContentDigests()
"""Where no account is ever forgotten."""
