// One phone on the page.
import { get, post, remove } from "./api.js";
import { Composer } from "./composer.js";
import { Log } from "./log.js";
import { copy, initial, languageName, moments } from "./pieces.js";
import { ask } from "./sheet.js";
import { Understood } from "./understood.js";

const BUSY_SECONDS = 10;

export class Phone {
  constructor(owner) {
    this.id = owner.id;
    this.owner = owner;
    this.moments = moments(owner.language_code);
    this.messages = new Map();
    this.chat = null;
    this.root = copy("phone");
    this.root.id = `phone-${owner.id}`;
    this.root.dataset.status = "waiting";
    this.root.setAttribute("aria-label", owner.first_name);
    this.part("owner-name").textContent = owner.first_name;
    this.part("owner-language").textContent = languageName(owner.language_code);
    this.log = new Log(this.part("log"), this);
    this.composer = new Composer(this.part("foot"), this);
    this.understood = new Understood(this.part("understood"), this);
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.part("toast").querySelector("button").addEventListener("click", () => (this.part("toast").hidden = true));
    this.watch = new IntersectionObserver(([entry]) => this.seen(entry.isIntersecting), { threshold: 0.5 });
    this.watch.observe(this.root);
  }

  part(name) {
    return this.root.querySelector(`.${name}`);
  }

  async load() {
    const [chat, messages] = await Promise.all([get(`phones/${this.id}`), get(`phones/${this.id}/messages`)]);
    if (this.chat && this.chat.bot.id !== chat.bot.id) this.empty();
    this.chat = chat;
    for (const message of messages) this.keep(message);
    this.showChat(chat);
    this.log.toEnd();
  }

  empty() {
    this.messages.clear();
    this.log.clear();
  }

  keep(message) {
    this.messages.set(message.id, message);
    this.log.show(message);
    if (this.chat) this.showChat(this.chat);
    this.understood.soon();
  }

  showChat(chat) {
    this.chat = chat;
    const empty = ![...this.messages.values()].some((message) => !message.deleted);
    this.root.dataset.status = chat.blocked ? "blocked" : chat.typing ? "typing" : "bot";
    this.part("bot-name").textContent = chat.name;
    this.part("face").textContent = initial(chat.name);
    this.part("about").hidden = !empty || !chat.description;
    this.part("about-words").textContent = chat.description;
    this.composer.show(chat, empty);
    clearTimeout(this.typingEnds);
    if (chat.typing) this.typingEnds = setTimeout(() => this.showChat({ ...chat, typing: 0 }), chat.typing * 1000);
    this.dispatchCount();
    this.read();
  }

  dispatchCount() {
    document.dispatchEvent(new CustomEvent("unread", { detail: { id: this.id, unread: this.chat.unread } }));
  }

  seen(visible) {
    this.visible = visible;
    if (visible) document.dispatchEvent(new CustomEvent("seen", { detail: { id: this.id } }));
    this.read();
  }

  read() {
    if (this.visible && document.visibilityState === "visible" && this.chat?.unread) post(`phones/${this.id}/read`);
  }

  lastFromBot() {
    return [...this.messages.values()].filter(({ from, deleted }) => from === "bot" && !deleted).pop();
  }

  async act(name, values = {}) {
    try {
      return await post(`phones/${this.id}/${name}`, values);
    } catch (problem) {
      this.tell(problem.message, true);
      return null;
    }
  }

  answered({ message, text, alert }) {
    const item = this.root.querySelector(`[data-id="${message}"]`);
    for (const waiting of item?.querySelectorAll("[aria-busy]") ?? []) waiting.removeAttribute("aria-busy");
    if (text) this.tell(text, alert);
  }

  tell(text, stays) {
    const toast = this.part("toast");
    toast.querySelector("p").textContent = text;
    toast.querySelector("button").hidden = !stays;
    toast.hidden = false;
    clearTimeout(this.toastEnds);
    if (!stays) this.toastEnds = setTimeout(() => (toast.hidden = true), BUSY_SECONDS * 500);
  }

  follow(url) {
    const link = new URL(url, location.href);
    const invites = link.hostname === "t.me" && link.pathname.slice(1).toLowerCase() === this.chat.bot.username.toLowerCase();
    if (invites) this.act("open", { link: `https://t.me${link.pathname}${link.search}` });
    else window.open(link, "_blank", "noopener");
  }

  clicked(event) {
    const target = event.target.closest("button, a");
    if (!target) return;
    if (target.matches(".words a")) {
      event.preventDefault();
      this.follow(target.href);
    } else if (target.matches(".spoiler")) target.classList.toggle("shown");
    else if (target.dataset.command) this.act("text", { text: target.dataset.command });
    else if (target.dataset.open === "open-link") ask("open-link", (values) => post(`phones/${this.id}/open`, values));
    else if (target.dataset.act) this.chosen(target.dataset.act);
  }

  async chosen(act) {
    if (act === "edit-last") this.composer.editLast();
    else if (act === "stop-editing") this.composer.stopEditing();
    else if (act === "start") await this.act("command", { command: "start" });
    else if (act === "remove") await remove(`phones/${this.id}`);
    else if (act === "restart") (await this.act("unblock")) && (await this.act("command", { command: "start" }));
    else await this.act(act);
  }

  away() {
    this.watch.disconnect();
    this.root.remove();
  }
}
