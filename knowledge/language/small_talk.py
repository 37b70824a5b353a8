"""What people say to a bot that is no question about its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.tokens import normalize, tokens
from knowledge.results import SmallTalk

_PATTERNS: Sequence[tuple[SmallTalk, str]] = (
    (
        SmallTalk.GREETING,
        r"(?:добр(?:ый|ого|ое) (?:день|дня|вечер|вечера|утро|утра|времени суток)|доброго времени"
        r"|привет(?:ик|ствую|ище)?|здравствуй(?:те)?|здрасте|здрасьте|хай|хелло|салют|ку)",
    ),
    (
        SmallTalk.FAREWELL,
        r"(?:пока(?: пока)?|до (?:свидания|встречи)|прощай(?:те)?|всего (?:доброго|хорошего)|бывай)",
    ),
    (
        SmallTalk.THANKS,
        r"(?:(?:большое |огромное )?(?:спасибо|спасибочки|спс|пасиб|благодарю|мерси)"
        r"(?: (?:большое|огромное|вам|тебе|за (?:ответ|помощь|информацию)))*)",
    ),
    (
        SmallTalk.WHO_ARE_YOU,
        r"(?:что ты за(?: зверь)?|(?:а |и )?(?:кто|что) (?:ты|вы)(?: (?:такой|такая|такое|такие))?(?: есть)?"
        r"|ты (?:кто(?: такой| такая)?|бот|робот|человек)|(?:как тебя зовут|как вас зовут|твое имя)"
        r"|(?:ты|вы) (?:живой|настоящий))",
    ),
    (
        SmallTalk.HELP,
        r"(?:помощь|помоги(?:те)?|хелп|что ты (?:умеешь|можешь|знаешь)|что (?:вы )?(?:умеете|можете)"
        r"|как (?:тобой|этим|вами) пользоваться|с чего начать|о чем (?:тебя |вас )?(?:можно )?спросить)",
    ),
    (SmallTalk.HOW_ARE_YOU, r"(?:как (?:дела|делишки|ты|жизнь|поживаешь|настроение|сам))"),
    (
        SmallTalk.PRAISE,
        r"(?:молодец|умница|отлично|супер|класс(?:но)?|круто|здорово|хороший бот"
        r"|ты (?:молодец|лучший|умный)|браво)",
    ),
    (
        SmallTalk.COMPLAINT,
        r"(?:(?:ты |вы )?(?:тупой|глупый|дурак|бестолковый|плохой)(?: бот)?"
        r"|ты ничего не знаешь|не то|неправильно|плохо)",
    ),
    (SmallTalk.AGREEMENT, r"(?:ок|окей|хорошо|ладно|понятно|понял(?:а)?|ясно|да|ага|угу|принято|нет)"),
)
_COMPILED = [(kind, re.compile(rf"{pattern}(?!\S)")) for kind, pattern in _PATTERNS]
_AT_HEAD = [
    re.compile(rf"{pattern}[\s,.!)]+(?=\S)", re.IGNORECASE)
    for kind, pattern in _PATTERNS
    if kind in (SmallTalk.GREETING, SmallTalk.THANKS)
]
_FILLERS = re.compile(r"(?:^|\s)(?:ну|вот|же|бот|ботик|всем|друг|еще раз|очень|и тебе|и вам)(?=\s|$)")


def small_talk(text: str) -> SmallTalk | None:
    """What a text is, if small talk is all that it is."""
    words = " ".join(token.word for token in tokens(normalize(text)))
    bare = " ".join(_FILLERS.sub(" ", f" {words} ").split())
    found: SmallTalk | None = None
    while bare or words:
        bare = bare or words
        # The longest, for «что ты умеешь» begins with «что ты».
        length, kind = max((_length(pattern, bare), kind) for kind, pattern in _COMPILED)
        if not length:
            return None
        found = found if found not in (None, SmallTalk.GREETING, SmallTalk.AGREEMENT) else kind
        bare = bare[length:].strip()
        if not bare:
            return found
    return None


def _length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def without_greeting(text: str) -> str:
    """A cleaned text without the greeting or thanks at its head: «Привет, когда диалог?»."""
    match = next(filter(None, (pattern.match(text) for pattern in _AT_HEAD)), None)
    return text[match.end() :] if match else text
