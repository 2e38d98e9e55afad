"""The nginx of docs/proxy.md, run as it is shown there in front of a service of a test."""

import asyncio
import os
import shutil
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.docs.pages import DOCS, blocks
from tests.gql_api.serving import free_port

NGINX: Final = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
"""Debian keeps it out of the PATH of plain users."""
_AROUND: Final = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/fripier.conf;
}}
"""


@dataclass(frozen=True)
class Front:
    """The address of the service behind nginx, and what trusts its certificate."""

    url: str
    trust: ssl.SSLContext


@asynccontextmanager
async def nginx(folder: Path, upstream: int) -> AsyncIterator[Front]:
    """Run it in front of a port of loopback until the block ends."""
    assert NGINX is not None
    folder.mkdir()
    port = free_port()
    _certify(folder)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "fripier.conf").write_text(_as_shown(folder, port, upstream))
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, user=user))
    process = await asyncio.create_subprocess_exec(
        NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"
    )
    try:
        await _listens(port, process)
        trust = ssl.create_default_context(cafile=folder / "cert.pem")
        yield Front(f"https://localhost:{port}/fripier", trust)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _as_shown(folder: Path, port: int, upstream: int) -> str:
    """The block of the page with the ports, the name and the certificate of the test."""
    (text,) = blocks(DOCS / "proxy.md", "nginx")
    for shown, here in {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "/etc/ssl/shop.example.pem": f"{folder}/cert.pem",
        "/etc/ssl/private/shop.example.key": f"{folder}/key.pem",
        "shop.example": "localhost",
        "127.0.0.1:5000": f"127.0.0.1:{upstream}",
    }.items():
        assert shown in text
        text = text.replace(shown, here)
    return text


def _certify(folder: Path) -> None:
    """A certificate for `localhost` that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


async def _listens(port: int, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(20):
        while True:
            assert process.returncode is None, "nginx ended at its start"
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    return
            await asyncio.sleep(0.05)
