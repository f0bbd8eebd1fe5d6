// "Copy" beside a text: puts it on the clipboard and says so. Without this the text can be marked and copied by hand.

const heard = (id) => document.querySelector(`[data-copied~="${CSS.escape(id)}"]`);

const say = (id, words) => {
  const place = heard(id);
  if (place) place.textContent = words;
};

const copy = async (id) => {
  const source = document.getElementById(id);
  if (!source) return;
  const folded = source.closest("details:not([open])");
  if (folded) folded.open = true;
  try {
    await navigator.clipboard.writeText(source.innerText.trim());
    say(id, "Copied");
  } catch {
    getSelection().selectAllChildren(source);
    say(id, "Marked: now press Ctrl and C");
  }
};

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button.dataset.copy));
}
