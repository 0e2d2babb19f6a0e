// The page: a phone for everybody, told of every change by the server's events.
import { events, get, post, query } from "./api.js";
import { closeMenus, languageName } from "./pieces.js";
import { Phone } from "./phone.js";
import { ask } from "./sheet.js";

const phones = new Map();
const stage = document.querySelector(".phones");
const tabs = document.querySelector(".tabs");

async function load() {
  const only = query.get("phone");
  const { bots, current } = await get("bots");
  const owners = (await get("phones")).filter(({ id }) => !only || String(id) === only);
  for (const [id, phone] of phones) if (!owners.some((owner) => owner.id === id)) forget(id, phone);
  for (const owner of owners) if (!phones.has(owner.id)) add(owner);
  stage.querySelector(".nobody").hidden = phones.size > 0;
  const bot = bots.find(({ id }) => String(id) === (query.get("bot") ?? String(current)));
  document.querySelector(".bar-bot").hidden = !bot;
  document.querySelector(".bar-bot b").textContent = bot ? `@${bot.username}` : "";
  if (bot) await Promise.all([...phones.values()].map((phone) => phone.load()));
}

function add(owner) {
  const phone = new Phone(owner);
  const tab = document.createElement("button");
  tab.type = "button";
  tab.dataset.id = owner.id;
  tab.textContent = owner.first_name;
  tab.addEventListener("click", () => phone.root.scrollIntoView({ behavior: "smooth", inline: "center" }));
  tabs.append(tab);
  stage.append(phone.root);
  phones.set(owner.id, phone);
}

function forget(id, phone) {
  phone.away();
  tabs.querySelector(`[data-id="${id}"]`).remove();
  phones.delete(id);
}

const HEARD = {
  bot: load,
  phones: load,
  message: ({ phone, message }) => phones.get(phone)?.keep(message),
  chat: ({ phone, chat }) => phones.get(phone)?.showChat(chat),
  answer: (event) => phones.get(event.phone)?.answered(event),
  cleared: ({ phone }) => phones.get(phone)?.empty(),
};

function listen() {
  const stream = events();
  const offline = document.querySelector(".offline");
  stream.onopen = () => {
    offline.hidden = true;
    load();
  };
  stream.onerror = () => (offline.hidden = false);
  stream.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    HEARD[event.event]?.(event);
  };
}

function mark({ detail: { id, unread } }) {
  const tab = tabs.querySelector(`[data-id="${id}"]`);
  tab.querySelector(".count")?.remove();
  if (!unread) return;
  const count = document.createElement("span");
  count.className = "count";
  count.textContent = unread;
  tab.append(count);
}

function current({ detail: { id } }) {
  for (const tab of tabs.children) tab.toggleAttribute("aria-current", tab.dataset.id === String(id));
}

for (const option of document.querySelectorAll("#add-phone option")) {
  option.label = languageName(option.value);
}
document.querySelector(".add").addEventListener("click", () => ask("add-phone", (values) => post("phones", values)));
document.addEventListener("unread", mark);
document.addEventListener("seen", current);
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.read()));
listen();
