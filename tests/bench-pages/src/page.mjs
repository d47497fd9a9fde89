// A page whose rows stand in its HTML and are hidden and shown. Which rows have
// the words that are searched is for its caller.
import { answer, marker, read, save, saved, toggled, write } from "./model.mjs";

const part = (name) => document.querySelector(`[data-part="${name}"]`);
const field = part("search");
const count = part("count");
const list = part("results");
const savedCount = part("saved-count");
const boxes = [...document.querySelectorAll("input[data-facet]")];
const keys = [...new Set(boxes.map((box) => box.dataset.facet))];

const rows = [...list.children].map((element) => {
  const texts = [...element.querySelectorAll("[data-part=text] > *")];
  const pairs = element.dataset.values.split(" ").map((pair) => pair.split(":"));
  return {
    element,
    number: Number(element.dataset.number),
    paragraphs: texts.map((place) => ({ place, text: place.textContent })),
    text: texts.map((place) => place.textContent).join("\n"),
    values: Object.fromEntries(keys.map((key) => [key, pairs.filter((pair) => pair[0] === key).map((pair) => pair[1])])),
    marked: false,
  };
});
const rowOf = (element) => rows.find((row) => row.element === element);

const ESCAPED = { "&": "&amp;", "<": "&lt;" };
const escaped = (text) => text.replace(/[&<]/g, (sign) => ESCAPED[sign]);

function mark(row, pattern) {
  if (!pattern && !row.marked) return;
  for (const { place, text } of row.paragraphs) {
    if (pattern) place.innerHTML = escaped(text).replace(pattern, "<mark>$&</mark>");
    else place.textContent = text;
  }
  row.marked = Boolean(pattern);
}

function unfold(row, isOpen) {
  row.element.querySelector("[aria-expanded]").setAttribute("aria-expanded", isOpen);
  row.element.querySelector("dl")?.remove();
  if (!isOpen) return;
  const details = document.createElement("dl");
  for (const key of keys) {
    const carried = boxes.filter((box) => box.dataset.facet === key && row.values[key].includes(box.dataset.value));
    const [term, text] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = key;
    text.textContent = carried.map((box) => box.nextSibling.textContent.trim()).join(", ");
    details.append(term, text);
  }
  row.element.append(details);
}

function showSaved(numbers) {
  savedCount.textContent = savedCount.dataset.count = numbers.size;
  for (const { element, number } of rows) {
    element.querySelector("[data-part=save]").setAttribute("aria-pressed", numbers.has(number));
  }
}

/** Brings the page to life; `found` gives for a text which rows have its words. */
export function start(found) {
  let state;

  function show(next) {
    const matches = found(next.text);
    const { shown, counts } = answer(rows, keys, next.chosen, matches);
    const pattern = marker(next.text);
    for (const row of rows) {
      const isShown = shown.has(row.number);
      if (row.element.hidden === isShown) row.element.hidden = !isShown;
      if (isShown) mark(row, pattern);
    }
    for (const box of boxes) {
      const { facet, value } = box.dataset;
      box.checked = next.chosen[facet].includes(value);
      const number = String(counts[facet].get(value) ?? 0);
      if (box.dataset.count !== number) box.parentElement.lastElementChild.textContent = box.dataset.count = number;
    }
    count.dataset.shown = shown.size;
    count.textContent = `${shown.size} of ${rows.length}`;
    if (state?.open !== next.open) {
      for (const row of rows) if (row.number === state?.open || row.number === next.open) unfold(row, row.number === next.open);
    }
    state = next;
  }
  function go(next) {
    show(next);
    history.pushState(null, "", write(next));
  }

  field.addEventListener("input", () => {
    show({ ...state, text: field.value });
    history.replaceState(null, "", write(state));
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.facet) go(toggled(state, target.dataset.facet, target.dataset.value));
  });
  part("clear").addEventListener("click", () => {
    field.value = "";
    go(read("", keys));
  });
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const { number } = rowOf(button.closest("[data-part=result]"));
    if (button.dataset.part === "save") showSaved(save(number));
    else go({ ...state, open: state.open === number ? null : number });
  });
  addEventListener("popstate", () => {
    const next = read(location.search, keys);
    field.value = next.text;
    show(next);
  });

  // What was typed before this script was there is searched for.
  const first = read(location.search, keys);
  field.value ||= first.text;
  show({ ...first, text: field.value });
  if (saved().size > 0) showSaved(saved());
  document.documentElement.dataset.state = "ready";
}

export { rows };
