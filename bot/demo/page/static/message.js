// One message as an element.

import { $, about, avatar, el, hue, icon, isBot, texts } from "./dom.js";
import { isGroup, me, nameOf } from "./store.js";
import { time } from "./dates.js";
import { drawText } from "./entities.js";
import { press, react } from "./actions.js";
import { showPicture } from "./dialogs.js";
import { openMenu } from "./menu.js";

const UNITS = texts.bytes.split(" ");

/** `follows`: the one before is by the same person. */
export function drawMessage(message, reactions, follows) {
  const mine = message.from.id === me();
  const classes = ["message", mine && "mine", follows && "follows"].filter(Boolean).join(" ");
  const node = el("article", { class: classes, "data-id": message.message_id }, bubble(message, reactions, mine, follows), keys(message));
  if (isGroup() && !mine) node.append(avatar(message.from.id, nameOf(message.from.id)));
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || getSelection().toString()) return;
    event.preventDefault();
    openMenu(message, node);
  });
  return node;
}

function bubble(message, reactions, mine, follows) {
  const words = message.text ?? message.caption ?? "";
  return el("div", { class: "bubble" },
    isGroup() && !mine && !follows ? el("b", { class: `name ${isBot(message.from.id) ? "" : hue(message.from.id)}` }, nameOf(message.from.id)) : null,
    message.via_bot ? el("span", { class: "via" }, `${texts.via} @${message.via_bot.username}`) : null,
    replied(message.reply_to_message), picture(message, words), file(message.document),
    words ? el("span", { class: "words" }, drawText(words, message.entities ?? message.caption_entities)) : null,
    reacted(message, reactions),
    el("span", { class: "meta" }, message.edit_date && mine ? `${texts.edited} ` : "", time(message.date), mine ? icon("checks") : null),
    el("button", { class: "icon act", type: "button", "aria-label": texts.actions, "aria-haspopup": "menu",
      onclick: (event) => openMenu(message, event.currentTarget) }, icon("more")));
}

function replied(original) {
  if (!original) return null;
  const jump = () => document.querySelector(`[data-id="${original.message_id}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  return el("button", { class: "reply", type: "button", onclick: jump },
    el("b", {}, nameOf(original.from.id)), el("span", {}, original.text ?? original.caption ?? texts.photo));
}

function picture(message, words) {
  const photo = message.photo?.at(-1);
  if (!photo) return null;
  const url = `/files/${photo.file_id}`;
  return el("button", { class: words ? "photo" : "photo only", type: "button", onclick: () => showPicture(url, words) },
    el("img", { src: url, alt: words || texts.photo, onload: keepAtBottom }));
}

/** A picture that has loaded must not push the last message out of sight. */
function keepAtBottom() {
  const log = $("log");
  if (log.scrollHeight - log.scrollTop - log.clientHeight < 480) log.scrollTop = log.scrollHeight;
}

function file(document) {
  if (!document) return null;
  return el("a", { class: "document", href: `/files/${document.file_id}`, download: document.file_name },
    el("i", {}, icon("file")), el("span", {}, el("b", {}, document.file_name), el("span", {}, size(document.file_size))));
}

function size(bytes) {
  let unit = 0;
  for (; bytes >= 1000 && unit < UNITS.length - 1; unit += 1) bytes /= 1024;
  return `${bytes.toLocaleString("ru-RU", { maximumFractionDigits: unit ? 1 : 0 })} ${UNITS[unit]}`;
}

function reacted(message, reactions) {
  if (!reactions) return null;
  const pills = reactions.map(({ emoji, by }) =>
    el("button", { type: "button", class: by.includes(me()) ? "own" : "", title: by.map(nameOf).join(", "), "aria-label": `${texts.reaction} ${emoji}`,
      onclick: () => react(message, emoji) }, by.length > 1 ? `${emoji} ${by.length}` : emoji));
  return el("div", { class: "reactions" }, pills);
}

function keys(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el("div", { class: "keys" }, rows.map((row) => el("div", {}, row.map((button) => key(message, button)))));
}

function key(message, button) {
  const mark = button.url ? "link" : Object.keys(button).some((name) => name.startsWith("switch_inline")) ? "share" : button.copy_text ? "copy" : null;
  return el("button", { type: "button", onclick: (event) => press(message, button, event.currentTarget) }, button.text, mark ? icon(mark) : null);
}

/** What an empty chat shows. */
export function drawEmpty(description) {
  const picture = el("img", { src: "/static/icon.svg", alt: "", width: 72, height: 72 });
  return el("div", { class: "empty" }, picture, description || about.title);
}

export const drawTyping = () => el("article", { class: "message", id: "dots", "aria-hidden": "true" }, el("div", { class: "bubble" }, el("span", { class: "dots" }, el("i"), el("i"), el("i"))));
