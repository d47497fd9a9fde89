// Before the page's own scripts: notes when the program is instantiated, and
// leaves in `window.explorerStart` how many milliseconds later the page answers.
(() => {
  let instantiated;
  for (const name of ["instantiateStreaming", "instantiate"]) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...rest) => {
      const made = await original(...rest);
      instantiated = performance.now();
      return made;
    };
  }
  const watcher = new MutationObserver(() => {
    if (document.documentElement?.dataset.state !== "ready") return;
    window.explorerStart = performance.now() - instantiated;
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
})();
