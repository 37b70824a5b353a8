"""A PostgreSQL server with a certificate of this run; a double that speaks TLS, for machines without one."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import ssl
import struct
import subprocess
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

USER = "postgres"
_SSL_REQUEST = 80877103
_VERSION = b"server_version\0" + b"16.0\0"
_READY = (
    *(b"R", struct.pack("!ii", 8, 0)),
    *(b"S", struct.pack("!i", 4 + len(_VERSION)), _VERSION),
    *(b"Z", struct.pack("!ic", 5, b"I")),
)
"""Accepted without a password; which server this is; ready for a query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsServer:
    """`certificate` is its own root: the name it stands for is 127.0.0.1 only."""

    port: int
    certificate: Path


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that signs itself, and its key."""
    certificate, key = folder / f"{name}.crt", folder / f"{name}.key"
    subject = ("-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1")
    made = (
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    )
    _run(["openssl", *made, *subject, "-keyout", str(key), "-out", str(certificate)])
    key.chmod(0o600)
    return certificate, key


@asynccontextmanager
async def tls_server(folder: Path, programs: Path | None) -> AsyncIterator[TlsServer]:
    """Serve during the block: PostgreSQL with these `programs`, or the double."""
    certificate, key = make_certificate(folder, "server")
    serve = _real(programs, certificate, key) if programs else _double(certificate, key)
    async with serve as port:
        yield TlsServer(port=port, certificate=certificate)


def postgres_programs() -> Path | None:
    """The folder with initdb and pg_ctl; Debian keeps them out of PATH."""
    found = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(found).parent if found else places[-1].parent if places else None


@asynccontextmanager
async def _real(programs: Path, certificate: Path, key: Path) -> AsyncIterator[int]:
    # Not in pytest's folder: another run of it takes the server's user the way there.
    folder = Path(tempfile.mkdtemp(prefix="spravka-tls-"))
    try:
        async with _running(programs, folder, certificate, key) as port:
            yield port
    finally:
        shutil.rmtree(folder)


@asynccontextmanager
async def _running(programs: Path, folder: Path, certificate: Path, key: Path) -> AsyncIterator[int]:
    data, port = folder / "data", _free_port()
    certificate, key = (Path(shutil.copy(one, folder)) for one in (certificate, key))
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c ssl=on"
    options += f" -c ssl_cert_file={certificate} -c ssl_key_file={key}"
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        for one in (folder, certificate, key):
            shutil.chown(one, USER)
    await _server(str(programs / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "--no-sync")
    control = (str(programs / "pg_ctl"), "-D", str(data))
    await _server(*control, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield port
    finally:
        await _server(*control, "-m", "immediate", "stop")


@asynccontextmanager
async def _double(certificate: Path, key: Path) -> AsyncIterator[int]:
    """Accepts TLS where it is asked for, and every user; answers no query."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            length, code = struct.unpack("!ii", await reader.readexactly(8))
            if code == _SSL_REQUEST:
                writer.write(b"S")
                await writer.start_tls(context)
                (length,) = struct.unpack("!i", await reader.readexactly(4))
                length += 4
            await reader.readexactly(length - 8)
            writer.write(b"".join(_READY))
            await reader.read()
        except (OSError, EOFError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield int(server.sockets[0].getsockname()[1])


async def _server(*command: str) -> None:
    """Run a program of the server as its user."""
    as_user = ("runuser", "-u", USER, "--") if os.geteuid() == 0 else ()
    await asyncio.to_thread(_run, [*as_user, *command])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
