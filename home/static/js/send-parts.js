/* Sends something large in small parts. A part says its place and its fingerprint. When the line breaks, this asks how
   much has arrived and goes on from there; until then everything stays in the page's memory, and nowhere else. */

const PART = 256 * 1024;
const WORTH_SENDING = 24 * 1024;
const FIRST_RETRY = 1000;
const LAST_RETRY = 20000;

export const newNumber = () => {
  const [a, b, c, d] = crypto.getRandomValues(new Uint32Array(4));
  const hex = [a, b, c, d].map((part) => part.toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export const canSend = () => Boolean(window.crypto?.subtle && window.fetch);

async function fingerprint(part) {
  const digest = await crypto.subtle.digest("SHA-256", await part.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Parts {
  /* url: the takes of this story; kind; token: Django's; told(name, sentence) hears how it goes. */
  constructor({ url, kind, token, told }) {
    Object.assign(this, { url: `${url}${newNumber()}/`, kind, token, told });
    this.whole = new Blob([]);
    this.at = 0;
    this.all = false;
    this.retry = FIRST_RETRY;
    this.finished = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.finished.catch(() => {});
    this.online = () => this.send();
    window.addEventListener("online", this.online);
    document.addEventListener("visibilitychange", this.online);
  }

  add(blob) {
    this.whole = new Blob([this.whole, blob]);
    this.send();
  }

  finish() {
    this.all = true;
    this.send();
    return this.finished;
  }

  unsent() {
    return !this.ended && this.whole.size > 0 && (!this.all || this.at < this.whole.size);
  }

  stop() {
    this.ended = true;
    clearTimeout(this.again);
    window.removeEventListener("online", this.online);
    document.removeEventListener("visibilitychange", this.online);
  }

  async throwAway() {
    this.stop();
    if (this.begun) await this.post("away/", this.letter()).catch(() => {});
  }

  letter(more = {}) {
    const letter = new FormData();
    for (const [name, value] of Object.entries({ csrfmiddlewaretoken: this.token, ...more })) letter.append(name, value);
    return letter;
  }

  post(path, body, more = {}) {
    return fetch(this.url + path, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      ...more,
    });
  }

  async send() {
    clearTimeout(this.again);
    this.more = this.busy;
    if (this.busy || this.ended) return;
    this.busy = true;
    try {
      if (this.lost) await this.ask();
      while (!this.ended && (await this.next()));
    } catch {
      this.lost = true;
      this.later("waiting");
    } finally {
      this.busy = false;
    }
    if (this.more && !this.lost) this.send();
  }

  /* One step; false when there is nothing to do now. */
  async next() {
    const part = this.whole.slice(this.at, this.at + PART);
    if (part.size && (this.all || part.size >= WORTH_SENDING)) {
      this.begun = true;
      const letter = this.letter({ kind: this.kind, offset: this.at, sha256: await fingerprint(part) });
      letter.append("data", part, "part");
      return this.heard(await this.post("part/", letter));
    }
    if (this.all && !part.size) return this.heard(await this.post("done/", this.letter({ length: this.whole.size })));
    return false;
  }

  async heard(answer) {
    if (answer.ok) {
      const told = await answer.json();
      this.at = told.at;
      this.retry = FIRST_RETRY;
      this.told("sending");
      if (told.state !== "coming") {
        this.stop();
        this.resolve();
      }
      return !this.ended;
    }
    if (answer.status === 409) {
      const { at } = await answer.json();
      if (at > this.whole.size || at === this.at) throw new Error("out of step");
      this.at = at;
      return true;
    }
    if (answer.status === 400 || answer.status === 413) {
      const { error } = await answer.json().catch(() => ({}));
      this.stop();
      this.told("refused", error);
      this.reject(new Error("refused"));
      return false;
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      this.retry = LAST_RETRY;
      this.later("signedOut");
      return false;
    }
    throw new Error("not now");
  }

  async ask() {
    const answer = await fetch(`${this.url}at/`, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
    if (!answer.ok) throw new Error("not now");
    this.at = (await answer.json()).at;
    this.lost = false;
  }

  later(name) {
    this.told(name);
    this.again = setTimeout(() => this.send(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }
}
