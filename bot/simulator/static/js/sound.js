// The player of voice messages and music.
import { fileAddress } from "./api.js";
import { copy, icon } from "./pieces.js";

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;

export function sound(content) {
  const player = copy("sound");
  const audio = player.querySelector("audio");
  const play = player.querySelector(".sound-play");
  const time = player.querySelector(".sound-time");
  audio.src = fileAddress(content.file_id);
  player.querySelector(".sound-title").textContent = content.title ?? content.file_name ?? "";
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : content.duration);
  const show = () => {
    player.querySelector("progress").value = length() ? Math.min(1, audio.currentTime / length()) : 0;
    time.textContent = clock(audio.paused && !audio.currentTime ? length() : audio.currentTime);
    play.replaceChildren(icon(audio.paused ? "play" : "pause"));
  };
  play.addEventListener("click", () => (audio.paused ? audio.play() : audio.pause()));
  for (const moment of ["timeupdate", "play", "pause", "ended", "durationchange"]) audio.addEventListener(moment, show);
  show();
  return player;
}
