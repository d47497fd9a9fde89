/**
 * Takes offline use back: put this file in the place of `sw.js`. At the next
 * visit of a reader it removes what the explorer has kept in that browser, and
 * then itself. Pages that are open go on; from then on they come from the host.
 *
 * Leave it there as long as readers may come back who have the old one.
 */
(function () {
  "use strict";

  const PREFIX = "agenda-explorer:" + new URL(self.registration.scope).pathname + ":";

  async function remove() {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name))
    );
    await self.registration.unregister();
  }

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(remove()));
})();
