// What the tests look at, as functions that a test calls at the end of this file.

const all = (selector) => [...document.querySelectorAll(selector)];
const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const named = (element) => {
  const part = element.dataset.part ?? element.id ?? "";
  return `<${element.localName} ${part} ${element.className}> ${element.textContent.trim().slice(0, 40)}`;
};

const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
function colour(css) {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}
function luminance([red, green, blue]) {
  const linear = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
/** The colour on which an element lies: of itself, or of what is behind it. */
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const own = colour(getComputedStyle(at).backgroundColor);
    if (own[3] === 255) return own;
  }
  return colour(getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "black" : "white");
}

/** What is wrong with where the focus is; null where nothing is. */
function focusFault() {
  const element = document.activeElement;
  if (!element || element === document.body) return "nothing has the focus";
  if (!shown(element)) return `what has the focus is not shown: ${named(element)}`;
  const style = getComputedStyle(element);
  const width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "none" || width < 2) return `no indicator: ${named(element)}`;
  const behind = ground(element.parentElement ?? element);
  const seen = contrast(colour(style.outlineColor), behind);
  if (seen < 3) return `the indicator has a contrast of ${seen.toFixed(2)}: ${named(element)}`;
  const boxes = [...element.getClientRects()].filter((box) => box.width && box.height);
  const box = boxes[0] ?? element.getBoundingClientRect();
  const edge = 2;
  const places = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + edge, box.top + edge],
    [box.right - edge, box.top + edge],
    [box.left + edge, box.bottom - edge],
    [box.right - edge, box.bottom - edge],
  ];
  const seenAt = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  };
  if (!places.some(seenAt)) return `what has the focus is out of sight or covered: ${named(element)}`;
  return null;
}

/** Elements of which something is cut off. */
function cut() {
  const hides = (value) => value === "hidden" || value === "clip";
  return all("body *").filter((element) => {
    if (!shown(element) || element.closest(".visually-hidden, [data-list=saved] .count, .search__label, svg, textarea, input, select")) return false;
    const style = getComputedStyle(element);
    if (style.display === "inline" || !element.clientWidth) return false;
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 1;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return (
      ((hides(style.overflowX) || own) && wide) || ((hides(style.overflowY) || own) && high)
    );
  }).map(named);
}

/** As much of a box as is not hidden by what scrolls around it. */
function clipped(element, { left, top, right, bottom }) {
  const box = { left, top, right, bottom };
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflowY === "visible") continue;
    const around = at.getBoundingClientRect();
    box.top = Math.max(box.top, around.top);
    box.bottom = Math.min(box.bottom, around.bottom);
  }
  return { ...box, width: box.right - box.left, height: box.bottom - box.top };
}

/** Words of different elements that lie over each other. What lies above the
 * page and moves with the window is meant to. */
function overlaps() {
  const leaves = all("main *, header *, footer *").filter((element) =>
    shown(element) && !element.closest(".visually-hidden, [data-list=saved] .count, .search__label, [aria-hidden=true], .explore__side .button, dialog, .status") &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const boxes = leaves.flatMap((element) => {
    const range = document.createRange();
    return [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ element, box: clipped(element, box) }));
    });
  }).filter(({ box }) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < 4000);
  const faults = [];
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length && boxes[next].box.top < one.box.bottom; next += 1) {
      const other = boxes[next];
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > Math.min(one.box.height, other.box.height) * 0.4) {
        faults.push(`${named(one.element)} / ${named(other.element)}`);
      }
    }
  });
  return faults;
}

/** Elements that reach out of the page sideways. */
function outside() {
  const width = document.documentElement.clientWidth;
  const faults = all("body *").filter((element) => {
    if (!shown(element) || element.closest(".visually-hidden, [data-list=saved] .count, .search__label, .skip")) return false;
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 0 && (left < -1 || right > width + 1);
  }).map(named);
  const page = document.documentElement;
  return page.scrollWidth > page.clientWidth ? ["the page scrolls sideways", ...faults] : faults;
}

/** The borders of controls that hardly differ from what is around them. A tag is known by its words. */
function faintEdges() {
  const controls = all("[data-part=search], .button, .chip, .toolbar__orders, .nothing__way, select, textarea");
  return controls.filter((element) => {
    if (!shown(element) || element.matches(":disabled, [aria-disabled=true], .chip--locked, .chips__clear")) return false;
    const style = getComputedStyle(element);
    if (style.borderTopStyle === "none") return true;
    return contrast(colour(style.borderTopColor), ground(element.parentElement)) < 3;
  }).map(named);
}

/** What moves by itself. */
function moves() {
  const lasting = (value) => value.split(",").some((one) => parseFloat(one) > 0);
  const moving = all("*").filter((element) => {
    const style = getComputedStyle(element);
    return lasting(style.transitionDuration) || (style.animationName !== "none" && lasting(style.animationDuration)) ||
      style.scrollBehavior === "smooth";
  });
  return moving.map(named);
}

/** The name of a control, as far as this page makes names. */
function nameOf(element) {
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const by = element.getAttribute("aria-labelledby");
  if (by) return by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const words = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.getAttribute("aria-hidden") === "true") return "";
    return [...node.childNodes].map(words).join("");
  };
  if (element.labels?.length) return [...element.labels].map(words).join(" ");
  return words(element);
}

/** Controls whose names do not hold the words that stand on them, or have none. */
function misnamed() {
  const plain = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
  return all("a[href], button, input, select, textarea, summary").filter((element) => {
    if (!shown(element)) return false;
    const name = plain(nameOf(element));
    const visible = plain(element.innerText ?? "");
    return !name || (element.matches("a, button, summary") && !name.includes(visible));
  }).map((element) => `${named(element)} is called “${nameOf(element)}”`);
}
