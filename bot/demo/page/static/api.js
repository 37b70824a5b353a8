// Calls of the page's own server.

import { texts } from "./dom.js";
import { toast } from "./dialogs.js";

async function read(response) {
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

export const get = async (path) => read(await fetch(path));

/** POST of JSON; shows that it failed and returns null. */
export async function post(name, body) {
  try {
    const headers = { "Content-Type": "application/json" };
    return await read(await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
  } catch {
    toast(texts.failed);
    return null;
  }
}

export async function upload(fields) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  try {
    return await read(await fetch("/api/upload", { method: "POST", body: form }));
  } catch {
    toast(texts.failed);
    return null;
  }
}
