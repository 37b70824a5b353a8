// Short notices, alerts, and the choice of a chat.

import { $, avatar, el } from "./dom.js";
import { store } from "./store.js";

let hiding = 0;

export function toast(words) {
  clearTimeout(hiding);
  $("toast").textContent = words;
  $("toast").hidden = false;
  hiding = setTimeout(() => { $("toast").hidden = true; }, 2600 + words.length * 40);
}

export function alertBox(words) {
  $("alert-text").textContent = words;
  $("alert").showModal();
}

/** Asks for a chat; `choose` gets its id. */
export function chooseChat(choose) {
  const rows = store.summary.chats.map((chat) =>
    el("button", { class: "chat-row", onclick: () => { $("chooser").close(); choose(chat.id); } },
      avatar(chat.id, chat.name), el("span", {}, el("b", {}, chat.name))));
  $("chooser-list").replaceChildren(...rows);
  $("chooser").showModal();
}

export function showPicture(url, words) {
  $("picture-image").src = url;
  $("picture-image").alt = words;
  $("picture").showModal();
}
