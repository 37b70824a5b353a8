"""Names of forms and fields in Russian, and the question that asks for each field."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies.editing.sources import ASKED

ONE: Mapping[str, str] = {
    "fact": "Сведение",
    "event": "Событие",
    "person": "Человек",
    "source": "Источник",
    "synonyms": "Синонимы",
    "short": "Сокращение",
    "topic": "Тема",
}
ALL: Mapping[str, str] = {
    "event": "События",
    "person": "Люди",
    "synonyms": "Синонимы",
    "short": "Сокращения",
    "topic": "Темы",
}
NEW: Mapping[str, str] = {
    "fact": "Новое сведение",
    "event": "Новое событие",
    "person": "Новый человек",
    "synonyms": "Новая группа синонимов",
    "short": "Новое сокращение",
    "topic": "Новая тема",
}
CHANGED: Mapping[str, str] = {
    "fact": "Правка сведения",
    "event": "Правка события",
    "person": "Правка сведений о человеке",
    "source": "Правка источника",
    "synonyms": "Правка группы синонимов",
    "short": "Правка сокращения",
    "topic": "Правка темы",
}
FIELDS: Mapping[str, str] = {
    "says": "Утверждение",
    "topic": "Тема",
    "questions": "Вопросы",
    "people": "Люди",
    "said_by": "Кто сказал",
    "when": "Дата",
    "where": "Место",
    "paragraph": "Абзац",
    "basis": "Основание",
    "because": "Почему так",
    "title": "Название",
    "follows": "Следует за",
    "order": "Номер в цепочке",
    "cancelled": "Отменено",
    "name": "Имя",
    "post": "Должность",
    "side": "Сторона",
    "names": "Другие написания",
    "publisher": "Издатель",
    "published": "Дата источника",
    "place": "Место источника",
    "url": "Ссылка",
    "examples": "Вопросы для начала",
    "synonyms": "Синонимы",
    "short": "Сокращения",
    "topics": "Темы",
    "main": "Главное событие",
    "zone": "Часовой пояс",
    "source": "Источник",
    "draft": "Черновик",
    "until": "Верно до",
}
"""By the pack's keys, as shown in the changes of an edit."""
_LABELS = {
    **FIELDS,
    "id": "Имя записи",
    "about": "События",
    "words": "Слова группы",
    "short": "Сокращение",
    "full": "Полностью",
    "questions": "Примеры вопросов",
    "people": "Люди и их роли",
    "why": "Причина правки",
}
_ASKED: Mapping[str, str] = {
    "says": "Напишите утверждение своими словами: одно предложение, одна мысль, имена и даты — точно.",
    "topic": "Выберите тему или напишите название новой.",
    "when": "Напишите дату не точнее, чем она известна: «14 июня 2016», «июнь 2016», «лето 2016», "
    "«2016», «с 2 по 5 августа 2023», «до 1 декабря 2015». Или выберите её в календаре.",
    "questions": "Напишите вопросы, на которые отвечает сведение, каждый с новой строки. "
    "Лучше шесть и больше, разными словами.",
    "where": "Напишите место.",
    "about": "Отметьте события, о которых идёт речь.",
    "people": "Отметьте людей. У каждого спрошу роль.",
    "said_by": "Выберите, кто это сказал, или напишите сторону.",
    "source": ASKED,
    "until": "До какого дня это верно? После него бот предупредит, что как сейчас, он не знает.",
    "paragraph": "Напишите номер абзаца в источнике.",
    "basis": "Это сказано в источнике или выведено из сказанного?",
    "because": "Напишите, из чего и как это выведено.",
    "title": "Напишите название.",
    "follows": "Выберите событие, за которым оно следует.",
    "order": "Напишите номер события в его цепочке: 1, 2, 3…",
    "name": "Напишите имя полностью, в именительном падеже.",
    "post": "Напишите должность.",
    "side": "Выберите сторону или напишите её.",
    "names": "Напишите другие написания имени, каждое с новой строки; можно латиницей.",
    "publisher": "Напишите, кто издал источник.",
    "published": "Напишите дату источника: «2 декабря 2015», «декабрь 2015» или «2015».",
    "place": "Напишите место издания.",
    "url": "Пришлите ссылку: она начинается с https://.",
    "examples": "Напишите вопросы, с которых читатель может начать, каждый с новой строки. Обычно их три.",
    "words": "Напишите слова и выражения, которые значат одно и то же, хотя бы два, каждое с новой строки.",
    "short": "Напишите сокращение, например «ООН».",
    "full": "Напишите, как оно читается полностью.",
    "id": "Напишите имя записи: строчные латинские буквы, цифры и дефис, до 40 знаков. "
    "Потом имя уже не изменить.",
    "why": "Напишите, почему нужна правка: это увидят в истории.",
}
_ASKED_OF_SOURCE: Mapping[str, str] = {
    "about": "Напишите, о чём источник: два предложения для новичка.",
    "because": "Напишите, как выведена дата источника.",
}
_BASES = {"stated": "сказано в источнике", "inferred": "выведено из сказанного"}
_ROLES = {
    "chair": "председатель",
    "host": "принимает",
    "guest": "гость",
    "speaker": "выступает",
    "member": "участник",
}


def label(form: str, name: str) -> str:
    """The label of a field; `about` means something else in a source."""
    if form == "source" and name == "about":
        return "О чём источник"
    return _LABELS[name]


def asked(form: str, name: str) -> str:
    """The question that asks for a field."""
    return _ASKED_OF_SOURCE.get(name, _ASKED[name]) if form == "source" else _ASKED[name]


def basis(value: str) -> str:
    return _BASES.get(value, value)


def role(value: str) -> str:
    """The Russian name of a common role; any other role is Russian already."""
    return _ROLES.get(value, value)
