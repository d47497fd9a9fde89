/**
 * Ends offline use: put this file in place of `sw.js`. On a reader's next visit
 * it deletes everything the explorer has stored in that browser, and then
 * itself. Open pages are not interrupted; later ones come from the host.
 *
 * Leave it in place as long as readers with the old service worker may return.
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
