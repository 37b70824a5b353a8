// The list above the composer: commands after «/», results of an inline query after «@bot ».

import { $, about, el, texts } from "./dom.js";
import { here, store } from "./store.js";
import { say, start } from "./actions.js";
import { post } from "./api.js";

const INLINE = new RegExp(`^@${about.bot.username}\\s+(.*)$`, "is");
const TYPING_PAUSE = 180;
let waiting = 0;
let asked = 0;
let chosen = -1;

/** What is being written. */
export function suggest(words) {
  clearTimeout(waiting);
  asked += 1;
  const query = INLINE.exec(words);
  if (query) waiting = setTimeout(() => ask(query[1].trim(), asked), TYPING_PAUSE);
  else if (/^\/\w*$/.test(words)) showCommands(words.slice(1));
  else closePanel();
}

export function closePanel() {
  $("panel").hidden = true;
  chosen = -1;
}

export function toggleCommands() {
  if ($("panel").hidden) showCommands("");
  else closePanel();
}

function showCommands(beginning) {
  const found = store.view.commands.filter((one) => one.command.startsWith(beginning.toLowerCase()));
  show(found.map((one) => item(() => say(`/${one.command}`), "line", el("b", {}, `/${one.command}`), el("span", {}, one.description))));
}

async function ask(words, number) {
  const answer = await post("inline", here({ text: words }));
  if (answer === null || number !== asked) return;
  const rows = (answer.results ?? []).map((result) => item(() => post("inline_result", here({ result })), "",
    el("b", {}, result.title ?? ""), el("span", {}, result.description ?? "")));
  if (answer.button) rows.unshift(item(() => start(answer.button.start_parameter), "", el("b", {}, answer.button.text)));
  show(rows, el("p", {}, texts.nothing_found));
}

function item(act, kind, ...inside) {
  const done = () => { closePanel(); $("text").value = ""; $("text").dispatchEvent(new Event("input")); act(); };
  return el("button", { type: "button", class: kind, "aria-selected": "false", onclick: done }, ...inside);
}

function show(rows, otherwise) {
  chosen = -1;
  $("panel").hidden = !rows.length && !otherwise;
  $("panel").replaceChildren(...(rows.length ? rows : [otherwise ?? ""]));
}

/** Arrows, Enter, Tab and Escape while the list is open; true if the key is used up. */
export function handleKey(event) {
  if ($("panel").hidden) return false;
  const rows = [...$("panel").querySelectorAll("button")];
  if (event.key === "Escape") closePanel();
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(rows, event.key === "ArrowDown" ? 1 : -1);
  else if ((event.key === "Enter" || event.key === "Tab") && rows[chosen]) rows[chosen].click();
  else return false;
  event.preventDefault();
  return true;
}

function choose(rows, step) {
  if (!rows.length) return;
  chosen = (chosen + step + rows.length) % rows.length;
  rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === chosen)));
  rows[chosen].scrollIntoView({ block: "nearest" });
}
