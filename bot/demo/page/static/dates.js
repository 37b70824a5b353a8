// Dates as Russian writes them, in the time zone of the bot's readers, by the bot's clock.

import { about, texts } from "./dom.js";
import { store } from "./store.js";

const format = (options) => new Intl.DateTimeFormat("ru-RU", { timeZone: about.zone, ...options });
const TIME = format({ hour: "2-digit", minute: "2-digit" });
const DAY = format({ day: "numeric", month: "long", year: "numeric" });
const WEEKDAY = format({ weekday: "short", day: "numeric", month: "long", year: "numeric" });
const SHORT = format({ day: "numeric", month: "short" });
const NUMERIC = format({ year: "numeric", month: "2-digit", day: "2-digit" });

export const now = () => new Date(Date.now() + store.summary.shift * 1000);
export const time = (seconds) => TIME.format(new Date(seconds * 1000));
export const day = (seconds) => DAY.format(new Date(seconds * 1000)).replace(/ г\.$/, " года");
export const longDay = (date) => WEEKDAY.format(date).replace(/ г\.$/, "");
export const clock = (date) => TIME.format(date);
export const shortDay = (date) => SHORT.format(date).replace(".", "");

/** Today's messages by their time, older ones by their day. */
export function rowDate(seconds) {
  const then = new Date(seconds * 1000);
  if (NUMERIC.format(then) === NUMERIC.format(now())) return TIME.format(then);
  const yesterday = new Date(now().getTime() - 86400000);
  return NUMERIC.format(then) === NUMERIC.format(yesterday) ? texts.yesterday : shortDay(then);
}

/** The value of an `<input type="datetime-local">` for this moment. */
export function local(date) {
  const [d, m, y] = NUMERIC.format(date).split(".");
  return `${y}-${m}-${d}T${TIME.format(date)}`;
}
