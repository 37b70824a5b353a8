// What a person does in the open chat.

import { about, texts } from "./dom.js";
import { alertBox, chooseChat, toast } from "./dialogs.js";
import { here, me, store } from "./store.js";
import { post } from "./api.js";

const listeners = { compose: () => {}, open: () => {} };
/** The composer and the app say how a text is put into the composer and a chat is opened. */
export const connect = (given) => Object.assign(listeners, given);

export const say = (words, more = {}) => post("say", here({ text: words, ...more }));

/** A deep link leads from a group to the person's own chat with the bot. */
export async function start(parameter) {
  await listeners.open(me());
  await say(`/start ${parameter ?? ""}`.trim());
}

/** Press an inline button; `node` shows that it is busy. */
export async function press(message, button, node) {
  if (button.callback_data !== undefined) return callback(message, button.callback_data, node);
  if (button.url) return openUrl(button.url);
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.switch_inline_query_current_chat !== undefined) return compose(store.chat, button.switch_inline_query_current_chat);
  const query = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
  if (query !== undefined) chooseChat((chat) => compose(chat, query));
}

async function callback(message, data, node) {
  node.classList.add("busy");
  const answer = await post("press", here({ message: message.message_id, data }));
  node.classList.remove("busy");
  if (answer === null) return;
  if (answer.url) openUrl(answer.url);
  if (answer.text) (answer.show_alert ? alertBox : toast)(answer.text);
  else if (answer.callback_query_id === undefined) toast(texts.no_answer);
}

/** The parameter of a deep link to this bot, or null. */
export function startOf(url) {
  const match = /^https?:\/\/(?:t|telegram)\.me\/(\w+)\/?(?:\?start=([\w-]*))?$/.exec(url);
  return match && match[1].toLowerCase() === about.bot.username.toLowerCase() ? match[2] ?? "" : null;
}

function openUrl(url) {
  const parameter = startOf(url);
  if (parameter !== null) start(parameter);
  else window.open(url, "_blank", "noopener,noreferrer");
}

async function compose(chat, query) {
  await listeners.open(chat);
  listeners.compose(`@${about.bot.username} ${query}`);
}

export async function copy(words) {
  await navigator.clipboard.writeText(words);
  toast(texts.copied);
}

export const react = (message, emoji) => post("react", here({ message: message.message_id, emoji }));
