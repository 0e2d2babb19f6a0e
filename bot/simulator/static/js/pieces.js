// Small helpers around templates and languages.
export function copy(name) {
  return document.getElementById(`${name}-template`).content.firstElementChild.cloneNode(true);
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg.namespaceURI, "use");
  use.setAttribute("href", `#${name}`);
  svg.append(use);
  return svg;
}

export function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.dir = "auto";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

export function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

// Days and times as a phone in this language writes them.
export function moments(language) {
  const as = (options) => {
    try {
      return new Intl.DateTimeFormat(language, options);
    } catch {
      return new Intl.DateTimeFormat("en", options);
    }
  };
  return {
    day: as({ weekday: "long", day: "numeric", month: "long" }),
    time: as({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  };
}

export function initial(name) {
  return [...name][0]?.toUpperCase() ?? "";
}

// A menu closes when something in it was chosen, on Escape, and on a click elsewhere.
export function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    const inside = menu.contains(event.target);
    if (event.type === "keydown" && event.key === "Escape") {
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    } else if (event.type === "click" && (!inside || event.target.closest(".menu-list button"))) {
      menu.open = false;
    }
  }
}
