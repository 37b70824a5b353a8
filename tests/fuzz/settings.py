"""Makes settings that nobody writes by intent: variables of the environment, and values of the file."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.settings.loading import FILE
from tests.fuzz.awkward import NUMBERS, TEXTS, TOKENS

_ADDRESSES = (
    "postgres://h:x",
    "postgresql://",
    "postgresql:///база",
    "postgres://u:p@[::1/x",
    "postgres://u:p@127.0.0.1:1/x",
    "postgres://u:p@127.0.0.1:99999/x",
    "postgres://u:p@127.0.0.1:1/x?sslmode=verify-full&sslrootcert=~nobody/x",
    "postgres://u:p@127.0.0.1:1/x?sslmode=x",
    "postgres://u:p@127.0.0.1:1/x?connect_timeout=nan&options=%00",
    "postgres://u:p@127.0.0.1:1/x?port=ё&host=",
    "postgres://u:%zz@127.0.0.1:1/%00",
    "postgres://u:p@" + "a" * 300 + "/x",
    "postgres://u:p@..:1/x",
    "sqlite://",
    "sqlite:///",
    "sqlite:///.",
    "sqlite:////proc/x/y.db",
    "sqlite:////dev/null",
    "sqlite:///x\ty.db",
    "sqlite:///file:x?uri=true&mode=ro",
    "sqlite:///x.db?timeout=ё&mode=x",
    "sqlite+pysqlcipher://:x@/y",
    "mysql://x/y",
    "http://[",
    "http://[::1",
    "http://127.0.0.1:99999",
    "http://127.0.0.1:1/%zz",
    "http://127.0.0.1:ё",
    "http://..",
    "http://" + "a" * 300,
    "http://x y",
    "https://\u202e.example",
    "http://user:pass@127.0.0.1:1",
    "redis://127.0.0.1:99999/0",
    "redis://127.0.0.1:1/ё",
    "redis://:%zz@127.0.0.1:1/0?x=y",
    "redis://127.0.0.1:1/0?socket_timeout=x",
    "rediss://127.0.0.1:1/0?ssl_cert_reqs=x",
    "unix:///nonexistent?db=x",
)
_VALUES: Mapping[str, Sequence[str]] = {
    "BOT_TOKEN": (
        "42:",
        "42: x",
        ":x",
        "42:ё",
        "42:" + "x" * 5_000,
        "42:\x01",
        "9" * 5_000 + ":x",
        "42:a/../b",
    ),
    "ADMIN_IDS": (",", "1,,2", "1;2", "-5", "0", "9" * 30, "9" * 5_000, "1.0", "٣", "1," * 5_000, "true"),
    "WEBHOOK_SECRET": ("ё", "x" * 257, "a b", "-"),
    "WEBHOOK_HOST": ("256.1.1.1", "::", "..", "-", "a" * 300, "0.0.0.0:1", "1.2.3.4"),
    "MONITORING_HOST": ("256.1.1.1", "::", "..", "-", "a" * 300, "1.2.3.4"),
    "PORT": ("1", "65536", "-1", "1e3", "80.0"),
    "MONITORING_PORT": ("1", "65536", "-1", "1e3"),
    "PACK_DIR": ("/", ".", "/dev/null", "/proc/self/mem", "~", "a" * 5_000, "x\ny"),
    "READER": ("да", "2", "None"),
    "LOG_FORMAT": ("xml", "JSON"),
    "LOG_LEVEL": ("trace", "INFO", "0"),
    "SPRAVKA_NOW": (
        "2026-11-27",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "9999-12-31T23:59:00+00:00",
        "1969-12-31T23:59:59+00:00",
        "2026-11-27T12:00:00+24:00",
        "99999-01-01T00:00:00Z",
    ),
}
_ADDRESSED = ("DATABASE_URL", "REDIS_URL", "BOT_API_URL", "WEBHOOK_URL", "SENTRY_DSN")
_ANY = (*(text for text in TEXTS if text and "\0" not in text), *(str(one) for one in NUMBERS))
_FILE_VALUES = (
    *("0", "1", "-1", "0.000001", "1e300", ".inf", ".nan", "999999999999", "3652058", "on", "[]", "{a: b}"),
    *(
        "Europe/Nowhere",
        "../../etc/passwd",
        "25:00-26:00",
        "22:00-22:00",
        "22-8",
        "month@25:99",
        "@",
        "''",
        ",",
    ),
)
_LINE = re.compile(r"^( *)([a-z_]+): ?(\S.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """`changed`: variables and keys with a wrong value, one of which an error must name."""

    environ: Mapping[str, str]
    file: str
    changed: Sequence[str]


class SettingsMaker:
    """`make` gives an environment and a settings file; the seed chooses what is wrong with them."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._file = FILE.read_text("utf-8")

    def make(self) -> Made:
        if self._rng.random() < 0.5:
            environ = dict(self._variable() for _ in range(self._rng.choice((1, 1, 1, 2))))
            return Made(environ=environ, file=self._file, changed=tuple(environ))
        if self._rng.random() < 0.3:
            place = self._rng.randrange(len(self._file))
            broken = self._file[:place] + self._rng.choice(TOKENS) + self._file[place + 1 :]
            return Made(environ={}, file=broken, changed=())
        key, file = self._replaced()
        return Made(environ={}, file=file, changed=(key,))

    def _variable(self) -> tuple[str, str]:
        name = self._rng.choice((*_VALUES, *_ADDRESSED, *_ADDRESSED))
        own = _ADDRESSES if name in _ADDRESSED else _VALUES[name]
        return name, self._rng.choice(own if self._rng.random() < 0.8 else _ANY)

    def _replaced(self) -> tuple[str, str]:
        """The key whose value is another now, and the file."""
        found = self._rng.choice([one for one in _LINE.finditer(self._file) if one[1]])
        value = self._rng.choice(_FILE_VALUES if self._rng.random() < 0.8 else _ANY)
        line = f"{found[1]}{found[2]}: {value}"
        return found[2], self._file[: found.start()] + line + self._file[found.end() :]
