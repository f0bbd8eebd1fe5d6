/* Only for whoever ticked the box under the words: keeps a copy of words that could not be sent yet in this browser, so
   that they outlive a browser that is shut. Off at first; asked for each story on each telephone. The copy goes as soon
   as the words are sent; leaving quickly, sharing, deleting and signing out take all of it away (quick-exit.js). */

class Keep {
  constructor(panel) {
    this.panel = panel;
    this.form = document.querySelector("form[data-autosave-url]");
    this.key = `keep:${panel.dataset.keep}`;
    this.box = panel.querySelector("input");
    panel.hidden = false;
    this.box.checked = Boolean(this.held());
    this.bring();
    this.box.addEventListener("change", () => (this.box.checked ? this.write() : localStorage.removeItem(this.key)));
    this.form.addEventListener("input", () => this.box.checked && this.write());
    this.form.addEventListener("words-saved", () => this.empty());
  }

  field() {
    return this.form.querySelector("textarea[name], input[type=text][name]");
  }

  version() {
    return this.form.elements.namedItem("version");
  }

  held() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  write() {
    const copy = { name: this.field().name, words: this.field().value, version: this.version().value };
    try {
      localStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      this.box.checked = false;
    }
  }

  empty() {
    if (this.held()) localStorage.setItem(this.key, "{}");
  }

  /* With the version they were written on, so that a newer text elsewhere is never written over. */
  bring() {
    const copy = this.held();
    const field = this.field();
    if (!copy?.words || copy.name !== field.name) return;
    if (copy.words === field.value) {
      this.empty();
      return;
    }
    field.value = copy.words;
    this.version().value = copy.version;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

try {
  if (window.localStorage) document.querySelectorAll("[data-keep]").forEach((panel) => new Keep(panel));
} catch {
  /* This browser keeps nothing, so nothing is offered. */
}
