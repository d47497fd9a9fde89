/**
 * The explorer in a frame, towards the page around it: tells that page how high
 * the content is and what is shown, and hands the app what that page asks for.
 * The messages are described in docs/interface.md.
 *
 * The boot script loads it in frames only. It works without the app, because a
 * page whose app did not arrive has a height too.
 *
 * It listens to the page around the frame and to nobody else, and never moves,
 * focuses or navigates that page. The edge to the app are events of the window:
 * from it `agenda-explorer:state` ("shown total query") and
 * `agenda-explorer:saved` ("count"), to it `agenda-explorer:set` (a query) and
 * `agenda-explorer:scheme` (a name).
 */
(function () {
  "use strict";

  var host = window.parent;
  var root = document.documentElement;

  /** WordPress puts it behind the address of a frame and wants it back. */
  var secret = (/[#?&]secret=([a-zA-Z0-9]+)/.exec(location.hash) || [])[1];

  /** What was told last, in pixels. */
  var height = 0;

  /**
   * What the page around asked for before the app could listen: the last of each
   * kind, since it can ask any number of times.
   * @type {Record<string, string>}
   */
  var waiting = {};

  /**
   * Says something to the page around, of whatever origin it is: nothing of it
   * is a secret but what `events` lets out, and for that the page has asked.
   * @param {string} type
   * @param {object} [content]
   */
  function say(type, content) {
    host.postMessage(Object.assign({ source: "agenda-explorer", version: 1, type: type }, content), "*");
  }

  function sayHeight() {
    say("height", { height: height });
    if (secret) host.postMessage({ message: "height", value: height, secret: secret }, "*");
  }

  /**
   * The body is as high as its content, whatever the height of the frame. Asked
   * for when the document changes and when its size does: browsers don't lay out
   * frames far from the screen, and then tell of no size.
   */
  function measure() {
    // What is there before the app is no reason to change: it may show less.
    if (root.dataset.state === "loading") return;
    var now = Math.ceil(document.body.getBoundingClientRect().height);
    // A frame that is not shown has no height; half a pixel is not worth a word.
    if (now === 0 || now === height) return;
    height = now;
    sayHeight();
    // At its new height the frame may need no scroll bar, and its lines be longer.
    setTimeout(measure, 200);
  }

  /**
   * @param {string} event
   * @param {unknown} words
   */
  function hand(event, words) {
    if (typeof words !== "string") return;
    if (root.dataset.state === "ready") {
      window.dispatchEvent(new CustomEvent("agenda-explorer:" + event, { detail: words }));
    } else {
      waiting[event] = words;
    }
  }

  window.addEventListener("message", function (event) {
    var message = event.data;
    if (event.source !== host || typeof message !== "object" || message === null) return;
    if (message.source === "agenda-explorer" && message.version === 1) {
      if (message.type === "set") hand("set", message.query);
      if (message.type === "scheme") hand("scheme", message.scheme);
      // The script of that page has come late and missed what was said.
      if (message.type === "ready" && height) sayHeight();
    } else if (secret && message.message === "ready" && message.secret === secret) {
      sayHeight();
    }
  });

  // A sandbox lets no link out. WordPress follows those to this host, in its own
  // tab, and only while the reader is in the frame.
  if (secret && self.origin === "null") {
    window.addEventListener("click", function (event) {
      var link = event.target instanceof Element && event.target.closest("a[target=_blank]");
      if (!link || link.host !== location.host) return;
      event.preventDefault();
      host.postMessage({ message: "link", value: link.href, secret: secret }, "*");
    });
  }

  window.addEventListener("agenda-explorer:state", function (event) {
    var words = /** @type {CustomEvent} */ (event).detail.split(" ");
    say("state", { query: words[2], shown: Number(words[0]), total: Number(words[1]) });
  });

  window.addEventListener("agenda-explorer:saved", function (event) {
    say("saved", { count: Number(/** @type {CustomEvent} */ (event).detail) });
  });

  function start() {
    var pending = 0;
    new ResizeObserver(measure).observe(document.body);
    new MutationObserver(function () {
      clearTimeout(pending);
      pending = setTimeout(measure, 100);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    measure();
  }
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);

  var ready = new MutationObserver(function () {
    measure();
    if (root.dataset.state !== "ready") return;
    ready.disconnect();
    say("ready");
    Object.keys(waiting).forEach(function (event) {
      hand(event, waiting[event]);
    });
  });
  ready.observe(root, { attributeFilter: ["data-state"] });
})();
