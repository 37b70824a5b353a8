// The list of chats, the clock of the bot, and the bot's process.

import { $, avatar, el, texts } from "./dom.js";
import { store } from "./store.js";
import { clock, local, longDay, now, rowDate, shortDay } from "./dates.js";
import { post } from "./api.js";
import { toast } from "./dialogs.js";

export function drawChats(open) {
  const rows = store.summary.chats.map((chat, index) => {
    const unread = chat.id === store.chat ? 0 : chat.count - (store.seen.get(chat.id) ?? 0);
    const last = chat.typing ? el("span", { class: "typing" }, texts.typing) : el("span", {}, chat.sender ? el("em", {}, `${chat.sender}: `) : "", chat.last);
    return el("button", { class: "chat-row", "aria-current": chat.id === store.chat ? "page" : undefined, "aria-keyshortcuts": `Alt+${index + 1}`,
      "data-chat": chat.id, onclick: () => open(chat.id) },
    avatar(chat.id, chat.name),
    el("span", {},
      el("span", { class: "row-top" }, el("b", {}, chat.name), el("span", { class: "about" }, chat.about), chat.date ? el("time", {}, rowDate(chat.date)) : ""),
      el("span", { class: "row-bottom" }, last, unread > 0 ? el("i", { class: "badge", "aria-label": `${unread} ${texts.unread}` }, unread) : "")));
  });
  const focused = document.activeElement?.dataset?.chat;
  $("chats").replaceChildren(...rows);
  if (focused) $("chats").querySelector(`[data-chat="${focused}"]`)?.focus();
  $("elsewhere").hidden = !$("chats").querySelector(".badge");
}

export function drawClock() {
  const date = now();
  $("clock-time").textContent = clock(date);
  $("clock-date").textContent = longDay(date);
  $("chip-text").textContent = `${shortDay(date)}, ${clock(date)}`;
  if (document.activeElement !== $("moment")) $("moment").value = local(date);
}

export function drawBot() {
  $("bot-status").dataset.status = store.summary.bot;
  $("bot-status").textContent = texts[store.summary.bot];
}

export function toggleSide(open) {
  $("side").classList.toggle("open", open);
  $("shade").hidden = !open;
  if (open) $("close-side").focus();
}

async function move(body, otherwise) {
  const answer = await post("clock", body);
  if (answer === null) return;
  if (!answer.moved) toast(otherwise);
  else toggleSide(false);
}

async function restart(kill) {
  toast(texts.restarting);
  await post("bot", { kill });
}

for (const button of document.querySelectorAll("[data-step]"))
  button.addEventListener("click", () => move({ step: button.dataset.step }, texts.no_reminder));
$("moment-form").addEventListener("submit", (event) => {
  event.preventDefault();
  $("moment").blur();
  move({ to: $("moment").value }, texts.not_back);
});
$("restart").addEventListener("click", () => restart(false));
$("kill").addEventListener("click", () => restart(true));
$("open-side").addEventListener("click", () => toggleSide(true));
$("clock-chip").addEventListener("click", () => toggleSide(true));
$("close-side").addEventListener("click", () => toggleSide(false));
$("shade").addEventListener("click", () => toggleSide(false));
setInterval(drawClock, 1000);
