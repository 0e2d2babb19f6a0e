// The lower part of a phone: writing, files, the bot's commands, the keyboard, START.
import { button } from "./pieces.js";

export class Composer {
  constructor(foot, phone) {
    this.foot = foot;
    this.phone = phone;
    this.field = foot.querySelector("textarea");
    this.keys = foot.querySelector(".keys");
    this.toggle = foot.querySelector(".keys-toggle");
    this.editing = null;
    this.shown = {};
    foot.querySelector("form").addEventListener("submit", (event) => this.submit(event));
    foot.querySelector("input[type=file]").addEventListener("change", (event) => this.attach(event.target));
    this.field.addEventListener("keydown", (event) => this.typed(event));
    this.toggle.addEventListener("click", () => this.openKeys(this.keys.hidden));
  }

  show(chat, empty) {
    const closed = chat.blocked || (!chat.started && empty);
    this.foot.querySelector("form").hidden = closed;
    this.foot.querySelector(".restart").hidden = !chat.blocked;
    this.foot.querySelector(".start").hidden = chat.blocked || !empty;
    this.field.placeholder = chat.keyboard?.input_field_placeholder ?? this.field.ariaLabel;
    this.showIfNew("commands", chat.commands, () => this.showCommands(chat.commands));
    const keyboard = closed ? null : chat.keyboard;
    this.showIfNew("keyboard", keyboard, () => this.showKeys(keyboard));
  }

  // What did not change is left alone, so that an open menu and the focus in it stay.
  showIfNew(name, value, show) {
    const shown = JSON.stringify(value);
    if (this.shown[name] === shown) return;
    this.shown[name] = shown;
    show();
  }

  showCommands(commands) {
    const menu = this.foot.querySelector(".commands-menu");
    menu.hidden = !commands.length;
    menu.querySelector(".menu-list").replaceChildren(...commands.map(({ command, description }) => {
      const row = button("", () => this.phone.act("command", { command }));
      const words = document.createElement("span");
      const name = document.createElement("small");
      words.dir = "auto";
      words.textContent = description;
      name.textContent = `/${command}`;
      row.className = "command-row";
      row.dir = "ltr";
      row.append(words, name);
      return row;
    }));
  }

  showKeys(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    this.toggle.hidden = !rows.length;
    this.keys.classList.toggle("tall", !keyboard?.resize_keyboard);
    this.keys.replaceChildren(...rows.map((keys) => {
      const row = document.createElement("div");
      row.className = "row";
      row.append(...keys.map(({ text }) => button(text, () => this.phone.act("press", { text }))));
      return row;
    }));
    this.openKeys(rows.length > 0);
    if (keyboard?.force_reply) this.field.focus();
  }

  openKeys(open) {
    this.keys.hidden = !open;
    this.toggle.setAttribute("aria-expanded", String(open));
    this.phone.log.toEnd();
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    if (event.key === "ArrowUp" && !this.field.value) this.editLast();
    if (event.key === "Escape") this.stopEditing();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const forced = this.phone.chat.keyboard?.force_reply ? this.phone.lastFromBot() : null;
    const done = this.editing
      ? await this.phone.act("edit", { message_id: this.editing, text })
      : await this.phone.act("text", { text, ...(forced && { reply_to: forced.id }) });
    if (done) this.stopEditing();
  }

  async attach(input) {
    const [file] = input.files;
    const kind = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "voice" : "document";
    const form = new FormData();
    form.set("file", file);
    input.value = "";
    await this.phone.act(kind, form);
  }

  editLast() {
    const last = [...this.phone.messages.values()].filter(({ from, kind, deleted }) => from === "phone" && kind === "text" && !deleted).pop();
    if (!last) return;
    this.editing = last.id;
    this.field.value = last.text;
    this.foot.querySelector(".editing").hidden = false;
    this.field.focus();
  }

  stopEditing() {
    this.editing = null;
    this.field.value = "";
    this.foot.querySelector(".editing").hidden = true;
  }
}
