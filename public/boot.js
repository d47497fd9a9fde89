/**
 * Starts the explorer, and tells the reader in words when it cannot start or
 * has stopped. It says only that: while the app runs the page is the app's, and
 * nothing here touches it.
 *
 * It runs before the body is there, so that the first thing that is painted has
 * the colours and the form that the address asks for.
 *
 * The edge to the app: the app sets `data-state="ready"` on the document when
 * it answers input, and fires `agenda-explorer:failed` on the window when it
 * cannot go on. After that or a trap, `data-stopped` tells what is left of the
 * app that it must not show itself. The addresses of its two files come from
 * `data-js` and `data-wasm` on this script's own tag, since their names carry a
 * hash. The later parts of the wasm are in `data-parts`, in their order. When it
 * fires `agenda-explorer:on-demand` with the name of one, that part is fetched,
 * with the style sheet of such parts; the answer is
 * `agenda-explorer:<name>-answer`, with a message where that failed. It is told
 * `agenda-explorer:assist` when what assists readers has come. When it fires
 * `agenda-explorer:share-dialog` with a view, the dialog for sharing is fetched, from
 * `data-share-dialog-…` beside this script, and opened; the answer is
 * `agenda-explorer:share-dialog-answer`, with a message where that failed. Once the
 * app is ready and idle, `data-offline` is fetched, which keeps the site.
 *
 * In `explorer.html` nothing is fetched: `explorerFile`, a function of the
 * window, gives the same programs out of that file.
 *
 * What the page had for reading before the app took over is kept and shown again
 * where that fails, without what only the app could serve. The sentences stand
 * in the block `#words` of the page.
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

  /** A module with a table of references, the newest thing that the app needs. */
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0];

  /** What the history notes of a visit that leaves the saved list alone. */
  var ASIDE = "agenda-explorer:aside";

  var root = document.documentElement;
  var own = /** @type {HTMLScriptElement} */ (document.currentScript);
  var inside = /** @type {any} */ (window).explorerFile;
  // Where the site lies: beside this script, however deep the page is.
  var home = own.dataset.home || own.src || document.baseURI;

  /** @type {Record<string, string>} */
  var words = {};
  try {
    words = JSON.parse(document.getElementById("words").textContent);
  } catch (cause) {
    console.error(cause);
  }

  // The app reads the address whole, and corrects what was guessed here.
  var embedded = /[?&]embed=1/i.test(location.search);
  var scheme = /[?&]scheme=(light|dark|auto)/i.exec(location.search);
  root.dataset.embed = embedded ? "1" : "0";
  // They stand outside of what the app makes.
  if (embedded && /[?&]hide=[^&]*(header|numerals)/i.test(location.search)) root.dataset.hideNumerals = "";
  var kept;
  try {
    kept = localStorage.getItem(words.storage + ":scheme");
    if (!embedded && localStorage.getItem(words.storage + ":first-lines")) root.dataset.rows = "1";
  } catch (cause) {
    console.info(cause);
  }
  root.dataset.ownScheme = kept = /^(light|dark)$/.test(kept) ? kept : "auto";
  root.dataset.scheme = scheme ? scheme[1].toLowerCase() : embedded ? "light" : kept;

  /** In a frame: the script that speaks with the page around, once it listens. */
  var framed = new Promise(function (done) {
    if (window.parent === window || inside) return done(null);
    var address = new URL("frame.js", home).href;
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

  /** The text is painted: it comes first. Where nobody looks nothing is painted. */
  var painted = parsed.then(function () {
    return new Promise(function (done) {
      requestAnimationFrame(function () {
        setTimeout(done);
      });
      setTimeout(done, 200);
    });
  });

  /** The app answers input. */
  var answers = new Promise(function (done) {
    new MutationObserver(function () {
      if (root.dataset.state === "ready") done(null);
    }).observe(root, { attributeFilter: ["data-state"] });
  });

  /**
   * What there is to read before the app takes over: the elements that it moves or
   * empties, the outer ones first, and what is in each.
   * @type {[Element, ChildNode[]][]}
   */
  var still = [];
  parsed.then(function () {
    if (root.dataset.state === "ready") return;
    document.querySelectorAll("#app, .results, .results__group, :is(.results, .results__group) > div").forEach(function (part) {
      still.push([part, Array.from(part.childNodes)]);
    });
  });

  /**
   * Says what has happened, shows the text again that the page came with, and
   * offers ways on. The first failure is the cause of those that follow, so it
   * stays.
   * @param {string} key of the sentence
   * @param {() => HTMLElement | undefined} [way] on, beside trying again
   */
  function fail(key, way) {
    if (root.dataset.state === "failed") return;
    root.dataset.state = "failed";
    parsed.then(function () {
      still.forEach(function (part, place) {
        // The app has put an element of its own in the place of the first.
        var now = place ? part[0] : document.getElementById("app");
        if (now) now.replaceChildren.apply(now, part[1]);
      });
      document.querySelectorAll("dialog").forEach(function (dialog) {
        dialog.remove();
      });
      // Even where the style sheet is gone too.
      document.querySelectorAll("#app button, #app form, #loading").forEach(function (control) {
        control.setAttribute("hidden", "");
      });
      tell(key, function () {
        return [button("again", reload)].concat((way && way()) || []);
      });
    });
  }

  /**
   * The words come first: the page may be one in which no button can be made.
   * @param {string} key of the sentence
   * @param {() => HTMLElement[]} [ways] on
   */
  function tell(key, ways) {
    var place = document.getElementById("failure");
    if (!place) return;
    place.textContent = words[key];
    place.hidden = false;
    if (!ways) return;
    ways().forEach(function (way) {
      place.append(" ", way);
    });
  }

  function reload() {
    location.reload();
  }

  /**
   * @param {string} key of its name
   * @param {() => void} press
   */
  function button(key, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words[key];
    made.addEventListener("click", press);
    return made;
  }

  /**
   * A link to a file of the site that shows the same.
   * @param {string} key of its name
   * @param {string | undefined} file
   */
  function same(key, file) {
    if (!file) return undefined;
    var made = document.createElement("a");
    made.href = new URL(file, home).href + location.search + location.hash;
    made.textContent = words[key];
    return made;
  }

  /** The app has trapped, as in a panic, or cannot go on. */
  function stopped() {
    root.dataset.stopped = "";
    fail("stopped", function () {
      return button("without-saved", function () {
        try {
          history.replaceState(ASIDE, "");
        } catch (cause) {
          console.error(cause);
        }
        reload();
      });
    });
    // Where the reader was is no longer there.
    parsed.then(function () {
      if (window.parent === window) scrollTo(0, 0);
    });
  }

  /** @param {any} cause what the start was rejected with */
  function notStarted(cause) {
    console.error(cause);
    if (isTrap(cause)) stopped();
    else if (location.protocol === "file:" && !inside) fail("from-file", same.bind(null, "one-file", "explorer.html"));
    else if (self.origin === "null" && !inside) fail("in-sandbox");
    else fail("not-arrived");
  }

  /** @param {any} cause */
  function isTrap(cause) {
    var kind = WebAssembly.RuntimeError;
    return !!kind && cause instanceof kind;
  }

  window.addEventListener("agenda-explorer:failed", stopped);

  // For this visit nothing is read of what is saved, and nothing written.
  var aside = history.state === ASIDE;
  if (aside) {
    Object.defineProperty(window, "localStorage", { value: null });
    parsed.then(function () {
      tell("aside");
    });
  }

  var able = typeof WebAssembly === "object" && WebAssembly.validate(new Uint8Array(PROBE));
  if (!able) {
    // On the page that has a stand-in for it, there is no further one.
    fail("no-wasm", same.bind(null, "compatible", own.dataset.compatible));
    return;
  }

  /** @param {any} cause of an error that nobody has caught */
  function uncaught(cause) {
    // The deferred part of the wasm: it is not there, or not what it should be.
    if (cause && /^(DeferredPart|CompileError|LinkError)$/.test(cause.name)) return fail("not-arrived");
    if (!isTrap(cause)) return;
    // Its stack names the glue through which it was called.
    var name = inside ? "share-dialog.js" : own.dataset.shareDialogJs;
    if (String(cause.stack).indexOf(name) < 0) stopped();
    else shareDialogFailed(cause);
  }

  // A panic is a trap, and so is an exhausted stack.
  window.addEventListener("error", function (event) {
    uncaught(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    uncaught(event.reason);
  });

  setTimeout(function () {
    if (root.dataset.state !== "ready") fail("slow");
  }, PATIENCE);

  // The app may still arrive after that: then the sentence is no longer true.
  new MutationObserver(function () {
    var place = document.getElementById("failure");
    if (root.dataset.state === "ready" && place && !aside) place.hidden = true;
  }).observe(root, { attributeFilter: ["data-state"] });

  /**
   * The glue of a program, and its wasm or the address of it, now or later.
   * @param {string} name of the program in the one file
   * @param {string} glue address
   * @param {string} wasm address
   * @returns {Promise<{glue: any, wasm: any}>}
   */
  function program(name, glue, wasm) {
    if (inside) {
      return parsed.then(function () {
        return inside(name);
      });
    }
    return import(glue).then(function (module) {
      return { glue: module, wasm: wasm };
    });
  }

  /**
   * @param {string} part as an attribute of this script names it
   * @param {string} base
   */
  function address(part, base) {
    return new URL(own.dataset[part] || "", base).href;
  }

  /** @param {{glue: any, wasm: any}} program */
  function run(program) {
    return Promise.resolve(program.wasm)
      .then(function (wasm) {
        return program.glue.default({ module_or_path: wasm });
      })
      .then(function () {
        return program.glue;
      });
  }

  /** The program of the dialog for sharing, once it is asked for. */
  var shareDialog;
  var attempts = 0;

  /**
   * Tells the app what became of something that it has asked for.
   * @param {string} what
   * @param {string | null} failure
   */
  function answer(what, failure) {
    window.dispatchEvent(new CustomEvent("agenda-explorer:" + what + "-answer", { detail: failure }));
  }

  /** @param {any} cause */
  function shareDialogFailed(cause) {
    console.error(cause);
    shareDialog = undefined;
    document.querySelectorAll("dialog").forEach(function (dialog) {
      dialog.remove();
    });
    answer("share-dialog", String(cause));
  }

  window.addEventListener("agenda-explorer:share-dialog", function (event) {
    // Some browsers remember that a module did not arrive.
    var again = attempts++ ? "?" + attempts : "";
    if (!shareDialog) shareDialog = program("share-dialog", address("shareDialogJs", home) + again, address("shareDialogWasm", home)).then(run);
    shareDialog
      .then(function (module) {
        return module.open(event.detail, new URL(".", home).href, address("shareDialogCss", home));
      })
      .then(function () {
        answer("share-dialog", null);
      })
      .catch(shareDialogFailed);
  });

  // Offline use comes last: nobody who came to read waits for it. A frame has
  // none, so that it leaves nothing behind on the pages of others.
  var canKeep = window.parent === window && /^http/.test(location.protocol);
  if (canKeep && "serviceWorker" in navigator && own.dataset.offline) {
    var offline = new URL(own.dataset.offline, home).href;
    answers.then(function () {
      var soon = window.requestIdleCallback || setTimeout;
      soon(function () {
        // Without it the explorer works as well.
        import(offline).catch(console.info);
      });
    });
  }

  /**
   * Adds a style sheet of what comes after the first load, once.
   * @param {string} part as an attribute of this script names it
   * @returns {Promise<unknown>} that it holds
   */
  function dress(part) {
    // The one file has them all.
    if (inside || !own.dataset[part]) return Promise.resolve();
    return (sheets[part] = sheets[part] || new Promise(function (done, failed) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = address(part, home);
      sheet.onload = done;
      sheet.onerror = function (event) {
        // It is fetched anew when it is asked for again.
        sheet.remove();
        delete sheets[part];
        failed(event);
      };
      document.head.append(sheet);
    }));
  }

  /** @type {Record<string, Promise<unknown>>} */
  var sheets = {};

  // What is asked for is shown as soon as the app is there, and first lines at once.
  if (location.search || root.dataset.rows) dress("laterCss").catch(console.info);

  /** The app can assist, once it answers. */
  function assists() {
    answers.then(function () {
      window.dispatchEvent(new CustomEvent("agenda-explorer:assist"));
    });
  }

  // Until the app is there, what is typed stays in the field and is found then.
  document.addEventListener("submit", function (event) {
    if (root.dataset.state === "loading") event.preventDefault();
  });

  /** The later parts of the wasm. */
  var parts = (own.dataset.parts || "").split(" ");

  /** @param {string} name of a later part */
  function placeOf(name) {
    return parts.findIndex(function (file) {
      return file.split(/[-.]/)[0] === name;
    });
  }

  var wasm = address("wasm", document.baseURI);
  /** @type {any} */
  var compiled = wasm;
  // Compiled while it comes and while the text is painted; once the page is parsed,
  // so that what is preloaded is used. Where the server gives it another type, the
  // glue knows what to do.
  if (!inside && WebAssembly.compileStreaming) {
    compiled = parsed
      .then(function () {
        return WebAssembly.compileStreaming(fetch(wasm));
      })
      .catch(function () {
        return wasm;
      });
  }
  var app = program("app", address("js", document.baseURI), compiled);
  Promise.all([app, painted, framed])
    .then(function (ready) {
      var glue = ready[0].glue;
      // What is not split has no later parts.
      var isSplit = !!glue.set_later_urls;
      window.addEventListener("agenda-explorer:on-demand", function (event) {
        var part = /** @type {CustomEvent} */ (event).detail;
        var place = placeOf(part);
        var code = isSplit && glue.load_later(place);
        // What stands before the shared part of the views does without their style sheet.
        var style = place < placeOf("shared") || dress("onDemandCss");
        Promise.all([code, dress("laterCss"), style]).then(answer.bind(null, part, null), function (cause) {
          console.info(cause);
          answer(part, String(cause));
        });
      });
      if (!isSplit) {
        dress("laterCss").catch(console.info);
        assists();
        return run(ready[0]);
      }
      glue.set_later_urls.apply(
        null,
        parts.map(function (part) {
          return new URL(part, home).href;
        }),
      );
      /** @param {number} part */
      var fetched = function (part) {
        // It is fetched in any case when it is called.
        return glue.load_later(part).catch(console.info);
      };
      var later = function () {
        // What assists takes its place by the style sheet.
        var dressed = dress("laterCss").catch(console.info);
        Promise.all([glue.load_later(0), dressed]).then(assists).catch(console.info);
      };
      // A link to a search, a recommendation or another view calls it at once.
      var calls = /[?&](q|rec|list|view)=|[#/]rec[-/]/.test(location.href);
      if (calls) {
        return fetched(0).then(function () {
          answers.then(later);
          return run(ready[0]);
        });
      }
      answers.then(later);
      return run(ready[0]);
    })
    .catch(notStarted);
})();
