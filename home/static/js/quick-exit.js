/* Leave at once: hides the page, replaces it in the history and opens a neutral site. Shift three times within five
   seconds does the same. Without JavaScript the link is an ordinary link. Nothing is ever stored in the browser. */

const WITHIN = 5000;
const link = document.querySelector("[data-quick-exit]");

/* Also where nobody is signed in any more: the answer asks the browser to forget what it kept of ours. */
function endSession() {
  const address = link.dataset.endUrl;
  if (!address) return;
  const form = new FormData();
  form.append("leaving", "1");
  navigator.sendBeacon(address, form);
}

/* Whatever somebody let this browser keep (keep.js) goes with them. */
function forget() {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    /* This browser keeps nothing. */
  }
}

function leave() {
  document.documentElement.classList.add("leaving");
  document.title = "";
  window.speechSynthesis?.cancel();
  window.dispatchEvent(new Event("leaving"));
  forget();
  endSession();
  window.location.replace(link.href);
}

for (const form of document.querySelectorAll("form")) {
  const ends = form.hasAttribute("data-forget") || form.getAttribute("action") === link?.dataset.endUrl;
  if (ends) form.addEventListener("submit", forget);
}

if (link) {
  const status = document.querySelector("[data-quick-exit-status]");
  let presses = [];

  const again = () => {
    presses = [];
    if (status) status.textContent = "";
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") again();
  });

  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    const now = Date.now();
    presses = presses.filter((at) => now - at < WITHIN);
    presses.push(now);
    if (presses.length >= 3) {
      leave();
    } else if (status) {
      status.textContent = presses.length === 1 ? link.dataset.twoMore : link.dataset.oneMore;
    }
    setTimeout(() => {
      if (presses.length && Date.now() - presses.at(-1) >= WITHIN) again();
    }, WITHIN);
  });

  /* A page that comes back from the browser's own memory stays blank and leaves again. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("leaving")) leave();
  });
}
