"""What is stored about a reader and for how long; export and deletion of it."""

from __future__ import annotations

from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.plurals import plural

FILE = "spravka-mydata.json"
CAPTION = "Всё, что о вас хранится."
FORGOTTEN = "Готово: всё, что о вас хранилось, удалено. Подписок больше нет."
KEPT = "Ничего не удалено."
_YES = Button(label="Да, удалить всё", action="forget", argument="1")
_NO = Button(label="Нет, оставить", action="forget", argument="0")
PRIVATE_ONLY = "Это личное: напишите мне то же самое в личном чате."


def privacy(days: int, texts: int) -> Reply:
    """`days`: how long personal data is stored; `texts`: how long anonymous texts of questions are."""
    term, longer = (f"{count} {plural(count, 'день', 'дня', 'дней')}" for count in (days, texts))
    text = (
        "\n\n• ваши вопросы и мои ответы: чтобы работали /why и кнопки под ответами и чтобы было видно, "
        f"чего в базе не хватает; {term}, потом остаётся только текст вопроса, без указания, кто спрашивал, "
        f"а через {longer} удаляется и он;\n"
        "• ваши оценки и сообщения об ошибках: на тех же условиях;\n"
        f"• вопросы, об ответе на которые вы просили сообщить: пока не сообщу, самое большее {term};\n"
        f"• ход последнего разговора: чтобы понимать «А где?»; {term};\n"
        "• подписки, часовой пояс и тихие часы: пока вы их не удалите;\n"
        f"• отметки о присланных напоминаниях: {term}.\n\n"
        "Имя, телефон и другие сведения из профиля не хранятся, только числовой номер чата. "
        "Удаление устаревшего идёт каждые сутки.\n\n"
        "/mydata — прислать всё, что о вас хранится\n/forget — удалить всё, что о вас хранится"
    )
    return Reply(parts=(Strong("Что хранится"), Text(text)))


def press_button() -> Reply:
    """To a typed «да»: what cannot be undone takes a press."""
    text = f"Чтобы удалить, нажмите «{_YES.label}»: вернуть удалённое будет нельзя."
    return Reply(parts=(Text(text),), buttons=((_YES,), (_NO,)))


def confirm() -> Reply:
    """The confirmation for /forget."""
    text = (
        "Удалить всё, что о вас хранится: вопросы, оценки, сообщения об ошибках, ход разговора, подписки, "
        "часовой пояс? Вернуть это будет нельзя."
    )
    return Reply(parts=(Text(text),), buttons=((_YES,), (_NO,)))
