"""What `spravka draft` says, in Russian."""

from __future__ import annotations

from bot.replies.plurals import plural
from knowledge.drafting.advice.quotations import is_quotation
from knowledge.facts.model import FactBase

NOTHING = (
    "В этом тексте не нашлось ни одного утверждения. Нужен связный текст: новость, интервью, объявление."
)
NO_DATE = (
    "В тексте нет даты публикации, поэтому «вчера», дни недели и дни без года датами не стали. Назовите её:"
    " --published 2024-06-03."
)
TOO_LONG = "он длиннее миллиона байт"
NOT_UTF8 = "кодировка не UTF-8"


def drafted(base: FactBase, folder: str, *, quotes: bool) -> str:
    """What was drafted, and what an editor does next."""
    facts = len(base.drafts)
    asked = sum(len(fact.questions) for fact in base.drafts)
    lines = [
        f"Черновик в папке {folder}: {facts} {plural(facts, 'факт', 'факта', 'фактов')},"
        f" вопросов к ним {asked}; людей {len(base.people)}, событий {len(base.events)}.",
        f"Источник: {base.source.publisher}, {base.source.published}.",
    ]
    if base.source.because:
        lines.append(base.source.because)
    quoted = sum(is_quotation(fact.says) for fact in base.drafts)
    if quoted and not quotes:
        lines.append(f"Прямую речь надо пересказать своими словами, она в {quoted} из фактов.")
    lines += [
        "Каждый факт помечен draft: true, читатели его не увидят. Прочитайте facts.yaml: у верных фактов",
        "уберите эту строку, неточные исправьте, лишние сотрите. Затем:",
        f"  spravka check --pack {folder}",
    ]
    return "\n".join(lines)
