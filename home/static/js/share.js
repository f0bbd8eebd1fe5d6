/* "Copy the address" and "Print it" beside a story. Nothing is sent anywhere and nobody counts. Without this the address
   can be marked by hand, and the browser's own menu prints. */

const said = document.querySelector("[data-share-said]");

/* Told to the ear and to the eye, where the finger is, until the reader goes on: whoever reads slowly misses nothing. */
function tell(button, words) {
  button.dataset.words ??= button.textContent;
  button.textContent = words;
  if (said) said.textContent = words;
  button.focus();
}

function goOn(button) {
  if (!button.dataset.words) return;
  button.textContent = button.dataset.words;
  if (said) said.textContent = "";
}

async function copy(button) {
  const place = document.getElementById(button.dataset.shareCopy);
  if (!place) return;
  try {
    await navigator.clipboard.writeText(place.textContent.trim());
    tell(button, button.dataset.done);
  } catch {
    getSelection().selectAllChildren(place);
    tell(button, button.dataset.byHand);
  }
}

for (const button of document.querySelectorAll("[data-share-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
  button.addEventListener("blur", () => goOn(button));
}

for (const button of document.querySelectorAll("[data-share-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
