/* Sends photographed pages in parts, one after the other, so that a broken line costs nothing. Without JavaScript, and
   where a browser cannot do it, the form is sent as it is. */

import { Parts, canSend } from "./send-parts.js";

async function sendAll(form, files) {
  const status = form.querySelector("[data-status]");
  const button = form.querySelector("button");
  const say = (name, sentence) => {
    status.textContent = sentence ?? form.dataset[name] ?? "";
    status.classList.toggle("saved-waiting", name !== "sending");
  };
  button.disabled = true;
  say("sending");
  try {
    for (const file of files) {
      const parts = new Parts({
        url: form.dataset.takesUrl,
        kind: "handwriting",
        token: form.querySelector("[name=csrfmiddlewaretoken]").value,
        told: say,
      });
      parts.add(file);
      await parts.finish();
    }
  } catch {
    button.disabled = false;
    return;
  }
  window.location.reload();
}

for (const form of document.querySelectorAll("form[data-send-pages]")) {
  form.addEventListener("submit", (event) => {
    const { files } = form.querySelector("input[type=file]");
    if (!files.length || !canSend()) return;
    event.preventDefault();
    sendAll(form, files);
  });
}
