// The menu of one message: reactions, reply, edit, copy.

import { $, el, icon, texts } from "./dom.js";
import { me } from "./store.js";
import { copy, react } from "./actions.js";
import { beginEdit, beginReply } from "./composer.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🤔"];

/** Opens beside `anchor`; a second time closes. */
export function openMenu(message, anchor) {
  const menu = $("actions");
  const own = message.from.id === me() && message.text !== undefined && !message.via_bot;
  const words = message.text ?? message.caption;
  menu.replaceChildren(
    el("div", { class: "emoji" }, EMOJI.map((emoji) => item(emoji, null, () => react(message, emoji), `${texts.reaction} ${emoji}`))),
    item(texts.reply, "reply", () => beginReply(message)),
    ...(own ? [item(texts.edit, "edit", () => beginEdit(message))] : []),
    ...(words ? [item(texts.copy, "copy", () => copy(words))] : []));
  menu.showPopover();
  put(menu, anchor.getBoundingClientRect());
  menu.querySelector("button").focus({ preventScroll: true });
}

function item(words, picture, act, label) {
  const done = () => { $("actions").hidePopover(); act(); };
  return el("button", { type: "button", onclick: done, "aria-label": label }, picture ? icon(picture) : null, words);
}

function put(menu, near) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(Math.max(8, near.left), innerWidth - width - 8);
  const below = near.bottom + 6 + height < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? near.bottom + 6 : Math.max(8, near.top - height - 6)}px`;
}

$("actions").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...$("actions").querySelectorAll("button")];
  buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
});
