// The panel beside a phone: what the bot understood of its last messages.
import { get } from "./api.js";
import { copy } from "./pieces.js";

const WIDE = matchMedia("(width >= 1100px)");
const PAUSE_MILLISECONDS = 300;
const LONGEST_QUOTE = 60;
const percent = (share) => `${Math.round(share * 100)} %`;
const label = ({ intent, topic }) => (topic ? `${intent} / ${topic}` : intent);

export class Understood {
  constructor(panel, phone) {
    this.panel = panel;
    this.phone = phone;
    this.list = panel.querySelector("ol");
    // Beside the first phone there is room; the others are opened by hand.
    panel.open = WIDE.matches && !document.querySelector(".understood[open]");
    panel.addEventListener("toggle", () => this.load());
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.load(), PAUSE_MILLISECONDS);
  }

  async load() {
    if (!this.panel.open && !this.panel.hidden) return;
    const turns = await get(`phones/${this.phone.id}/understood`);
    this.panel.hidden = turns === null;
    this.show(turns ?? []);
  }

  show(turns) {
    if (this.shown === JSON.stringify(turns)) return;
    this.shown = JSON.stringify(turns);
    this.panel.querySelector(".understood-nothing").hidden = turns.length > 0;
    this.list.replaceChildren(...turns.toReversed().map((turn) => this.item(turn)));
  }

  item(turn) {
    const item = copy("understood");
    const heard = item.querySelector(".understood-heard");
    heard.textContent = this.quote(turn);
    const facts = [
      ["How", turn.reading ? "read" : "already understood"],
      ["Reading", turn.reading && `${label(turn.reading)}, ${percent(turn.reading.confidence)}`],
      ["Or else", turn.guesses.map((guess) => `${label(guess)}, ${percent(guess.confidence)}`).join("; ")],
      ["Taken as", label(turn)],
      ["Flag", turn.flag],
      ["Journey", turn.journey],
      ["Time", turn.milliseconds !== null && `${turn.milliseconds} ms`],
    ];
    for (const [name, value] of facts) if (value) this.fact(item.querySelector("dl"), name, value);
    return item;
  }

  fact(list, name, value) {
    const [term, words] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = name;
    words.textContent = value;
    if (name === "Flag") words.className = "understood-flag";
    list.append(term, words);
  }

  // The words come from the chat on this page: the bot keeps none.
  quote({ message_id, kind }) {
    const message = this.phone.messages.get(message_id);
    const text = message?.from === "phone" ? message.text : "";
    if (!text) return `(${kind})`;
    return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  }
}
