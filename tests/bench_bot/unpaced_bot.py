"""`python -m tests.bench_bot.unpaced_bot`: the bot by webhook without the pace of replies.

Telegram's limit of 30 messages a second holds after the first 10,000: a longer load would measure that.
"""

from __future__ import annotations

import sys

from bot.settings.loading import load_settings
from bot.wiring.application import run

_PER_SECOND, _BURST = 1_000, 1_000_000


def main() -> int:
    settings = load_settings()
    unpaced = {"replies_per_second": _PER_SECOND, "replies_burst": _BURST}
    telegram = settings.telegram.model_copy(update=unpaced)
    return run(settings.model_copy(update={"telegram": telegram}), webhook=True, role="all")


if __name__ == "__main__":
    sys.exit(main())
