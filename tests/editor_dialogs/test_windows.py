"""The windows as plain functions: wording for every field, callback data and labels within limits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.editing.forms.choices import field_choices, role_choices
from bot.editing.forms.drafts import Draft, find_row, list_rows
from bot.editing.forms.fields import FIELDS, FIRST, FieldKind, Form, field_of
from bot.editing.forms.slugs import button_key, is_id, propose_id
from bot.editing.forms.typed_values import InputFault
from bot.replies.editing import base_browser as browsing
from bot.replies.editing import field_names as words
from bot.replies.editing import field_values as values
from bot.replies.editing import form as texts
from bot.replies.editing import form_steps as steps
from bot.replies.editing import input_errors as mistakes
from bot.replies.editing.base_browser import Line
from bot.replies.editing.form_steps import Item, Step
from bot.replies.parts import Quote, Reply, Text
from bot.replies.splitting import LIMIT, utf16_length
from bot.replies.truncation import CUT, truncate
from bot.telegram.sending import entities
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack.schema import EventRow, FactRow, PersonRow, SourceRow
from knowledge.language.date_errors import DateProblem
from tests.replies.sample_base import BASE

INTENT = 7
"""Characters that aiogram-dialog puts before the callback data."""
LONGEST = "a" * 40
EVERY = [(form, field) for form in Form for field in FIELDS[form]]


@pytest.mark.parametrize(("form", "field"), EVERY, ids=lambda one: getattr(one, "name", str(one)))
def test_every_field_has_wording_and_steps_within_limits(form: Form, field: Any) -> None:
    assert words.label(form, field.name)
    if field.kind is FieldKind.FLAG:
        return  # it is toggled by its button
    assert words.asked(form, field.name).endswith((".", "?", "…"))
    step = Step(form=form, name=field.name, value=None, required=False, queued=True, note="Не так.")
    items = [Item(key=LONGEST, label="Очень длинное название " * 9, chosen=True)] * 30
    for screen in (
        steps.text(step, BASE),
        steps.pick(step, items, 1, 8, many=True),
        steps.lines(step, 0, 12),
        steps.calendar(step, [("июнь 2016 года", "2016-06")]),
        steps.date_understood(step, EdtfDate.parse("2016-06"), "в середине", "2016"),
        steps.role(step, "Го Шэнкунь", items),
    ):
        assert_buttons_fit(screen)


def assert_buttons_fit(reply: Reply) -> None:
    buttons = [button for row in reply.buttons for button in row]
    assert buttons
    for button in buttons:
        assert len(entities.callback_data(button).encode()) + INTENT <= 64, button
        assert 0 < len(button.label) <= 45, button


def test_lists_and_cards_are_within_limits() -> None:
    topics = {LONGEST: ("Название темы " * 9, 5), "b": ("Б", 1)}
    assert_buttons_fit(browsing.home(BASE, topics, 0, 8, edits=True))
    assert_buttons_fit(browsing.adding())
    lines = [Line(form=form, key=LONGEST, text="Слова " * 99) for form in Form] * 3
    shown = browsing.listing("Поиск: " + "я" * 300, lines, 9, 5)
    assert_buttons_fit(shown)
    assert "5 из 5" in browsing.listing("Люди", lines, 9, 5).plain
    for form in Form:
        for _, row in list_rows(BASE, form):
            names = [field.name for field in FIELDS[form]]
            assert_buttons_fit(browsing.card(form, row, names, BASE, None, edits=True))
            assert_buttons_fit(
                texts.overview(form, row, names, BASE, new=False, touched=set(names), why="так")
            )


@pytest.mark.parametrize("mistake", InputFault)
def test_every_input_error_has_wording(mistake: InputFault) -> None:
    data = {"size": "5", "limit": "3", "value": "x", "line": "x"}
    for reason in DateProblem if mistake is InputFault.BAD_DATE else ("",):
        assert mistakes.wording(mistake, {**data, "reason": str(reason)})


_IN_FILES_ONLY = {
    Form.FACT: {"until", "source", "draft"},
    Form.EVENT: {"until"},
    Form.SOURCE: {"main", "zone"},
}
"""Keys that an edit in the chat keeps as they are."""


def test_the_forms_cover_every_key_of_the_pack() -> None:
    for form, row in (
        (Form.FACT, FactRow),
        (Form.EVENT, EventRow),
        (Form.PERSON, PersonRow),
        (Form.SOURCE, SourceRow),
    ):
        own = {field.name for field in FIELDS[form]}
        assert own | {"id"} | _IN_FILES_ONLY.get(form, set()) == set(row.__annotations__) | {"id"}
        needed = {key for key, kind in row.__annotations__.items() if "NotRequired" not in str(kind)}
        assert needed - {"id"} == {one.name for one in FIELDS[form] if one.required} - {"id"}
    for form, first in FIRST.items():
        assert all(field_of(form, name).kind is not FieldKind.FLAG for name in first)
        assert form in words.ONE


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2016", "2016 год — точность до года"),
        ("2016-22", "лето 2016 года — точность до времени года"),
        ("2016-06", "июнь 2016 года — точность до месяца"),
        ("2016-06-14", "вторник, 14 июня 2016 года — точность до дня"),
        ("2023-08-02/2023-08-05", "со 2 по 5 августа 2023 года — точность до дня"),
        ("../2015-12-01", "не позднее 1 декабря 2015 года — точность до дня"),
    ],
)
def test_a_date_is_shown_with_its_precision(when: str, said: str) -> None:
    assert values.with_precision(EdtfDate.parse(when)) == said


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Второй диалог", "vtoroi-dialog"),
        ("  Ёжик, «щука» & объезд!", "ezhik-shchuka-obezd"),
        ("Third dialogue 2016", "third-dialogue-2016"),
        ("…", "bez-nazvaniya"),
        ("а" * 90, "a" * 40),
    ],
)
def test_an_id_is_generated_from_a_title(title: str, made: str) -> None:
    assert propose_id(title, ()) == made
    assert propose_id(title, {made}) == (made[: 40 - 2] + "-2")


@given(st.text(max_size=80), st.sets(st.text(alphabet="ab-", max_size=3)))
def test_a_generated_id_is_always_valid_and_unused(title: str, taken: set[str]) -> None:
    made = propose_id(title, taken)
    assert is_id(made)
    assert made not in taken
    assert is_id(propose_id(title, {made}))


def test_choices_have_keys_that_fit_callback_data() -> None:
    for form, name in (
        (Form.FACT, "said_by"),
        (Form.PERSON, "side"),
        (Form.FACT, "about"),
        (Form.FACT, "topic"),
    ):
        keys = [choice.key for choice in field_choices(BASE, form, name)]
        assert len(set(keys)) == len(keys) > 0
        assert all(len(key.encode()) <= 40 for key in keys)
    assert [choice.value for choice in role_choices(BASE)][:5] == [
        "chair",
        "host",
        "guest",
        "speaker",
        "member",
    ]
    assert button_key("Россия").startswith("~")
    assert find_row(BASE, Form.PERSON, "anna") is not None
    assert find_row(BASE, Form.PERSON, "gone") is None


def test_a_draft_survives_json_and_knows_its_changed_fields() -> None:
    was = find_row(BASE, Form.FACT, "opened")
    draft = Draft(form=Form.FACT, was=was, row=was or {})
    assert Draft.from_json(draft.to_json()) == draft
    assert not draft.changed_fields
    changed = draft.with_value("where", "Калуга").with_value("people", [])
    assert changed.changed_fields == {"where", "people"}
    assert changed.with_value("where", "Тула").changed_fields == {"people"}
    assert [field.name for field in changed.with_value("says", "").missing] == ["says"]


@given(st.text(max_size=9000), st.integers(0, 3))
def test_a_window_never_exceeds_the_message_limit(text: str, quotes: int) -> None:
    reply = Reply(parts=(Text(text), *[Quote(parts=(Text(text),))] * quotes))
    fitted = truncate(reply)
    assert utf16_length(fitted.plain) <= LIMIT
    if utf16_length(reply.plain) <= LIMIT:
        assert fitted is reply
    else:
        assert fitted.plain.endswith(CUT)
