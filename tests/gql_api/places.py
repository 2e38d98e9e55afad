"""The places where blobs are kept: the data folder alone, a shared folder, a bucket."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gql_api.media.local_store import Behind, Blobs
from gql_api.media.object_store import ObjectStore
from tests.gql_api.s3_server import S3Server

LIMIT = 200_000
CACHE_BYTES = 100_000


@dataclass(frozen=True)
class Place:
    """One place, as several machines see it; each machine has a data folder below `machines`."""

    machines: Path
    url: str | None = None
    s3: S3Server | None = None

    @property
    def share(self) -> Path:
        """The folder of a `file://` place."""
        return self.machines.parent / "share"

    @property
    def bucket(self) -> str:
        return (self.url or "").removeprefix("s3://").partition("/")[0]

    def store(self) -> ObjectStore | None:
        return ObjectStore.at(self.url, seconds=10) if self.url else None

    def blobs(
        self,
        machine: str = "one",
        *,
        kind: str = "photos",
        store: ObjectStore | None = None,
        now: Callable[[], float] | None = None,
    ) -> Blobs:
        """What one machine has of the place."""
        store = store or self.store()
        folder = self.machines / machine
        behind = Behind(store, kind, folder / "cache" / kind, CACHE_BYTES) if store else None
        clock = {"now": now} if now else {}
        return Blobs(folder / kind, limit=LIMIT, behind=behind, **clock)

    def held(self) -> dict[str, bytes]:
        """What is kept, by name, seen from behind and without the probe."""
        if self.s3:
            keys = [key for key in self.s3.keys(self.bucket) if not key.endswith(".fripier")]
            return {key.removeprefix("of/fripier/"): self.s3.read(self.bucket, key) for key in keys}
        root = self.share if self.url else self.machines / "one"
        files = [path for path in root.rglob("*") if path.is_file() and path.name != ".fripier"]
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}

    def overwrite(self, key: str, data: bytes) -> None:
        """Put other bytes under a key behind the service's back."""
        if self.s3:
            self.s3.write(self.bucket, f"of/fripier/{key}", data)
        else:
            (self.share / key).write_bytes(data)

    def lose(self) -> None:
        """Take the whole place away."""
        if self.s3:
            raise AssertionError("a bucket is not taken away here")
        shutil.move(self.share, self.share.with_name("gone"))

    def restore(self) -> None:
        shutil.move(self.share.with_name("gone"), self.share)
