// A text with the Bot API's entities as nodes. Offsets are UTF-16 units, as JavaScript counts too.

import { about, el, icon, texts } from "./dom.js";
import { say, start, startOf } from "./actions.js";

const FOUND = /(https?:\/\/[^\s<>«»]+[^\s<>«».,;:!?)])|((?<=^|[\s(«])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)|((?<=^|[\s(«])@\w{5,32})/gu;
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** Nodes of `words`. Entities are disjoint or nested. */
export function drawText(words, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return draw(words, sorted, 0, words.length);
}

function draw(words, entities, from, to) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const one = entities[index];
    const end = one.offset + one.length;
    if (one.offset < at || end > to) continue;
    const inside = entities.slice(index + 1).filter((other) => other.offset >= one.offset && other.offset + other.length <= end);
    const block = BLOCKS.has(one.type);
    nodes.push(...found(trim(words.slice(at, one.offset), /\n$/, block)), wrap(one, words.slice(one.offset, end), draw(words, inside, one.offset, end)));
    at = end;
    if (block && words[at] === "\n") at += 1;
  }
  nodes.push(...found(words.slice(at, to)));
  return nodes;
}

/** A block stands on lines of its own anyway: the newline before or after it is not shown. */
const trim = (words, newline, block) => (block ? words.replace(newline, "") : words);

/** What Telegram finds in a plain text by itself: addresses, commands, mentions. */
function found(words) {
  const nodes = [];
  let at = 0;
  for (const match of words.matchAll(FOUND)) {
    const [whole, url, command] = match;
    nodes.push(words.slice(at, match.index), url ? link(whole, [whole]) : command ? commandOf(whole) : mention(whole));
    at = match.index + whole.length;
  }
  nodes.push(words.slice(at));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, words, inside) {
  const { type } = entity;
  if (type in PLAIN) return el(PLAIN[type], {}, inside);
  switch (type) {
    case "pre": return el("pre", {}, words);
    case "blockquote": return el("blockquote", {}, el("div", { class: "inside" }, inside));
    case "expandable_blockquote": return folded(inside);
    case "spoiler": return el("span", { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("shown") }, inside);
    case "text_link": return link(entity.url, inside);
    case "url": return link(words, [words]);
    case "bot_command": return commandOf(words);
    case "date_time": return el("time", { dateTime: new Date(entity.unix_time * 1000).toISOString(), title: moment(entity) }, inside);
    default: return el("span", {}, inside);
  }
}

function folded(inside) {
  const label = (open) => (open ? texts.quote_close : texts.quote_open);
  const fold = el("button", { class: "fold", type: "button", "aria-expanded": "false", "aria-label": label(false) }, icon("more"));
  const quote = el("blockquote", { class: "collapsed" }, el("div", { class: "inside" }, inside), fold);
  fold.addEventListener("click", () => {
    const open = !quote.classList.toggle("collapsed");
    fold.setAttribute("aria-expanded", open);
    fold.setAttribute("aria-label", label(open));
  });
  SIZES.observe(quote.firstChild);
  return quote;
}

/** A quote of three lines or fewer has nothing to unfold. */
const SIZES = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    const quote = target.parentElement;
    if (quote?.classList.contains("collapsed")) quote.lastChild.hidden = target.scrollHeight <= target.clientHeight + 1;
  }
});

function link(url, inside) {
  const parameter = startOf(url);
  if (parameter !== null) return el("a", { href: url, onclick: (event) => { event.preventDefault(); start(parameter); } }, inside);
  const safe = /^(https?|tg|mailto):/.test(url) ? url : "#";
  return el("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, inside);
}

const commandOf = (words) => el("button", { class: "command", type: "button", onclick: () => say(words) }, words);
const mention = (words) => el("span", { class: "command" }, words);
const moment = (entity) => new Date(entity.unix_time * 1000).toLocaleString("ru-RU", { timeZone: about.zone });
