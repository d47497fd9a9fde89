// Before the page's own scripts, the same in all pages: types the first letter
// as soon as there is a field for it, and times from an event to the frame that
// shows its answer. A frame counts as painted when a task after it has begun.
(() => {
  const first = FIRST;
  const start = { ready: null, answered: null, paint: null, longest: 0 };
  const tasks = [];
  const memories = [];
  const find = (selector) => document.querySelector(selector);
  const SHOWN = '[data-part="results"] [data-part="result"]:not([hidden])';

  function isShown({ numbers, marked, present, longer }) {
    if (Number(find('[data-part="count"]')?.dataset.shown ?? NaN) !== numbers.length) return false;
    const rows = document.querySelectorAll(SHOWN);
    if (rows.length !== numbers.length) return false;
    const shown = new Set([...rows].map((row) => Number(row.dataset.number)));
    if (!numbers.every((number) => shown.has(number))) return false;
    // Of the rows only the first: marks far from the window may come later.
    if (rows.length > 0 && (rows[0].querySelector('[data-part="text"] mark') !== null) !== marked) return false;
    if (present && !find(present)) return false;
    return !longer || find(longer.selector).textContent.length >= longer.length;
  }

  /** Calls `note` with the time of the first frame that shows an answer. */
  function whenPainted(wanted, note) {
    const { port1, port2 } = new MessageChannel();
    const next = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      const now = performance.now();
      if (isShown(wanted)) note(now);
      else next();
    };
    next();
  }

  // The start.

  // The field's own setter, past any that the page might have put over it.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const looking = new MutationObserver(() => {
    const field = find('[data-part="search"]');
    if (!field) return;
    looking.disconnect();
    field.focus({ preventScroll: true });
    set.call(field, first.text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: first.text }));
    whenPainted(first, (time) => {
      start.answered = time;
    });
  });
  looking.observe(document, { subtree: true, childList: true });
  const waking = new MutationObserver(() => {
    if (document.documentElement?.dataset.state !== "ready") return;
    waking.disconnect();
    start.ready = performance.now();
  });
  waking.observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await make.apply(WebAssembly, all);
      const { memory } = (made.instance ?? made).exports;
      if (memory) memories.push(memory);
      return made;
    };
  }

  // What follows an event.

  let armed = null;
  function begin(event) {
    if (armed?.type !== event.type) return;
    const { wanted } = armed;
    armed = null;
    whenPainted(wanted, (time) => {
      bench.taken = time - event.timeStamp;
    });
  }
  for (const type of ["keydown", "click", "popstate"]) addEventListener(type, begin, true);

  const bench = {
    taken: null,
    expect(type, wanted) {
      bench.taken = null;
      armed = { type, wanted };
    },
    start() {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const between = tasks.filter((task) => task.startTime + task.duration > paint?.startTime && task.startTime < start.answered);
      const longest = Math.max(0, ...between.map((task) => task.duration));
      return { ...start, paint: paint?.startTime ?? null, longest, origin: performance.timeOrigin };
    },
    wasm: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    /** The middle of an element, with what it is folded into unfolded. */
    middle(selector) {
      const element = find(selector);
      for (let at = element; at; at = at.parentElement) if (at.matches("details")) at.open = true;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    },
    length: (selector) => find(selector).textContent.length,
    /** The count at each value of each facet. */
    counts: () => [...document.querySelectorAll("input[data-facet]")].map(({ dataset }) => [dataset.facet, dataset.value, Number(dataset.count)]),
    shows: isShown,
  };
  window.bench = bench;
})();
