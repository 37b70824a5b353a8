"""What is kept about a reader and for how long; deleting it; handing it over."""

from __future__ import annotations

from bot.replies.followups_messages import plural
from bot.replies.parts import Button, Reply, Strong, Text

FILE = "spravka-mydata.json"
CAPTION = "Всё, что о вас хранится."
FORGOTTEN = "Готово: всё, что о вас хранилось, удалено. Подписок больше нет."
KEPT = "Ничего не удалено."
PRIVATE_ONLY = "Это личное: напишите мне то же самое в личном чате."


def privacy(days: int) -> Reply:
    """`days`: how long questions are kept."""
    term = f"{days} {plural(days, 'день', 'дня', 'дней')}"
    text = (
        "\n\n• ваши вопросы и мои ответы: чтобы работали /why и кнопки под ответами и чтобы было видно, "
        f"чего в базе не хватает; {term}, потом удаляются;\n"
        "• ход последнего разговора: чтобы понимать «А где?»; столько же;\n"
        "• подписки, часовой пояс и тихие часы: пока вы их не удалите;\n"
        f"• отметки о присланных напоминаниях: {term}.\n\n"
        "Имя, телефон и другие сведения из профиля не хранятся, только числовой номер чата. "
        "Удаление устаревшего идёт каждые сутки.\n\n"
        "/mydata — прислать всё, что о вас хранится\n/forget — удалить всё, что о вас хранится"
    )
    return Reply(parts=(Strong("Что хранится"), Text(text)))


def confirm() -> Reply:
    """To /forget: nothing is deleted yet."""
    text = (
        "Удалить всё, что о вас хранится: вопросы, ход разговора, подписки, часовой пояс? "
        "Вернуть это будет нельзя."
    )
    yes = Button(label="Да, удалить всё", action="forget", argument="1")
    no = Button(label="Нет, оставить", action="forget", argument="0")
    return Reply(parts=(Text(text),), buttons=((yes,), (no,)))
