"""Any settings file and any environment is loaded, or refused with every problem and without a secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from bot.errors import ConfigurationError
from bot.replies.cli.failures import explain
from bot.settings.environment import ENVIRONMENT
from bot.settings.loading import FILE, load_settings
from tests.fuzz.settings_trial import fuzz_settings
from tests.hypothesis_profiles import max_examples

TEXT = FILE.read_text("utf-8")
NO_DOTENV = Path("/nonexistent/.env")
_values = st.text(max_size=30) | st.sampled_from(
    ["-1", "1e999", "nan", "0x10", "٣", "postgres://h:x", "sqlite://", "http://[", "2016-05-01", "true", "[]"]
)


def loads_or_explains(environ: dict[str, str], file: Path, dotenv: Path = NO_DOTENV) -> None:
    explained = None
    try:
        load_settings(environ, dotenv=dotenv, file=file)
    except ConfigurationError as error:
        explained = explain(error)
    assert "geheim" not in (explained or "")


@pytest.mark.hypothesis
@max_examples(60, HealthCheck.function_scoped_fixture)
@given(st.dictionaries(st.sampled_from(sorted(ENVIRONMENT.values())), _values))
def test_any_environment(given_environment: dict[str, str]) -> None:
    loads_or_explains(given_environment, FILE)


@pytest.mark.hypothesis
@max_examples(60, HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
@given(
    st.integers(0, len(TEXT) - 1), st.sampled_from([*"-:[]{}*&!|>'\"%@`#?,\n\t \0ё", "!!python/x ", "1e999"])
)
def test_any_changed_character_of_the_file(tmp_path: Path, place: int, put: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(TEXT[:place] + put + TEXT[place + 1 :], "utf-8")
    loads_or_explains({}, file)


@pytest.mark.hypothesis
@max_examples(40, HealthCheck.function_scoped_fixture)
@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: f"BOT_TOKEN=geheim{text}".encode()))
def test_any_dotenv(tmp_path: Path, content: bytes) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes(content)
    loads_or_explains({}, FILE, dotenv)


def test_a_bot_on_any_settings_answers_waits_or_refuses() -> None:
    outcomes = fuzz_settings(10, seed=8)
    assert outcomes.failures == []
    assert outcomes.counts["answers"]
    assert outcomes.counts["refused: ConfigurationError"]
