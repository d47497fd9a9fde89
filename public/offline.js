/**
 * Offline use, once the explorer answers and has nothing else to do: registers
 * the service worker, sees to it that what it keeps is whole, and tells the
 * reader when a new version waits.
 *
 * A module that boot.js fetches, never in a frame and never from a file. Where
 * the browser or the host does not want a service worker the explorer works as
 * it does without one, so a refusal is only noted.
 *
 * Browsers take the address of a service worker for code. Under a content
 * security policy that asks for trusted types it needs a policy of the name
 * below; where the host does not name it, there is no offline use.
 */
const POLICY = "agenda-explorer";
/** How often an open page asks for a new version, in milliseconds. */
const INTERVAL = 3600000;

const workers = navigator.serviceWorker;
const folder = new URL(".", import.meta.url).href;

/**
 * What a content security policy says of addresses of code: they are free,
 * possible under the name of our policy, or refused.
 * @param {string} policy
 */
function leave(policy) {
  if (!/require-trusted-types-for/i.test(policy)) return "free";
  const lists = policy.match(/(^|[;,])\s*trusted-types(\s[^;,]*)?/gi) || [];
  const words = lists.map((list) => list.trim().split(/\s+/));
  return words.every((list) => list.includes(POLICY) || list.includes("*")) ? "named" : "refused";
}

/** The address of the worker as the page may use it, or null. */
async function script() {
  const address = new URL("sw.js", folder).href;
  if (!window.trustedTypes) return address;
  // A document is not told its own policy, and trying would be a violation.
  const page = await fetch(location.href, { method: "HEAD", cache: "force-cache" });
  const given = leave(page.headers.get("Content-Security-Policy") || "");
  if (given === "free") return address;
  if (given === "refused") return null;
  const policy = window.trustedTypes.createPolicy(POLICY, { createScriptURL: (it) => it });
  return policy.createScriptURL(address);
}

async function registration() {
  const known = await workers.getRegistration(folder);
  // Another application above this folder may have one too.
  if (known && known.scope === folder) return known;
  const address = await script();
  return address && workers.register(address, { scope: folder, updateViaCache: "none" });
}

/** The files that this page is made of, from the folder of the site. */
function own() {
  const boot = document.querySelector("script[data-wasm]");
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
  const program = boot ? [boot.dataset.js, boot.dataset.wasm] : [];
  const addresses = [...sheets, ...program.map((it) => new URL(it || "", document.baseURI).href)];
  return addresses.map((address) => address.slice(folder.length));
}

/**
 * Whether this page is already of the version that a worker keeps, as it is
 * when it came from the network.
 * @param {ServiceWorker} worker
 */
function isOf(worker) {
  return new Promise((answer) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => answer(event.data);
    worker.postMessage({ type: "holds", files: own() }, [channel.port2]);
  });
}

function words() {
  const block = document.getElementById("words");
  return block ? JSON.parse(block.textContent || "{}") : {};
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

/**
 * Tells of the new version. The place is there from the start, as screen
 * readers tell only what comes into it later.
 * @param {HTMLElement} place
 * @param {ServiceWorkerRegistration} registration
 */
function tell(place, registration) {
  const said = words();
  const root = document.documentElement;
  const text = document.createElement("span");
  text.textContent = said.update;
  const reload = button(said["update-reload"], () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage({ type: "activate" });
    // Taken by another tab in the meantime.
    else location.reload();
  });
  const later = button(said["update-later"], () => {
    place.replaceChildren();
    delete root.dataset.update;
  });
  place.replaceChildren(text, reload, later);
  root.dataset.update = "";
  // What has the focus must not lie under it.
  if (document.activeElement !== document.body) {
    document.activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 */
function watch(registration) {
  const place = document.createElement("div");
  place.id = "update";
  place.className = "update";
  place.setAttribute("role", "status");
  document.body.append(place);

  const offer = async (worker) => {
    if (workers.controller && !(await isOf(worker))) tell(place, registration);
  };
  const follow = (worker) => {
    if (!worker) return;
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed") offer(worker);
    });
  };
  if (registration.waiting) offer(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));

  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < INTERVAL) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

registration().then(
  (made) => {
    if (!made) return;
    made.active?.postMessage({ type: "fill" });
    watch(made);
  },
  (cause) => console.info("There is no offline use here.", cause)
);
