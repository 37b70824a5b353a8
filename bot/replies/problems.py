"""The Russian text of every problem with a pack, the settings or question files, with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.facts.pack.problems import Code, Problem

SHOWN = 100
"""Problems listed; the rest are counted."""
_ENVIRONMENT = "environment"

_TEXTS: Mapping[Code, str] = {
    Code.NO_FOLDER: "такой папки нет: проверьте --pack или PACK_DIR",
    Code.MISSING_FILE: "файла нет, а без него базы не бывает: создайте его (см. docs/editors.ru.md)",
    Code.UNKNOWN_FILE: "такого файла база не знает: переименуйте его в {nearest} или уберите из папки",
    Code.UNREADABLE: "файл не читается ({reason}): проверьте, что он есть и доступен для чтения",
    Code.TOO_LARGE: "в файле {size} байт, можно не больше {limit}: разделите базу или поднимите "
    "pack.max_bytes в config/settings.yaml",
    Code.EMPTY_FILE: "файл пуст: заполните его или удалите, если он необязателен",
    Code.ENCODING: "кодировка не UTF-8: сохраните файл в UTF-8",
    Code.BROKEN_YAML: "это не YAML{at}: {hint}",
    Code.MANY_DOCUMENTS: "второй документ в файле: уберите строку «---»",
    Code.TAG: "метка {tag} запрещена: напишите значение простым текстом",
    Code.ALIASES: "ссылка «*{name}» не раскрывается: если это текст, возьмите его в кавычки, иначе "
    "напишите значение целиком",
    Code.TOO_DEEP: "вложенность глубже {limit} уровней: упростите запись",
    Code.BAD_KEY: "ключ должен быть простым словом: уберите скобки или знак вопроса в начале строки",
    Code.BAD_LINE: "строка не читается: напишите её в виде ИМЯ=значение",
    Code.DUPLICATE_KEY: "ключ «{key}» уже есть в строке {first}: оставьте один",
    Code.UNKNOWN_KEY: "ключа «{key}» нет в форме: {meant}",
    Code.MISSING_KEY: "не хватает ключа «{key}»: добавьте его",
    Code.MAPPING_EXPECTED: "здесь нужны пары «ключ: значение»{of}",
    Code.LIST_EXPECTED: "здесь нужен список{of}: каждый пункт с новой строки и с дефиса",
    Code.TEXT_EXPECTED: "здесь нужен текст{of}: если в нём есть двоеточие, возьмите его в кавычки",
    Code.EMPTY_TEXT: "пустой текст{of}: заполните или уберите ключ",
    Code.EMPTY_LIST: "пустой список{of}: добавьте хотя бы один пункт",
    Code.CONTROL_CHARACTER: "невидимый управляющий символ{of}: наберите текст заново",
    Code.BAD_ID: "«{value}» не годится как имя{of}: строчные латинские буквы, цифры и дефис, до 40 знаков",
    Code.BAD_DATE: "«{value}» не дата{of}: пишите 2016, 2016-06, 2016-22 (лето), 2015-12-01, "
    "2015-12-01/2015-12-02, ../2015-12-01 или со временем 2015-12-01T10:00",
    Code.BAD_ZONE: "«{value}» не часовой пояс: пишите название из базы IANA, например Europe/Moscow, "
    "Asia/Yekaterinburg или Asia/Vladivostok",
    Code.BAD_NUMBER: "«{value}» не подходит{of}: нужно число в допустимых пределах",
    Code.BAD_FLAG: "«{value}» не подходит{of}: пишите true или уберите ключ",
    Code.BAD_BASIS: "«{value}» не основание: пишите stated (сказано в источнике) или inferred (выведено)",
    Code.BAD_VALUE: "значение{of} не подходит: {advice}",
    Code.DUPLICATE_ID: "имя «{value}» уже занято в строке {first}: дайте другое",
    Code.UNKNOWN_EVENT: "события «{value}» нет в events.yaml{of}: {meant}",
    Code.UNKNOWN_PERSON: "человека «{value}» нет в people.yaml{of}: {meant}",
    Code.UNKNOWN_SOURCE: "источника «{value}» нет ни в sources.yaml, ни в source.yaml{of}: {meant}",
    Code.UNKNOWN_COLUMN: "столбца «{key}» в базе нет: верните прежнее название или уберите столбец",
    Code.RENAMED_COLUMN: "столбца «{key}» в базе нет, не хватает «{missing}»: верните прежнее название",
    Code.MISSING_COLUMN: "нет столбца «{missing}», а в базе он заполнен: верните его, хотя бы пустым",
    Code.DUPLICATE_COLUMN: "столбец «{key}» стоит дважды: оставьте один",
    Code.FORMULA: "здесь формула или её ошибка: впишите само значение",
    Code.CIRCLE: "события идут по кругу ({value}): уберите одно из follows",
}

_IN_CELL: Mapping[Code, str] = {
    Code.MISSING_KEY: "ячейка столбца «{key}» пуста: заполните её",
    Code.EMPTY_TEXT: "пустой текст: заполните ячейку",
    Code.EMPTY_LIST: "пустая ячейка: напишите хотя бы одну строку",
    Code.BAD_NUMBER: "«{value}» не подходит: нужно целое число от 1",
}
"""In the words of a table, where the place of a problem is a cell."""
_HINTS = (
    ("mapping values are not allowed", "двоеточие в тексте — возьмите текст в кавычки"),
    ("cannot start any token", "в начале строки табуляция или особый знак — ставьте пробелы или кавычки"),
    ("',' or ']'", "не закрыта квадратная скобка"),
    ("',' or '}'", "не закрыта фигурная скобка"),
    ("unknown escape", "лишний знак «\\» — возьмите текст в одинарные кавычки"),
    ("quoted scalar", "не закрыта кавычка"),
    ("expected '-'", "пункты списка и ключи вперемешку — выровняйте отступы"),
    ("expected key", "строка не под соседними или в тексте лишняя кавычка — выровняйте отступы"),
    ("document start", "строка лишняя или перед двоеточием нет ключа — допишите ключ в той же строке"),
    ("while parsing a tag", "знак «!» в начале — возьмите текст в кавычки"),
    ("directive", "знак «%» в начале строки — возьмите текст в кавычки"),
    ("expected <block end>", "пункт стоит не под своими соседями — выровняйте отступы"),
    ("could not find expected ':'", "после ключа нужны двоеточие и пробел"),
)
_LOOK = "проверьте отступы, кавычки и скобки рядом"

_ADVICE = {
    "BOT_TOKEN": "токен от @BotFather вида 123456:ABC…",
    "BOT_API_URL": "адрес вида https://api.telegram.org",
    "DATABASE_URL": "sqlite+aiosqlite:///путь или postgresql+asyncpg://пользователь@узел/база",
    "REDIS_URL": "адрес вида redis://узел:6379/0",
    "WEBHOOK_URL": "адрес вида https://ваш-узел/путь",
    "WEBHOOK_SECRET": "латинские буквы, цифры, «_» и «-», до 256 знаков",
    "SPRAVKA_NOW": "момент со смещением вида 2016-05-01T12:00:00+03:00",
    "ADMIN_IDS": "номера пользователей через запятую",
}
_SEE_COMMENT = "смотрите пояснение над этим ключом"


def line(problem: Problem) -> str:
    """«facts.yaml:12: what is wrong: what to do», or «лист facts, ячейка D12: …»."""
    if problem.file == _ENVIRONMENT:
        place = f"переменная {problem.data['key']}"
    elif problem.line is None:
        place = problem.file
    elif problem.column:
        place = f"лист {problem.file}, ячейка {problem.column}{problem.line}"
    elif "." not in problem.file:
        place = f"лист {problem.file}, строка {problem.line}"
    else:
        place = f"{problem.file}:{problem.line}"
    return f"{place}: {wording(problem)}"


def listing(problems: Iterable[Problem]) -> str:
    """One line per problem, SHOWN at most, then the number of the others."""
    lines = [line(problem) for problem in problems]
    more = [f"… и ещё {len(lines) - SHOWN}"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])


def wording(problem: Problem) -> str:
    """The text of a problem without its place."""
    data = problem.data
    key, nearest = data.get("key", ""), data.get("nearest", "")
    values = {
        **data,
        "of": f" («{key}»)" if key else "",
        "meant": f"может быть, «{nearest}»?" if nearest else "проверьте написание или уберите",
        "hint": next((hint for sign, hint in _HINTS if sign in data.get("reason", "")), _LOOK),
        "at": f" (знак {data['column']})" if data.get("column") else "",
        "advice": _ADVICE.get(key, _SEE_COMMENT),
        "value": data.get("value", ""),
    }
    in_cell = _IN_CELL.get(problem.code) if problem.column else None
    return (in_cell or _TEXTS[problem.code]).format_map(values)
