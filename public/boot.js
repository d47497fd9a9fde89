/**
 * Starts the explorer, and tells the reader in words when it cannot start or
 * has stopped. It says only that: once the app is mounted the page is the
 * app's, and nothing here touches it.
 *
 * It runs before the body is there, so that the first thing that is painted has
 * the colours and the form that the address asks for.
 *
 * The edge to the app: the app sets `data-state="ready"` on the document when
 * it answers input, and fires `agenda-explorer:failed` on the window when it
 * panics. The addresses of its two files come from `data-js` and `data-wasm` on
 * this script's own tag, since their names carry a hash. When it fires
 * `agenda-explorer:studio` with a view, the dialog for sharing is fetched, from
 * `data-studio-…` beside this script, and opened; the answer is
 * `agenda-explorer:studio-answer`, with a message where that failed. Once the
 * app is ready and idle, `data-offline` is fetched, which keeps the site.
 *
 * A classic script in plain syntax, so that it runs, and can speak, where
 * modules are refused (file://, some sandboxed frames) or WebAssembly is
 * missing. No text becomes code or markup here: it holds under
 * `script-src 'self' 'wasm-unsafe-eval'` and under Trusted Types.
 */
(function () {
  "use strict";

  /** How long the app may take to be ready, in milliseconds. */
  var PATIENCE = 20000;
  var OFFICIAL = "https://www.wipo.int/ip-development/en/agenda/recommendations.html";
  var STOPPED = "The explorer has stopped because of an error of its own. Reload the page to go on.";

  var root = document.documentElement;
  var own = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Beside this script, however deep the page lies.
  var openData = new URL("data/agenda.json", own.src).href;

  // The app reads the address whole, and corrects what was guessed here.
  var embedded = /[?&]embed=1/i.test(location.search);
  var scheme = /[?&]scheme=(light|dark|auto)/i.exec(location.search);
  root.dataset.embed = embedded ? "1" : "0";
  root.dataset.scheme = scheme ? scheme[1].toLowerCase() : embedded ? "light" : "auto";

  /** In a frame: the script that speaks with the page around, once it listens. */
  var framed = new Promise(function (done) {
    if (window.parent === window) return done(null);
    var address = new URL("frame.js", own.src).href;
    // Strict policies let no script give the address of another one; some
    // sandboxes let no module in.
    var script = function () {
      var frame = document.createElement("script");
      frame.onload = frame.onerror = done;
      frame.src = address;
      document.head.append(frame);
    };
    // Without it the explorer works, at the height that the frame has.
    import(address).then(done, script).catch(done);
  });

  /** The body, once it is there. */
  var parsed = new Promise(function (done) {
    if (document.readyState !== "loading") done(null);
    else document.addEventListener("DOMContentLoaded", done);
  });

  /**
   * @param {string} address
   * @param {string} words
   */
  function link(address, words) {
    var made = document.createElement("a");
    made.href = address;
    made.textContent = words;
    return made;
  }

  /**
   * Shows one sentence, a way to try again and two ways to the text.
   * The first failure is the cause of those that follow, so it stays.
   * @param {string} sentence what happened and what to do
   */
  function fail(sentence) {
    if (root.dataset.state === "failed") return;
    root.dataset.state = "failed";
    parsed.then(function () {
      tell(sentence);
    });
  }

  /** @param {string} sentence */
  function tell(sentence) {
    var place = document.getElementById("failure");
    if (!place) return;
    var again = document.createElement("button");
    again.type = "button";
    again.textContent = "Reload the page";
    again.addEventListener("click", function () {
      location.reload();
    });
    place.textContent = sentence + " ";
    place.append(
      again,
      " The 45 recommendations can also be read ",
      link(OFFICIAL, "on the official page"),
      " and ",
      link(openData, "as open data"),
      "."
    );
    place.hidden = false;
    var loading = document.getElementById("loading");
    if (loading) loading.hidden = true;
  }

  /**
   * @param {any} cause what the start was rejected with
   * @returns {string}
   */
  function reason(cause) {
    if (location.protocol === "file:") {
      return "The explorer was opened as a file, and browsers load its parts from a web server only. Run “cargo xtask serve” in its folder, or open its public address.";
    }
    if (self.origin === "null") {
      return "The frame around this page keeps the explorer from loading its parts. Open this page in a tab of its own.";
    }
    if (cause instanceof WebAssembly.CompileError || cause instanceof WebAssembly.LinkError) {
      return "This browser cannot run the explorer and is probably too old for it. Update it, or open this page in another one.";
    }
    if (cause instanceof WebAssembly.RuntimeError) {
      return STOPPED;
    }
    return "A part of the explorer did not arrive. Check the connection, then reload the page.";
  }

  window.addEventListener("agenda-explorer:failed", function () {
    fail(STOPPED);
  });

  if (typeof WebAssembly !== "object") {
    fail("This browser does not run WebAssembly, which the explorer needs. Open this page in another browser.");
    return;
  }

  // A trap without a panic, such as an exhausted stack, fires no event of ours.
  window.addEventListener("error", function (event) {
    if (event.error instanceof WebAssembly.RuntimeError) fail(STOPPED);
  });

  setTimeout(function () {
    if (root.dataset.state === "ready") return;
    fail("The explorer is not ready after 20 seconds. Wait if the connection is slow, or reload the page.");
  }, PATIENCE);

  // The app may still arrive after that: then the sentence is no longer true.
  new MutationObserver(function () {
    var place = document.getElementById("failure");
    if (root.dataset.state === "ready" && place) place.hidden = true;
  }).observe(root, { attributeFilter: ["data-state"] });

  /** The program of the dialog for sharing, once it is asked for. */
  var studio;
  var attempts = 0;

  window.addEventListener("agenda-explorer:studio", function (event) {
    var part = function (name) {
      return new URL(own.dataset[name] || "", own.src).href;
    };
    if (!studio) {
      // Some browsers remember that a module did not arrive.
      var again = attempts++ ? "?" + attempts : "";
      studio = import(part("studioJs") + again).then(function (module) {
        return module.default({ module_or_path: part("studioWasm") }).then(function () {
          return module;
        });
      });
    }
    studio
      .then(function (module) {
        return module.open(event.detail, new URL(".", own.src).href, part("studioCss"));
      })
      .then(
        function () {
          return null;
        },
        function (cause) {
          console.error(cause);
          studio = undefined;
          return String(cause);
        }
      )
      .then(function (failure) {
        window.dispatchEvent(new CustomEvent("agenda-explorer:studio-answer", { detail: failure }));
      });
  });

  // Offline use comes last: nobody who came to read waits for it. A frame has
  // none, so that it leaves nothing behind on the pages of others.
  var canKeep = window.parent === window && /^http/.test(location.protocol);
  if (canKeep && "serviceWorker" in navigator && own.dataset.offline) {
    var offline = new URL(own.dataset.offline, own.src).href;
    var ready = new MutationObserver(function () {
      if (root.dataset.state !== "ready") return;
      ready.disconnect();
      var soon = window.requestIdleCallback || setTimeout;
      soon(function () {
        // Without it the explorer works as well.
        import(offline).catch(console.info);
      });
    });
    ready.observe(root, { attributeFilter: ["data-state"] });
  }

  var glue = new URL(own.dataset.js || "", document.baseURI).href;
  var wasm = new URL(own.dataset.wasm || "", document.baseURI).href;
  Promise.all([import(glue), parsed, framed])
    .then(function (ready) {
      var app = ready[0];
      if (app.late_at) app.late_at(new URL(own.dataset.late || "", own.src).href);
      return app.default({ module_or_path: wasm }).then(function () {
        // What comes late is fetched in any case when it is called.
        if (app.fetch_late) app.fetch_late().catch(console.info);
      });
    })
    .catch(function (cause) {
      console.error(cause);
      fail(reason(cause));
    });
})();
