/* Reads the words aloud with a voice that lives on this device. Voices that would send the words to another company
   are never used; where no such voice exists the button stays hidden. */

const voices = () => window.speechSynthesis?.getVoices().filter((voice) => voice.localService) ?? [];

function voiceFor(element) {
  const language = (element.closest("[lang]")?.lang || "en").slice(0, 2).toLowerCase();
  return voices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

/* One block at a time: long speeches are cut off by some browsers. */
function pieces(element) {
  const blocks = [...element.querySelectorAll("h1, h2, h3, p, li, label, legend")];
  return blocks
    .filter((block) => !block.closest("[hidden], .unseen, nav, details:not([open])") && !block.querySelector("p, li"))
    .map((block) => block.innerText.trim())
    .filter(Boolean);
}

function enable(button) {
  const element = document.getElementById(button.dataset.listen);
  const voice = element && voiceFor(element);
  if (!voice || button.dataset.ready) return;
  const listen = button.textContent;
  button.dataset.ready = "yes";
  button.hidden = false;

  const rest = () => {
    delete button.dataset.on;
    button.textContent = listen;
  };

  const stop = () => {
    window.speechSynthesis.cancel();
    rest();
  };

  const start = () => {
    window.speechSynthesis.cancel();
    const texts = pieces(element);
    texts.forEach((text, index) => {
      const speech = new SpeechSynthesisUtterance(text);
      speech.voice = voice;
      speech.lang = voice.lang;
      speech.rate = 0.95;
      speech.onerror = rest;
      if (index === texts.length - 1) speech.onend = rest;
      window.speechSynthesis.speak(speech);
    });
    button.dataset.on = "yes";
    button.textContent = button.dataset.stop;
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

if ("speechSynthesis" in window) {
  enableAll();
  window.speechSynthesis.addEventListener("voiceschanged", enableAll);
}
