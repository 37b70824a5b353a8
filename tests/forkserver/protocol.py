"""Messages from a test to the fork server over a socket: spawn a process, or signal one."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Sequence
from dataclasses import asdict, dataclass

_MAX_MESSAGE = 1 << 20
DESCRIPTORS = 4
"""stdin, stdout, stderr, and a pipe for the exit code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpawnRequest:
    """Run `python -m bot` with these arguments, environment and working directory."""

    arguments: tuple[str, ...]
    environ: dict[str, str]
    cwd: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRequest:
    """Send a signal to a spawned process; ignored if it has ended."""

    pid: int
    number: int


def send(
    control: socket.socket, request: SpawnRequest | SignalRequest, descriptors: Sequence[int] = ()
) -> None:
    message = json.dumps({type(request).__name__: asdict(request)}).encode()
    if descriptors:
        socket.send_fds(control, [message], descriptors)
    else:
        control.send(message)


def receive(control: socket.socket) -> tuple[SpawnRequest | SignalRequest | None, list[int]]:
    """The next request with its descriptors; None if the other side has closed."""
    try:
        message, descriptors, _, _ = socket.recv_fds(control, _MAX_MESSAGE, DESCRIPTORS)
    except ConnectionResetError:  # it closed with messages unread
        return None, []
    if not message:
        return None, []
    ((kind, content),) = json.loads(message).items()
    if kind == SignalRequest.__name__:
        return SignalRequest(**content), descriptors
    return SpawnRequest(**{**content, "arguments": tuple(content["arguments"])}), descriptors


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """Two connected ends; each notices when the process of the other dies."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def close_all(descriptors: Sequence[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
