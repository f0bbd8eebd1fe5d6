/* Saves a form's words while they are written. The form has data-autosave-url, a field named version and Django's
   token; a role=status element carries data-autosave-status and the sentences. The page itself keeps what could not be
   sent; nothing is stored in the browser (keep.js asks first). The server answers 200 {"version": 8}, or 409 {"compare": "/…/"}. */

const PAUSE = 2000;
const LONGEST = 4000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 30000;

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]");
    this.sent = this.words();
    this.retry = FIRST_RETRY;
    this.busy = false;
    this.stopped = false;
    this.submitting = false;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", () => { this.submitting = true; });
    window.addEventListener("online", () => this.send());
    window.addEventListener("leaving", () => {
      this.lastChance();
      this.submitting = true;
    });
    window.addEventListener("pagehide", () => this.lastChance());
    window.addEventListener("beforeunload", (event) => {
      if (this.unsent() && !this.submitting) event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => this.send()); // going away; back from signing in again
  }

  fields() {
    return [...this.form.querySelectorAll("textarea[name], input[type=text][name]")];
  }

  words() {
    return JSON.stringify(this.fields().map((field) => [field.name, field.value]));
  }

  unsent() {
    return this.words() !== this.sent;
  }

  typed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.send(), PAUSE);
    this.longest ??= setTimeout(() => this.send(), LONGEST);
  }

  say(name, waiting = false) {
    if (!this.status) return;
    this.status.textContent = this.status.dataset[name];
    this.status.classList.toggle("saved-waiting", waiting);
  }

  async send() {
    clearTimeout(this.pause);
    clearTimeout(this.longest);
    clearTimeout(this.again);
    this.longest = undefined;
    if (this.busy || this.stopped || !this.unsent()) return;
    this.busy = true;
    const words = this.words();
    let answer = null;
    try {
      answer = await fetch(this.form.dataset.autosaveUrl, {
        method: "POST",
        body: this.letter(),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
      });
      await this.heard(answer, words);
    } catch {
      this.tryLater();
    } finally {
      this.busy = false;
    }
    if (!this.stopped && answer?.ok && this.unsent()) this.typed();
  }

  letter() {
    const letter = new FormData();
    for (const name of ["csrfmiddlewaretoken", "version"]) {
      const field = this.form.elements.namedItem(name);
      if (field) letter.append(name, field.value);
    }
    for (const field of this.fields()) letter.append(field.name, field.value);
    return letter;
  }

  async heard(answer, words) {
    if (answer.ok) {
      const { version } = await answer.json();
      const field = this.form.elements.namedItem("version");
      if (field && version !== undefined) field.value = version;
      this.sent = words;
      this.retry = FIRST_RETRY;
      this.say("saved");
      if (!this.unsent()) this.form.dispatchEvent(new Event("words-saved"));
    } else if (answer.status === 409) {
      const { compare } = await answer.json();
      this.stopped = true;
      this.submitting = true;
      this.say("elsewhere", true);
      this.link(compare, this.status?.dataset.compare);
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      this.say("signedOut", true);
      this.again = setTimeout(() => this.send(), LAST_RETRY);
    } else if (answer.status === 400 || answer.status === 413) {
      this.say("refused", true);
    } else {
      this.tryLater();
    }
  }

  tryLater() {
    this.say("waiting", true);
    this.again = setTimeout(() => this.send(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }

  link(address, label) {
    if (!this.status || !address || !address.startsWith("/")) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label;
    this.status.append(" ", link);
  }

  /* When the page goes away, one small last letter may still be carried. */
  lastChance() {
    if (this.stopped || this.submitting || !this.unsent()) return;
    fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      body: this.letter(),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      keepalive: true,
    }).catch(() => {});
  }
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) new Autosave(form);
