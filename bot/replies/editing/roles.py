"""Roles of editors: the list, one person, the audit log, and each role's commands."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.records.editing import AuditEntry, Role, RoleGrant
from bot.replies import dates
from bot.replies.parts import Button, Part, Reply, Strong, Text
from bot.replies.prompts import CANCEL

ROLES = {Role.OWNER: "владелец", Role.EDITOR: "редактор", Role.REVIEWER: "рецензент"}
GIVEN = (Role.EDITOR, Role.REVIEWER)
ASK = "Кому дать роль? Перешлите сюда сообщение этого человека, пришлите его контакт или номер пользователя."
HOW = (
    "Дать роль: кнопка ниже, «/roles НОМЕР» или «/roles» ответом на пересланное сообщение человека.\n"
    "Редактор правит базу, рецензент видит входящие и статистику. Владельцы заданы в ADMIN_IDS."
)
HIDDEN = "Этот человек скрыл себя при пересылке. Пришлите его номер пользователя: его покажет @userinfobot."
NOT_A_PERSON = "Номера пользователя здесь нет. Пришлите пересланное сообщение, контакт или число."
OWNER_STAYS = "Это владелец: владельцы заданы в ADMIN_IDS, из чата их не меняют."
NO_ROLE = "У этого человека роли нет."
GIVE, LOG, BACK, TAKE = "Дать роль", "Журнал", "К списку", "Снять роль"
COMMANDS: tuple[tuple[Role, str, str], ...] = (
    (Role.REVIEWER, "facts", "сведения базы"),
    (Role.REVIEWER, "inbox", "неотвеченные вопросы и жалобы"),
    (Role.REVIEWER, "stats", "статистика"),
    (Role.REVIEWER, "notices", "что сообщать вам и когда"),
    (Role.EDITOR, "new", "новое сведение одним сообщением"),
    (Role.EDITOR, "drafts", "незаконченные правки"),
    (Role.EDITOR, "examples", "ещё вопросы к сведению"),
    (Role.EDITOR, "history", "история правок и отмена"),
    (Role.EDITOR, "export", "база файлом"),
    (Role.OWNER, "waiting", "расхождения файлов и базы"),
    (Role.OWNER, "roles", "кто правит базу"),
    (Role.OWNER, "deliveries", "рассылка в числах"),
)
"""The editors' commands: the least role that may use each, its name, its description."""
_ACTIONS = {
    "give": "дал роль ({detail}): {subject}",
    "take": "снял роль ({detail}): {subject}",
    "publish": "опубликовал правку базы {subject} {detail}",
    "submit": "отправил правку на согласование",
    "back": "вернул правку на доработку",
    "drop": "отменил неопубликованную правку",
}


def commands(role: Role) -> tuple[tuple[str, str], ...]:
    """The commands of this role, in addition to the readers'."""
    return tuple((name, about) for least, name, about in COMMANDS if role.covers(least))


def listing(owners: Sequence[int], grants: Sequence[RoleGrant]) -> Reply:
    """Everybody with a role, with a button for all but owners."""
    lines = [f"• {owner} — {ROLES[Role.OWNER]}" for owner in owners]
    lines += [f"• {one.name} ({one.user_id}) — {ROLES[one.role]}" for one in grants]
    rows: list[tuple[Button, ...]] = [
        (Button(label=f"{one.name}, {ROLES[one.role]}"[:64], action="e-role", argument=str(one.user_id)),)
        for one in grants[:90]
    ]
    rows.append((Button(label=GIVE, action="e-ask"), Button(label=LOG, action="e-log")))
    text = "\n" + "\n".join(lines) + f"\n\n{HOW}"
    return Reply(parts=(Strong("Кто правит базу"), Text(text)), buttons=tuple(rows))


def ask() -> Reply:
    return Reply(parts=(Text(ASK),), buttons=CANCEL)


def text_reply(text: str) -> Reply:
    return Reply(parts=(Text(text),))


def person(user_id: int, name: str, role: Role | None) -> Reply:
    """One person, with buttons to give and take roles."""
    now = f"сейчас {ROLES[role]}" if role else "сейчас без роли"
    give = tuple(
        Button(label=f"Сделать: {ROLES[one]}", action="e-give", argument=f"{user_id}:{one.value}")
        for one in GIVEN
        if one is not role
    )
    take = (Button(label=TAKE, action="e-take", argument=str(user_id)),) if role else ()
    rows = [row for row in (give, take, (Button(label=BACK, action="e-roles"),)) if row]
    return Reply(parts=(Strong(name), Text(f" ({user_id}): {now}.")), buttons=tuple(rows))


def given(grant: RoleGrant) -> str:
    return f"{grant.name} теперь {ROLES[grant.role]}."


def taken(grant: RoleGrant) -> str:
    return f"{grant.name} больше не {ROLES[grant.role]}."


def welcome(role: Role) -> Reply:
    """The message to a person who was given a role."""
    listed = "\n".join(f"/{name} — {about}" for name, about in commands(role))
    more = f" Вам доступны команды:\n{listed}" if listed else ""
    return Reply(parts=(Text(f"Теперь вы {ROLES[role]} этой базы.{more}"),))


def log(entries: Sequence[AuditEntry], zone: ZoneInfo) -> Reply:
    """The latest entries of the audit log."""
    lines = "\n".join(
        f"• {dates.moment(entry.at, zone)}, {entry.name}: {_action(entry)}" for entry in entries
    )
    parts: tuple[Part, ...] = (Strong("Журнал"), Text(f"\n{lines}" if lines else "\nПока пуст."))
    return Reply(parts=parts, buttons=((Button(label=BACK, action="e-roles"),),))


def _action(entry: AuditEntry) -> str:
    detail = ROLES[Role(entry.detail)] if entry.action in ("give", "take") else entry.detail
    form = _ACTIONS.get(entry.action, "{subject}")
    return form.format(subject=entry.subject, detail=f"— {detail}" if entry.action == "publish" else detail)
