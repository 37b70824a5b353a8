// Starts the page: opens chats, listens to what changes on the server, and has it drawn.

import { $, about, avatar, texts } from "./dom.js";
import { isGroup, store } from "./store.js";
import { get } from "./api.js";
import { connect } from "./actions.js";
import { drawLog } from "./log.js";
import { drawComposer, swapDraft } from "./composer.js";
import { drawBot, drawChats, drawClock, toggleSide } from "./sidebar.js";

let stamp = null; // of what is drawn
let loading = Promise.resolve();

async function open(id) {
  toggleSide(false);
  if (id !== store.chat) {
    swapDraft(store.chat, id);
    store.chat = id;
    stamp = null;
    history.replaceState(null, "", `#${id}`);
  }
  await refresh();
  if (matchMedia("(hover: hover)").matches) $("text").focus();
}

/** Loads the open chat if it has changed; one load at a time. */
function refresh() {
  loading = loading.then(load, load);
  return loading;
}

async function load() {
  const id = store.chat;
  const row = store.summary.chats.find((chat) => chat.id === id);
  if (!row) return;
  if (row.stamp !== stamp) {
    const view = await get(`/api/chats/${id}`);
    if (id !== store.chat) return;
    store.view = view;
    stamp = row.stamp;
    drawComposer();
    drawLog();
  }
  store.seen.set(id, row.count);
  drawHead(row);
  drawChats(open);
}

function drawHead(row) {
  const name = isGroup() ? row.name : about.bot.first_name;
  const busy = row.typing && texts.typing;
  const waiting = store.summary.bot === "running" ? "" : `${texts.is_bot} ${texts[store.summary.bot]}`;
  $("head-name").textContent = name;
  $("head-about").textContent = busy || waiting || (isGroup() ? texts.members : `${texts.is_bot} · ${texts.you} ${row.name}, ${row.about}`);
  $("head-about").classList.toggle("typing", Boolean(busy));
  const picture = avatar(isGroup() ? row.id : about.bot.id, name);
  $("head-avatar").className = picture.className;
  $("head-avatar").textContent = picture.textContent;
}

function listen() {
  const stream = new EventSource("/api/events");
  stream.addEventListener("message", (event) => {
    store.summary = JSON.parse(event.data);
    drawClock();
    drawBot();
    refresh();
  });
  stream.addEventListener("error", () => {
    $("bot-status").dataset.status = "stopped";
    $("bot-status").textContent = $("head-about").textContent = texts.offline;
  });
}

document.addEventListener("writer", () => { drawLog(); drawComposer(); });
document.addEventListener("keydown", (event) => {
  const chat = event.altKey && store.summary.chats[Number(event.key) - 1];
  if (chat) { event.preventDefault(); open(chat.id); }
  if (event.key === "Escape") toggleSide(false);
});
connect({ open });
const wanted = Number(location.hash.slice(1));
if ([...about.people.map((one) => one.id), -1001].includes(wanted)) store.chat = wanted;
listen();
