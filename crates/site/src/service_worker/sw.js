/**
 * Keeps the explorer for when the network is away or slow: one version of it,
 * whole, and nothing else.
 *
 * - A page comes from the network, and from here where that takes longer than
 *   three seconds, fails, or the host has an error of its own.
 * - A file whose name stands for its content comes from here first.
 * - The few other files of a page come from where the page came from, so that
 *   two versions never meet.
 * - A page whose host has no boot script for it could not say a word: the page
 *   that is here takes its place.
 * - What is not there stays missing: no file is answered by a page.
 *
 * A new version fills a cache of its own and waits until no page needs the old
 * one, or until the reader says so; then the old cache goes.
 */
(function () {
  "use strict";

  /**
   * What the build has written: the version, the files of it with the digest
   * of each, the folders of the pages of their own, and the keys of an address
   * that say what is shown; the others say how.
   */
  const SITE = "{site}";

  /** How long a page may take to arrive, in milliseconds. */
  const PATIENCE = 3000;
  /** What starts a page, and tells the reader where it cannot. */
  const BOOT = "boot.js";
  /** The names that stand for their content. */
  const LASTING = /-[0-9a-f]{16}\.[a-z]+$/;
  const scope = new URL(self.registration.scope);
  // Several folders of a host can have an explorer of their own.
  const PREFIX = "agenda-explorer:" + scope.pathname + ":";
  const OWN = PREFIX + SITE.version;

  /** The documents that came from here. */
  const fromHere = new Set();
  /** Addresses that were given instead of a page that did not arrive. */
  const instead = new Set();

  /** @param {string} path */
  function address(path) {
    return new URL(path, scope).href;
  }

  /**
   * A file of this version.
   * @param {string} path
   */
  async function kept(path) {
    const cache = await caches.open(OWN);
    return cache.match(address(path), { ignoreVary: true });
  }

  /** The names of all caches of this explorer, this version's first. */
  async function ours() {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    return names.sort((a, b) => Number(b === OWN) - Number(a === OWN));
  }

  /**
   * Fetches what is missing of this version, one file after another. What does
   * not have the digest that it should have belongs to another version, or is
   * no file of ours.
   */
  async function fill() {
    const cache = await caches.open(OWN);
    for (const [path, integrity] of Object.entries(SITE.files)) {
      if (await kept(path)) continue;
      const mode = LASTING.test(path) ? "default" : "no-cache";
      const response = await fetch(address(path), { integrity, cache: mode });
      if (!response.ok) throw new Error(address(path) + " is answered with " + response.status);
      await cache.put(address(path), response);
    }
  }

  /** Removes the caches of other versions. */
  async function tidy() {
    for (const name of await ours()) {
      if (name !== OWN) await caches.delete(name);
    }
  }

  /**
   * The address at the root that shows what a page of its own does.
   * @param {string} folder as `rec/12/`
   * @param {string} search
   */
  function atRoot(folder, search) {
    const asked = search.slice(1);
    const keys = [...new URLSearchParams(asked).keys()].map((key) => key.toLowerCase());
    const whole = keys.some((key) => SITE.content.includes(key));
    const question = folder.slice(0, -1).replace("/", "=");
    return address("?" + (whole ? asked : [question, asked].filter(Boolean).join("&")));
  }

  /**
   * What there is here for a page, if anything.
   * @param {FetchEvent} event
   * @param {string} path
   */
  async function storedPage(event, path) {
    const root = await kept("");
    const folder = path.replace(/(^|\/)index\.html$/, "$1");
    if (!root || folder === "") {
      if (root) fromHere.add(event.resultingClientId);
      return root;
    }
    if (!SITE.pages.includes(folder)) return undefined;
    const other = atRoot(folder, new URL(event.request.url).search);
    instead.add(other);
    return Response.redirect(other);
  }

  /**
   * @param {FetchEvent} event
   * @param {string} path
   */
  async function page(event, path) {
    // The network was waited for a moment ago.
    if (instead.delete(event.request.url.replace(/#.*/, ""))) {
      const stored = await storedPage(event, path);
      if (stored) return stored;
    }
    const network = fetch(event.request);
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    try {
      const response = await Promise.race([network, late]);
      if (response && response.status < 500) return response;
    } catch {
      // Said by `network` below, where there is nothing else to give.
    }
    // It may fail after something else was given.
    network.catch(() => {});
    return (await storedPage(event, path)) || network;
  }

  /**
   * Whether a host has sent what was asked for. Some answer with a page.
   * @param {Response} response
   */
  function isScript(response) {
    return response.ok && !/html/.test(response.headers.get("Content-Type") || "");
  }

  /**
   * Instead of its boot script, what leads a page to the one that is here, if one
   * is.
   * @param {FetchEvent} event
   */
  async function turnBack(event) {
    const client = await self.clients.get(event.clientId);
    if (!client || !(await kept(""))) return undefined;
    instead.add(client.url.replace(/#.*/, ""));
    return new Response("location.reload()", { headers: { "Content-Type": "text/javascript" } });
  }

  /**
   * @param {FetchEvent} event
   * @param {string} path
   */
  async function file(event, path) {
    if (LASTING.test(path)) {
      for (const name of await ours()) {
        const cache = await caches.open(name);
        const found = await cache.match(address(path), { ignoreVary: true });
        if (found) return found;
      }
      return fetch(event.request);
    }
    const first = fromHere.has(event.clientId) && (await kept(path));
    if (first) return first;
    try {
      const response = await fetch(event.request);
      if (path === BOOT && !isScript(response)) return (await turnBack(event)) || response;
      return response;
    } catch (cause) {
      const last = await kept(path);
      if (last) return last;
      throw cause;
    }
  }

  self.addEventListener("install", (event) => event.waitUntil(fill()));

  self.addEventListener("activate", (event) => {
    event.waitUntil(tidy().then(() => self.clients.claim()));
  });

  self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    const inside = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
    if (event.request.method !== "GET" || !inside) return;
    const path = url.pathname.slice(scope.pathname.length);
    if (event.request.mode === "navigate") event.respondWith(page(event, path));
    else if (path in SITE.files || LASTING.test(path)) event.respondWith(file(event, path));
  });

  self.addEventListener("message", (event) => {
    const { type, files } = event.data || {};
    // The reader wants the new version now.
    if (type === "activate") self.skipWaiting();
    // Somebody has cleared the caches, or a file did not arrive.
    if (type === "fill") event.waitUntil(fill().catch(() => {}));
    // Whether a page is made of the files of this version.
    if (type === "holds") event.ports[0].postMessage(files.every((path) => path in SITE.files));
  });
})();
