"""What becomes of a proposal."""

from __future__ import annotations

from bot.records.editing import Proposal, ProposalState
from bot.replies import revisions
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.plurals import plural
from bot.replies.prompts import CANCEL

NO_PROPOSAL = "Такой правки нет."
OWNER_NEEDED = "Проверка не пройдена. Опубликовать такую правку может только владелец."
REASON_NEEDED = "Проверка не пройдена. Напишите одним сообщением, почему правку всё же нужно опубликовать."
SETTLED = "Запомнил: так и надо."
APPROVAL_NEEDED = "Правку публикует другой редактор: отправьте её на согласование."
MOVED = "База изменилась, пока вы смотрели. Проверяю правку заново."
AMENDED = "Правку изменили после этой проверки, вот она заново."
CHANGED = "Правку изменили после того, как вы её открыли. Вот она, какая есть."
OLD_SCREEN = "Эта проверка показана давно, вот правка заново."
UNCHANGED = "Менять нечего: в базе уже так."
STATES = {
    ProposalState.DRAFT: "ещё не опубликована",
    ProposalState.AWAITING: "ждёт согласования",
    ProposalState.PUBLISHED: "уже опубликована",
    ProposalState.DROPPED: "отменена",
}


def head(proposal: Proposal) -> str:
    """Without a number: only what is published has one, that of the history."""
    why = f" — {proposal.why}" if proposal.why else ""
    return f"Правка ({revisions.origin_name(proposal.origin.value)}, {proposal.author}{why})"


def audience(followers: int) -> str:
    """How many readers are told of a publication, and why they."""
    if not followers:
        return "Подписчикам сообщать не о чем."
    readers = plural(followers, "читателю", "читателям", "читателям")
    return (
        f"Напишу об этом {followers} {readers}: кто подписан на изменённое или недавно получил такой ответ."
    )


def reason_needed(number: int) -> Reply:
    cancel = Button(label=CANCEL[0][0].label, action="e-unasked", argument=str(number))
    return Reply(parts=(Text(REASON_NEEDED),), buttons=((cancel,),))


def unchanged() -> Reply:
    return Reply(parts=(Text(UNCHANGED),))


def closed(proposal: Proposal | None) -> Reply:
    if proposal is None:
        return Reply(parts=(Text(NO_PROPOSAL),))
    made = f" (правка {proposal.revision} в истории)" if proposal.revision is not None else ""
    return Reply(parts=(Text(f"{head(proposal)} {STATES[proposal.state]}{made}."),))


def published(revision: int, followers: int) -> Reply:
    text = f" опубликована. {audience(followers)}"
    undo = Button(label="Вернуть как было", action="e-undo", argument=str(revision))
    return Reply(parts=(Strong(f"Правка {revision}"), Text(text)), buttons=((undo,),))


def published_by(proposal: Proposal, revision: int, name: str) -> Reply:
    """The message to the author of a proposal that somebody approved."""
    return Reply(
        parts=(Strong(head(proposal)), Text(f" опубликована: {name}. В истории это правка {revision}."))
    )


def submitted(proposal: Proposal) -> Reply:
    text = " ждёт согласования: её опубликует другой редактор. Список — /drafts."
    return Reply(parts=(Strong(head(proposal)), Text(text)))


def to_approve(proposal: Proposal) -> Reply:
    """The message to the other editors."""
    open_ = Button(label="Посмотреть", action="e-open", argument=str(proposal.id))
    return Reply(parts=(Strong(head(proposal)), Text(" ждёт вашего согласования.")), buttons=((open_,),))


def dropped_by(proposal: Proposal, name: str) -> Reply:
    """The message to the author."""
    return Reply(parts=(Strong(head(proposal)), Text(f" отменена: {name}. В базе ничего не изменилось.")))


def ask_what_is_wrong() -> Reply:
    return Reply(parts=(Text("Напишите автору одним сообщением, что поправить."),), buttons=CANCEL)


def sent_back(proposal: Proposal) -> Reply:
    return Reply(parts=(Strong(head(proposal)), Text(" возвращена автору.")))


def sent_back_by(proposal: Proposal, name: str, why: str) -> Reply:
    """The message to the author."""
    open_ = Button(label="Посмотреть", action="e-open", argument=str(proposal.id))
    text = f" возвращена на доработку: {name}.\n«{why.strip()}»"
    return Reply(parts=(Strong(head(proposal)), Text(text)), buttons=((open_,),))


def dropped(proposal: Proposal) -> Reply:
    return Reply(parts=(Text(f"{head(proposal)} отменена, в базе ничего не изменилось."),))
