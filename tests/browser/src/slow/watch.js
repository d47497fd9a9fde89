// Before the page's own scripts, in a function of its own: notes when the text
// of a recommendation is painted, when the app has taken over, when it answers a
// letter (if TYPES), and what has moved. `window.visit()` tells it.
(() => {
  const types = TYPES;
  const seen = { text: null, ready: null, answered: null, shift: 0, moved: [] };

  // Chromium tells when an element is painted that carries this attribute, but
  // not of one that is out of sight.
  function mark() {
    const texts = document.querySelectorAll('[data-part="text"] p:not([elementtiming])');
    for (const text of texts) text.setAttribute("elementtiming", "text");
  }
  new PerformanceObserver((list) => {
    for (const { renderTime } of list.getEntries()) {
      if (seen.text === null || renderTime < seen.text) seen.text = renderTime;
    }
  }).observe({ type: "element", buffered: true });

  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      seen.shift += value;
      for (const { node } of sources) {
        const name = node?.className || node?.nodeName || "?";
        seen.moved.push(`${name} ${value.toFixed(4)}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });

  // The field's own setter, past any that the page might have put over it.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  let typed = false;
  function type() {
    const field = document.querySelector('[data-part="search"]');
    if (typed || !field) return;
    typed = true;
    field.focus({ preventScroll: true });
    set.call(field, "k");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: "k" }));
  }

  /** When what is there now has been painted. */
  function painted(note) {
    requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())));
  }

  let answers = false;
  function look() {
    mark();
    if (types) type();
    if (seen.ready === null && document.documentElement?.dataset.state === "ready") {
      seen.ready = performance.now();
    }
    const count = document.querySelector('[data-part="count"]');
    if (!types || answers || !count) return;
    if (Number(count.dataset.shown) < Number(count.dataset.total)) {
      answers = true;
      painted((time) => {
        seen.answered = time;
      });
    }
  }
  const all = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-shown"] };
  new MutationObserver(look).observe(document, all);

  window.visit = () => {
    const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const files = fetched.map(({ name, startTime, responseEnd, encodedBodySize }) => ({
      name: new URL(name).pathname,
      asked: startTime,
      done: responseEnd,
      bytes: encodedBodySize,
    }));
    return { ...seen, files };
  };
})();
