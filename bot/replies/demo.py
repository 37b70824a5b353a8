"""Texts of the demo: its people, its page, and what `spravka demo` prints."""

from __future__ import annotations

ANNA, BORIS, VERA = "Анна", "Борис", "Вера"
READER, EDITOR = "читатель", "редактор"
GROUP, GROUP_ABOUT = "Читатели и редакция", "группа"

ENDING = "Заканчиваю: бот доделывает начатое."
ENDED = "Демонстрация закончена, всё временное удалено."

PAGE = {
    "app": "Справка: демонстрация",
    "chats": "Чаты",
    "close": "Закрыть",
    "clock": "Часы бота",
    "hour": "+1 час",
    "day": "Завтра, 10:00",
    "week": "Через неделю",
    "month": "Через месяц",
    "reminder": "К ближайшему напоминанию",
    "moment": "Перевести на дату и время",
    "move": "Перевести",
    "bot": "Бот",
    "restart": "Перезапустить",
    "kill": "Оборвать",
    "local": "Всё происходит на этом компьютере: ни токена, ни Telegram. Напишите от лица читателя "
    "или редактора и переведите часы, чтобы дождаться напоминания.",
    "open_chats": "Чаты, часы и бот",
    "message": "Сообщение",
    "send": "Отправить",
    "attach": "Приложить файл",
    "menu": "Команды",
    "start": "Начать",
    "nothing": "Здесь пока ничего нет",
    "writes_as": "От чьего имени писать",
    "ok": "Хорошо",
    "cancel": "Отмена",
    "choose_chat": "Куда отправить?",
    "to_bottom": "К последнему сообщению",
    "script": "Демонстрации нужен JavaScript.",
}
"""Texts of the page's template, by the names of its marks."""
SCRIPTS = {
    "typing": "печатает…",
    "is_bot": "бот",
    "you": "вы —",
    "members": "3 участника и бот",
    "edited": "изменено",
    "yesterday": "вчера",
    "via": "через",
    "reply": "Ответить",
    "edit": "Изменить",
    "copy": "Скопировать",
    "copied": "Скопировано",
    "actions": "Действия с сообщением",
    "reaction": "Реакция",
    "quote_open": "Развернуть цитату",
    "quote_close": "Свернуть цитату",
    "photo": "Картинка",
    "starting": "запускается…",
    "running": "работает",
    "stopped": "остановлен",
    "offline": "Демонстрация остановлена",
    "no_answer": "Бот не ответил",
    "no_reminder": "Напоминаний впереди нет: сначала попросите о них под ответом о событии",
    "not_back": "Назад часы не идут",
    "moved": "На часах бота",
    "editing": "Изменение сообщения",
    "replying": "Ответ",
    "nothing_found": "Ничего не нашлось",
    "reader": "читатель",
    "unread": "непрочитанных",
    "restarting": "Перезапускаю…",
    "failed": "Не получилось",
    "bytes": "Б КБ МБ",
}
"""Texts that the page's scripts show."""


def started(address: str) -> str:
    return f"Справка в браузере: {address}\nБот запускается, это несколько секунд. Закончить: Ctrl-C."
