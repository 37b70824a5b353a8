"""TLS of a PostgreSQL connection: libpq's parameters as the `ssl` argument of asyncpg."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.errors import DatabaseParameterError

TLS_PARAMETERS = frozenset(
    (
        *("ssl", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword", "sslcrl"),
        *("ssl_min_protocol_version", "ssl_max_protocol_version"),
    )
)
_MODES = frozenset(("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))
_WORDS = {"true": "require", "1": "require", "false": "disable", "0": "disable", "no-verify": "require"}
"""What services of other languages write as `ssl=`."""
_VERSIONS = {
    "TLSv1": ssl.TLSVersion.TLSv1,
    "TLSv1.1": ssl.TLSVersion.TLSv1_1,
    "TLSv1.2": ssl.TLSVersion.TLSv1_2,
    "TLSv1.3": ssl.TLSVersion.TLSv1_3,
}
_ROOT = Path("~/.postgresql/root.crt")
"""libpq's place of the certificates that are trusted."""


def tls_argument(given: Mapping[str, str]) -> str | bool | ssl.SSLContext | None:
    """None where nothing is given: the driver then uses TLS if the server offers it.

    Raises DatabaseParameterError for a mode, a version or a file that cannot be used.
    """
    if not given:
        return None
    mode = _mode(given)
    if mode == "disable":
        return False
    if mode in ("allow", "prefer") and given.keys() <= {"ssl", "sslmode"}:
        return mode
    return _context(mode, given)


def _mode(given: Mapping[str, str]) -> str:
    name = "sslmode" if "sslmode" in given else "ssl"
    text = given.get(name, "prefer").lower()
    mode = _WORDS.get(text, text)
    if mode not in _MODES:
        raise DatabaseParameterError(name)
    # As libpq: who names the certificates that are trusted means them to be checked.
    return "verify-ca" if mode == "require" and given.get("sslrootcert") else mode


def _context(mode: str, given: Mapping[str, str]) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = mode == "verify-full"
    if mode not in ("verify-ca", "verify-full"):
        context.verify_mode = ssl.CERT_NONE
    elif root := _trusted(given):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = mode == "verify-full"
        with _naming("sslrootcert"):
            context.load_verify_locations(root)
    if certificate := given.get("sslcert"):
        with _naming("sslcert"):
            key, password = given.get("sslkey"), given.get("sslpassword")
            context.load_cert_chain(certificate, key, password)
    if revoked := given.get("sslcrl"):
        with _naming("sslcrl"):
            context.load_verify_locations(revoked)
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    context.minimum_version = _version(given, "ssl_min_protocol_version", context.minimum_version)
    context.maximum_version = _version(given, "ssl_max_protocol_version", context.maximum_version)
    return context


def _trusted(given: Mapping[str, str]) -> str | None:
    """The file with the trusted certificates; None for those of the system."""
    named = given.get("sslrootcert")
    if named == "system":
        return None
    if named:
        with _naming("sslrootcert"):
            return str(Path(named).expanduser())
    return str(_ROOT.expanduser()) if _ROOT.expanduser().is_file() else None


def _version(given: Mapping[str, str], name: str, default: ssl.TLSVersion) -> ssl.TLSVersion:
    text = given.get(name)
    if text is None:
        return default
    if text not in _VERSIONS:
        raise DatabaseParameterError(name)
    return _VERSIONS[text]


@contextmanager
def _naming(parameter: str) -> Iterator[None]:
    """Raise DatabaseParameterError for a file that cannot be read or holds no certificate."""
    try:
        yield
    except (OSError, ValueError, RuntimeError):  # ssl.SSLError is an OSError; RuntimeError: no such home
        raise DatabaseParameterError(parameter) from None
