"""What a test asks of the nursery, a message each on a socket: a child with its descriptors, or a signal."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Sequence
from dataclasses import asdict, dataclass

_LONGEST = 1 << 20
DESCRIPTORS = 4
"""Its stdin, stdout and stderr, and where its exit code is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """`python -m bot` with these arguments, as a process with this environment in this folder."""

    arguments: tuple[str, ...]
    environ: dict[str, str]
    cwd: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One for a child; nothing comes of it where the child has ended."""

    pid: int
    number: int


def send(control: socket.socket, order: Birth | Signal, descriptors: Sequence[int] = ()) -> None:
    message = json.dumps({type(order).__name__: asdict(order)}).encode()
    if descriptors:
        socket.send_fds(control, [message], descriptors)
    else:
        control.send(message)


def receive(control: socket.socket) -> tuple[Birth | Signal | None, list[int]]:
    """The next order, or None where the other side is gone, and the descriptors that came with it."""
    try:
        message, descriptors, _, _ = socket.recv_fds(control, _LONGEST, DESCRIPTORS)
    except ConnectionResetError:  # it went without reading all that it was told
        return None, []
    if not message:
        return None, []
    ((kind, content),) = json.loads(message).items()
    if kind == Signal.__name__:
        return Signal(**content), descriptors
    return Birth(**{**content, "arguments": tuple(content["arguments"])}), descriptors


def pair() -> tuple[socket.socket, socket.socket]:
    """Two ends; each tells when the other's process has died."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def close(descriptors: Sequence[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
