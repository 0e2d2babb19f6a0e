// One message in the chat.
import { media } from "./media.js";
import { button, copy, icon } from "./pieces.js";

const PATIENCE_MS = 10000;

export function bubble(message, phone) {
  const item = copy("message");
  const own = message.from === "phone";
  item.dataset.id = message.id;
  item.classList.add(own ? "own" : "from-bot");
  const part = (name) => item.querySelector(`.${name}`);
  // The server writes this HTML itself, from the text and its entities, with everything escaped.
  part("words").innerHTML = message.html;
  part("media").replaceChildren(...media(message));
  part("buttons").replaceChildren(...inlineRows(message, phone));
  quote(part("quoted"), phone.messages.get(message.reply_to));
  part("sign-edited").hidden = !message.edited;
  item.querySelector(".sign-muted").toggleAttribute("hidden", !message.silent);
  item.querySelector(".sign-lock").toggleAttribute("hidden", !message.protected);
  const sent = new Date(message.date * 1000);
  const shown = item.querySelector("time");
  shown.dateTime = sent.toISOString();
  shown.textContent = phone.moments.time.format(sent);
  return item;
}

function quote(place, answered) {
  place.hidden = !answered;
  if (answered) place.textContent = answered.text;
}

function inlineRows(message, phone) {
  return (message.markup?.inline_keyboard ?? []).map((buttons) => {
    const row = document.createElement("div");
    row.className = "row";
    row.append(...buttons.map((key) => inlineButton(message, key, phone)));
    return row;
  });
}

function inlineButton(message, key, phone) {
  const made = button(key.text, async () => {
    made.setAttribute("aria-busy", "true");
    const named = key.callback_data ? { data: key.callback_data } : { text: key.text };
    const done = await phone.act("tap", { message_id: message.id, ...named });
    setTimeout(() => made.removeAttribute("aria-busy"), done?.query ? PATIENCE_MS : 0);
    if (done?.url) phone.follow(done.url);
    if (done?.copy) navigator.clipboard?.writeText(done.copy);
  });
  if (key.url) made.append(icon("out"));
  return made;
}
