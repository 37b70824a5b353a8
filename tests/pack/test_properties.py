"""Properties of loading and dumping any base and any text."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from bot.replies.problems import listing
from knowledge.facts.dates import DateError, EdtfDate
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, Problem, dump_pack, load_files
from tests.hypothesis_profiles import max_examples
from tests.pack.sample_pack import GOOD
from tests.pack.strategies import bases, dates

_slow = max_examples(40, HealthCheck.too_slow)
_names = st.sampled_from(sorted(GOOD))


@max_examples(15, HealthCheck.too_slow)
@given(bases())
def test_dumped_base_loads_as_an_equal_base(base: FactBase) -> None:
    files = {name: text.encode() for name, text in dump_pack(base).items()}
    assert load_files(files) == base


@_slow
@given(
    _names, st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_file_content_loads_or_gives_problems(name: str, content: bytes) -> None:
    _loads_or_gives_problems({**GOOD, name: content})


@_slow
@given(_names, st.data())
def test_any_changed_character_loads_or_gives_problems(name: str, data: st.DataObject) -> None:
    text = GOOD[name]
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(list("-:[]{}*&!|>'\"%@`#?,\n\t \x00\ufeff~0ё")))
    _loads_or_gives_problems({**GOOD, name: (text[:at] + put + text[at + 1 :]).encode()})


@given(dates())
def test_date_survives_its_text(date: EdtfDate) -> None:
    assert EdtfDate.parse(str(date)) == date


@given(st.text(max_size=30) | st.from_regex(r"[0-9./-]{1,24}", fullmatch=True))
@example("0000")
@example("9999-24")
@example("٢٠١٦")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = EdtfDate.parse(text)
    except DateError:
        return
    assert date.first_day is None or date.first_day <= date.last_day
    assert EdtfDate.parse(str(date)) == date


def _loads_or_gives_problems(files: dict[str, str | bytes]) -> None:
    given = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    found: tuple[Problem, ...] | None = None
    try:
        load_files(given)
    except PackError as error:
        found = error.problems
    assert found is None or listing(found)
