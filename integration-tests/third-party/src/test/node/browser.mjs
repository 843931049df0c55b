// A browser without scripts: keeps cookies, follows redirects on the emulator's own domain, fills in the form of a page.
import assert from "node:assert/strict";

const unescaped = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const attribute = (tag, name) => unescaped(tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "");

export class Browser {
  #cookies = new Map();
  #page = "";

  /** Opens an address; the answer is where the application's own part begins, or null for a page. */
  async open(address, options = {}) {
    const url = new URL(address);
    const response = await fetch(url, {
      ...options,
      redirect: "manual",
      headers: { ...options.headers, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(";")[0].split("=");
      cookie.includes("Max-Age=0") ? this.#cookies.delete(name) : this.#cookies.set(name, value);
    }
    this.#page = await response.text();
    if (response.status !== 302) {
      this.url = url;
      return null;
    }
    const next = new URL(response.headers.get("location"), url);
    return next.host === url.host ? this.open(next) : next;
  }

  /** Sends the page's form with these fields filled in. */
  async submit(fields) {
    const form = this.#page.match(/<form [\s\S]*?<\/form>/)?.[0];
    assert.ok(form, `no form on ${this.#page}`);
    const body = new URLSearchParams();
    for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
      body.set(attribute(tag, "name"), fields[attribute(tag, "name")] ?? attribute(tag, "value"));
    }
    return this.open(new URL(attribute(form, "action"), this.url), { method: "POST", body });
  }
}
