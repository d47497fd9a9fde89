// @ts-check
/**
 * For the pages of others: gives every frame of the explorer the height of what
 * is in it, and defines `<agenda-explorer>`, which makes such a frame.
 *
 *     <script async src="https://explorer.example/embed.js"></script>
 *     <agenda-explorer cluster="a_c" title="Clusters A and C">
 *       <a href="https://explorer.example/?cluster=a_c">Clusters A and C</a>
 *     </agenda-explorer>
 *
 * It is a guest there: it styles nothing but the frame, and never focuses,
 * scrolls or navigates the page. It needs no leave of a content security policy
 * but `script-src` for itself and `frame-src` for the frame. What it and the
 * frame say to each other is in docs/interface.md.
 */
(function () {
  "use strict";

  var NAME = "agenda-explorer";
  /** In the order of addresses; the build fills these in from the data. */
  var KEYS = "{keys}".split(" ");
  var TITLE = "{title}";
  var HEIGHT = 700;
  var LEAST = 150;
  var MOST = 20000;

  var own = document.currentScript;
  if (!(own instanceof HTMLScriptElement)) return;
  /** Frames from here are ours. */
  var folder = new URL(".", own.src).href;
  var origin = new URL(folder).origin;

  // A page assembled from parts may have this script in each of them.
  var guard = Symbol.for(NAME);
  /** @type {any} */
  var page = window;
  /** @type {Set<string>} */
  var folders = (page[guard] = page[guard] || new Set());
  if (folders.has(folder)) return;
  folders.add(folder);

  /**
   * The frames that elements have made, with whom to tell what they say: they
   * may be in a shadow tree, where the document does not find them.
   * @type {Map<HTMLIFrameElement, (message: any) => void>}
   */
  var made = new Map();

  /** @returns {HTMLIFrameElement[]} */
  function frames() {
    var all = new Set([...document.querySelectorAll("iframe"), ...made.keys()]);
    return [...all].filter(function (frame) {
      return frame.src.startsWith(folder);
    });
  }

  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} type
   * @param {object} more
   * @param {string} to
   */
  function post(frame, type, more, to) {
    if (!frame.contentWindow) return;
    frame.contentWindow.postMessage(Object.assign({ source: NAME, version: 1, type: type }, more), to);
  }

  /**
   * Over rules of the page for all elements, even `!important` ones.
   * @param {HTMLIFrameElement} frame
   * @param {string} property
   * @param {string} value
   */
  function style(frame, property, value) {
    frame.style.setProperty(property, value, "important");
  }

  /**
   * A frame without a height, because it is not shown, says 0.
   * @param {HTMLIFrameElement} frame
   * @param {unknown} height
   */
  function size(frame, height) {
    if (typeof height !== "number" || !isFinite(height) || height <= 0) return;
    style(frame, "height", Math.min(Math.max(Math.ceil(height), LEAST), MOST) + "px");
  }

  addEventListener("message", function (event) {
    var message = event.data;
    if (!event.source || !message || message.source !== NAME || message.version !== 1) return;
    frames().forEach(function (frame) {
      var sandbox = frame.sandbox;
      // In a sandbox that gives it no origin, a frame can't prove its own.
      var from = frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin") ? "null" : origin;
      if (frame.contentWindow !== event.source || event.origin !== from) return;
      if (message.type === "height") size(frame, message.height);
      var tell = made.get(frame);
      if (tell) tell(message);
    });
  });

  // A frame that was there before us has told its height to nobody.
  frames().forEach(function (frame) {
    post(frame, "ready", {}, "*");
  });

  if (customElements.get(NAME)) return;
  customElements.define(
    NAME,
    class extends HTMLElement {
      static get observedAttributes() {
        return KEYS.concat("title", "height");
      }

      constructor() {
        super();
        /** @type {HTMLIFrameElement | null} */
        this.frame = null;
        this.ready = false;
        this.turning = false;
        /**
         * What the frame is told once it listens, by type.
         * @type {Record<string, object>}
         */
        this.waiting = {};
        // Whatever else is in the element is its fallback, and not shown.
        var slot = document.createElement("slot");
        slot.name = NAME;
        this.attachShadow({ mode: "open" }).append(slot);
      }

      connectedCallback() {
        // Pages give a width and a place to blocks only.
        if (getComputedStyle(this).display === "inline") this.style.display = "block";
        this.open();
      }

      disconnectedCallback() {
        this.close();
      }

      open() {
        // A copy of an element brings the frame of the original along.
        this.querySelectorAll("iframe").forEach(function (left) {
          left.remove();
        });
        var frame = document.createElement("iframe");
        frame.slot = NAME;
        frame.loading = "lazy";
        frame.allow = "clipboard-write; web-share";
        frame.title = this.title || TITLE;
        style(frame, "display", "block");
        style(frame, "width", "100%");
        style(frame, "border", "0");
        size(frame, HEIGHT);
        size(frame, parseInt(this.getAttribute("height") || ""));
        frame.src = this.address();
        this.frame = frame;
        this.ready = false;
        made.set(frame, this.hear.bind(this));
        this.append(frame);
      }

      close() {
        if (!this.frame) return;
        made.delete(this.frame);
        this.frame.remove();
        this.frame = null;
      }

      /**
       * @param {string} name
       * @param {string | null} before
       * @param {string | null} after
       */
      attributeChangedCallback(name, before, after) {
        var frame = this.frame;
        if (!frame || before === after) return;
        if (name === "title") frame.title = after || TITLE;
        else if (name === "scheme") this.say("scheme", { scheme: after || "light" });
        else if (name !== "height" && !this.turning) {
          // Once for all attributes that change together.
          this.turning = true;
          Promise.resolve().then(this.turn.bind(this));
        }
      }

      /**
       * Asks the frame for another view.
       * @param {string} query as in an address: `cluster=a&theme=…`
       */
      set(query) {
        this.say("set", { query: query });
      }

      address() {
        var query = new URLSearchParams({ embed: "1" });
        KEYS.forEach((key) => {
          var value = this.getAttribute(key);
          if (key === "events" && value === "") value = "1";
          if (value) query.append(key, value);
        });
        return folder + "?" + String(query).split("+").join("%20");
      }

      /** Changes the address of the frame without an entry in the history. */
      turn() {
        var frame = this.frame;
        this.turning = false;
        this.waiting = {};
        if (!frame) return;
        if (this.ready && frame.contentWindow) {
          this.ready = false;
          frame.contentWindow.location.replace(this.address());
        } else {
          this.close();
          this.open();
        }
      }

      /**
       * @param {string} type
       * @param {object} more
       */
      say(type, more) {
        if (this.ready && this.frame) post(this.frame, type, more, origin);
        else this.waiting[type] = more;
      }

      /** @param {any} message */
      hear(message) {
        if (message.type === "ready") {
          var waiting = this.waiting;
          this.ready = true;
          this.waiting = {};
          for (var type in waiting) this.say(type, waiting[type]);
        }
        if (["ready", "state", "saved"].includes(message.type)) {
          this.dispatchEvent(new CustomEvent("agenda-" + message.type, { bubbles: true, detail: message }));
        }
      }
    }
  );
})();
