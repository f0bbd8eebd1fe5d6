/* While something is being made ready: asks now and then how far it is, and shows the page anew when it is done. */

const EVERY = 2000;

async function look(waiting) {
  try {
    const answer = await fetch(waiting.dataset.takeWaits, { credentials: "same-origin", cache: "no-store" });
    const { state, progress } = await answer.json();
    const busy = document.querySelector("[data-busy]");
    if (!busy && (state === "ready" || state === "refused")) {
      window.location.reload();
      return;
    }
    waiting.querySelector("progress").value = progress;
  } catch {
    /* No connection: look again. */
  }
  setTimeout(() => look(waiting), EVERY);
}

document.querySelectorAll("[data-take-waits]").forEach((waiting) => setTimeout(() => look(waiting), EVERY));
