"""Words by which Russian asks for the roles that mean the same in every pack."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.language.roots import root

_WORDS = {
    "chair": "председатель председательствовать председательство сопредседатель возглавлять возглавить глава"
    " главный руководить руководитель вести ведущий начальник модератор заправлять рулить командовать"
    " модерировать председательствующий лидер",
    "host": "хозяин принимать принять организатор организовать устроить устраивать проводить провести",
    "guest": "гость приехать приезжать прибыть посетить посещать пригласить приглашенный визит навестить",
    "speaker": "выступать выступить выступление говорить сказать заявить заявление отметить докладчик спикер"
    " слово утверждать утверждение подчеркнуть сообщить мнение считать высказать высказаться призвать"
    " напомнить добавить отмечать заявлять",
    "member": "участник участвовать участие принять член состав присутствовать делегат",
    "next": "следующий будущий очередной последующий продолжение дальше далее грядущий предстоящий",
}

ROLE_WORDS: Mapping[str, tuple[str, ...]] = {
    role: tuple(key for word in words.split() for key in (word, f"~{root(word)}"))
    for role, words in _WORDS.items()
}
"""Role -> keys of the words that ask for it; `next` is the role of an event that follows another."""

SPEECH = frozenset(
    "сказать говорить заявить заявлять высказаться прокомментировать ответить пообещать".split()
)
"""Lemmas of what somebody says: «что сказал Го» is answered only by his words."""
