"""An S3 of our own on loopback: moto's server in a process that ends with ours."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree

import httpx

_SERVER = """
import sys
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print("%s:%s" % server.get_host_and_port(), flush=True)
sys.stdin.read()  # until the tests are over, however they end
"""
_SIGNED = {"Authorization": "AWS key:any"}  # moto asks who, and believes it
_KEYS = "{http://s3.amazonaws.com/doc/2006-03-01/}Contents/{*}Key"


@dataclass(frozen=True)
class S3Server:
    """Where it listens. Buckets are made and looked into from behind, without obstore."""

    endpoint: str

    @property
    def env(self) -> Mapping[str, str]:
        """The variables that lead a process to it; moto takes any key."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "eu-west-3",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
        }

    def make_bucket(self, name: str) -> None:
        httpx.put(f"{self.endpoint}/{name}", headers=_SIGNED).raise_for_status()

    def keys(self, bucket: str) -> list[str]:
        listed = httpx.get(f"{self.endpoint}/{bucket}?list-type=2", headers=_SIGNED)
        found = ElementTree.fromstring(listed.raise_for_status().content).iterfind(_KEYS)
        return sorted(key.text or "" for key in found)

    def read(self, bucket: str, key: str) -> bytes:
        found = httpx.get(f"{self.endpoint}/{bucket}/{quote(key)}", headers=_SIGNED)
        return found.raise_for_status().content

    def write(self, bucket: str, key: str, data: bytes) -> None:
        address = f"{self.endpoint}/{bucket}/{quote(key)}"
        httpx.put(address, content=data, headers=_SIGNED).raise_for_status()


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """Run the server until the block ends."""
    command = [sys.executable, "-c", _SERVER]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            yield S3Server(f"http://{process.stdout.readline().strip()}")
        finally:
            process.stdin.close()
            process.wait(timeout=20)
