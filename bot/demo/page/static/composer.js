// The line in which a person writes: sending, replying, editing, files, the reply keyboard.

import { $, about, el, icon, texts } from "./dom.js";
import { here, isGroup, markupInForce, me, nameOf, store } from "./store.js";
import { connect, say } from "./actions.js";
import { post, upload } from "./api.js";
import { closePanel, handleKey, suggest, toggleCommands } from "./suggestions.js";

let context = null; // {kind: "reply" or "edit", message}
let forced = 0; // the message whose forced reply was shown
const drafts = new Map();

const field = $("text");

export function compose(words) {
  field.value = words;
  field.focus();
  changed();
}

export function beginReply(message) {
  setContext({ kind: "reply", message });
  field.focus();
}

export function beginEdit(message) {
  setContext({ kind: "edit", message });
  compose(message.text);
}

function setContext(given) {
  context = given;
  $("context").hidden = given === null;
  if (given === null) return;
  const { kind, message } = given;
  const title = kind === "edit" ? texts.editing : `${texts.replying}: ${nameOf(message.from.id)}`;
  const close = el("button", { class: "icon", type: "button", "aria-label": $("close-side").getAttribute("aria-label"), onclick: cancel }, icon("close"));
  const words = el("div", {}, el("b", {}, title), el("span", {}, message.text ?? message.caption ?? texts.photo));
  $("context").replaceChildren(icon(kind), words, close);
}

function cancel() {
  if (context?.kind === "edit") field.value = "";
  setContext(null);
  changed();
}

async function send() {
  const words = field.value.trim();
  if (!words) return;
  const given = context;
  field.value = "";
  setContext(null);
  closePanel();
  changed();
  const message = given?.message.message_id;
  if (given?.kind === "edit") await post("edit", here({ message, text: words }));
  else await say(words, { reply_to: message });
}

function changed() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  $("form").classList.toggle("blank", !field.value.trim());
  suggest(field.value);
}

/** Drawn when the chat, its writer or its messages change. */
export function drawComposer() {
  const fresh = !isGroup() && !store.view.messages.length;
  $("start").hidden = !fresh;
  $("form").hidden = fresh;
  drawWriters();
  drawKeyboard();
}

/** A chat was left or entered: each keeps what was being written. */
export function swapDraft(from, to) {
  drafts.set(from, field.value);
  setContext(null);
  field.value = drafts.get(to) ?? "";
  changed();
}

function drawWriters() {
  $("writers").hidden = !isGroup();
  const choose = (id) => { store.writer = id; document.dispatchEvent(new Event("writer")); };
  $("writers").replaceChildren(...about.people.map((one) =>
    el("button", { type: "button", role: "radio", "aria-checked": String(one.id === me()), onclick: () => choose(one.id) }, one.name)));
}

function drawKeyboard() {
  const markup = markupInForce();
  const rows = markup?.keyboard ?? [];
  $("keyboard").hidden = !rows.length;
  $("keyboard").replaceChildren(...rows.map((row) => el("div", {}, row.map((button) => {
    const words = button.text ?? button;
    return el("button", { type: "button", onclick: () => say(words) }, words);
  }))));
  const last = store.view.messages.at(-1);
  const asked = markup !== null && (markup.keyboard || markup.message === last);
  field.placeholder = (asked && markup.input_field_placeholder) || field.getAttribute("aria-label");
  if (markup?.force_reply && forced !== markup.message.message_id && markup.message === last) {
    forced = markup.message.message_id;
    beginReply(markup.message);
  }
}

field.addEventListener("input", changed);
field.addEventListener("keydown", (event) => {
  if (event.isComposing || handleKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape" && context) cancel();
  else if (event.key === "ArrowUp" && !field.value) {
    const last = [...store.view.messages].reverse().find((one) => one.from.id === me() && one.text && !one.via_bot);
    if (last) { event.preventDefault(); beginEdit(last); }
  }
});
$("form").addEventListener("submit", (event) => { event.preventDefault(); send(); field.focus(); });
$("start").addEventListener("click", () => { say("/start"); });
$("menu").addEventListener("click", () => { toggleCommands(); field.focus(); });
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  const caption = field.value.trim();
  $("file").value = "";
  if (file && await upload(here({ file, caption })) !== null) { field.value = ""; changed(); }
});
connect({ compose });
