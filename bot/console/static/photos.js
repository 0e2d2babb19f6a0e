// Makes photos small before they are sent: those of a phone are far larger than learners see. Without this script they go as they are.
"use strict";

const SIDE = 1280;

const smaller = async (photo) => {
  const picture = await createImageBitmap(photo);
  const scale = SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return photo;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new File([made], "photo.jpg", { type: "image/jpeg" });
};

for (const field of document.querySelectorAll("input[data-photo]")) {
  field.addEventListener("change", async () => {
    const chosen = field.files[0];
    if (!chosen) return;
    const files = new DataTransfer();
    try {
      files.items.add(await smaller(chosen));
    } catch {
      return;
    }
    if (field.files[0] === chosen) field.files = files.files;
  });
}
