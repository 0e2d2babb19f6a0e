// The list of messages: in order, with the days between them, kept at its end unless somebody scrolled up.
import { bubble } from "./bubble.js";

export class Log {
  constructor(list, phone) {
    this.list = list;
    this.phone = phone;
  }

  clear() {
    this.list.replaceChildren();
    this.lastDay = null;
  }

  show(message) {
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
    const old = this.list.querySelector(`[data-id="${message.id}"]`);
    // As on a real phone, a deleted message leaves no trace.
    if (message.deleted) return void old?.remove();
    const made = bubble(message, this.phone);
    if (old) this.replace(old, made);
    else this.add(message, made);
    if (atEnd || (!old && message.from === "phone")) this.toEnd();
    for (const picture of made.querySelectorAll("img")) picture.addEventListener("load", () => atEnd && this.toEnd());
  }

  replace(old, made) {
    // Whoever walks by keyboard stays where they are when the buttons change under them.
    const focused = old.contains(document.activeElement);
    made.classList.toggle("follows-other", old.classList.contains("follows-other"));
    old.replaceWith(made);
    if (focused) (made.querySelector(".buttons button") ?? this.list).focus({ preventScroll: true });
  }

  add(message, made) {
    const next = [...this.list.querySelectorAll("[data-id]")].find((item) => Number(item.dataset.id) > message.id);
    if (next) next.before(made);
    else this.append(message, made);
  }

  append(message, made) {
    const date = this.phone.moments.day.format(new Date(message.date * 1000));
    if (date !== this.lastDay) {
      const mark = document.createElement("li");
      mark.className = "day";
      mark.textContent = this.lastDay = date;
      this.list.append(mark);
    }
    const last = this.list.lastElementChild;
    made.classList.toggle("follows-other", Boolean(last) && last.classList.contains("own") !== made.classList.contains("own"));
    this.list.append(made);
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}
