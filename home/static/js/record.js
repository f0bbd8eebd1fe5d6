/* Records a voice note: start, pause, listen, go on, keep, throw away. It is sent in parts while it is recorded. Until
   then it stays in this page's memory; nothing is stored in the browser. Without a microphone the form below serves. */

import { Parts, canSend } from "./send-parts.js";

const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS = 32000;
const EVERY = 2000;

class Recorder {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.longest = Number(this.words.longest);
    this.token = root.querySelector("[name=csrfmiddlewaretoken]").value;
    this.player = root.querySelector("[data-player]");
    this.status = root.querySelector("[data-status]");
    this.time = root.querySelector("[data-time]");
    root.hidden = false;
    for (const button of root.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this[button.dataset.do]());
    }
    window.addEventListener("leaving", () => this.silence());
    window.addEventListener("pagehide", () => this.silence());
    window.addEventListener("beforeunload", (event) => {
      if (this.parts?.unsent() && !this.gone) event.preventDefault();
    });
  }

  show(...names) {
    for (const button of this.root.querySelectorAll("[data-do]")) button.hidden = !names.includes(button.dataset.do);
    this.root.querySelector("[data-do]:not([hidden])")?.focus();
  }

  say(name, sentence) {
    this.status.textContent = sentence ?? this.words[name] ?? "";
    this.status.classList.toggle("saved-waiting", ["waiting", "signedOut", "refused", "silenced"].includes(name));
  }

  async start() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.say("silenced");
      return;
    }
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    this.recorder = new MediaRecorder(this.stream, { mimeType, audioBitsPerSecond: BITS });
    this.parts = new Parts({
      url: this.words.takesUrl,
      kind: "voice",
      token: this.token,
      told: (name, sentence) => this.heard(name, sentence),
    });
    this.seconds = 0;
    this.gone = false;
    this.keeping = false;
    this.root.dataset.busy = "yes";
    this.recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size) this.parts.add(data);
      this.arrived?.();
    });
    this.recorder.start(EVERY);
    this.run();
  }

  run() {
    this.root.dataset.on = "yes";
    this.player.hidden = true;
    this.player.pause();
    this.clock = setInterval(() => this.tick(), 1000);
    this.say("recording");
    this.show("pause");
  }

  tick() {
    this.seconds += 1;
    this.time.textContent = `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, "0")}`;
    if (this.seconds >= this.longest) this.pause("full");
  }

  async pause(why = "paused") {
    clearInterval(this.clock);
    delete this.root.dataset.on;
    this.recorder.pause();
    await this.rest();
    this.play();
    this.say(why);
    this.show(...(this.seconds < this.longest ? ["keep", "on", "away"] : ["keep", "away"]));
  }

  on() {
    this.recorder.resume();
    this.run();
  }

  /* The last piece that the recorder still holds. */
  rest() {
    const came = new Promise((resolve) => { this.arrived = resolve; });
    this.recorder.requestData();
    return Promise.race([came, new Promise((resolve) => { setTimeout(resolve, 1000); })]);
  }

  play() {
    URL.revokeObjectURL(this.player.src);
    this.player.src = URL.createObjectURL(new Blob([this.parts.whole], { type: this.recorder.mimeType }));
    this.player.hidden = false;
  }

  async keep() {
    this.show();
    this.player.pause();
    const ended = new Promise((resolve) => { this.recorder.addEventListener("stop", resolve, { once: true }); });
    this.recorder.stop();
    await ended;
    this.release();
    this.keeping = true;
    this.say("sending");
    try {
      await this.parts.finish();
    } catch {
      this.show("away");
      return;
    }
    this.gone = true;
    window.location.reload();
  }

  async away() {
    const button = this.root.querySelector("[data-do=away]");
    if (!this.sure) {
      this.sure = button.textContent;
      button.textContent = this.words.sure;
      return;
    }
    button.textContent = this.sure;
    this.sure = "";
    this.release();
    this.gone = true;
    URL.revokeObjectURL(this.player.src);
    this.player.removeAttribute("src");
    this.player.hidden = true;
    await this.parts.throwAway();
    delete this.root.dataset.busy;
    this.time.textContent = "0:00";
    this.say("");
    this.show("start");
  }

  heard(name, sentence) {
    const trouble = name !== "sending";
    if (trouble || this.keeping || this.troubled) this.say(trouble || this.keeping ? name : this.state(), sentence);
    this.troubled = trouble;
  }

  state() {
    return this.root.dataset.on ? "recording" : "paused";
  }

  release() {
    clearInterval(this.clock);
    delete this.root.dataset.on;
    if (this.recorder?.state !== "inactive") this.recorder?.stop();
    this.stream?.getTracks().forEach((track) => track.stop());
  }

  silence() {
    if (this.stream) this.release();
    this.player.pause();
  }
}

if (canSend() && window.MediaRecorder && navigator.mediaDevices?.getUserMedia) {
  document.querySelectorAll("[data-recorder]").forEach((root) => new Recorder(root));
}
