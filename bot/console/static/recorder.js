// Records a voice message into the file field beside it. Without this script, or without a microphone, a file is chosen.
"use strict";

for (const form of document.querySelectorAll("[data-recorder]")) {
  const find = (name) => form.querySelector(`[data-${name}]`);
  const [live, start, stop, time, heard, refused] = ["live", "start", "stop", "time", "heard", "refused"].map(find);
  const field = form.querySelector("input[type=file]");
  const longest = Number(form.dataset.longest);
  let recorder = null;
  let ticking = 0;

  const show = (recording) => {
    start.hidden = recording;
    stop.hidden = !recording;
    time.hidden = !recording;
    (recording ? stop : start).focus();
  };

  const tick = (began) => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds >= longest) recorder.stop();
  };

  const listen = () => {
    URL.revokeObjectURL(heard.src);
    heard.hidden = !field.files.length;
    if (field.files.length) heard.src = URL.createObjectURL(field.files[0]);
  };

  const keep = (chunks) => {
    const files = new DataTransfer();
    files.items.add(new File(chunks, "sound", { type: recorder.mimeType }));
    field.files = files.files;
    listen();
  };

  const record = async () => {
    refused.hidden = true;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      refused.hidden = false;
      return;
    }
    const chunks = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(ticking);
      stream.getTracks().forEach((track) => track.stop());
      keep(chunks);
      show(false);
    });
    recorder.start();
    time.textContent = "0:00";
    ticking = setInterval(tick, 500, Date.now());
    show(true);
  };

  if (window.MediaRecorder && navigator.mediaDevices) {
    live.hidden = false;
    if (start.autofocus) start.focus();
    field.addEventListener("change", listen);
    start.addEventListener("click", record);
    stop.addEventListener("click", () => recorder.stop());
  }
}
