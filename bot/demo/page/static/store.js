// What is open and what the server has told: one object that the modules share.

import { about, isBot } from "./dom.js";

export const store = {
  chat: about.people[0].id, // the open chat
  writer: about.people[0].id, // who writes in the group
  summary: { chats: [], shift: 0, bot: "starting", starts: 0 },
  view: { messages: [], reactions: {}, commands: [], description: "", typing: false },
  seen: new Map(), // chat -> how many of the bot's messages were seen
};

export const isGroup = () => store.chat < 0;
/** The person who acts in the open chat. */
export const me = () => (isGroup() ? store.writer : store.chat);
/** Where and by whom something is done, as every call of the server needs it. */
export const here = (more) => ({ chat: store.chat, as: me(), ...more });
export const nameOf = (id) => about.people.find((one) => one.id === id)?.name ?? about.bot.first_name;

/** The bot's last reply keyboard or forced reply that is still in force for this person, with its message. */
export function markupInForce() {
  for (const message of [...store.view.messages].reverse()) {
    const markup = message.shown_markup;
    const meant = !markup?.selective || message.reply_to_message?.from.id === me();
    if (isBot(message.from.id) && markup && meant) return markup.remove_keyboard ? null : { ...markup, message };
  }
  return null;
}
