"""`spravka chat`: commands, numbers that press buttons, and output on a pipe."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli import terminal
from bot.cli.chat import TerminalChat, converse, typed_lines
from bot.cli.terminal_session import TerminalReply
from bot.replies.parts import Button, Emphasis, Link, Quote, Reply, Strong, Text
from knowledge.facts.model import FactId
from knowledge.results import Answer, Choices, Option, Reason, Shown, Slot, SmallTalk
from tests.commands.sessions import session


def said(chat: TerminalChat, line: str) -> str:
    reply = chat.respond(line)
    assert reply is not None
    return reply.plain


def test_commands_are_answered() -> None:
    chat = TerminalChat(session())
    assert "О ярмарке в городе" in said(chat, "/start")
    assert "/quit" in said(chat, "/HELP me")
    assert "Газета" in said(chat, "/source")
    assert said(chat, "/cancel")
    assert "/help" in said(chat, "/nope")


def test_why_needs_a_question_first() -> None:
    chat = TerminalChat(session())
    assert "не было вопроса" in said(chat, "/why")
    said(chat, "Когда открыли ярмарку?")
    assert "правило" in said(chat, "/why")


def test_numbers_press_buttons_from_topics_to_a_fact_and_back() -> None:
    chat = TerminalChat(session())
    topics = chat.respond("/topics")
    assert topics is not None
    assert [button.label for button in terminal.buttons(topics)] == ["Дни (2)", "words (1)", "Всё по времени"]
    assert said(chat, "1").startswith("Дни")
    said(chat, "/topics")
    said(chat, "1")
    assert "Вторая будет летом." in said(chat, "2")
    said(chat, "/topics")
    assert "по времени" in said(chat, "3")
    said(chat, "/topics")
    said(chat, "2")
    assert "Выберите тему" in said(chat, "2")


def test_what_was_not_meant_is_a_numbered_button() -> None:
    chat = TerminalChat(session())
    reply = chat.respond("Когда открыли ярмакру?")
    assert reply is not None
    assert "Понял вопрос как: «Когда открыли ярмарку?»" in reply.plain
    assert [button.label for button in terminal.buttons(reply)] == ["Не то"]
    as_typed = said(chat, "1")
    assert "Понял вопрос" not in as_typed
    assert as_typed == "Ответа не нашёл: слово «ярмакру» не встречается."


def test_example_questions_are_asked_by_number() -> None:
    chat = TerminalChat(session())
    said(chat, "/start")
    assert said(chat, "1") == said(TerminalChat(session()), "Когда ярмарка?")


def test_number_without_a_button_is_a_question() -> None:
    chat = TerminalChat(session())
    for line in ("1", "0", "٣", "9" * 5000):
        assert said(chat, line)


def test_quit_gives_no_reply() -> None:
    assert TerminalChat(session()).respond("/quit") is None
    assert TerminalChat(session()).respond(" /exit ") is None


def test_pipe_gets_only_the_replies() -> None:
    out = StringIO()
    converse(
        TerminalChat(session()),
        ["Когда открыли ярмарку?\n", "\n", "/cancel\n", "/quit\n", "ещё\n"],
        out,
        styled=False,
    )
    expected = said(TerminalChat(session()), "Когда открыли ярмарку?")
    assert out.getvalue() == f"{expected}\n\n{said(TerminalChat(session()), '/cancel')}\n\n"


def test_typed_lines_end_with_the_input(tmp_path: Path) -> None:
    history = tmp_path / "new" / "history"
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("Когда?\rГде?\r\x04")
        assert list(typed_lines(history)) == ["Когда?", "Где?"]
        keys.send_text("начало\x03")
        assert list(typed_lines(history)) == []
    assert "+Где?" in history.read_text("utf-8")


def test_unwritable_history_file_is_ignored() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("Когда?\r\x04")
        assert list(typed_lines(Path("/proc/none/history"))) == ["Когда?"]


REPLY = Reply(
    parts=(
        Strong("Место:"),
        Text(" Пекин\n"),
        Emphasis("да"),
        Link("источник", "https://example.org/"),
        Quote(parts=(Text("абзац 7"),)),
    ),
    buttons=(
        (Button(label="1. Факт", action="fact", argument="a"),),
        (Button(label="Темы", action="topics"),),
    ),
)


def test_plain_output_has_text_and_numbered_buttons() -> None:
    out = StringIO()
    terminal.show(REPLY, out, styled=False)
    assert out.getvalue() == "Место: Пекин\nдаисточникабзац 7\n\n2. Темы\n"


def test_styled_output_has_emphasis_and_link_addresses() -> None:
    out = StringIO()
    terminal.show(REPLY, out, styled=True)
    assert "\x1b[1mМесто:\x1b[0m Пекин" in out.getvalue()
    assert "https://example.org/" in out.getvalue()


def test_control_characters_of_a_reply_are_removed() -> None:
    for styled in (False, True):
        out = StringIO()
        terminal.show(Reply(parts=(Text("а\x1b]0;x\x07б\r\x7f\ud800"),)), out, styled=styled)
        assert out.getvalue() == "а]0;xб?\n"


def test_outcome_facts_and_options_of_each_kind_of_result() -> None:
    fact = session().base.facts[0]
    other = session().base.facts[1]
    shown = tuple(Shown(fact=one, slot=Slot.DATE) for one in (fact, other, fact))
    answer = TerminalReply(result=Answer(rule="r", confidence=1, shown=shown), reply=REPLY, ms=0)
    assert (answer.outcome, answer.facts, answer.options) == ("answer", (fact.id, other.id), ())
    choices = Choices(
        rule="r", confidence=1, options=(Option(fact=fact, label="x"), Option(fact=other, label="y"))
    )
    offered = TerminalReply(result=choices, reply=REPLY, ms=0)
    assert (offered.outcome, offered.facts, offered.options) == ("choices", (), (fact.id, other.id))
    talk = TerminalReply(
        result=Answer(rule="small-talk", confidence=1, small_talk=SmallTalk.THANKS), reply=REPLY, ms=0
    )
    assert (talk.outcome, talk.facts) == ("answer", ())
    refused = session().refuse(Reason.BAD_INPUT)
    assert (refused.outcome, refused.facts, refused.options) == ("refusal", (), ())


def test_shown_fact_is_remembered_and_the_oldest_chat_is_dropped() -> None:
    small = session(chats=2)
    small.show("a", FactId("opened"))
    for chat in ("b", "c"):
        small.ask(chat, "Когда ярмарка?")
    assert small.remembered == ("b", "c")
    small.ask("b", "Где?")
    small.ask("d", "Где?")
    assert small.remembered == ("b", "d")
