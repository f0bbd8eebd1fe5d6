/* Where a page of the desk begins for whoever hears it or goes by keyboard: at what went wrong, else at what was just
   done, else at the question. The title of every page is the same word, so that alone would tell nobody where they are.
   Readers' forms load it only where something went wrong. */

const BEGINNINGS = ["[role=alert]", ".flashes", "h1"];

function begin() {
  if (window.location.hash || document.activeElement !== document.body) return;
  const main = document.getElementById("main");
  const found = BEGINNINGS.map((one) => main.querySelector(one)).find((one) => one?.checkVisibility?.() ?? one);
  if (!found) return;
  found.tabIndex = -1;
  found.focus({ preventScroll: !found.matches("[role=alert]") });
}

begin();
