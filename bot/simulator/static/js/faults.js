// The panel for developers: faults switched on and off, and the calls that went wrong.
import { get, post, remove } from "./api.js";
import { button } from "./pieces.js";

const REFRESH_MILLISECONDS = 2000;
const SHOWN_CALLS = 50;
const panel = document.getElementById("faults");
const form = panel.querySelector("form");
const opener = document.querySelector(".faults-open");
const part = (name) => panel.querySelector(`.faults-${name}`);
let seconds = {};
let lastCall = 0;
let refreshing;

function fill(name, options) {
  form.elements[name].replaceChildren(...options.map(([value, label]) => new Option(label, value)));
}

function suggestSeconds() {
  const suggested = seconds[form.elements.kind.value];
  form.elements.seconds.value = suggested || "";
  form.elements.seconds.disabled = !suggested;
}

async function open() {
  const [{ kinds, methods }, owners] = await Promise.all([get("faults"), get("phones")]);
  seconds = Object.fromEntries(kinds.map((kind) => [kind.kind, kind.seconds]));
  fill("kind", kinds.map(({ kind, label }) => [kind, label]));
  fill("phone", [["", "All"], ...owners.map(({ id, first_name }) => [id, first_name])]);
  fill("method", [["", "All"], ...methods.map((name) => [name, name])]);
  form.reset();
  suggestSeconds();
  panel.showModal();
  await refresh();
  refreshing = setInterval(refresh, REFRESH_MILLISECONDS);
}

async function refresh() {
  const [{ faults }, calls] = await Promise.all([get("faults"), get(`calls?after=${lastCall}`)]);
  showFaults(faults);
  lastCall = calls.at(-1)?.number ?? lastCall;
  showCalls(calls.filter(({ status, unknown }) => status !== 200 || unknown.length));
}

function showFaults(faults) {
  opener.querySelector("span").textContent = faults.length;
  opener.querySelector("span").hidden = !faults.length;
  part("none").hidden = faults.length > 0;
  if (part("list").dataset.shown === JSON.stringify(faults)) return;
  part("list").dataset.shown = JSON.stringify(faults);
  part("list").replaceChildren(...faults.map(line));
}

function line(fault) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  const details = document.createElement("small");
  words.textContent = fault.label;
  details.textContent = [
    fault.phone ? form.elements.phone.querySelector(`[value="${fault.phone}"]`)?.text : "all phones",
    fault.method,
    fault.left === null ? "until cleared" : `${fault.left} left`,
    fault.probability < 1 && `probability ${fault.probability}`,
    `struck ${fault.struck}`,
  ].filter(Boolean).join(" · ");
  words.append(details);
  const clear = button("Clear", () => change(() => remove(`faults/${fault.id}`)));
  clear.className = "plain";
  clear.setAttribute("aria-label", `Clear: ${fault.label}`);
  item.append(words, clear);
  return item;
}

function showCalls(calls) {
  for (const call of calls) {
    const item = document.createElement("li");
    const [time, method, words] = ["time", "b", "span"].map((name) => document.createElement(name));
    time.textContent = new Date(call.at * 1000).toLocaleTimeString();
    method.textContent = call.method;
    const unknown = call.unknown.length && `unknown: ${call.unknown.join(", ")}`;
    words.textContent = [call.status || "dropped", call.fault, unknown].filter(Boolean).join(" · ");
    item.append(time, method, words);
    part("calls").prepend(item);
  }
  while (part("calls").children.length > SHOWN_CALLS) part("calls").lastElementChild.remove();
  part("quiet").hidden = part("calls").children.length > 0;
}

async function change(act) {
  const problem = panel.querySelector(".sheet-problem");
  problem.textContent = "";
  try {
    await act();
  } catch (refused) {
    problem.textContent = refused.message;
  }
  await refresh();
}

opener.addEventListener("click", open);
panel.addEventListener("close", () => clearInterval(refreshing));
part("close").addEventListener("click", () => panel.close());
part("clear").addEventListener("click", () => change(() => remove("faults")));
form.elements.kind.addEventListener("change", suggestSeconds);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change(() => post("faults", Object.fromEntries(new FormData(form))));
});
