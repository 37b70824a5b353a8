// The messages of the open chat: only what changed is drawn anew, so that open quotes stay open.

import { $, el } from "./dom.js";
import { isGroup, me, store } from "./store.js";
import { day } from "./dates.js";
import { drawEmpty, drawMessage, drawTyping } from "./message.js";

const drawn = new Map(); // key -> [what was drawn, node]
let place = ""; // the chat and the writer that `drawn` is of
const NEAR = 120;

export function drawLog() {
  const log = $("log");
  const here = `${store.chat}:${me()}`;
  const fresh = here !== place;
  const atBottom = fresh || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  if (fresh) drawn.clear();
  place = here;
  const nodes = lines(fresh);
  reorder($("messages"), nodes);
  $("messages").dataset.chat = store.chat;
  $("messages").classList.toggle("group", isGroup());
  const last = store.view.messages.at(-1);
  if (atBottom || last?.from.id === me()) log.scrollTop = log.scrollHeight;
  showButton();
}

function lines(fresh) {
  const { messages, reactions, description, typing } = store.view;
  if (!messages.length) return isGroup() ? [] : [once("empty", description, () => drawEmpty(description), true)];
  const nodes = [];
  let before = null;
  const used = new Set();
  for (const message of messages) {
    const date = day(message.date);
    const sameDay = before !== null && day(before.date) === date;
    if (!sameDay) nodes.push(once(`day ${date} ${message.message_id}`, date, () => el("div", { class: "day" }, date), true));
    const follows = sameDay && before.from.id === message.from.id;
    const about = reactions[message.message_id];
    const key = `message ${message.message_id}`;
    nodes.push(once(key, JSON.stringify([message, about, follows]), () => drawMessage(message, about, follows), fresh));
    used.add(key);
    before = message;
  }
  for (const key of drawn.keys()) if (key.startsWith("message ") && !used.has(key)) drawn.delete(key);
  if (typing) nodes.push(once("typing", "", drawTyping, true));
  return nodes;
}

/** The node of this key, drawn anew only if what it shows has changed. */
function once(key, shown, draw, quiet) {
  const old = drawn.get(key);
  if (old?.[0] === shown) return old[1];
  const node = draw();
  if (!old && !quiet) node.classList.add("new");
  drawn.set(key, [shown, node]);
  return node;
}

function reorder(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => { if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null); });
}

function showButton() {
  const log = $("log");
  $("to-bottom").hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 2 * NEAR;
}

$("log").addEventListener("scroll", showButton, { passive: true });
$("to-bottom").addEventListener("click", () => $("log").scrollTo({ top: $("log").scrollHeight, behavior: "smooth" }));

