"""What a process holds is put into huge pages where the kernel can, and its memory does not grow by that."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bot.settings.huge_pages import PAGE

HELD = 64
"""Megabytes of small objects."""
PROGRAM = f"""
import mmap, re
from pathlib import Path
from bot.settings.huge_pages import collapsed_pages
def kilobytes(name):
    rollup = Path("/proc/self/smaps_rollup").read_text()
    return int(re.search(rf"^{{name}}: +(\\d+)", rollup, re.M)[1])
sparse = mmap.mmap(-1, {HELD} * 2**20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
for place in range(0, len(sparse), {PAGE}): sparse[place] = 1
held = [str(number) * 3 for number in range({HELD} * 10_000)]
before = kilobytes("Rss")
pages = list(collapsed_pages())
print(len(pages), kilobytes("AnonHugePages"), kilobytes("Rss") - before)
assert held[1_000] == "100010001000"
"""


def test_what_is_held_is_in_huge_pages_and_takes_no_more() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    pages, huge, grown = map(int, done.stdout.split())
    if not pages:
        assert not _can_collapse()
        return
    assert huge * 1024 >= pages * PAGE >= HELD * 2**20 / 4
    assert grown < 4 * 1024


def _can_collapse() -> bool:
    """Linux 6.1 and later with transparent huge pages not turned off."""
    enabled = Path("/sys/kernel/mm/transparent_hugepage/enabled")
    version = re.match(r"(\d+)\.(\d+)", Path("/proc/sys/kernel/osrelease").read_text())
    assert version is not None
    return (
        tuple(map(int, version.groups())) >= (6, 1)
        and enabled.exists()
        and "[never]" not in enabled.read_text()
    )
