// What a message holds besides words, as elements.
import { fileAddress } from "./api.js";
import { copy } from "./pieces.js";
import { sound } from "./sound.js";

function photo([size]) {
  const image = copy("photo");
  image.src = fileAddress(size.file_id);
  image.width = size.width;
  image.height = size.height;
  return image;
}

function sticker(content) {
  const shown = copy("sticker");
  shown.textContent = content.emoji;
  shown.setAttribute("aria-label", content.emoji);
  return shown;
}

function file(content) {
  const link = copy("document");
  link.href = fileAddress(content.file_id);
  link.download = content.file_name ?? "";
  link.querySelector("b").textContent = content.file_name ?? content.mime_type;
  link.querySelector("small").textContent = `${Math.max(1, Math.round(content.file_size / 1024))} kB`;
  return link;
}

function place(content) {
  const card = copy("place");
  card.querySelector("span").textContent = `${content.latitude.toFixed(4)}, ${content.longitude.toFixed(4)}`;
  return card;
}

function contact(content) {
  const card = copy("contact");
  card.querySelector("span").textContent = `${content.first_name} ${content.phone_number}`;
  return card;
}

const KINDS = { photo, sticker, contact, voice: sound, audio: sound, document: file, location: place };

export function media(message) {
  return KINDS[message.kind] ? [KINDS[message.kind](message.content)] : [];
}
