/**
 * What `explorer.html` has instead of a server: the programs of the explorer out
 * of the file itself. The boot script asks for them.
 *
 * The wasm of a program stands in the page as base64, its glue is a function of
 * `explorerGlue`. `data-home` on this script's tag is the public address of the
 * site, where the build knew it: what is not in the file is linked there.
 */
(function () {
  "use strict";

  var home = document.currentScript.dataset.home;

  window.explorerGlue = {};

  window.explorerFile = function (name) {
    return new Promise(function (done) {
      var text = atob(document.getElementById("wasm-" + name).textContent);
      var wasm = new Uint8Array(text.length);
      for (var at = 0; at < text.length; at++) wasm[at] = text.charCodeAt(at);
      done({ glue: window.explorerGlue[name](), wasm: wasm });
    });
  };

  new MutationObserver(function () {
    document.querySelectorAll("a[href^='data/'], a[href='licences.txt']").forEach(function (link) {
      if (home) link.href = home + link.getAttribute("href");
      else link.hidden = true;
    });
  }).observe(document, { childList: true, subtree: true });
})();
