// The phones' API: every answer is JSON, every refusal an Error with the server's words.
export const query = new URLSearchParams(location.search);
const bot = query.get("bot");

function address(path) {
  const url = new URL(`/phone/api/${path}`, location.origin);
  if (bot) url.searchParams.set("bot", bot);
  return url;
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

export async function get(path) {
  return answer(await fetch(address(path)));
}

export async function post(path, values = {}) {
  const form = values instanceof FormData;
  const body = form ? values : JSON.stringify(values);
  const headers = form ? {} : { "Content-Type": "application/json" };
  return answer(await fetch(address(path), { method: "POST", headers, body }));
}

export async function remove(path) {
  return answer(await fetch(address(path), { method: "DELETE" }));
}

export function fileAddress(fileId) {
  return address(`files/${encodeURIComponent(fileId)}`).href;
}

export function events() {
  return new EventSource(address("events"));
}
