/* Reads the words aloud: with a recording of exactly these words where the page has one (an audio that says by
   data-reads what it reads), else with a voice that lives on this device. Voices that would send the words to another
   company are never used; where there is neither voice nor recording the button stays hidden. */

const BLOCKS = "h1, h2, h3, p, li, dt, dd, label, legend, summary, a, button:not([data-listen])";
const NOT_READ = "[hidden], [aria-hidden=true], .unseen, nav:not([data-heard])";
const speech = window.speechSynthesis;
const voices = () => speech?.getVoices().filter((voice) => voice.localService) ?? [];

function voiceFor(element) {
  const language = (element.closest("[lang]")?.lang || "en").slice(0, 2).toLowerCase();
  return voices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

function recordingsIn(element) {
  return [...element.querySelectorAll("audio[data-reads]")].map((audio) => ({
    audio,
    reads: document.getElementById(audio.dataset.reads),
  }));
}

/* Hidden from the eye as well: behind a closed "more", in a menu, or for screen readers only. */
function unseen(block) {
  const more = block.tagName === "SUMMARY" ? block.parentElement.parentElement : block;
  return block.closest(NOT_READ) || more.closest("details:not([open])");
}

/* What comes one after the other: {texts}, or {audio, texts} where a recording stands for the texts. One block at a
   time: long speeches are cut off by some browsers. Links and buttons are read too: who reads
   little must know what they do. */
function pieces(element) {
  const found = [];
  const recordings = recordingsIn(element);
  let read = null;
  for (const block of element.querySelectorAll(BLOCKS)) {
    const text = block.innerText.replace(/\s+/g, " ").trim();
    if (!text || read?.contains(block) || unseen(block) || block.querySelector("p, li")) continue;
    read = block;
    const audio = recordings.find((one) => one.reads?.contains(block))?.audio;
    if (!found.length || found.at(-1).audio !== audio) found.push({ audio, texts: [] });
    found.at(-1).texts.push(text);
  }
  return found;
}

function say(texts, voice, then, broken) {
  if (!voice) {
    then();
    return;
  }
  texts.forEach((text, index) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.95;
    said.onerror = broken;
    if (index === texts.length - 1) said.onend = then;
    speech.speak(said);
  });
}

/* A recording that does not come (a bad connection) is read by the device's own voice. */
function play({ audio, texts }, voice, then, broken) {
  let over = false;
  const once = (next) => () => {
    if (over) return;
    over = true;
    audio.onended = audio.onerror = null;
    next();
  };
  const instead = once(() => say(texts, voice, then, broken));
  audio.onended = once(then);
  audio.onerror = instead;
  audio.currentTime = 0;
  audio.play().catch((error) => {
    if (error.name !== "AbortError") instead();
  });
  return once(() => audio.pause());
}

function enable(button) {
  const element = document.getElementById(button.dataset.listen);
  if (!element || button.dataset.ready || !(voiceFor(element) || recordingsIn(element).length)) return;
  const listen = button.textContent;
  let quiet = () => {};
  let turn = 0; // some browsers call a speech that was cut off ended
  button.dataset.ready = "yes";
  button.hidden = false;

  const rest = () => {
    delete button.dataset.on;
    button.textContent = listen;
  };

  const stop = () => {
    turn += 1;
    quiet();
    quiet = () => {};
    speech?.cancel();
    rest();
  };

  const go = (queue, voice, mine) => {
    const [next, ...others] = queue;
    const then = () => mine === turn && go(others, voice, mine);
    const broken = () => mine === turn && stop();
    if (!next) rest();
    else if (next.audio) quiet = play(next, voice, then, broken);
    else say(next.texts, voice, then, broken);
  };

  const start = () => {
    stop();
    button.dataset.on = "yes";
    button.textContent = button.dataset.stop;
    go(pieces(element), voiceFor(element), turn);
  };

  button.addEventListener("click", () => {
    if (button.dataset.on) stop();
    else start();
  });

  window.addEventListener("pagehide", stop);
  window.addEventListener("leaving", stop);
}

function enableAll() {
  document.querySelectorAll("[data-listen]").forEach(enable);
}

enableAll();
speech?.addEventListener("voiceschanged", enableAll);
