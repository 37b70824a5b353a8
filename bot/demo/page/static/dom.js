// Builds elements, and what every module knows: the page's data and its texts.

export const { about, texts } = JSON.parse(document.getElementById("data").textContent);
export const $ = (id) => document.getElementById(id);

/** An element: `attributes` are properties, `on…` listeners, or (with a dash, or `role`) attributes. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else if (key.includes("-") || key === "role") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const HUES = new Map([...about.people.map((one) => one.id), "group"].map((id, index) => [id, index % 4]));
export const hue = (id) => `hue-${HUES.get(id < 0 ? "group" : id) ?? 3}`;
export const isBot = (id) => id === about.bot.id;

/** A round picture with the first letter of a name; the bot's is its icon. */
export function avatar(id, name) {
  const kind = isBot(id) ? "bot" : hue(id);
  return el("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, isBot(id) ? "" : name.slice(0, 1));
}
